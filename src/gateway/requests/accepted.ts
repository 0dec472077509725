import type { Transaction } from 'kysely';
import type { Accepted, Filed, Proof } from '../../contract/request.ts';
import { formVersion, offering, province } from '../catalogue/store.ts';
import { keyedHash, randomToken, seal, unsealText } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { CallerContext } from '../http/handler.ts';
import { remember } from '../http/idempotency.ts';
import { ProblemException } from '../http/problem.ts';
import { take } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { checkOneTimeCode, lastOneTimeCode, sendOneTimeCode, type CodePurpose, type PortsInTransaction } from '../proof/one-time-codes.ts';
import { giveToken } from '../proof/proofs.ts';
import type { CheckedRequest } from './check.ts';
import { join, matterOf, openAbout } from './same-matter.ts';
import { contactHash } from './vault.ts';
import { bindFiles, writeRequest } from './write-request.ts';

/**
 * Accept first, verify before filing: what a citizen has sent is safe from the first moment, and no unit gets anything that
 * nobody stands behind. What is accepted lies sealed, with its files, and is filed under the same id by the code that went
 * to its mobile number. Nothing of it is seen by the desk before; nobody but its sender knows its name.
 */

/** Unproven it is erased after so long. Its files wait longer (uploads/unbound.ts): the device may send it anew. */
const keptHours = 24;
/** A message may come late; five tries of a million stay five. */
const validSeconds = 300;
/** One minute to the second code, two to the third, then four. */
const pause = (sent: number): number => Math.min(60 * 2 ** (sent - 1), 240);
/** Calls for one accepted request, whatever becomes of them; tries are counted by the code. */
const tried = { limit: 30, seconds: 600 };

/** What is sealed until it is filed. */
interface Content extends Pick<CheckedRequest, 'answers' | 'files' | 'mobile' | 'language'> {
  offering: string;
  form: { id: string; version: number };
  /** It is filed apart, though there may be another about the same matter. */
  separate: boolean;
  /** Of the call that brought it, which is answered by the receipt from then on. */
  idempotencyKey?: string;
}
/** What is sealed after it was filed: for who gives the right code once more. */
interface Answer {
  request: string;
  filed: Filed;
}
/** An accepted request of a key, opened as far as a further call needs it. */
export interface Held {
  id: string;
  fingerprint: string;
  contact: string;
  until: Date;
  filed?: Filed;
}

const contentContext = (id: string) => `accepted ${id}`;
const answerContext = (id: string) => `accepted answer ${id}`;
const keyHash = (ports: Ports, key: string): Promise<string> => keyedHash(ports.secrets.lookup, 'accepted-key', key);

/** Its name is a secret of its sender, so codes are not told apart by address; wrong tries count for the number. */
const proving = async (ports: Ports, id: string, contact: string): Promise<CodePurpose> =>
  ({ hash: await keyedHash(ports.secrets.lookup, 'accepted', id), source: '', validSeconds, pause, guard: contact });

/** What was accepted under a key and is not over, locked until the transaction ends. */
export async function heldUnder(trx: Transaction<Database>, ports: Ports, key: string | undefined): Promise<Held | undefined> {
  if (key === undefined) return undefined;
  const row = await trx.selectFrom('accepted').selectAll().where('key_hash', '=', await keyHash(ports, key)).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  if (row.expires_at <= ports.now()) {
    await forget(trx, row.id);
    return undefined;
  }
  const answer = row.answer && (await openAnswer(ports, row.id, row.answer));
  return { id: row.id, fingerprint: row.fingerprint, contact: row.contact_hash, until: row.expires_at, ...(answer && { filed: answer.filed }) };
}

/** How an accepted request stands. Sends no code: whoever comes back to it asks for one. */
export async function acceptedState(ports: PortsInTransaction, { id, contact, until }: Held): Promise<Accepted> {
  const last = await lastOneTimeCode(ports, await proving(ports, id, contact));
  return { accepted: id, until: until.toISOString(), validSeconds, resendAfterSeconds: last?.resendAfterSeconds ?? 0 };
}

/** Takes it back before it is filed. Its files belong to nobody then, and go with the orphans. */
export async function forget(trx: Transaction<Database>, id: string): Promise<void> {
  const gone = await trx.deleteFrom('accepted').where('id', '=', id).returning('answer').executeTakeFirst();
  if (gone && !gone.answer) await trx.updateTable('attachment').set({ request: null }).where('request', '=', id).execute();
}

/** Keeps a checked request and sends the code that files it. Throws `rate.limited`. */
export async function accept(ports: PortsInTransaction, checked: CheckedRequest, separate: boolean, caller: CallerContext): Promise<Accepted> {
  const { db } = ports;
  const { sheet, form, answers, files, mobile, language } = checked;
  const { fingerprint, idempotencyKey } = caller;
  const id = randomToken(16);
  const now = ports.now();
  const held: Held = { id, fingerprint, contact: await contactHash(ports, mobile), until: new Date(now.getTime() + keptHours * 3_600_000) };
  const content: Content = {
    offering: sheet.id, form: { id: form.id, version: form.version }, answers, files, mobile, language, separate, ...(idempotencyKey && { idempotencyKey }),
  };
  await db.insertInto('accepted').values({
    id, key_hash: idempotencyKey === undefined ? null : await keyHash(ports, idempotencyKey), fingerprint, contact_hash: held.contact,
    content: await seal(ports.secrets.data, contentContext(id), JSON.stringify(content)), created_at: now, expires_at: held.until,
  }).execute();
  await bindFiles(db, id, files.map((file) => file.id));
  await sendTo(ports, held, content);
  return acceptedState(ports, held);
}

