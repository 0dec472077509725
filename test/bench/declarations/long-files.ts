import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { TextReader, ZipWriter } from '@zip.js/zip.js';
import Papa from 'papaparse';
import { tableOf } from '../../gateway/intake/officer.ts';

export const kinds = ['csv', 'xlsx', 'ods'] as const;
export type Kind = (typeof kinds)[number];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Excel's name of a column. */
const letters = (at: number): string => (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

/** The header of a clean declaration of the demo, then its rows again and again, each with a title and a description of its own. */
export function* longRows(agency: string, count: number): Generator<string[]> {
  const [header, ...own] = tableOf(agency);
  const numbered = new Set(['عنوان خدمت', 'شرح خدمت'].map((name) => header!.indexOf(name)));
  yield header!;
  for (let at = 0; at < count; at++) yield own[at % own.length]!.map((cell, column) => (numbered.has(column) ? `${cell} ${at + 1}` : cell));
}

const streamOf = (pieces: Iterable<string>): ReadableStream<Uint8Array> => Readable.toWeb(Readable.from(pieces).map((piece: string) => Buffer.from(piece))) as ReadableStream<Uint8Array>;

/** As Excel saves it: cells name texts by number, which stand once in a part of their own. */
function* xlsxParts(rows: () => Iterable<string[]>): Generator<[name: string, pieces: Iterable<string>]> {
  const numbers = new Map<string, number>();
  function* sheet(): Generator<string> {
    yield '<worksheet><sheetData>';
    let row = 0;
    for (const cells of rows()) {
      row++;
      yield `<row r="${row}">${cells.map((cell, at) => {
        if (!cell) return '';
        if (!numbers.has(cell)) numbers.set(cell, numbers.size);
        return `<c r="${letters(at)}${row}" t="s"><v>${numbers.get(cell)}</v></c>`;
      }).join('')}</row>`;
    }
    yield '</sheetData></worksheet>';
  }
  function* strings(): Generator<string> {
    yield '<sst>';
    for (const text of numbers.keys()) yield `<si><t>${escaped(text)}</t></si>`;
    yield '</sst>';
  }
  yield ['[Content_Types].xml', ['<Types/>']];
  yield ['xl/workbook.xml', ['<workbook xmlns:r="r"><sheets><sheet name="خدمات" sheetId="1" r:id="rId1"/></sheets></workbook>']];
  yield ['xl/_rels/workbook.xml.rels', ['<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>']];
  yield ['xl/worksheets/sheet1.xml', sheet()];
  yield ['xl/sharedStrings.xml', strings()];
}

function* odsParts(rows: () => Iterable<string[]>): Generator<[name: string, pieces: Iterable<string>]> {
  function* content(): Generator<string> {
    yield '<office:document-content><office:body><office:spreadsheet><table:table table:name="خدمات">';
    for (const cells of rows()) yield `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    yield '</table:table></office:spreadsheet></office:body></office:document-content>';
  }
  yield ['mimetype', ['application/vnd.oasis.opendocument.spreadsheet']];
  yield ['content.xml', content()];
}

/** Writes a long declaration in one kind of file, piece by piece. */
export async function writeLongFile(file: string, kind: Kind, agency: string, count: number): Promise<void> {
  const rows = () => longRows(agency, count);
  const out = createWriteStream(file);
  if (kind === 'csv') {
    for (const row of rows()) if (!out.write(`${Papa.unparse([row])}\r\n`)) await once(out, 'drain');
    await new Promise<void>((resolve, reject) => out.on('error', reject).end(resolve));
    return;
  }
  const zip = new ZipWriter(Writable.toWeb(out), { useWebWorkers: false, level: 6 });
  for (const [name, pieces] of (kind === 'xlsx' ? xlsxParts : odsParts)(rows)) await zip.add(name, Array.isArray(pieces) ? new TextReader(pieces.join('')) : streamOf(pieces));
  await zip.close();
}
