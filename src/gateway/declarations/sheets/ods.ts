import { limits, tooManyColumns } from '../limits.ts';
import { formulaFinding } from './formula.ts';
import { readMarkup, type MarkupListener } from './markup.ts';
import { headRows, withText, type Sheet, type SheetRow } from './sheet.ts';
import { plainNumber } from './shown.ts';
import { Spans, type Span } from './spans.ts';
import type { Archive } from './zip.ts';

type Item = { sheet: string; hidden: boolean } | SheetRow;
/** Rows that hold the same: more of them are filler to the end of a sheet. */
const mostRepeats = 1_000;

interface OpenCell {
  at: number;
  attributes: Record<string, string>;
  paragraphs: string[];
  covered: boolean;
}

/** What LibreOffice showed stands in the cell; a date only where its year is of the Persian calendar. */
function shownCell({ attributes, paragraphs }: OpenCell): string {
  const text = paragraphs.join('\n');
  const date = attributes['office:date-value'];
  if (date) return /(?:^|\D)1[34]\d\d(?:\D|$)/.test(text) ? text : date.replace(/T.*$/, '');
  const value = attributes['office:value'];
  if (value && (/\dE[+-]?\d/i.test(text) || /^#+$/.test(text) || !text)) return plainNumber(Number(value));
  // LibreOffice writes formulas as `of:=SUM(...)`.
  return text || (attributes['table:formula'] ? attributes['table:formula'].replace(/^[a-z]+:/, '') : '');
}

function listen(give: (item: Item) => void): MarkupListener {
  const hiddenStyles = new Set<string>();
  let style = '';
  let row: SheetRow = { row: 0, cells: [] };
  let repeats = 1;
  let begins: Omit<Span, 'text'>[] = [];
  let spans = new Spans();
  let next = 0;
  let cell: OpenCell | undefined;
  // Notes and drawings within a cell have paragraphs of their own, and tables have tables.
  let aside = 0;
  let deep = 0;
  let inText = 0;
  const finishCell = (done: OpenCell) => {
    const times = Math.max(1, Number(done.attributes['table:number-columns-repeated']) || 1);
    const at = next;
    next += times;
    const text = shownCell(done);
    if (!text || done.covered) return;
    if (at + times > limits.columns) throw tooManyColumns();
    while (row.cells.length < at) row.cells.push('');
    for (let i = 0; i < times; i++) row.cells[at + i] = text;
    const formula = done.attributes['table:formula'];
    if (formula) (row.notes ??= []).push({ at, finding: formulaFinding(formula.replace(/^[a-z]+:/, '')) });
    const rows = Number(done.attributes['table:number-rows-spanned']) || 1;
    if (rows > 1) begins.push({ at, until: row.row + rows - 1 });
  };
  const finishRow = () => {
    if (row.cells.length) {
      for (let i = 0; i < Math.min(repeats, mostRepeats); i++) give(spans.fill({ ...row, row: row.row + i, cells: [...row.cells] }, i ? [] : begins));
    }
    row = { row: row.row + repeats, cells: [] };
  };
  return {
    open(name, attributes) {
      if (cell && (name === 'annotation' || name === 'table' || name === 'shapes' || name === 'frame')) aside++;
      else if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
      else if (name === 'table' && ++deep === 1) {
        give({ sheet: attributes['table:name'] ?? '', hidden: hiddenStyles.has(attributes['table:style-name'] ?? '') });
        row = { row: 1, cells: [] };
        spans = new Spans();
      } else if (name === 'table-row') {
        repeats = Math.max(1, Number(attributes['table:number-rows-repeated']) || 1);
        next = 0;
        begins = [];
      } else if (!aside && (name === 'table-cell' || name === 'covered-table-cell'))
        cell = { at: next, attributes, paragraphs: [], covered: name.startsWith('covered') };
      else if (cell && !aside && name === 'p') {
        cell.paragraphs.push('');
        inText++;
      } else if (inText && name === 's') this.text(' '.repeat(Math.min(100, Number(attributes['text:c']) || 1)));
      else if (inText && name === 'tab') this.text(' ');
      else if (inText && name === 'line-break') this.text('\n');
    },
    text(piece) {
      if (!cell || aside || !inText) return;
      const last = cell.paragraphs.length - 1;
      cell.paragraphs[last] = withText(cell.paragraphs[last]!, piece);
    },
    close(name) {
      if (aside) {
        if (name === 'annotation' || name === 'table' || name === 'shapes' || name === 'frame') aside--;
      } else if (name === 'p') inText = Math.max(0, inText - 1);
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        if (cell) finishCell(cell);
        cell = undefined;
        inText = 0;
      } else if (name === 'table-row') finishRow();
      else if (name === 'table') deep--;
    },
  };
}

async function* itemsOf(archive: Archive, onPart?: (part: number) => void): AsyncGenerator<Item> {
  yield* readMarkup<Item>(archive.part('content.xml')!(onPart), 'xml', listen);
}

/** ODS: its sheets, with what was shown in their cells. */
export async function readOds(archive: Archive): Promise<Sheet[] | undefined> {
  if (!archive.part('content.xml')) return undefined;
  const sheets: { sheet: string; hidden: boolean; head: SheetRow[] }[] = [];
  for await (const item of itemsOf(archive)) {
    const head = sheets.at(-1)?.head;
    if ('sheet' in item) sheets.push({ ...item, head: [] });
    else if (head && head.length < headRows) head.push(item);
  }
  return sheets.map(({ sheet, hidden, head }, place): Sheet => ({
    name: sheet,
    hidden,
    head,
    async *rows(onPart) {
      let at = -1;
      for await (const item of itemsOf(archive, onPart)) {
        if ('sheet' in item) {
          if (++at > place) return;
        } else if (at === place) yield item;
      }
    },
  }));
}
