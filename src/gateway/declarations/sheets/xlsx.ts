import { limits, tooManyColumns } from '../limits.ts';
import { formulaFinding } from './formula.ts';
import { readMarkup } from './markup.ts';
import { withText, type Sheet, type SheetRow } from './sheet.ts';
import { plainNumber, shownNumber } from './shown.ts';
import { Spans, type Span } from './spans.ts';
import { readWorkbook, unescaped, type Workbook } from './workbook.ts';
import type { Archive } from './zip.ts';

type Pieces = (onPart?: (part: number) => void) => AsyncIterable<string>;

/** `C12` to column 2 and row 12. */
function place(reference: string): { at: number; row: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  return { at: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(digits) };
}

/** Cells merged over several rows, by the row in which they begin. They stand behind the rows, so it is a reading of its own. */
async function readSpans(part: Pieces): Promise<Map<number, Omit<Span, 'text'>[]>> {
  const spans = new Map<number, Omit<Span, 'text'>[]>();
  const none = () => undefined;
  for await (const reference of readMarkup<string>(part(), 'xml', (give) => ({
    open: (name, { ref }) => {
      if (name === 'mergeCell' && ref) give(ref);
    },
    text: none,
    close: none,
  }))) {
    const [from = '', to = ''] = reference.split(':');
    const start = place(from);
    const end = place(to);
    if (start.at < 0 || start.at >= limits.columns || end.row <= start.row) continue;
    spans.set(start.row, [...(spans.get(start.row) ?? []), { at: start.at, until: end.row }]);
  }
  return spans;
}

interface OpenCell {
  at: number;
  type: string;
  format: string;
  value: string;
  formula: string | null;
}

function shownCell({ type, format, value, formula }: OpenCell, { texts, from1904 }: Workbook): string {
  // What the program of the sender had counted is shown; a formula that was never counted is its own text.
  if (formula && !value) return `=${formula}`;
  if (type === 's') return (value && texts.at(Number(value))) || '';
  if (type === 'b') return value === '1' ? 'بله' : 'خیر';
  if (type === 'd') return value.replace(/T.*$/, '');
  if (type !== 'n' || value === '') return unescaped(value);
  const number = Number(value);
  // More digits than a number can hold are kept as they are written.
  if (Number.isNaN(number) || (format === 'General' && /^\d{16,}$/.test(value))) return value;
  return format === 'General' ? plainNumber(number) : shownNumber(number, format, from1904);
}

const rowsOf = (pieces: AsyncIterable<string>, workbook: Workbook): AsyncGenerator<SheetRow> =>
  readMarkup<SheetRow>(pieces, 'xml', (give) => {
    let row: SheetRow = { row: 0, cells: [] };
    let cell: OpenCell | undefined;
    let into: 'value' | 'formula' | null = null;
    let next = 0;
    let inAid = false;
    const finish = (done: OpenCell) => {
      const text = shownCell(done, workbook);
      if (!text) return;
      if (done.at >= limits.columns) throw tooManyColumns();
      while (row.cells.length < done.at) row.cells.push('');
      row.cells[done.at] = text;
      if (done.formula !== null) (row.notes ??= []).push({ at: done.at, finding: formulaFinding(`=${done.formula}`) });
    };
    return {
      open(name, { r, s, t }) {
        if (name === 'row') {
          row = { row: Number(r) || row.row + 1, cells: [] };
          next = 0;
        } else if (name === 'c') {
          const at = r ? place(r).at : next;
          next = at + 1;
          cell = { at, type: t ?? 'n', format: workbook.formats[Number(s ?? 0)] ?? 'General', value: '', formula: null };
        } else if (name === 'rPh') inAid = true;
        else if (cell && name === 'f') {
          cell.formula = '';
          into = 'formula';
        } else if (cell && (name === 'v' || name === 't') && !inAid) into = 'value';
      },
      text(piece) {
        if (!cell || !into) return;
        if (into === 'formula') cell.formula = withText(cell.formula ?? '', piece);
        else cell.value = withText(cell.value, piece);
      },
      close(name) {
        if (name === 'c') {
          if (cell) finish(cell);
          cell = undefined;
        } else if (name === 'row') {
          if (row.cells.length) give(row);
        } else if (name === 'rPh') inAid = false;
        else into = null;
      },
    };
  });

/** XLSX: its sheets, read row by row as the person saw them. */
export async function readXlsx(archive: Archive): Promise<Sheet[] | undefined> {
  const workbook = await readWorkbook(archive);
  return workbook?.sheets.map(({ name, hidden, path }): Sheet => {
    const part = archive.part(path)!;
    let spans: Promise<Map<number, Omit<Span, 'text'>[]>> | undefined;
    return {
      name,
      hidden,
      async *rows(onPart) {
        const begins = await (spans ??= readSpans(part));
        const filled = new Spans();
        for await (const row of rowsOf(part(onPart), workbook)) yield filled.fill(row, begins.get(row.row) ?? []);
      },
    };
  });
}
