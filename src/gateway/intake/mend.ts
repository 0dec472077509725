import { nationalsOf } from '../catalogue/national-store.ts';
import { columnName, type Column } from '../declarations/headers.ts';
import { fixOf } from '../declarations/lint/fixes.ts';
import { readMended, type DeclaredService, type RawRow } from '../declarations/read.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { DraftRecord } from './access.ts';
import { comparedRows, lookAcross } from './across.ts';
import { rowAnswer, type StoredRow } from './drafts.ts';
import { notNational } from './national.ts';
import { isTold, today } from './read-file.ts';
import type { DraftRow } from '../../contract/intake.ts';
import type { Finding } from '../declarations/finding.ts';

export interface Mending {
  draft: string;
  version: number;
  row: number;
  column: Column;
  /** The new text, or what makes it of the old one and of what is said of the row. */
  value: string | ((cell: string, findings: readonly Finding[]) => string);
  staff: string;
}

type Trx = Transaction<Database>;

/** A row as it is after a change. */
export interface MendedRow { row: number; raw: RawRow; findings: Finding[]; service: DeclaredService | null }

/** A draft that is about to be changed, held until then. Throws `declaration.changed` where it is not what was seen, if anything was, `declaration.notReady` where it is none any more. */
export async function openDraft(trx: Trx, id: string, version?: number): Promise<DraftRecord> {
  const draft = await trx.selectFrom('intake_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (version !== undefined && draft.version !== version) throw new ProblemException('declaration.changed');
  if (draft.state !== 'draft' || !draft.header) throw new ProblemException('declaration.notReady');
  return draft;
}

export async function putRows(trx: Trx, draft: string, rows: readonly MendedRow[]): Promise<void> {
  if (!rows.length) return;
  await trx.insertInto('intake_row')
    .values(rows.map(({ row, raw, findings, service }) => ({
      draft, row, cells: JSON.stringify(raw.cells), notes: JSON.stringify(raw.notes), findings: JSON.stringify(findings),
      service: service && JSON.stringify(service), told: findings.some(isTold),
    })))
    .onConflict((conflict) => conflict.columns(['draft', 'row']).doUpdateSet(({ ref }) => ({
      cells: ref('excluded.cells'), notes: ref('excluded.notes'), findings: ref('excluded.findings'), service: ref('excluded.service'), told: ref('excluded.told'),
    })))
    .execute();
}

/**
 * Puts a text into a cell and works out anew what is said of the row, and of all rows together. Throws `declaration.changed`
 * when somebody else changed the draft meanwhile, `declaration.notReady` when it is none any more.
 */
export async function mendCell(ports: Ports, { draft: id, version, row, column, value, staff }: Mending): Promise<{ version: number; row: DraftRow }> {
  return ports.db.transaction().execute(async (trx) => {
    const draft = await openDraft(trx, id, version);
    const stored = await trx.selectFrom('intake_row').selectAll().where('draft', '=', id).where('row', '=', row).executeTakeFirst();
    if (!stored) throw new ProblemException('input.invalid', { errors: [{ path: 'row', code: 'unknown' }] });
    const text = typeof value === 'string' ? value : value(stored.cells[column] ?? '', [...stored.findings, ...draft.across.filter((finding) => finding.row === row)]);
    const read = readMended(row, { cells: { ...stored.cells, [column]: text }, notes: stored.notes }, column, draft.header!, today(ports));
    const findings = notNational(read.findings, read.service, await nationalsOf(trx, draft.agency));
    await putRows(trx, id, [{ row, raw: read.raw, findings, service: read.service }]);
    const across = await lookAcross(trx, draft, await comparedRows(trx, id));
    const drafters = [...new Set([...draft.drafters, staff])];
    await trx.updateTable('intake_draft').set({ version: version + 1, across: JSON.stringify(across), drafters: JSON.stringify(drafters), returned: null, changed_at: ports.now() })
      .where('id', '=', id).execute();
    const mended: StoredRow = { row, cells: read.raw.cells, notes: read.raw.notes, findings, service: read.service };
    return { version: version + 1, row: rowAnswer(mended, across) };
  });
}

/** What one press does for a rule. Throws `input.invalid` when the row has no such finding, or none that a press can mend. */
export const pressOf = (rule: string, column: Column): Exclude<Mending['value'], string> => (cell, findings) => {
  const finding = findings.find((each) => each.rule === rule && each.column === columnName(column));
  const fixed = finding && fixOf(finding, cell);
  if (fixed === undefined) throw new ProblemException('input.invalid', { errors: [{ path: 'rule', code: 'noFix' }] });
  return fixed;
};
