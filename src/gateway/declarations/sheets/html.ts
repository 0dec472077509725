import type { DecodedText } from '../encoding.ts';
import { repaired } from '../finding.ts';
import { limits, tooManyColumns } from '../limits.ts';
import { readMarkup, type MarkupListener } from './markup.ts';
import { headRows, withText, type Sheet, type SheetRow } from './sheet.ts';
import { Spans, type Span } from './spans.ts';

type Item = { table: number; row: SheetRow };

/** A table that is being read; pages lay out tables within tables. */
interface OpenTable {
  table: number;
  row: SheetRow;
  begins: Omit<Span, 'text'>[];
  spans: Spans;
  /** Columns that a cell from above still covers, by their last row. */
  covered: number[];
  cell: { at: number; text: string; links: string[]; columns: number; rows: number } | null;
}

const linesOf = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd']);
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
    if (row.cells.length) give({ table: table.table, row: table.spans.fill(row, begins) });
    table.row = { row: row.row + Number(row.cells.length > 0), cells: [] };
    table.begins = [];
  };
  return {
    open(name, attributes) {
      const table = open.at(-1);
      if (unread.has(name)) skip++;
      else if (name === 'table') {
        open.push({ table: tables++, row: { row: 1, cells: [] }, begins: [], spans: new Spans(), covered: [], cell: null });
      } else if (!table) return;
      else if (name === 'tr') finishRow(table);
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
      const cell = open.at(-1)?.cell;
      if (cell && !skip) cell.text = withText(cell.text, piece);
    },
    close(name, implied) {
      const table = open.at(-1);
      if (unread.has(name)) skip = Math.max(0, skip - 1);
      else if (!table) return;
      else if (name === 'table') {
        if (implied) table.row.unended = true;
        finishRow(table);
        open.pop();
      } else if (name === 'tr') finishRow(table);
      else if (name === 'td' || name === 'th') finishCell(table);
      else if (table.cell && linesOf.has(name)) this.text('\u2028');
    },
  };
}

async function* itemsOf(text: DecodedText, onPart?: (part: number) => void): AsyncGenerator<Item> {
  yield* readMarkup<Item>(text.pieces(onPart), 'html', listen);
}

const mostTables = 500;

/** A page: each of its tables. Nothing of the page is run or fetched. */
export async function readHtml(text: DecodedText): Promise<Sheet[]> {
  const heads = new Map<number, SheetRow[]>();
  for await (const { table, row } of itemsOf(text)) {
    const head = heads.get(table) ?? [];
    if (head.length < headRows && heads.size < mostTables) heads.set(table, [...head, row]);
  }
  return [...heads].map(([place, head]): Sheet => ({
    name: null,
    findings: [repaired('html', 'فایل صفحه وب است و جدول آن خوانده شد.')],
    head,
    async *rows(onPart) {
      for await (const { table, row } of itemsOf(text, onPart)) if (table === place) yield row;
    },
  }));
}
