import { sql, type Transaction } from 'kysely';
import { keyedHash, randomBytes, randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { enqueue } from '../messages/outbox.ts';
import { oneTimeCodeText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { filedContext, newVault, openVault } from '../requests/vault.ts';
import { openFiled, type FiledSecret } from '../requests/view.ts';
import { giveToken } from './proofs.ts';

export const validSeconds = 120;
export const resendAfterSeconds = 60;
export const mostTries = 5;

const otpHash = (ports: Ports, id: string, otp: string) => keyedHash(ports.secrets.lookup, 'one-time-code', `${id} ${otp}`);

/** Six digits, each row of them as likely: what lies past the last whole million of the range is drawn again. */
export function makeOtp(random: (count: number) => Uint8Array = randomBytes): string {
  for (;;) {
    const bytes = random(4);
    const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (number < 4_294_000_000) return String(number % 1_000_000).padStart(6, '0');
  }
}

/** What is needed of a request to write to the one who filed it. */
interface Addressee {
  request: string | null;
  id: string;
  wrapped: Uint8Array;
  sealed: Uint8Array;
  language: string;
  province: string;
}

const decoys = new WeakMap<Ports, Promise<Addressee>>();

/** Stands in the place of a request that is not there: as long to open, and nobody's. */
function decoy(ports: Ports): Promise<Addressee> {
  let made = decoys.get(ports);
  if (!made) {
    made = (async () => {
      const id = randomToken(16);
      const vault = await newVault(ports, id);
      const secret: FiledSecret = { content: { answers: {}, mobile: '00000000000', files: [] }, code: '0'.repeat(16) };
      const sealed = await vault.seal(filedContext(id), JSON.stringify(secret));
      return { request: null, id, wrapped: vault.wrapped, sealed, language: 'fa', province: '' };
    })();
    decoys.set(ports, made);
  }
  return made;
}

async function addressee(trx: Transaction<Database>, ports: Ports, codeHash: string): Promise<Addressee> {
  const stand = await decoy(ports);
  const row = await trx.selectFrom('request_code')
    .innerJoin('request', 'request.id', 'request_code.request')
    .innerJoin('province', 'province.id', 'request.province')
    .innerJoin('request_private', 'request_private.request', 'request.id')
    .select(['request.id', 'request.language', 'province.name', 'request_private.wrapped_key', 'request_private.answers'])
    .where('code_hash', '=', codeHash).executeTakeFirst();
  if (!row) return stand;
  return { request: row.id, id: row.id, wrapped: row.wrapped_key, sealed: row.answers, language: row.language, province: row.name.fa };
}

/**
 * Writes a one-time code and the message that carries it, and gives the seconds until another may be asked for. A
 * tracking code that nobody has goes the same way to the end, with a message that is never sent.
 */
export async function sendOneTimeCode(trx: Transaction<Database>, ports: Ports, codeHash: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`one-time-code ${codeHash}`}, 0))`.execute(trx);
  const now = ports.now();
  const last = await trx.selectFrom('one_time_code').select('created_at')
    .where('code_hash', '=', codeHash).orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  const wait = last ? Math.ceil(resendAfterSeconds - (now.getTime() - last.created_at.getTime()) / 1000) : 0;
  if (wait > 0) return wait;

  const to = await addressee(trx, ports, codeHash);
  const { content } = await openFiled(await openVault(ports, to.id, to.wrapped), to.id, to.sealed);
  const otp = makeOtp();
  const id = randomToken(16);
  await trx.insertInto('one_time_code').values({
    id, code_hash: codeHash, otp_hash: await otpHash(ports, id, otp), tries: 0,
    created_at: now, expires_at: new Date(now.getTime() + validSeconds * 1000),
  }).execute();
  await enqueue(trx, ports, {
    request: to.request, mobile: content.mobile, text: oneTimeCodeText(to, otp, validSeconds / 60), decoy: to.request === null,
  });
  return resendAfterSeconds;
}

/**
 * Changes a one-time code for a token; undefined when it is wrong, used, too old or tried too often. A message that
 * came late is still good while its own two minutes last, also after a second one was asked for.
 */
export async function redeemOneTimeCode(
  trx: Transaction<Database>, ports: Ports, codeHash: string, otp: string,
): Promise<{ token: string; expiresAt: string } | undefined> {
  const rows = await trx.updateTable('one_time_code').set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('code_hash', '=', codeHash).where('expires_at', '>', ports.now()).where('tries', '<', mostTries)
    .returning(['id', 'otp_hash']).execute();
  let right = false;
  for (const row of rows) right = (await otpHash(ports, row.id, otp)) === row.otp_hash || right;
  const request = await trx.selectFrom('request_code').select('request').where('code_hash', '=', codeHash).executeTakeFirst();
  if (!right || !request) return undefined;
  // Used up. Who just proved the number and reloads the page may have another code at once; the hourly limit goes on.
  await trx.deleteFrom('one_time_code').where('code_hash', '=', codeHash).execute();
  return giveToken(trx, ports, request.request);
}
