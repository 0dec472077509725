import { toPersianDigits } from '../../persian/digits.ts';
import { compareCodes, dropSuperseded } from './across-rows.ts';
import { isExample } from './example.ts';
import { repaired, warning, type CellFinding, type Finding } from './finding.ts';
import { columnName, isHeaderAgain, type Column, type ColumnMapping, type HeaderRow } from './headers.ts';
import { lintService } from './lint/lint.ts';
import { FileProblem, limits, tooLongCell, tooManyRows } from './limits.ts';
import { locate, type Located } from './locate.ts';
import { openFile } from './open.ts';
import { readRow, type DeclaredService, type OfHeader } from './row.ts';
import { readTextCell } from './sheets/formula.ts';
import type { SheetRow } from './sheets/sheet.ts';
import { withoutUnwritable } from './sheets/unwritable.ts';

export type { DeclaredService } from './row.ts';
export type { Finding, Severity } from './finding.ts';
export type { Column, ColumnMapping } from './headers.ts';

export interface ReadOptions {
  /** What headers mean that the synonyms do not know, or know wrongly: their header to our column, or to null. */
  mapping?: ColumnMapping;
  /** Hears how far reading has come, again and again. */
  onProgress?: (progress: ReadProgress) => void;
  /** ISO date of today: also tells what a sheet lacks and how it could serve people better (./lint). */
  lintOn?: string;
}

export interface ReadProgress {
  /** Part of the file that is read, 0 to 1. */
  part: number;
  /** Rows below the header that hold anything. */
  rows: number;
}

/** What one row came to, or, with `row` null, what the file as a whole had to say. */
export interface ReadStep {
  row: number | null;
  /** Null for a row that is empty or rejected; the findings tell why. */
  service: DeclaredService | null;
  findings: Finding[];
  /** The row holds something. */
  counts: boolean;
  /** Where the row may be mended: its cells as they came, and what was told before anything was made of them. */
  raw?: RawRow;
  /** With the first step: what the columns of the file are. */
  header?: HeaderRow;
}

/** One row by columns, as it came, within the limits of a cell. */
export interface RawRow {
  cells: Partial<Record<Column, string>>;
  notes: Finding[];
}

export interface DeclarationReading {
  services: DeclaredService[];
  findings: Finding[];
  /** Rows below the header that hold anything. */
  rows: number;
}

function headerFindings({ header, headerRow }: Located): Finding[] {
  const findings: Finding[] = [];
  const tell = (rule: string, message: string) => findings.push({ row: headerRow, column: null, ...warning(rule, message) });
  if (header.unknown.length) {
    const names = header.unknown.map(({ header: name, near }) => (near ? `${name} (شاید «${columnName(near)}»)` : name));
    tell('unknown-columns', `این ستون‌ها در الگو نیست و خوانده نشد: ${names.join('، ')}.`);
  }
  const absent = (['time', 'fee', 'documents'] as Column[]).filter((column) => !header.columns.includes(column));
  if (absent.length) tell('missing-columns', `این ستون‌ها در فایل نیست: ${absent.map(columnName).join('، ')}.`);
  return findings;
}

