import { randomToken } from '../crypto.ts';
import type { Ports } from '../ports.ts';
import { filedContext, newVault, openVault } from '../requests/vault.ts';
import { openFiled, type FiledSecret } from '../requests/view.ts';
import { checkOneTimeCode, sendOneTimeCode, type Addressee, type CodePurpose, type PortsInTransaction } from './one-time-codes.ts';
import { giveToken } from './proofs.ts';

export const validSeconds = 120;
const resendAfterSeconds = 60;

/** A code that opens the request of a tracking code. */
const opening = (codeHash: string, source: string): CodePurpose =>
  ({ hash: codeHash, source, validSeconds, pause: () => resendAfterSeconds, guard: codeHash });

/** What is needed of a request to write to the one who filed it. */
interface Found {
  request: string | null;
  id: string;
  wrapped: Uint8Array;
  sealed: Uint8Array;
  language: string;
  province: string;
  contact: string;
}

const decoys = new WeakMap<Ports['secrets'], Promise<Found>>();

/** Stands in the place of a request that is not there: as long to open, and nobody's. */
function decoy(ports: Ports): Promise<Found> {
  let made = decoys.get(ports.secrets);
  if (!made) {
    made = (async () => {
      const id = randomToken(16);
      const vault = await newVault(ports, id);
      const secret: FiledSecret = { content: { answers: {}, mobile: '00000000000', files: [] }, code: '0'.repeat(16) };
      const sealed = await vault.seal(filedContext(id), JSON.stringify(secret));
      return { request: null, id, wrapped: vault.wrapped, sealed, language: 'fa', province: '', contact: '' };
    })();
    decoys.set(ports.secrets, made);
  }
  return made;
}

async function find(ports: PortsInTransaction, codeHash: string): Promise<Found> {
  const stand = await decoy(ports);
  const row = await ports.db.selectFrom('request_code')
    .innerJoin('request', 'request.id', 'request_code.request')
    .innerJoin('province', 'province.id', 'request.province')
    .innerJoin('request_private', 'request_private.request', 'request.id')
    .select(['request.id', 'request.language', 'province.name', 'request_private.wrapped_key', 'request_private.answers', 'request_private.contact_hash'])
    .where('code_hash', '=', codeHash).executeTakeFirst();
  if (!row) return { ...stand, contact: codeHash };
  return {
    request: row.id, id: row.id, wrapped: row.wrapped_key, sealed: row.answers, language: row.language, province: row.name.fa, contact: row.contact_hash,
  };
}

async function addressee(ports: PortsInTransaction, codeHash: string): Promise<Addressee> {
  const { request, id, wrapped, sealed, contact, ...sender } = await find(ports, codeHash);
  const { content } = await openFiled(await openVault(ports, id, wrapped), id, sealed);
  return { request, to: content.mobile, sender, contact, decoy: request === null };
}

/**
 * Sends a one-time code to the number that a request was filed with. A tracking code that nobody has goes the same way.
 * Throws `rate.limited`.
 */
export const sendRequestCode = (ports: PortsInTransaction, codeHash: string, source: string): Promise<{ challenge: string; resendAfterSeconds: number }> =>
  sendOneTimeCode(ports, opening(codeHash, source), () => addressee(ports, codeHash));

/** Changes a one-time code for a token; undefined when it is wrong, used, too old or tried too often. */
export async function redeemRequestCode(
  ports: PortsInTransaction, { codeHash, source, ...given }: { codeHash: string; source: string; otp: string; challenge?: string },
): Promise<{ token: string; expiresAt: string } | undefined> {
  const { right } = await checkOneTimeCode(ports, opening(codeHash, source), given);
  const request = await ports.db.selectFrom('request_code').select('request').where('code_hash', '=', codeHash).executeTakeFirst();
  if (!right || !request) return undefined;
  // Used up. Who just proved the number and reloads the page may have another code at once; the limits go on.
  await ports.db.deleteFrom('one_time_code').where('code_hash', '=', codeHash).execute();
  return giveToken(ports.db, ports, request.request);
}
