import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { exampleRow } from './example.ts';
import { columnName, templateColumns, type Column } from './headers.ts';

/** What may be chosen in a column, and whether only that: some hold several values, which a drop-down cannot give. */
const choices: Partial<Record<Column, { values: string[]; only: boolean }>> = {
  relations: { values: ['G2C', 'G2B', 'G2G', 'G2C؛ G2B'], only: false },
  nature: { values: ['حاکمیتی', 'تصدی‌گری'], only: true },
  levels: { values: ['ملی', 'منطقه‌ای', 'استانی', 'شهری', 'روستایی'], only: false },
  lifeEvents: {
    values: ['تولد', 'آموزش', 'سلامت', 'مالیات', 'کسب‌وکار', 'تأمین اجتماعی', 'ثبت مالکیت', 'تأسیسات شهری', 'بیمه', 'ازدواج', 'بازنشستگی', 'مدارک و گواهی‌نامه‌ها', 'وفات', 'سایر'],
    only: false,
  },
  visits: { values: ['۰', '۱', '۲', '۳'], only: false },
};

/** Shown beside a cell while it is filled in. */
const hints: Partial<Record<Column, string>> = {
  code: 'شناسه ۱۱ رقمی؛ اگر ندارد خالی بگذارید.',
  documents: 'مدارک را با «؛» از هم جدا کنید. کپی مدارک هویتی خواسته نشود.',
  time: 'مانند «۲ روز کاری» یا «۱۰ تا ۱۵ روز».',
  fee: 'با واحد بنویسید، مانند «۴۰۰٬۰۰۰ ریال»، یا «رایگان».',
  steps: 'هر مرحله به شکل «کار|واحد|سمت»؛ مرحله‌ها را با «؛» جدا کنید.',
  editedOn: 'مانند ۱۴۰۵/۰۵/۱۶.',
  levels: 'چند سطح را با «؛» جدا کنید.',
  lifeEvents: 'چند رویداد را با «؛» جدا کنید.',
  relations: 'چند نوع را با «؛» جدا کنید.',
};

/** Rows that are made ready to be filled in. */
const lastRow = 1_000;
const wide = new Set<Column>(['title', 'description', 'documents', 'laws', 'channels', 'link', 'steps', 'questions']);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const letter = (at: number): string => (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by number: 0 plain text, 1 the header, 2 the example. Format 49 keeps codes and phones as they are typed. */
const styles = `${declaration}<styleSheet xmlns="${main}">
<fonts count="3"><font><sz val="11"/><name val="Tahoma"/></font><font><b/><sz val="11"/><name val="Tahoma"/></font><font><i/><sz val="11"/><color rgb="FF6B7280"/><name val="Tahoma"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE5E7EB"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3">${[
  [0, 0],
  [1, 2],
  [2, 0],
]
  .map(
    ([font, fill]) =>
      `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1" readingOrder="2"/></xf>`,
  )
  .join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

const row = (number: number, style: number, valueOf: (column: Column) => string | undefined): string =>
  `<row r="${number}">${templateColumns
    .map((column, at) => {
      const value = valueOf(column);
      return value ? `<c r="${letter(at)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>` : '';
    })
    .join('')}</row>`;

function validations(): string {
  const rules = templateColumns.flatMap((column, at) => {
    const choice = choices[column];
    const hint = hints[column];
    if (!choice && !hint) return [];
    const list = choice ? ` type="list" showErrorMessage="${Number(choice.only)}"` : '';
    const prompt = hint ? ` showInputMessage="1" promptTitle="${escaped(columnName(column))}" prompt="${escaped(hint)}"` : '';
    const formula = choice ? `<formula1>"${escaped(choice.values.join(','))}"</formula1>` : '';
    return [`<dataValidation${list}${prompt} allowBlank="1" sqref="${letter(at)}2:${letter(at)}${lastRow}">${formula}</dataValidation>`];
  });
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

const sheet = (): string => `${declaration}<worksheet xmlns="${main}">
<sheetViews><sheetView rightToLeft="1" tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols>${templateColumns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${wide.has(column) ? 40 : 18}" style="0" customWidth="1"/>`).join('')}</cols>
<sheetData>${row(1, 1, columnName)}${row(2, 2, (column) => exampleRow[column])}</sheetData>
${validations()}
</worksheet>`;

const parts = (): Record<string, string> => ({
  '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="خدمات" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styles,
  'xl/worksheets/sheet1.xml': sheet(),
});

/**
 * The template that agencies fill in, as XLSX: one sheet from right to left, drop-downs where a column is chosen from a
 * list, a hint beside cells, an example that says it is one. The same bytes each time.
 */
export async function declarationTemplate(): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: new Date(2026, 0, 1), extendedTimestamp: false });
  for (const [name, text] of Object.entries(parts())) await zip.add(name, new TextReader(text));
  return zip.close();
}