/** Cells as text within their limits, and what they had to say before anything is made of them. */
function plainCells({ row, cells, notes = [] }: SheetRow, header: HeaderRow, isText: boolean): { cells: string[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const tell = (at: number, finding: CellFinding) => {
    const column = header.columns[at];
    if (column) findings.push({ row, column: columnName(column), ...finding });
  };
  for (const { at, finding } of notes) tell(at, finding);
  const plain = cells.map((cell, at) => {
    const { value, findings: found } = isText ? readTextCell(cell) : { value: cell, findings: [] };
    for (const finding of found) tell(at, finding);
    if (value.length <= limits.cell) return value;
    tell(at, warning('cell-too-long', tooLongCell(value.length)));
    return value.slice(0, limits.cell);
  });
  // A sheet ends its rows where they hold nothing more; a text that does so lacks something.
  while (!isText && plain.length < header.columns.length) plain.push('');
  return { cells: plain, findings };
}

/** As `readRow`, with what the linter says of the service on a day. */
export function judgeRow(row: number, cells: string[], header: OfHeader, today?: string): ReturnType<typeof readRow> {
  const read = readRow(row, cells, header);
  if (!read.service || !today) return read;
  // A phone that cannot be rung is told already: it is not missing too.
  const badPhone = read.findings.some(({ rule }) => rule === 'phone');
  const lint = lintService(read.service, { today, columns: header.columns }).filter(({ rule }) => !(badPhone && rule === 'contact-missing'));
  return { service: read.service, findings: [...read.findings, ...lint] };
}

/**
 * Reads one row anew after a cell was mended: `notes` of other cells stay, what stands in the mended one is read as text, so
 * that a formula stays one.
 */
export function readMended(
  row: number, { cells, notes }: RawRow, mended: Column, header: OfHeader, today?: string,
): Pick<ReadStep, 'service' | 'findings'> & { raw: RawRow } {
  const own = { columns: [mended], unknown: [], known: 1, units: { fee: null, time: null } };
  const plain = plainCells({ row, cells: [withoutUnwritable(cells[mended] ?? '')] }, own, true);
  const raw: RawRow = {
    cells: { ...cells, [mended]: plain.cells[0] },
    notes: [...notes.filter(({ column }) => column !== columnName(mended)), ...plain.findings],
  };
  // Cells that stand in the wrong columns do not come right by mending one.
  if (raw.notes.some(({ severity }) => severity === 'rejected')) return { service: null, findings: raw.notes, raw };
  const columns = header.columns.includes(mended) ? header.columns : [...header.columns, mended];
  const read = judgeRow(row, columns.map((column) => (column && raw.cells[column]) ?? ''), { ...header, columns }, today);
  return { service: read.service, findings: [...raw.notes, ...read.findings], raw };
}

const blank = (from: number, to: number): Finding => ({
  row: from,
  column: null,
  ...repaired(
    'blank-row',
    from === to ? 'سطر خالی کنار گذاشته شد.' : `سطرهای خالی ${toPersianDigits(from)} تا ${toPersianDigits(to)} کنار گذاشته شد.`,
  ),
});

const incomplete = (row: number): Finding => ({
  row: null,
  column: null,
  ...warning(
    'file-incomplete',
    `فایل در سطر ${toPersianDigits(row)} بریده شده است و سطرهای پیش از آن خوانده شد؛ شاید سطرهای دیگری هم بوده که نرسیده است.`,
  ),
});

const cutOffFindings = (row: number): [Finding, Finding] => [
  {
    row,
    column: null,
    rule: 'cut-off',
    severity: 'rejected',
    message: 'این سطر درون گیومه باز یا پیش از پایان بریده شده و ناقص است.',
  },
  incomplete(row),
];

/**
 * Reads a declaration as an agency hands it over, row by row: XLSX, ODS, text with any usual delimiter in any of four
 * encodings, the table of a page, JSON; told by what it holds, the header wherever it stands. Only the row at hand is
 * kept. Nothing in a file is run: a formula is text.
 *
 * Throws `FileProblem` when the file as a whole cannot be read, before the first row or, where a limit is met, later.
 */
export async function* readRows(file: Blob, options: ReadOptions = {}): AsyncGenerator<ReadStep, void> {
  const opened = await openFile(file);
  const located = await locate(opened.sheets, options.mapping);
  if (!located) throw new FileProblem('file-header', 'سطر سرستون‌ها پیدا نشد. نام ستون‌ها را مانند الگو بنویسید.');
  const { sheet, header, headerRow } = located;
  const ofFile = [...opened.findings, ...located.findings].map((found): Finding => ({ row: null, column: null, ...found }));
  yield { row: null, service: null, findings: [...ofFile, ...headerFindings(located)], counts: false, header };

  let rows = 0;
  let last = headerRow;
  const onPart = (part: number) => options.onProgress?.({ part, rows });
  for await (const record of sheet.rows(onPart)) {
    const { row } = record;
    if (row <= headerRow) continue;
    if (record.cutOff) {
      const [own, ofFile] = cutOffFindings(row);
      yield { row, service: null, findings: [own], counts: true, raw: { cells: {}, notes: [own] } };
      yield { row: null, service: null, findings: [ofFile], counts: false };
      return;
    }
    const isBlank = record.cells.every((cell) => !cell.trim());
    if (row > last + 1 && !isBlank) yield { row: last + 1, service: null, findings: [blank(last + 1, row - 1)], counts: false };
    if (isBlank && opened.isText) yield { row, service: null, findings: [blank(row, row)], counts: false };
    // The rows of a sheet go on, empty, to where somebody once set a colour: they are told when something follows them.
    if (!isBlank || opened.isText) last = row;
    if (isBlank) continue;
    const { cells, findings } = plainCells(record, header, opened.isText);
    if (isExample(cells[header.columns.indexOf('title')] ?? '')) {
      yield { row, service: null, findings: [{ row, column: null, ...repaired('example-row', 'سطر نمونه الگو کنار گذاشته شد.') }], counts: false };
      continue;
    }
    if (isHeaderAgain(cells, header.columns, options.mapping)) {
      yield { row, service: null, findings: [{ row, column: null, ...repaired('header-again', 'سرستون که دوباره آمده بود کنار گذاشته شد.') }], counts: false };
      continue;
    }
    if (++rows > limits.rows) throw tooManyRows();
    const read = judgeRow(row, cells, header, options.lintOn);
    const byColumn = header.columns.flatMap((column, at) => (column && cells[at] ? [[column, cells[at]] as const] : []));
    yield {
      row, service: read.service, findings: [...findings, ...read.findings], counts: true,
      raw: { cells: Object.fromEntries(byColumn), notes: [...findings, ...read.findings.filter(({ rule }) => rule === 'too-many-cells')] },
    };
    if (record.unended && record.cells.length < header.columns.length) yield { row: null, service: null, findings: [incomplete(row)], counts: false };
  }
}

/**
 * As `readRows`, whole, with what only all rows together tell. Never rejects: what cannot be read is told in the findings
 * and does not stop the rest. A file is rejected as a whole, without services, only when it is of no kind that can be
 * read, no encoding gives Persian text, no header is recognised, a limit is met, or more than half of its rows are rejected.
 */
export async function readDeclaration(
  file: Blob | Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<DeclarationReading> {
  const findings: Finding[] = [];
  const services: DeclaredService[] = [];
  let rows = 0;
  const rejectFile = (rule: string, message: string, told = findings): DeclarationReading => ({
    services: [],
    rows,
    findings: [
      ...told,
      { row: null, column: null, rule, severity: 'rejected', message: `${fileName}: ${message}` },
    ],
  });
  try {
    for await (const step of readRows(file instanceof Blob ? file : new Blob([file as Uint8Array<ArrayBuffer>]), options)) {
      findings.push(...step.findings);
      if (step.counts) rows++;
      if (step.service) services.push(step.service);
    }
  } catch (error) {
    if (error instanceof FileProblem) return rejectFile(error.rule, error.message, findings.filter(({ row }) => row === null));
    throw error;
  }
  if ((rows - services.length) * 2 > rows)
    return rejectFile('file-mostly-rejected', 'بیش از نیمی از سطرها خوانده نشد؛ هیچ سطری وارد نشد.');

  const kept = dropSuperseded(services);
  findings.push(...kept.findings, ...compareCodes(kept.services));
  findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { services: kept.services, findings, rows };
}
