import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import { readDeclaration, readRows, type DeclarationReading, type DeclaredService } from '../../../src/gateway/declarations/read.ts';
import { bytes, odsOf, xlsxOf } from './files.ts';

const folder = 'demo/data/alborz/declarations';
const rules = ({ findings }: DeclarationReading, row: number | null) => findings.filter((found) => found.row === row).map(({ rule }) => rule);
const titles = ({ services }: DeclarationReading) => services.map(({ title }) => title);
const head = ['عنوان خدمت', 'شرح خدمت', 'هزینه', 'مدت زمان ارائه', 'مدارک لازم'];
const first = ['صدور گواهی', 'گواهی نشانی', 'رایگان', '۲ روز', 'شماره ملی'];
const csv = (rows: string[][]) => bytes(Papa.unparse(rows));

const clean = readFileSync(`${folder}/post.csv`);
const table = Papa.parse<string[]>(clean.toString(), { skipEmptyLines: true }).data;
const objects = table.slice(1).map((cells) => Object.fromEntries(table[0]!.map((name, at) => [name, cells[at]])));

describe('one declaration', () => {
  const kinds: [string, () => Uint8Array | Promise<Uint8Array>][] = [
    ['XLSX', () => xlsxOf([{ name: 'خدمات', rows: table }])],
    ['ODS', () => odsOf(table)],
    ['JSON', () => bytes(JSON.stringify(objects))],
    ['JSON with rows', () => bytes(JSON.stringify({ province: 'البرز', rows: objects }))],
    ['JSON in ASCII', () => bytes(JSON.stringify(objects).replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`))],
    ['a page without end tags', () => bytes(`<table>${table.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`).join('\n')}</table>`)],
    ['a page that lays out by tables', () => bytes(`<!doctype html><script>"<table>"</script><table><tr><td>فهرست<td><table>${table.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></td></tr></table>`)],
  ];
  for (const [kind, file] of kinds) {
    it(`reads the same as ${kind}`, async () => {
      const wanted = await readDeclaration(clean, 'post.csv');
      const read = await readDeclaration(await file(), 'named-wrongly.csv');
      assert.deepEqual(read.services, wanted.services);
      assert.equal(read.rows, wanted.rows);
      assert.deepEqual(read.findings.filter(({ row }) => row !== null), []);
    });
  }

  it('has its columns in any order', async () => {
    const turned = table.map((cells) => [...cells].reverse());
    assert.deepEqual((await readDeclaration(csv(turned), 'a')).services, (await readDeclaration(clean, 'a')).services);
  });
});

describe('a workbook', () => {
  it('that another program wrote is read as its reader saw it', async () => {
    const read = await readDeclaration(readFileSync('test/fixtures/declarations/openpyxl.xlsx'), 'openpyxl.xlsx');
    const at = (row: number): DeclaredService => read.services.find((service) => service.row === row)!;
    assert.deepEqual(read.services.map(({ row }) => row), [3, 4, 5, 6]);
    assert.equal(at(3).code, '13031670100');
    assert.equal(at(3).phone, '02632000282');
    assert.deepEqual([at(3).editedOn, at(4).editedOn], ['2026-05-22', '2026-05-22']);
    assert.equal(at(4).link, null);
    assert.equal(at(5).description, 'خط یک خط دو');
    assert.equal(at(6).unitName, at(5).unitName);
    assert.deepEqual(rules(read, null), ['header-not-first', 'hidden-sheet', 'other-sheets']);
    assert.deepEqual(rules(read, 4), ['formula', 'link']);
  });

  const shown = async (xml: (reference: string) => string, formats: string[] = []) => {
    const file = await xlsxOf([{ name: 'الف', rows: [head, [{ xml }, ...first.slice(1)]] }], formats);
    const read = await readDeclaration(file, 'a.xlsx');
    return [read.services[0]?.title, ...rules(read, 2)];
  };
  const number = (value: string) => (r: string) => `<c r="${r}" s="1"><v>${value}</v></c>`;
  const cases: [string, string, string, string][] = [
    ['a long number', 'General', '1.30316701E10', '13031670100'],
    ['a number with an exponent in its format', '0.00E+00', '13031670100', '13031670100'],
    ['the noise of a binary fraction', 'General', '0.30000000000000004', '0.3'],
    ['percent', '0%', '0.09', '9%'],
    ['grouping and a unit', '#,##0 "ریال"', '500000', '500,000 ریال'],
    ['leading zeros', '00000000000', '2632000282', '02632000282'],
    ['a date of the Gregorian calendar, year first', 'd/m/yyyy', '46164', '2026-05-22'],
    ['a date of the Persian calendar', '[$-fa-IR,16]yyyy/mm/dd;@', '46164', '1405/03/01'],
    ['a date of the Persian calendar in the older way', '[$-160429]yyyy/mm/dd', '46164', '1405/03/01'],
    ['a time', 'h:mm', '0.5', '12:00'],
  ];
  for (const [what, format, value, wanted] of cases) it(`shows ${what}`, async () => assert.deepEqual(await shown(number(value), [format]), [wanted]));

  it('keeps formulas as text, and what they last showed', async () => {
    const text = (r: string) => `<c r="${r}"><f>HYPERLINK("https://a.example","ب")</f></c>`;
    assert.deepEqual(await shown(text), ['=HYPERLINK("https://a.example","ب")', 'formula']);
    assert.deepEqual(await shown((r) => `<c r="${r}" t="str"><f>A1</f><v>صدور</v></c>`), ['صدور', 'formula']);
  });

  it('gives the letters of rich text and none of its reading aids', async () => {
    assert.deepEqual(await shown((r) => `<c r="${r}" t="inlineStr"><is><r><rPr><b/></rPr><t>صدور </t></r><r><t>گواهی</t></r><rPh><t>zzz</t></rPh></is></c>`), ['صدور گواهی']);
  });

  it('may have a header of two rows, with names over several columns', async () => {
    const rows = [
      ['عنوان خدمت', 'هزینه', 'مراجعه حضوری', '', 'مدارک لازم', 'مدت زمان'],
      ['', '', 'تعداد', 'ضرورت', '', ''],
      ['صدور گواهی', 'رایگان', '۲', 'احراز هویت', 'شماره ملی', '۱ روز'],
    ];
    const file = await xlsxOf([{ name: 'الف', rows, merged: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2'] }]);
    const read = await readDeclaration(file, 'a.xlsx');
    assert.deepEqual(read.services.map(({ title, visits, visitReason, row }) => [title, visits, visitReason, row]), [['صدور گواهی', 2, 'احراز هویت', 3]]);
    assert.deepEqual(read.findings, []);
  });

  it('says which of its rows are empty, but not those behind the last', async () => {
    const read = await readDeclaration(await xlsxOf([{ name: 'الف', rows: [head, first, [], [], ['تمدید گواهی', ...first.slice(1)], [], ['', ' ']] }]), 'a.xlsx');
    assert.deepEqual(read.services.map(({ row }) => row), [2, 5]);
    assert.deepEqual(read.findings.map(({ row, rule }) => [row, rule]), [[3, 'blank-row']]);
  });
});

describe('a sheet of LibreOffice', () => {
  it('shows dates and long numbers in full, without notes, hidden sheets and filler', async () => {
    const cell = (xml: string) => ({ xml: `<table:table-cell ${xml}</table:table-cell>` });
    const read = await readDeclaration(await odsOf([
      ['شناسه خدمت', ...head, 'تاریخ ویرایش'],
      [cell('office:value-type="float" office:value="13031670100"><office:annotation><text:p>یادداشت</text:p></office:annotation><text:p>1.30E+010</text:p>'), ...first, cell('office:value-type="date" office:date-value="2026-05-22"><text:p>05/22/26</text:p>')],
      [cell('table:formula="of:=HYPERLINK(&quot;x&quot;)" office:value-type="string"><text:p>۱۲</text:p>'), 'تمدید  گواهی', ...first.slice(1), cell('office:value-type="date" office:date-value="2026-05-22"><text:p>۱۴۰۵/۰۳/۰۱</text:p>')],
    ]), 'a.ods');
    assert.deepEqual(read.services.map(({ code, editedOn }) => [code, editedOn]), [['13031670100', '2026-05-22'], ['12', '2026-05-22']]);
    assert.deepEqual(rules(read, null), ['hidden-sheet']);
    assert.ok(rules(read, 3).includes('formula'));
  });
});

describe('a page', () => {
  it('gives lines, merged cells and the address behind a word', async () => {
    const html = `<meta charset="windows-1256"><table><caption>خدمات</caption>
      <tr>${[...head, 'نشانی اینترنتی'].map((name) => `<th>${name}</th>`).join('')}</tr>
      <tr><td>صدور&nbsp;گواهی</td><td rowspan="2">شرح &amp; توضیح</td><td>رایگان</td><td>۱ روز</td><td><ul><li>شماره ملی</li><li>سند</li></ul></td><td><a href="https://a.example/1">مشاهده</a></td></tr>
      <tr><td>تمدید گواهی</td><td>رایگان</td><td>۱ روز</td><td>سند</td><td><a href="javascript:alert(1)">مشاهده</a></td></tr></table>`;
    const [one, two] = (await readDeclaration(bytes(html), 'a.xls')).services;
    assert.deepEqual([one!.title, one!.description, one!.link], ['صدور گواهی', 'شرح & توضیح', 'https://a.example/1']);
    assert.deepEqual(one!.documents.map(({ title }) => title), ['شماره ملی', 'سند']);
    assert.deepEqual([two!.title, two!.description, two!.fee.kind, two!.link], ['تمدید گواهی', 'شرح & توضیح', 'free', null]);
  });
});

describe('JSON', () => {
  it('may use our own names, lists and numbers', async () => {
    const read = await readDeclaration(bytes(JSON.stringify([{ code: 13031670100, title: 'صدور گواهی', fee: 'رایگان', documents: ['شماره ملی', 'سند'], visits: 2 }])), 'a');
    assert.deepEqual(read.services.map(({ code, documents, visits }) => [code, documents.length, visits]), [['13031670100', 2, 2]]);
  });

  it('that is cut off is read as far as it goes', async () => {
    const whole = JSON.stringify(objects);
    const read = await readDeclaration(bytes(whole.slice(0, whole.length - 200)), 'a.json');
    assert.equal(read.services.length, objects.length - 1);
    assert.ok(rules(read, null).includes('file-incomplete'));
  });
});

describe('text', () => {
  it('that is cut off within a letter is still UTF-8', async () => {
    const read = await readDeclaration(clean.subarray(0, clean.lastIndexOf('ریال') + 1), 'a.csv');
    assert.equal(read.services.length, 4);
    assert.ok(rules(read, null).includes('file-incomplete'));
    assert.ok(!rules(read, null).includes('encoding-windows-1256'));
  });

  it('keeps line ends of every kind apart from line breaks in cells', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const read = await readDeclaration(bytes([head.join(), first.join(), `"صدور${end}کارت",${first.slice(1).join()}`, ''].join(end)), 'a.csv');
      assert.deepEqual(titles(read), ['صدور گواهی', 'صدور کارت'], JSON.stringify(end));
    }
  });

  it('runs no formula and says so; a sign before a word is writing', async () => {
    const title = (text: string) => [text, ...first.slice(1)];
    const read = await readDeclaration(csv([head, title('=HYPERLINK("https://a.example","ب")'), title('- صدور'), title('="0123"'), title('@SUM(1)'), title('1.30317E+10')]), 'a.csv');
    assert.deepEqual(titles(read), ['=HYPERLINK("https://a.example","ب")', '- صدور', '0123', '@SUM(1)', '1.30317E+10']);
    assert.deepEqual([2, 3, 4, 5, 6].map((row) => rules(read, row)), [['formula'], [], ['formula-text'], ['formula'], ['number-exponent']]);
  });
});

describe('headers', () => {
  it('that nobody knows are told with the nearest that is known, and can be mapped', async () => {
    const file = csv([['نام کار', 'شرح خدمت', 'هزینهه', 'مدت زمان ارائه', 'مدارک لازم', 'عنوان'], ['الف', ...first.slice(1), 'ب']]);
    const plain = await readDeclaration(file, 'a');
    assert.deepEqual(titles(plain), ['ب']);
    assert.match(plain.findings.find(({ rule }) => rule === 'unknown-columns')!.message, /نام کار، هزینهه \(شاید «هزینه»\)/);
    const mapped = await readDeclaration(file, 'a', { mapping: { 'نام کار': 'title', 'هزینهه': 'fee', عنوان: null } });
    assert.deepEqual(mapped.services.map(({ title, fee }) => [title, fee.kind]), [['الف', 'free']]);
    assert.deepEqual(mapped.findings, []);
  });
});

describe('reading', () => {
  it('gives rows one by one and tells how far it is', async () => {
    const parts: number[] = [];
    const many = csv([head, ...Array.from({ length: 2_000 }, (_, i) => [`خدمت ${i}`, 'شرح خدمت '.repeat(50), ...first.slice(2)])]);
    let rows = 0;
    for await (const step of readRows(new Blob([many as Uint8Array<ArrayBuffer>]), { onProgress: ({ part }) => parts.push(part) })) {
      if (step.row === 2) assert.ok((parts.at(-1) ?? 0) < 1, 'the first row is given before the file is read to its end');
      rows += Number(step.counts);
    }
    assert.equal(rows, 2_000);
    assert.equal(parts.at(-1), 1);
    assert.ok(parts.length > 2 && parts.every((part, i) => i === 0 || part >= parts[i - 1]!));
  });
});
