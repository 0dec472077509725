import type { Ports } from '../ports.ts';
import { nationalsOf } from '../catalogue/national-store.ts';
import type { DraftState, IntakeTables } from '../database/intake-tables.ts';
import type { Finding } from '../declarations/finding.ts';
import { unknownHeader, type ColumnMapping } from '../declarations/headers.ts';
import { FileProblem } from '../declarations/limits.ts';
import { openFile } from '../declarations/open.ts';
import { readRows, type ReadStep } from '../declarations/read.ts';
import { headOf } from '../declarations/sheets/sheet.ts';
import { repairText } from '../../persian/fold.ts';
import { tehranDay } from '../tehran-day.ts';
import type { Insertable } from 'kysely';
import { comparedRows, lookAcross } from './across.ts';
import { notNational } from './national.ts';

type Row = Insertable<IntakeTables['intake_row']>;

/** Rows that are written by one statement. */
const atOnce = 500;
/** Findings of the file and of empty rows that are kept; a file of empty lines says the same of each. */
const mostOfFile = 500;
/** As much of a file without a header as is shown to say what its columns are. */
const shown = { rows: 10, cells: 60, letters: 120 };

export const today = (ports: Ports): string => tehranDay(ports.now().getTime());
/** Where the file of a draft lies as it was received. */
export const fileOf = (draft: string): string => `intake-${draft}`;
export const isTold = ({ severity }: Finding): boolean => severity === 'warning' || severity === 'rejected';

const asRow = (draft: string, { row, service, findings, raw }: ReadStep): Row => ({
  draft, row: row!, cells: JSON.stringify(raw!.cells), notes: JSON.stringify(raw!.notes), findings: JSON.stringify(findings),
  service: service && JSON.stringify(service), told: findings.some(isTold),
});

/** The first rows of the first sheet that people see; none of what is no table at all. */
async function headOfFile(file: Blob): Promise<string[][]> {
  const { sheets } = await openFile(file);
  const sheet = sheets.find(({ hidden }) => !hidden);
  if (!sheet) return [];
  return (await headOf(sheet)).slice(0, shown.rows).map(({ cells }) => cells.slice(0, shown.cells).map((cell) => repairText(cell).slice(0, shown.letters)));
}

/**
 * Reads a file into its draft, row by row: only the rows of one statement, and of those before it, are held; what all rows tell together is asked of the database. How far it is stands
 * in the draft meanwhile. A file that cannot be read makes the draft `rejected`, with one sentence why.
 */
export async function readIntoDraft(ports: Ports, id: string, file: Blob, place: { province: string; agency: string }, mapping: ColumnMapping): Promise<void> {
  const { db } = ports;
  const update = (values: Partial<Insertable<IntakeTables['intake_draft']>>) =>
    db.updateTable('intake_draft').set({ ...values, changed_at: ports.now() }).where('id', '=', id).execute();
  await db.deleteFrom('intake_row').where('draft', '=', id).execute();
  const nationals = await nationalsOf(db, place.agency);
  const ofFile: Finding[] = [];
  let waiting: Row[] = [];
  let rows = 0;
  let part = 0;
  /** The rows that are being written while the next ones are read. */
  let writing: Promise<void> = Promise.resolve();
  const insert = async (some: Row[], values: { part: number; row_count: number }): Promise<void> => {
    await db.insertInto('intake_row').values(some).execute();
    await update(values);
  };
  const write = async (): Promise<void> => {
    await writing;
    if (!waiting.length) return;
    writing = insert(waiting, { part, row_count: rows });
    // It is awaited before anything else is written, and fails there.
    writing.catch(() => undefined);
    waiting = [];
  };
  try {
    for await (const step of readRows(file, { mapping, lintOn: today(ports), onProgress: (progress) => (part = progress.part) })) {
      if (step.header) {
        const { columns, units, unknown } = step.header;
        await update({ header: JSON.stringify({ columns, units, unknown }) });
      }
      if (!step.raw) {
        if (ofFile.length < mostOfFile) ofFile.push(...step.findings);
        continue;
      }
      rows++;
      waiting.push(asRow(id, { ...step, findings: notNational(step.findings, step.service, nationals) }));
      if (waiting.length >= atOnce) await write();
    }
    await write();
    await writing;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    await writing;
    await db.deleteFrom('intake_row').where('draft', '=', id).execute();
    const head = error.rule === 'file-header' ? await headOfFile(file) : [];
    const found: Finding = { row: null, column: null, rule: error.rule, severity: 'rejected', message: error.message };
    // A header that is nearly that of a column is proposed as such.
    const near = new Map(head.flat().filter((cell) => cell.trim()).map(unknownHeader).filter((each) => each.near).map((each) => [each.header, each]));
    await update({
      header: near.size ? JSON.stringify({ columns: [], units: { fee: null, time: null }, unknown: [...near.values()] }) : null,
      state: 'rejected', part: 1, row_count: 0, findings: JSON.stringify([...ofFile.filter(({ row }) => row === null), found]), head: JSON.stringify(head), across: '[]',
    });
    return;
  }
  const state: DraftState = 'draft';
  await update({ state, part: 1, row_count: rows, findings: JSON.stringify(ofFile), head: '[]', across: JSON.stringify(await lookAcross(db, place, await comparedRows(db, id))) });
}