async function sendTo(ports: PortsInTransaction, { id, contact }: Pick<Held, 'id' | 'contact'>, content: Content): Promise<void> {
  const { name } = await province(ports.db, (await offering(ports.db, content.offering)).province);
  const sender = { province: name.fa, language: content.language };
  await sendOneTimeCode(ports, await proving(ports, id, contact), async () => ({ request: null, to: content.mobile, sender, contact }));
}

/** Sends another code when it is time. Throws `accepted.notFound`, `rate.limited`. */
export async function resendAccepted(ports: Ports, id: string): Promise<Accepted> {
  return ports.db.transaction().execute(async (trx) => {
    const inside = { ...ports, db: trx };
    const row = await find(trx, ports, id);
    if (!row.content) throw new ProblemException('accepted.notFound');
    await sendTo(inside, { id, contact: row.contact_hash }, await openContent(ports, id, row.content));
    return acceptedState(inside, { id, fingerprint: row.fingerprint, contact: row.contact_hash, until: row.expires_at });
  });
}

/**
 * Files an accepted request by the code that went to its number, in one transaction; the right code once more gives the
 * same receipt. It was held against its form when it was accepted, and is not again: a form that has changed since then
 * takes nothing back. Throws `accepted.notFound`, `proof.wrong`, `offering.notFound`.
 */
export async function proveAccepted(ports: Ports, id: string, otp: string): Promise<{ filed: Filed; proof: Proof }> {
  await take(ports, `proveAccepted ${id}`, tried.limit, tried.seconds);
  const done = await ports.db.transaction().execute(async (trx): Promise<Answer | ProblemException> => {
    const row = await find(trx, ports, id);
    const { right, triesLeft } = await checkOneTimeCode({ ...ports, db: trx }, await proving(ports, id, row.contact_hash), { otp });
    // Given, not thrown: a wrong try has to be counted, so the transaction goes through.
    if (!right) return new ProblemException('proof.wrong', { triesLeft });
    if (row.answer) return openAnswer(ports, id, row.answer);
    const content = await openContent(ports, id, row.content!);
    const answer = await fileAccepted(trx, ports, id, content);
    if (answer instanceof ProblemException) return answer;
    await trx.updateTable('accepted').where('id', '=', id)
      .set({ content: null, answer: await seal(ports.secrets.data, answerContext(id), JSON.stringify(answer)) }).execute();
    // From now on the call that brought it is answered by its receipt, as any filing is.
    await remember(trx, ports, { idempotencyKey: content.idempotencyKey }, 'fileRequest', row.fingerprint, { status: 201, answer: answer.filed });
    return answer;
  });
  if (done instanceof ProblemException) throw done;
  return { filed: done.filed, proof: await giveToken(ports.db, ports, done.request) };
}

async function fileAccepted(trx: Transaction<Database>, ports: Ports, id: string, { separate, ...content }: Content): Promise<Answer | ProblemException> {
  const checked: CheckedRequest = {
    ...content, sheet: await offering(trx, content.offering), form: await formVersion(trx, content.form.id, content.form.version),
  };
  const matter = await matterOf(trx, ports, checked);
  // Another one about the same matter was filed meanwhile, by the same proven number.
  const open = matter && !separate ? await openAbout(trx, matter) : undefined;
  if (!open) return { request: id, filed: await writeRequest(trx, ports, id, checked, matter) };
  const joined = await join(trx, ports, open, { ...checked, sameMatter: 'proven', address: '' });
  if (joined instanceof ProblemException) return joined;
  await bindFiles(trx, open, checked.files.map((file) => file.id));
  return { request: open, filed: joined };
}

async function find(trx: Transaction<Database>, ports: Ports, id: string) {
  const row = await trx.selectFrom('accepted').selectAll().where('id', '=', id).where('expires_at', '>', ports.now()).forUpdate().executeTakeFirst();
  if (!row) throw new ProblemException('accepted.notFound');
  return row;
}

const openContent = async (ports: Ports, id: string, sealed: Uint8Array): Promise<Content> =>
  JSON.parse(await unsealText(ports.secrets.data, contentContext(id), sealed)) as Content;
const openAnswer = async (ports: Ports, id: string, sealed: Uint8Array): Promise<Answer> =>
  JSON.parse(await unsealText(ports.secrets.data, answerContext(id), sealed)) as Answer;

/** Erases what nobody proved in time. */
export async function sweepAccepted(ports: Ports): Promise<void> {
  const over = await ports.db.selectFrom('accepted').select('id').where('expires_at', '<=', ports.now()).limit(500).execute();
  for (const { id } of over) await ports.db.transaction().execute((trx) => forget(trx, id));
}
