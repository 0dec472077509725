import Papa from 'papaparse';
import type { DecodedText } from '../encoding.ts';
import { repaired } from '../finding.ts';
import { limits } from '../limits.ts';
import type { Sheet, SheetRow } from './sheet.ts';

const delimiters = [',', ';', '\t', '|', '؛'];

/** Line ends made one, a pair that is torn between two pieces too. */
async function* withPlainLineEnds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let torn = '';
  for await (const piece of pieces) {
    const text = torn + piece;
    torn = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - torn.length).replace(/\r\n?/g, '\n');
  }
  if (torn) yield '\n';
}

async function* records(text: DecodedText, delimiter: string, onPart?: (part: number) => void): AsyncGenerator<SheetRow> {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let row = 0;
  let waiting = '';
  for await (const piece of withPlainLineEnds(text.pieces(onPart))) {
    waiting += piece;
    const { data, meta } = parser.parse(waiting, 0, true) as Papa.ParseResult<string[]>;
    waiting = waiting.slice(meta.cursor);
    for (const cells of data) yield { row: ++row, cells };
    if (waiting.length > limits.record) {
      yield { row: row + 1, cells: [waiting.slice(0, limits.cell)], cutOff: true };
      return;
    }
  }
  // A line end after the last record is no record.
  if (!waiting) return;
  const { data, errors } = parser.parse(waiting, 0, false) as Papa.ParseResult<string[]>;
  const cutOff = errors.some(({ code }) => code === 'MissingQuotes');
  for (const [i, cells] of data.entries()) yield { row: ++row, cells, ...(i === data.length - 1 ? { cutOff, unended: true } : {}) };
}

/** Text with delimiters: one candidate for each that the text holds; the header tells which it is. */
export const readCsv = (text: DecodedText): Sheet[] =>
  delimiters
    .filter((delimiter) => text.head.includes(delimiter))
    .map((delimiter) => ({
      name: null,
      findings:
        delimiter === ','
          ? []
          : [repaired('delimiter', `جداکننده ستون‌ها ${delimiter === '\t' ? 'Tab' : `«${delimiter}»`} است.`)],
      rows: (onPart) => records(text, delimiter, onPart),
    }));
