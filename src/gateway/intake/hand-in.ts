import { indexedSheets } from '../catalogue/indexed-sheets.ts';
import { publicationInForce } from '../catalogue/publications.ts';
import { digestOf, randomToken } from '../crypto.ts';
import type { ColumnMapping } from '../declarations/headers.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import type { DraftRecord } from './access.ts';
import { fileOf, readIntoDraft } from './read-file.ts';

export interface HandedIn {
  province: string;
  agency: string;
  fileName: string;
  file: Blob;
  /** Who of the staff hands it in, or with which token. */
  staff: string | null;
  token: string | null;
}

export const draftById = async ({ db }: Ports, id: string): Promise<DraftRecord> =>
  db.selectFrom('intake_draft').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** A name as it is shown: never a path, nothing that turns a line round. */
const cleanName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim().slice(0, 120) || 'declaration';

/** Keeps a file as it came and reads it into a draft. Whoever watches sees in the draft how far it is. */
export async function handIn(ports: Ports, { province, agency, fileName, file, staff, token }: HandedIn): Promise<DraftRecord> {
  const id = randomToken(16);
  const now = ports.now();
  await ports.db.insertInto('intake_draft').values({
    id, province, agency, file_name: cleanName(fileName), sha256: await digestOf(file), state: 'reading', part: 0, version: 1,
    base: await publicationInForce(ports.db, province, agency), mapping: '{}', header: null, head: '[]', findings: '[]', across: '[]', row_count: 0,
    received_at: now, changed_at: now, received_by: staff, token, drafters: JSON.stringify(staff ? [staff] : []), published_as: null,
  }).execute();
  await ports.files.put(fileOf(id), file);
  await readIntoDraft(ports, id, file, { province, agency }, {});
  // Who hands in is going to publish: this once, after a start, the others' sheets are read before somebody waits for that.
  await indexedSheets(ports.db, province);
  return draftById(ports, id);
}

/** Throws a draft and its file away. Throws `declaration.notReady` when it is published. */
export async function discardDraft(ports: Ports, id: string): Promise<void> {
  const { numUpdatedRows } = await ports.db.updateTable('intake_draft').set({ state: 'discarded', changed_at: ports.now() })
    .where('id', '=', id).where('state', '!=', 'published').executeTakeFirstOrThrow();
  if (!numUpdatedRows) throw new ProblemException('declaration.notReady');
  await ports.db.deleteFrom('intake_row').where('draft', '=', id).execute();
  await ports.files.delete(fileOf(id));
}

/** Reads the file of a draft again, with what its headers mean. What was mended in it is gone. */
export async function readAgain(ports: Ports, draft: DraftRecord, { version, mapping, staff }: { version: number; mapping: ColumnMapping; staff: string }): Promise<DraftRecord> {
  const { db } = ports;
  const file = await ports.files.blob(fileOf(draft.id));
  if (!file) throw new ProblemException('declaration.notReady');
  const { numUpdatedRows } = await db.updateTable('intake_draft')
    .set({
      version: version + 1, mapping: JSON.stringify(mapping), state: 'reading', part: 0, returned: null, changed_at: ports.now(),
      drafters: JSON.stringify([...new Set([...draft.drafters, staff])]),
    })
    .where('id', '=', draft.id).where('version', '=', version).where('state', 'in', ['draft', 'rejected', 'reading']).executeTakeFirstOrThrow();
  if (!numUpdatedRows) throw new ProblemException(draft.state === 'published' || draft.state === 'discarded' ? 'declaration.notReady' : 'declaration.changed');
  await readIntoDraft(ports, draft.id, file, draft, mapping);
  return draftById(ports, draft.id);
}
