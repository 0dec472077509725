import { sql, type Transaction } from 'kysely';
import { keyedHash, randomBytes, randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { most, tally, take, used } from '../http/rate-limit.ts';
import { enqueue } from '../messages/outbox.ts';
import type { Channel } from '../messages/sender.ts';
import { oneTimeCodeText, type Sender } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';

export const mostTries = 5;

/** What a code opens, and how long it is good for. */
export interface CodePurpose {
  /** Hash of what the code opens. */
  hash: string;
  /** The network address that asks; empty where what is opened is itself a secret of the one who asks. */
  source: string;
  validSeconds: number;
  /** Seconds until another code may be sent, when so many were sent within the hour. */
  pause(sent: number): number;
  /** By what wrong tries are counted over all challenges. */
  guard: string;
}

/** Who reads the message. */
export interface Addressee {
  request: string | null;
  /** A mobile number, or an e-mail address with its `channel`. */
  to: string;
  channel?: Channel;
  /** What carries the code; absent: what opens something by the number. */
  text?: typeof oneTimeCodeText;
  sender: Sender;
  /** Of the number or address, hashed; of what was asked for where there is none. */
  contact: string;
  /** Nobody: the message is written and never sent. */
  decoy?: boolean;
}

/**
 * Who may cause how many messages, and how often a code may be guessed. A tracking code is shown to others (at a counter,
 * on a paper), so whoever knows one must neither find the six digits, nor flood the phone, nor keep its owner out:
 *
 * 1. Each asking is a challenge of its own, tied to the network address that asked. Wrong tries count for the challenge
 *    that they name, five each; those of a stranger never use up the owner's. Asking again within the pause gives the same
 *    challenge and the seconds to wait.
 * 2. One address causes `perSource` messages for one thing that is opened; that is half of what a phone gets of all
 *    together, `perContact`: a stranger leaves the other half, and the limit says when to try again, ten minutes at most.
 * 3. After `manyWrong` wrong tries of one `guard` in an hour, from wherever they come, each new challenge takes a single
 *    try. The owner, who reads the digits off the phone, needs no more; guessing goes down to some fifty of a million in
 *    an hour, each with a message that the owner sees.
 *
 * A tracking code that nobody has is counted in the same way, with the same statements.
 */
const perSource = { limit: 3, seconds: 600 };
const perContact = { limit: 6, seconds: 600 };
const manyWrong = { count: 20, seconds: 3600 };
const wrongBucket = ({ guard }: CodePurpose): string => `giveProof wrong ${guard}`;

/** Keyed, so that comparing two of them tells nobody how much of a guess is right. */
const otpHash = (ports: Ports, id: string, otp: string) => keyedHash(ports.secrets.lookup, 'one-time-code', `${id} ${otp}`);

/** Six digits, each row of them as likely: what lies past the last whole million of the range is drawn again. */
export function makeOtp(random: (count: number) => Uint8Array = randomBytes): string {
  for (;;) {
    const bytes = random(4);
    const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (number < 4_294_000_000) return String(number % 1_000_000).padStart(6, '0');
  }
}

/** Ports whose database is the transaction of the call. */
export type PortsInTransaction = Ports & { db: Transaction<Database> };

const sourceHash = (ports: Ports, source: string): Promise<string> => keyedHash(ports.secrets.lookup, 'one-time-code-source', source);

export interface LastCode {
  challenge: string;
  /** 0 where another may be sent at once. */
  resendAfterSeconds: number;
  /** So many within the hour. */
  sent: number;
}

/** The last code of this purpose and source. */
export async function lastOneTimeCode(ports: Ports, { hash, source, pause }: CodePurpose): Promise<LastCode | undefined> {
  const now = ports.now().getTime();
  const sent = await ports.db.selectFrom('one_time_code').select(['id', 'created_at'])
    .where('code_hash', '=', hash).where('source_hash', '=', await sourceHash(ports, source)).where('created_at', '>', new Date(now - 3_600_000))
    .orderBy('created_at', 'desc').execute();
  const last = sent[0];
  if (!last) return undefined;
  const rest = Math.ceil(pause(sent.length) - (now - last.created_at.getTime()) / 1000);
  return { challenge: last.id, resendAfterSeconds: Math.max(0, rest), sent: sent.length };
}

/**
 * Writes a one-time code and the message that carries it, and gives the challenge with the seconds until another may be
 * asked for. One for nobody goes the same way to the end, with a message that is never sent. Throws `rate.limited`.
 */
export async function sendOneTimeCode(
  ports: PortsInTransaction, purpose: CodePurpose, addressee: () => Promise<Addressee>,
): Promise<{ challenge: string; resendAfterSeconds: number }> {
  const { db } = ports;
  const { hash, source, validSeconds, pause } = purpose;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`one-time-code ${hash}`}, 0))`.execute(db);
  const last = await lastOneTimeCode(ports, purpose);
  if (last?.resendAfterSeconds) return { challenge: last.challenge, resendAfterSeconds: last.resendAfterSeconds };

  const to = await addressee();
  await take(ports, `askProof source ${hash} ${source}`, perSource.limit, perSource.seconds);
  await take(ports, `askProof contact ${to.contact}`, perContact.limit, perContact.seconds);
  const otp = makeOtp();
  const id = randomToken(16);
  const now = ports.now();
  const expires = new Date(now.getTime() + validSeconds * 1000);
  const guessed = (await used(ports, wrongBucket(purpose), manyWrong.seconds)) >= most(ports, manyWrong.count);
  await db.insertInto('one_time_code').values({
    id, code_hash: hash, source_hash: await sourceHash(ports, source), otp_hash: await otpHash(ports, id, otp), tries: guessed ? mostTries - 1 : 0,
    created_at: now, expires_at: expires,
  }).execute();
  await enqueue(db, ports, {
    request: to.request, to: to.to, channel: to.channel, about: 'code', from: to.sender, text: (to.text ?? oneTimeCodeText)(to.sender, otp, validSeconds / 60), goodUntil: expires, decoy: to.decoy,
  });
  return { challenge: id, resendAfterSeconds: pause((last?.sent ?? 0) + 1) };
}

/**
 * Whether the digits are those of a code that is still good, and how many tries its codes have left. A message that came
 * late is still good while its own time lasts, also after the same person asked for a second one. A wrong try is counted:
 * the transaction must go through.
 */
export async function checkOneTimeCode(
  ports: PortsInTransaction, purpose: CodePurpose, { otp, challenge }: { otp: string; challenge?: string },
): Promise<{ right: boolean; triesLeft: number }> {
  const { hash } = purpose;
  const from = await sourceHash(ports, purpose.source);
  const rows = await ports.db.updateTable('one_time_code').set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('code_hash', '=', hash).where('expires_at', '>', ports.now()).where('tries', '<', mostTries)
    .where('source_hash', '=', (eb) => challenge === undefined
      ? eb.val(from)
      : eb.selectFrom('one_time_code as asked').select('asked.source_hash').where('asked.id', '=', challenge).where('asked.code_hash', '=', hash))
    .returning(['id', 'otp_hash', 'tries']).execute();
  let right = false;
  for (const row of rows) right = (await otpHash(ports, row.id, otp)) === row.otp_hash || right;
  // Only what was a guess; the other bucket is there so that both run the same statement.
  if (!right) await tally(ports, rows.length ? wrongBucket(purpose) : `giveProof idle ${hash}`, manyWrong.seconds);
  return { right, triesLeft: rows.reduce((left, { tries }) => Math.max(left, mostTries - tries), 0) };
}
