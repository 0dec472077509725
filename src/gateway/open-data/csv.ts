import type { Format } from './format.ts';
import { tableHeader, tableRow } from './table.ts';

/** A spreadsheet would run a cell that begins so as a formula; it shows the apostrophe as “this is text”. */
const defused = (cell: string): string => (/^[\s]*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell);
const field = (cell: string): string => {
  const safe = defused(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const line = (cells: string[]): string => `${cells.map(field).join(',')}\r\n`;

/** RFC 4180, in UTF-8 with the mark by which Excel knows it. */
export const csvFormat: Format = {
  name: 'services.csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  conformsTo: 'https://www.rfc-editor.org/rfc/rfc4180',
  async *write({ pages }) {
    yield `\ufeff${line(tableHeader)}`;
    for await (const page of pages) yield page.map((each) => line(tableRow(each))).join('');
  },
};
