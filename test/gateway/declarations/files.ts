import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Parts by name to a ZIP. */
export async function zipOf(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
  return zip.close();
}

const column = (at: number): string => (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

/** A cell as its text, or as the XML that stands within the row. */
export type SheetCell = string | { xml: (reference: string) => string };
export interface SheetSpec {
  name: string;
  rows: SheetCell[][];
  state?: string;
  merged?: string[];
}

/** A workbook of Office Open XML. `formats` are the number formats of styles from 1, `shared` the XML of the texts that cells name by number. */
export const xlsxOf = (sheets: SheetSpec[], formats: string[] = [], shared?: string): Promise<Uint8Array> =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" ${state ? `state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="x/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${xml(code)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merged = [] }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet><sheetData>${rows.map((cells, r) => `<row r="${r + 1}">${cells.map((cell, c) => {
          const reference = `${column(c)}${r + 1}`;
          if (typeof cell !== 'string') return cell.xml(reference);
          return cell ? `<c r="${reference}" t="inlineStr"><is><t>${xml(cell)}</t></is></c>` : '';
        }).join('')}</row>`).join('')}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ]),
    ),
    ...(shared !== undefined && { 'xl/sharedStrings.xml': `<sst>${shared}</sst>` }),
  });

/** A document of LibreOffice with one hidden sheet before the one that counts, and its filler behind. */
export const odsOf = (rows: (string | { xml: string })[][]): Promise<Uint8Array> =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="کهنه" table:style-name="ta2"><table:table-row><table:table-cell><text:p>عنوان خدمت</text:p></table:table-cell></table:table-row></table:table><table:table table:name="خدمات"><table:table-column table:number-columns-repeated="16384"/>${rows
      .map((cells) => `<table:table-row>${cells.map((cell) => (typeof cell === 'string' ? `<table:table-cell office:value-type="string">${cell.split('\n').map((line) => `<text:p>${xml(line)}</text:p>`).join('')}</table:table-cell>` : cell.xml)).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`)
      .join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
  });

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
