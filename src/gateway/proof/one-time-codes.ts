import { sql, type Transaction } from 'kysely';
import { keyedHash, randomBytes, randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { most, tally, take, used } from '../http/rate-limit.ts';
import { enqueue } from '../messages/outbox.ts';
import { oneTimeCodeText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { filedContext, newVault, openVault } from '../requests/vault.ts';
import { openFiled, type FiledSecret } from '../requests/view.ts';
import { giveToken } from './proofs.ts';

export const validSeconds = 120;
export const resendAfterSeconds = 60;
export const mostTries = 5;

/**
 * Who may cause how many messages, and how often a code may be guessed. A tracking code is shown to others (at a counter,
 * on a paper), so whoever knows one must neither find the six digits, nor flood the phone, nor keep its owner out:
 *
 * 1. Each asking is a challenge of its own, tied to the network address that asked. Wrong tries count for the challenge
 *    that they name, five each; those of a stranger never use up the owner's. Asking again within a minute gives the same
 *    challenge and the seconds to wait.
 * 2. One address causes `perSource` messages for one tracking code; that is half of what a phone gets of all together,
 *    `perMobile`: a stranger leaves the other half, and the limit says when to try again, ten minutes at most.
 * 3. After `manyWrong` wrong tries for one code in an hour, from wherever they come, each new challenge takes a single
 *    try. The owner, who reads the digits off the phone, needs no more; guessing goes down to some fifty of a million in
 *    an hour, each with a message that the owner sees.
 *
 * A tracking code that nobody has is counted in the same way, with the same statements.
 */
const perSource = { limit: 3, seconds: 600 };
const perMobile = { limit: 6, seconds: 600 };
const manyWrong = { count: 20, seconds: 3600 };
const wrongBucket = (codeHash: string): string => `giveProof wrong ${codeHash}`;

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
  /** Of the mobile number, hashed; of the code where there is none. */
  contact: string;
}

const decoys = new WeakMap<Ports['secrets'], Promise<Addressee>>();

/** Stands in the place of a request that is not there: as long to open, and nobody's. */
function decoy(ports: Ports): Promise<Addressee> {
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

async function addressee(ports: PortsInTransaction, codeHash: string): Promise<Addressee> {
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

/** Ports whose database is the transaction of the call. */
export type PortsInTransaction = Ports & { db: Transaction<Database> };

const sourceHash = (ports: Ports, source: string): Promise<string> => keyedHash(ports.secrets.lookup, 'one-time-code-source', source);

/**
 * Writes a one-time code and the message that carries it, and gives the challenge with the seconds until another may be
 * asked for. A tracking code that nobody has goes the same way to the end, with a message that is never sent. Throws
 * `rate.limited`.
 */
export async function sendOneTimeCode(
  ports: PortsInTransaction, codeHash: string, source: string,
): Promise<{ challenge: string; resendAfterSeconds: number }> {
  const { db } = ports;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`one-time-code ${codeHash}`}, 0))`.execute(db);
  const now = ports.now();
  const from = await sourceHash(ports, source);
  const last = await db.selectFrom('one_time_code').select(['id', 'created_at'])
    .where('code_hash', '=', codeHash).where('source_hash', '=', from).orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  const wait = last ? Math.ceil(resendAfterSeconds - (now.getTime() - last.created_at.getTime()) / 1000) : 0;
  if (last && wait > 0) return { challenge: last.id, resendAfterSeconds: wait };

  const to = await addressee(ports, codeHash);
  await take(ports, `askProof source ${codeHash} ${source}`, perSource.limit, perSource.seconds);
  await take(ports, `askProof mobile ${to.contact}`, perMobile.limit, perMobile.seconds);
  const { content } = await openFiled(await openVault(ports, to.id, to.wrapped), to.id, to.sealed);
  const otp = makeOtp();
  const id = randomToken(16);
  const guessed = (await used(ports, wrongBucket(codeHash), manyWrong.seconds)) >= most(ports, manyWrong.count);
  await db.insertInto('one_time_code').values({
    id, code_hash: codeHash, source_hash: from, otp_hash: await otpHash(ports, id, otp), tries: guessed ? mostTries - 1 : 0,
    created_at: now, expires_at: new Date(now.getTime() + validSeconds * 1000),
  }).execute();
  await enqueue(db, ports, {
    request: to.request, mobile: content.mobile, text: oneTimeCodeText(to, otp, validSeconds / 60), decoy: to.request === null,
  });
  return { challenge: id, resendAfterSeconds };
}

/**
 * Changes a one-time code for a token; undefined when it is wrong, used, too old or tried too often. A message that
 * came late is still good while its own two minutes last, also after the same person asked for a second one.
 */
export async function redeemOneTimeCode(
  ports: PortsInTransaction, { codeHash, source, otp, challenge }: { codeHash: string; source: string; otp: string; challenge?: string },
): Promise<{ token: string; expiresAt: string } | undefined> {
  const { db } = ports;
  const from = await sourceHash(ports, source);
  const rows = await db.updateTable('one_time_code').set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('code_hash', '=', codeHash).where('expires_at', '>', ports.now()).where('tries', '<', mostTries)
    .where('source_hash', '=', (eb) => challenge === undefined
      ? eb.val(from)
      : eb.selectFrom('one_time_code as asked').select('asked.source_hash').where('asked.id', '=', challenge).where('asked.code_hash', '=', codeHash))
    .returning(['id', 'otp_hash']).execute();
  let right = false;
  for (const row of rows) right = (await otpHash(ports, row.id, otp)) === row.otp_hash || right;
  const request = await db.selectFrom('request_code').select('request').where('code_hash', '=', codeHash).executeTakeFirst();
  if (!right || !request) {
    // Only what was a guess; the other bucket is there so that both run the same statement.
    await tally(ports, rows.length ? wrongBucket(codeHash) : `giveProof idle ${codeHash}`, manyWrong.seconds);
    return undefined;
  }
  // Used up. Who just proved the number and reloads the page may have another code at once; the limits go on.
  await db.deleteFrom('one_time_code').where('code_hash', '=', codeHash).execute();
  return giveToken(db, ports, request.request);
}
