import { sql, type Selectable } from 'kysely';
import { randomToken, seal, unseal } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { fileKey } from './content.ts';
import { unboundSince } from './unbound.ts';

/** A file that has not come whole. */
export type Growing = Selectable<Database['upload']>;

/** More than a file needs over the worst line; who sends it byte by byte does not fill the store with crumbs. */
const mostParts = 2_000;

const partContext = (id: string) => `file part ${id}`;

/** Throws `notFound` when there is none, or its day is over. */
export async function growing(ports: Ports, id: string): Promise<Growing> {
  const row = await ports.db.selectFrom('upload').selectAll().where('id', '=', id).where('created_at', '>', unboundSince(ports)).executeTakeFirst();
  if (!row) throw new ProblemException('notFound');
  return row;
}

/**
 * Puts bytes behind those that are there and gives the new offset. What was told to the sender survives a power cut, and
 * of two that write at one offset one is refused (`upload.otherOffset`): a sender whose line was cut may come back while
 * its first call is still being read.
 */
export async function grow(ports: Ports, upload: Growing, offset: number, bytes: Uint8Array): Promise<number> {
  const { db } = ports;
  if (offset !== upload.received) throw otherOffset(upload.received);
  if (bytes.byteLength === 0) return offset;
  if (offset + bytes.byteLength > upload.bytes) {
    throw new ProblemException('upload.tooLarge', { detail: `The upload was begun for ${upload.bytes} bytes.`, errors: [{ path: upload.field, code: 'maxBytes', params: { maxBytes: upload.bytes } }] });
  }
  const { count } = await db.selectFrom('upload_part').select(({ fn }) => fn.countAll<string>().as('count')).where('upload', '=', upload.id).executeTakeFirstOrThrow();
  if (Number(count) >= mostParts) throw new ProblemException('upload.tooLarge', { detail: `At most ${mostParts} parts; send larger ones.` });
  const id = randomToken(24);
  // The row first: bytes without a row would lie there for ever.
  const part = await db.insertInto('upload_part').columns(['id', 'upload', 'at', 'stored'])
    .expression((eb) => eb.selectFrom('upload').where('id', '=', upload.id).select(({ val, ref }) => [val(id).as('id'), ref('id').as('upload'), sql<number>`${offset}::integer`.as('at'), sql<boolean>`false`.as('stored')]))
    .returning('id').executeTakeFirst();
  // It was taken back meanwhile.
  if (!part) throw new ProblemException('notFound');
  await ports.files.put(id, await seal(await fileKey(ports, upload), partContext(id), bytes));
  const received = offset + bytes.byteLength;
  const won = await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx.updateTable('upload').set({ received }).where('id', '=', upload.id).where('received', '=', offset).executeTakeFirst();
    if (numUpdatedRows) await trx.updateTable('upload_part').set({ stored: true }).where('id', '=', id).execute();
    return numUpdatedRows > 0;
  });
  if (won) return received;
  await ports.files.delete(id);
  await db.deleteFrom('upload_part').where('id', '=', id).execute();
  throw otherOffset((await growing(ports, upload.id)).received);
}

export const otherOffset = (received: number): ProblemException => new ProblemException('upload.otherOffset', { detail: `${received} bytes have come.` });

/** The whole file, in memory as it is sealed and looked into in one piece. */
export async function wholeFile(ports: Ports, upload: Growing): Promise<Uint8Array> {
  const key = await fileKey(ports, upload);
  const whole = new Uint8Array(upload.bytes);
  const parts = await ports.db.selectFrom('upload_part').select(['id', 'at']).where('upload', '=', upload.id).where('stored', '=', true).orderBy('at').execute();
  for (const { id, at } of parts) {
    const sealed = await ports.files.get(id);
    if (!sealed) {
      ports.log.error('file.missing', { file: id });
      throw new ProblemException('notFound');
    }
    whole.set(await unseal(key, partContext(id), sealed), at);
  }
  return whole;
}

/** Erases what has come of a file; of one that became an attachment, what it was put together from. */
export async function eraseGrowing(ports: Ports, id: string): Promise<void> {
  const { db } = ports;
  // Nothing more is put to it from here on.
  await db.updateTable('upload').set({ received: -1 }).where('id', '=', id).execute();
  for (const part of await db.selectFrom('upload_part').select('id').where('upload', '=', id).execute()) await ports.files.delete(part.id);
  // A crash while it was made an attachment leaves bytes that no row names.
  const whole = await db.selectFrom('attachment').select('id').where('id', '=', id).executeTakeFirst();
  if (!whole) await ports.files.delete(id);
  await db.deleteFrom('upload').where('id', '=', id).execute();
}
