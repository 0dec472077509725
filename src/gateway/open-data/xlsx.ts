import { TextReader, ZipWriter } from '@zip.js/zip.js';
import type { Format } from './format.ts';
import { streamOf } from './stream.ts';
import { tableHeader, tableRow } from './table.ts';
import { escaped } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** More than this Excel refuses to open. */
const longestCell = 32_767;

/** All around the one sheet. Cells are text (format 49): codes and phones keep their zeros, formulas stay words. */
const parts: Record<string, string> = {
  '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="خدمات" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Tahoma"/></font><font><b/><sz val="11"/><name val="Tahoma"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
};

const row = (cells: string[], style: number): string =>
  `<row>${cells.map((cell) => (cell ? `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, longestCell))}</t></is></c>` : `<c s="${style}"/>`)).join('')}</row>`;

/** The same table as in CSV, as one sheet from right to left. */
export const xlsxFormat: Format = {
  name: 'services.xlsx',
  mediaType: `${contentType}.sheet`,
  conformsTo: null,
  async *write({ pages }) {
    async function* sheet(): AsyncGenerator<string> {
      yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView rightToLeft="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${tableHeader.length}" width="22" style="0" customWidth="1"/></cols><sheetData>${row(tableHeader, 1)}`;
      for await (const page of pages) yield page.map((each) => row(tableRow(each), 0)).join('');
      yield '</sheetData></worksheet>';
    }
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const zip = new ZipWriter(writable, { useWebWorkers: false, lastModDate: new Date(2026, 0, 1), extendedTimestamp: false, zip64: false });
    const writing = (async () => {
      for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
      await zip.add('xl/worksheets/sheet1.xml', streamOf(sheet()));
      await zip.close();
    })();
    // Told to the reader by the stream itself; without this a reader who left early would end the process.
    const failed = writing.catch((error: unknown) => writable.abort(error).catch(() => undefined));
    const reader = readable.getReader();
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        yield value;
      }
      await writing;
    } finally {
      await reader.cancel().catch(() => undefined);
      await failed;
    }
  },
};
