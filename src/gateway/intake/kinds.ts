import type { DraftKinds } from '../../contract/intake.ts';
import type { Ports } from '../ports.ts';
import { nationalsOf } from '../catalogue/national-store.ts';
import type { Finding } from '../declarations/finding.ts';
import { columnName, columnOf, type Column } from '../declarations/headers.ts';
import { fixOf } from '../declarations/lint/fixes.ts';
import { readMended } from '../declarations/read.ts';
import { ProblemException } from '../http/problem.ts';
import type { DraftRecord } from './access.ts';
import { comparedRows, lookAcross } from './across.ts';
import { asReadOf, rowsAfter, wordsOf, type StoredRow } from './drafts.ts';
import { notNational } from './national.ts';
import { openDraft, putRows, type MendedRow } from './mend.ts';
import { today } from './read-file.ts';

/** Rows that are held at once. */
const atOnce = 500;

async function* pagesOf(db: Ports['db'], draft: DraftRecord): AsyncGenerator<StoredRow[]> {
  for (let after = 0; ; ) {
    const rows = await rowsAfter(db, draft, { after, limit: atOnce });
    if (rows.length) yield rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)!.row;
  }
}

const ofRow = (row: StoredRow, draft: DraftRecord): Finding[] => [...row.findings, ...draft.across.filter((finding) => finding.row === row.row)];

/** What is said of the rows of a draft by rule and column, each with how many rows it is said of and with the first of them. */
export async function kindsOf(db: Ports['db'], draft: DraftRecord): Promise<DraftKinds> {
  const kinds = new Map<string, DraftKinds['items'][number]>();
  const across = new Set(draft.across.map(({ row }) => row));
  for await (const rows of pagesOf(db, draft)) {
    for (const row of rows) {
      const seen = new Set<string>();
      for (const finding of across.has(row.row) ? ofRow(row, draft) : row.findings) {
        const { rule, severity, message } = finding;
        const column = columnOf(finding.column);
        const key = `${severity} ${rule} ${column ?? ''}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const before = column && (row.cells[column] ?? '');
        let kind = kinds.get(key);
        if (!kind) kinds.set(key, (kind = { rule, severity, column, rows: 0, fixable: 0, first: { row: row.row, message, before, after: column && (asReadOf(row)[column] ?? null) } }));
        kind.rows++;
        if (column && fixOf(finding, before!) !== undefined) kind.fixable++;
      }
    }
  }
  const order = ['rejected', 'warning', 'advice', 'repaired'];
  const items = [...kinds.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.rows - a.rows);
  return { version: draft.version, items, rules: wordsOf(items) };
}

/**
 * Does what the findings of one rule propose for a column, in all rows of a draft that have one. Throws `declaration.changed` and
 * `declaration.notReady` as `mendCell` does, `input.invalid` where nothing is to be done.
 */
export async function fixAll(
  ports: Ports, { draft: id, version, column, rule, staff }: { draft: string; version: number; column: Column; rule: string; staff: string },
): Promise<{ version: number; mended: number }> {
  return ports.db.transaction().execute(async (trx) => {
    const draft = await openDraft(trx, id, version);
    const nationals = await nationalsOf(trx, draft.agency);
    let mended = 0;
    for await (const rows of pagesOf(trx, draft)) {
      const changed = rows.flatMap((stored): MendedRow[] => {
        const cell = stored.cells[column] ?? '';
        const finding = ofRow(stored, draft).find((each) => each.rule === rule && each.column === columnName(column));
        const fixed = finding && fixOf(finding, cell);
        if (fixed === undefined) return [];
        const read = readMended(stored.row, { cells: { ...stored.cells, [column]: fixed }, notes: stored.notes }, column, draft.header!, today(ports));
        return [{ row: stored.row, raw: read.raw, service: read.service, findings: notNational(read.findings, read.service, nationals) }];
      });
      await putRows(trx, id, changed);
      mended += changed.length;
    }
    if (!mended) throw new ProblemException('input.invalid', { errors: [{ path: 'rule', code: 'noFix' }] });
    const across = await lookAcross(trx, draft, await comparedRows(trx, id));
    await trx.updateTable('intake_draft')
      .set({ version: version + 1, across: JSON.stringify(across), drafters: JSON.stringify([...new Set([...draft.drafters, staff])]), returned: null, changed_at: ports.now() })
      .where('id', '=', id).execute();
    return { version: version + 1, mended };
  });
}
