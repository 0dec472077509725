import { toPersianDigits } from '../../persian/digits.ts';
import { warning, type CellFinding } from './finding.ts';
import { isHeader, readHeader, type ColumnMapping, type HeaderRow } from './headers.ts';
import { limits, tooManyColumns } from './limits.ts';
import { headOf, type Sheet, type SheetRow } from './sheets/sheet.ts';

/** The table of a file that is a declaration, and where its header stands. */
export interface Located {
  sheet: Sheet;
  header: HeaderRow;
  /** Row of the header, the lower one where it has two. */
  headerRow: number;
  findings: CellFinding[];
}

/**
 * A header of two rows as one: a name above several columns («مراجعه حضوری») and below it what each is («تعداد»، «ضرورت»),
 * in the first way of saying both that is known.
 */
function joined(above: string[], below: string[], mapping: ColumnMapping | undefined): string[] {
  let group = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    if (above[at]?.trim()) group = above[at];
    const own = below[at]?.trim() ? below[at] : undefined;
    if (own === undefined) return above[at] ?? '';
    return [own, `${own} ${group}`, `${group} ${own}`].find((name) => isHeader(name, mapping)) ?? own;
  });
}

/** As much of a cell as is shown to say what its column is, of the first cells that hold anything. */
const shown = { cells: 2, letters: 120 };

const examplesUnder = (rows: SheetRow[], headerRow: number, at: number): string[] =>
  rows.filter(({ row, cells }) => row > headerRow && cells[at]?.trim()).slice(0, shown.cells).map(({ cells }) => cells[at]!.slice(0, shown.letters));

const width = (cells: string[]): number => cells.findLastIndex((cell) => cell.trim()) + 1;

/** What stands above the header, as much as is needed to know it again. */
function linesAbove(rows: SheetRow[], from: number): string {
  const lines = rows.filter(({ row }) => row < from).map(({ cells }) => cells.filter((cell) => cell.trim()).join(' ').trim()).filter(Boolean);
  const told = lines.slice(0, 3).map((line) => `«${line.replace(/\s+/g, ' ').slice(0, 60)}»`);
  return `${told.join('، ')}${lines.length > told.length ? ' …' : ''}`;
}

type Header = Pick<Located, 'header' | 'headerRow'> & { from: number };

/** A title, a date, a signature may stand above the header, but not a whole table. */
function headerOf(rows: SheetRow[], mapping: ColumnMapping | undefined): Header | undefined {
  let best: Header | undefined;
  const consider = (columns: number, read: () => string[], from: number, headerRow: number) => {
    // A row cannot have more known columns than columns: what stands below a whole header is not read as one.
    if (best && columns <= best.header.known) return;
    const header = readHeader(read(), mapping);
    if (header && (!best || header.known > best.header.known)) best = { header, from, headerRow };
  };
  for (const { row, cells } of rows) consider(width(cells), () => cells, row, row);
  for (const [i, { row, cells }] of rows.entries()) {
    const next = rows[i + 1];
    // The lower half of a header is short words.
    if (!next?.cells.every((cell) => cell.trim().length < 60)) continue;
    consider(Math.max(width(cells), width(next.cells)), () => joined(cells, next.cells, mapping), row, next.row);
  }
  return best;
}

/** Finds the sheet and the row of the header: where most columns are recognised. Hidden sheets are not looked at. */
export async function locate(sheets: Sheet[], mapping?: ColumnMapping): Promise<Located | undefined> {
  let best: Located | undefined;
  let wide = false;
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const rows = await headOf(sheet);
    const narrow = rows.filter(({ cells }) => width(cells) <= limits.columns);
    wide ||= narrow.length < rows.length;
    const found = headerOf(narrow, mapping);
    if (!found || (best && best.header.known >= found.header.known)) continue;
    const { headerRow, from } = found;
    const header = { ...found.header, unknown: found.header.unknown.map((each) => ({ ...each, examples: examplesUnder(narrow, headerRow, each.at) })) };
    best = { sheet, header, headerRow, findings: [...(sheet.findings ?? [])] };
    if (from > 1) {
      best.findings.push(
        warning('header-not-first', `سرستون در سطر ${toPersianDigits(from)} است؛ سطرهای بالای آن کنار گذاشته شد: ${linesAbove(narrow, from)}`),
      );
    }
  }
  if (!best) {
    if (wide) throw tooManyColumns();
    return undefined;
  }
  const hidden = sheets.filter((sheet) => sheet.hidden);
  if (hidden.length)
    best.findings.push(warning('hidden-sheet', `این برگه‌ها پنهان است و خوانده نشد: ${hidden.map(({ name }) => `«${name}»`).join('، ')}.`));
  const { name, parts = [best.sheet] } = best.sheet;
  const others = sheets.filter((sheet) => !sheet.hidden && sheet.name !== null && !parts.includes(sheet));
  if (others.length)
    best.findings.push(
      warning('other-sheets', `${name === null ? 'این‌ها خوانده نشد' : `«${name}» خوانده شد و این‌ها نه`}: ${others.map((other) => `«${other.name}»`).join('، ')}.`),
    );
  return best;
}
