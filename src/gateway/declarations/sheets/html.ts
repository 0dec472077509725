import { toPersianDigits } from '../../../persian/digits.ts';
import type { DecodedText } from '../encoding.ts';
import { repaired } from '../finding.ts';
import { readHeader } from '../headers.ts';
import { limits, tooManyColumns } from '../limits.ts';
import { readMarkup, type MarkupListener } from './markup.ts';
import { headRows, withText, type Sheet, type SheetRow } from './sheet.ts';
import { Spans, type Span } from './spans.ts';

type Item = { table: number; heading: string; row: SheetRow };

/** A table that is being read; pages lay out tables within tables. A list of names and descriptions is a table too: a name begins a row. */
interface OpenTable {
  isList: boolean;
  table: number;
  heading: string;
  row: SheetRow;
  /** The row that was given last: where the page ends within the table, it is not whole. */
  last?: SheetRow;
  begins: Omit<Span, 'text'>[];
  spans: Spans;
  /** Columns that a cell from above still covers, by their last row. */
  covered: number[];
  cell: { at: number; text: string; links: string[]; columns: number; rows: number } | null;
}

const linesOf = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd']);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption']);
const longestHeading = 300;
const unread = new Set(['script', 'style', 'template', 'noscript', 'title']);
/** Spaces of the source are none of the page's; a cell's lines are. */
const lines = (text: string): string =>
  text
    .split('\u2028')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

const count = (value: string | undefined, most: number): number => Math.min(most, Math.max(1, Number.parseInt(value ?? '', 10) || 1));

function listen(give: (item: Item) => void): MarkupListener {
  const open: OpenTable[] = [];
  let tables = 0;
  let skip = 0;
  /** The last heading before a table, null where none was since the last one. */
  let heading: string | null = null;
  let inHeading = false;
  const finishCell = (table: OpenTable) => {
    const { cell, row } = table;
    if (!cell) return;
    table.cell = null;
    let text = lines(cell.text);
    // «مشاهده» says nothing without its address.
    if (cell.links.length === 1 && text.length < 30 && !/[./]/.test(text)) text = cell.links[0]!;
    for (let at = cell.at; at < cell.at + cell.columns; at++) if (cell.rows > 1) table.covered[at] = row.row + cell.rows - 1;
    while (row.cells.length < cell.at + cell.columns) row.cells.push('');
    row.cells[cell.at] = text;
    if (cell.rows > 1) table.begins.push({ at: cell.at, until: row.row + cell.rows - 1 });
  };
  const finishRow = (table: OpenTable) => {
    finishCell(table);
    const { row, begins } = table;
    if (row.cells.length) {
      table.last = table.spans.fill(row, begins);
      give({ table: table.table, heading: lines(table.heading), row: table.last });
    }
    table.row = { row: row.row + Number(row.cells.length > 0), cells: [] };
    table.begins = [];
  };
  return {
    open(name, attributes) {
      const table = open.at(-1);
      if (headings.has(name)) {
        heading = '';
        inHeading = true;
      }
      if (unread.has(name)) skip++;
      else if (name === 'table' || name === 'dl') {
        open.push({ isList: name === 'dl', table: tables++, heading: heading ?? '', row: { row: 1, cells: [] }, begins: [], spans: new Spans(), covered: [], cell: null });
        heading = null;
        inHeading = false;
      } else if (!table) return;
      else if (table.isList && (name === 'dt' || name === 'dd')) {
        this.text('\u2028');
        if (name === 'dt') finishRow(table);
        else finishCell(table);
        table.cell = { at: table.row.cells.length, text: '', links: [], columns: 1, rows: 1 };
      } else if (name === 'tr') finishRow(table);
      else if (name === 'td' || name === 'th') {
        finishCell(table);
        let at = table.row.cells.length;
        while ((table.covered[at] ?? 0) >= table.row.row) at++;
        const columns = count(attributes.colspan, limits.columns);
        if (at + columns > limits.columns) throw tooManyColumns();
        table.cell = { at, text: '', links: [], columns, rows: count(attributes.rowspan, 1_000) };
      } else if (table.cell) {
        if (linesOf.has(name)) this.text('\u2028');
        if (name === 'a' && /^https?:\/\//i.test(attributes.href?.trim() ?? '')) table.cell.links.push(attributes.href!.trim());
      }
    },
    text(piece) {
      if (skip) return;
      // A list in a cell is read by itself, and is the text of the cell as well.
      for (const { cell, isList } of open.toReversed()) {
        if (cell) cell.text = withText(cell.text, piece);
        if (!isList) break;
      }
      if (inHeading && heading !== null && heading.length < longestHeading) heading += piece;
    },
    close(name, implied) {
      const table = open.at(-1);
      if (headings.has(name)) inHeading = false;
      if (name === 'caption' && table) [table.heading, heading] = [heading ?? '', null];
      if (unread.has(name)) skip = Math.max(0, skip - 1);
      else if (!table) return;
      else if (name === 'table' || name === 'dl') {
        finishRow(table);
        if (implied && table.last) table.last.unended = true;
        open.pop();
      } else if (name === 'tr') finishRow(table);
      else if (name === 'td' || name === 'th' || (table.isList && (name === 'dt' || name === 'dd'))) finishCell(table);
      else if (table.cell && linesOf.has(name)) this.text('\u2028');
    },
  };
}

async function* itemsOf(text: DecodedText, onPart?: (part: number) => void): AsyncGenerator<Item> {
  yield* readMarkup<Item>(text.pieces(onPart), 'html', listen);
}

const mostTables = 500;

type Found = { places: Set<number>; heading: string; head: SheetRow[] };

/** Whether a table holds data: two rows of two cells. Others lay out a page. */
const isData = ({ head }: Found): boolean => head.filter(({ cells }) => cells.filter((cell) => cell.trim()).length > 1).length > 1;

/** A page: each of its tables and lists of names and descriptions, those of one header as one. Nothing of the page is run or fetched. */
export async function readHtml(text: DecodedText): Promise<Sheet[]> {
  const found = new Map<number, Found>();
  for await (const { table, heading, row } of itemsOf(text)) {
    const known = found.get(table);
    if (known) {
      if (known.head.length < headRows) known.head.push(row);
    } else if (found.size < mostTables) found.set(table, { places: new Set([table]), heading, head: [row] });
  }
  const tables: Found[] = [];
  for (const table of found.values()) {
    const [first] = table.head;
    const same = readHeader(first!.cells) && tables.find(({ head }) => head[0]!.cells.join('\n') === first!.cells.join('\n'));
    if (same) for (const place of table.places) same.places.add(place);
    else tables.push(table);
  }
  return tables.map((table, at): Sheet => ({
    name: isData(table) ? `جدول ${toPersianDigits(at + 1)}` : null,
    heading: table.heading,
    findings: [repaired('html', 'فایل صفحه وب است و جدول آن خوانده شد.')],
    head: table.head,
    async *rows(onPart) {
      let place = -1;
      let last = 0;
      let above = 0;
      for await (const item of itemsOf(text, onPart)) {
        if (!table.places.has(item.table)) continue;
        if (item.table !== place) [place, above] = [item.table, last];
        last = above + item.row.row;
        yield { ...item.row, row: last };
      }
    },
  }));
}
