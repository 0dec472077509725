import type { Kysely, Selectable } from 'kysely';
import type { Upload } from '../../contract/form.ts';
import { randomBytes, seal, unseal } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { contentDisposition } from './file-names.ts';

export type Attachment = Selectable<Database['attachment']>;

const keyContext = (id: string) => `file key ${id}`;
const bytesContext = (id: string) => `file ${id}`;

/** A key for one file, so that erasing it in the database erases every copy and backup of the bytes. */
export async function newFileKey(ports: Ports, id: string): Promise<{ key: Uint8Array; wrapped: Uint8Array }> {
  const key = randomBytes(32);
  return { key, wrapped: await seal(ports.secrets.data, keyContext(id), key) };
}

export const fileKey = (ports: Ports, row: Pick<Attachment, 'id' | 'wrapped_key'>): Promise<Uint8Array> =>
  unseal(ports.secrets.data, keyContext(row.id), row.wrapped_key);

export async function putFile(ports: Ports, id: string, key: Uint8Array, bytes: Uint8Array): Promise<void> {
  await ports.files.put(id, await seal(key, bytesContext(id), bytes));
}

export const toUpload = (row: Pick<Attachment, 'id' | 'name' | 'bytes' | 'media_type'>): Upload => ({
  id: row.id, name: row.name, bytes: row.bytes, mediaType: row.media_type,
});

export async function filesOf(db: Kysely<Database>, request: string): Promise<Attachment[]> {
  return db.selectFrom('attachment').selectAll().where('request', '=', request).orderBy('created_at').orderBy('id').execute();
}

/** A file to be saved: a browser must never show it in place, whatever it holds. */
export async function fileResponse(ports: Ports, row: Attachment): Promise<Response> {
  const sealed = await ports.files.get(row.id);
  if (!sealed) {
    ports.log.error('file.missing', { file: row.id });
    throw new ProblemException('notFound');
  }
  const bytes = await unseal(await fileKey(ports, row), bytesContext(row.id), sealed);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': row.media_type,
      'content-length': String(bytes.byteLength),
      'content-disposition': contentDisposition(row.name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
