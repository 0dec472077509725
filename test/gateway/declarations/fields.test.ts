import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import { readDeclaration, type DeclarationReading } from '../../../src/gateway/declarations/read.ts';
import { bytes, xlsxOf } from './files.ts';

const head = ['عنوان خدمت', 'شرح خدمت', 'هزینه', 'مدت زمان ارائه', 'مدارک لازم'];
const first = ['صدور گواهی', 'گواهی نشانی', 'رایگان', '۲ روز', 'شماره ملی'];
const second = ['تمدید گواهی', 'گواهی تازه', 'رایگان', '۱ روز', 'گواهی پیشین'];
const letter = (lines: number): string[] => Array.from({ length: lines }, (_, at) => (at ? `بند ${at} نامه، با شماره` : 'به نام خدا'));

const row = (cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (rows: string[][]): string => `<table>${rows.map(row).join('')}</table>`;
const list = (rows: string[][]): string => `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`;
const fields = (values: string[], names = head): string[][] => names.map((name, at) => [name, values[at]!]);
const page = (body: string): Uint8Array => bytes(`<!doctype html><meta charset="utf-8"><body>${body}`);
const read = (file: Uint8Array, mapping = {}): Promise<DeclarationReading> => readDeclaration(file, 'x', { mapping });
const rules = ({ findings }: DeclarationReading): [number | null, string][] => findings.map((found) => [found.row, found.rule]);

/** What both services come to, by whichever way they are written. */
async function holdsBoth(reading: DeclarationReading, what: string): Promise<void> {
  const wanted = await read(bytes(Papa.unparse([head, first, second])));
  assert.deepEqual(reading.services.map((service) => ({ ...service, row: 0 })), wanted.services.map((service) => ({ ...service, row: 0 })), what);
}

describe('a header below other lines', () => {
  const kinds: [string, (lines: string[]) => Uint8Array | Promise<Uint8Array>][] = [
    ['CSV', (lines) => bytes([...lines, Papa.unparse([head, first, second])].join('\n'))],
    ['XLSX', (lines) => xlsxOf([{ name: 'الف', rows: [...lines.map((line) => [line]), head, first, second] }])],
    ['the rows of a page', (lines) => page(table([...lines.map((line) => [line]), head, first, second]))],
  ];
  for (const [kind, file] of kinds) {
    it(`is found in ${kind}, wherever it stands, and what stands above it is told`, async () => {
      for (const lines of [1, 9, 10, 11, 30]) {
        const reading = await read(await file(letter(lines)));
        await holdsBoth(reading, `${lines} lines`);
        assert.equal(reading.services[0]!.row, lines + 2);
        assert.match(reading.findings.find(({ rule }) => rule === 'header-not-first')!.message, /کنار گذاشته شد: «به نام خدا»/);
      }
    });
  }

  it('is found below text before a table, that may begin the file', async () => {
    await holdsBoth(await read(page(letter(4).map((line) => `<p>${line}</p>`).join('') + table([head, first, second]))), 'paragraphs');
    await holdsBoth(await read(bytes(`${letter(4).join(',\n')}${table([head, first, second])}`)), 'bare words');
  });

  it('may be printed anew within the table, and for each table of a page', async () => {
    const again = await read(bytes(Papa.unparse([head, first, head, second])));
    await holdsBoth(again, 'one table');
    assert.deepEqual(rules(again), [[3, 'header-again']]);
    const tables = await read(page(table([head, first]) + table([['اخبار', 'روز'], ['افتتاح', 'شنبه']]) + table([head, second])));
    await holdsBoth(tables, 'two tables');
    assert.deepEqual(tables.services.map((service) => service.row), [2, 4]);
    assert.match(tables.findings.find(({ rule }) => rule === 'other-sheets')!.message, /«جدول ۱» خوانده شد و این‌ها نه: «جدول ۲»/);
  });
});

describe('names and values in two columns', () => {
  const both = [...fields(first), ...fields(second)];
  const kinds: [string, Uint8Array | Promise<Uint8Array>][] = [
    ['a service in each table', page(`<h1>خدمات</h1>${table(fields(first))}<p>و</p>${table(fields(second))}`)],
    ['one table', page(table(both))],
    ['one table, the fields grouped', page(table([['مشخصات'], ...fields(first).slice(0, 2), ['جزئیات'], ...fields(first).slice(2), ['مشخصات'], ...fields(second)]))],
    ['two pairs in a row', page(table([first, second].flatMap((values) => [[...fields(values)[0]!, ...fields(values)[1]!], [...fields(values)[2]!, ...fields(values)[3]!], fields(values)[4]!])))],
    ['numbered names behind the name of their group', page(table([first, second].flatMap((values) => fields(values).map(([name, value], at) => ['مشخصات', `${at + 1}- ${name}:`, value!]))))],
    ['a list of names and descriptions for each service', page(`<h1>خدمات</h1>${list(fields(first))}<p>و</p>${list(fields(second))}`)],
    ['one list, its pairs in groups, its ends left out', page(`<dl>${both.map(([name, value]) => `<div><dt>${name}:<dd>${value}</div>`).join('')}</dl>`)],
    ['lists in a table that lays out the page', page(table([['فهرست', list(fields(first)) + list(fields(second))]]))],
    ['CSV', bytes(Papa.unparse(both))],
    ['a workbook with a sheet for each', xlsxOf([{ name: 'الف', rows: fields(first) }, { name: 'ب', rows: fields(second) }])],
  ];
  for (const [what, file] of kinds) {
    it(`become a row for each service: ${what}`, async () => {
      const reading = await read(await file);
      await holdsBoth(reading, what);
      assert.deepEqual(reading.services.map((service) => service.row), [2, 3]);
      assert.deepEqual(rules(reading).map(([, rule]) => rule), ['fields']);
    });
  }

  it('may be a list within a cell, which is the text of the cell', async () => {
    const html = table([head, [...first.slice(0, 4), '<dl><dt>شماره ملی<dt>سند</dl>'], second]);
    assert.deepEqual((await read(page(html))).services.map(({ documents }) => documents.map(({ title }) => title)), [['شماره ملی', 'سند'], ['گواهی پیشین']]);
  });

  it('may be a list of names with several descriptions below a heading, which is the title', async () => {
    const html = `<h2>صدور گواهی</h2><dl><dt>مدت انجام کار<dd>۲ روز<dt>مدارک لازم<dd>شماره ملی<dd>سند<dt>هزینه<dd>رایگان</dl>`;
    const { services } = await read(page(html));
    assert.deepEqual(services.map(({ title, timeText, documents, fee }) => [title, timeText, documents.map((each) => each.title), fee.kind]), [['صدور گواهی', '۲ روز', ['شماره ملی', 'سند'], 'free']]);
  });

  it('may have a name over several values, which is a list', async () => {
    const html = `<table>${fields(first).slice(0, 4).map(row).join('')}<tr><th rowspan="2">مدارک لازم<td>شماره ملی<tr><td>سند</table>`;
    assert.deepEqual((await read(page(html))).services[0]!.documents.map(({ title }) => title), ['شماره ملی', 'سند']);
  });

  it('take the heading for a title that they lack, and say so', async () => {
    const html = `<h2>صدور گواهی</h2>${table(fields(first).slice(1))}<table><caption>تمدید گواهی</caption>${fields(second).slice(1).map(row).join('')}</table>${table(fields(first).slice(1))}`;
    const reading = await read(page(html));
    await holdsBoth(reading, 'headings');
    assert.deepEqual(rules(reading), [[null, 'fields'], [2, 'title-from-heading'], [3, 'title-from-heading'], [4, 'title-missing']]);
  });

  it('tell names that nobody knows, which can be mapped, and other tables', async () => {
    const html = table([...fields(first, ['عنوان خدمت', 'شرح خدمت', 'هزینه', 'چند روز', 'مدارک لازم']), ['__proto__', 'الف']]) + table([['اخبار', 'روز'], ['افتتاح', 'شنبه']]);
    const plain = await read(page(html));
    assert.match(plain.findings.find(({ rule }) => rule === 'unknown-columns')!.message, /چند روز/);
    assert.match(plain.findings.find(({ rule }) => rule === 'other-sheets')!.message, /این‌ها خوانده نشد: «جدول ۲»/);
    const mapped = await read(page(html), { 'چند روز': 'time' });
    assert.deepEqual(mapped.services.map(({ time }) => time), [{ min: 2, max: 2, unit: 'day' }]);
  });

  it('that are cut off within a service are told, and the others kept', async () => {
    const whole = table(both);
    const reading = await read(page(whole.slice(0, whole.indexOf('رایگان', whole.indexOf('تمدید')) - 10)));
    assert.deepEqual(reading.services.map(({ title }) => title), ['صدور گواهی']);
    assert.deepEqual(rules(reading), [[null, 'fields'], [null, 'file-incomplete'], [3, 'cut-off']]);
  });
});

describe('what a whole table says of its cells', () => {
  const wide = ['عنوان خدمت', 'شرح', 'هزینه (تومان)', 'مدت انجام کار (روز)', 'تلفن'];
  const services = async (rows: string[][], names = wide) => (await read(bytes(Papa.unparse([names, ...rows])))).services;

  it('the header may name the unit of bare numbers, which stays with them', async () => {
    const [one, two, three] = await services([['صدور', 'شرح', '250000', '3', ''], ['تمدید', 'شرح', '۵۰ هزار', '۲-۵', ''], ['ابطال', 'شرح', '۱۰۰۰ ریال', '۴ ساعت', '']]);
    assert.deepEqual([one!, two!, three!].map(({ fee, time }) => [fee.lines[0]!.amountRial, fee.text, time!.max, time!.unit]), [
      [2_500_000, '250000 تومان', 3, 'day'], [500_000, '۵۰ هزار تومان', 5, 'day'], [1000, '۱۰۰۰ ریال', 4, 'hour'],
    ]);
    const [rial, open] = [await services([['صدور', 'شرح', '۱٫۵۰۰٫۰۰۰', '3', '']], ['عنوان خدمت', 'شرح', 'هزینه (ریال)', 'مدت زمان', 'تلفن']), await read(bytes(Papa.unparse([['عنوان خدمت', 'شرح', 'هزینه (ریال/تومان)', 'مدت زمان'], ['صدور', 'شرح', '۵۰ هزار', '3']])))];
    assert.deepEqual([rial[0]!.fee.lines[0]!.amountRial, rial[0]!.time], [1_500_000, null]);
    assert.deepEqual(rules(open).map(([, rule]) => rule).filter((rule) => /unreadable/.test(rule)), ['time-unreadable', 'fee-unreadable']);
  });

  it('headings of groups, sums and signatures are no services, but a service may have a title alone', async () => {
    const alone = (title: string) => [title, '', '', '', ''];
    const reading = await read(bytes(Papa.unparse([wide, alone('الف) خدمات حمل و نقل'), ['الف - ب', 'شرح', '1000', '3', ''], alone('صدور کارت'), alone('جمع کل: ۴ خدمت'), alone('جمع‌آوری انشعاب'), alone('تهیه کننده: واحد فناوری'), ['صدور', 'شرح', '1000', '3', '']])));
    assert.deepEqual(reading.services.map(({ title }) => title), ['الف - ب', 'صدور کارت', 'جمع‌آوری انشعاب', 'صدور']);
    assert.deepEqual(rules(reading).filter(([, rule]) => rule === 'not-a-service').map(([at]) => at), [2, 5, 7]);
  });

  it('JSON may have its rows below an envelope', async () => {
    const json = { success: true, data: { count: 2, services: [first, second].map((values) => Object.fromEntries(fields(values))) } };
    await holdsBoth(await read(bytes(JSON.stringify(json))), 'an envelope');
  });

  it('a way without a stage is that of the request; a dash is nothing; an area code may follow its number', async () => {
    const [service] = await services([['صدور', 'شرح', 'حضوری/اینترنتی', '-', '34567890 (026)']], ['عنوان خدمت', 'شرح', 'نحوه دسترسی', 'مدت زمان', 'تلفن']);
    assert.deepEqual([service!.channels.request, service!.timeText, service!.phone], [['inPerson', 'internet'], '', '02634567890']);
    const told = await read(bytes(Papa.unparse([wide, ['صدور', 'شرح', '1000', '3', '۳۴۵۶۷۸۹۰'], ['تمدید', 'شرح', '1000', '3', 'ندارد']])));
    assert.match(told.findings.find(({ rule }) => rule === 'phone')!.message, /کد شهر ندارد/);
    assert.deepEqual(told.findings.filter(({ row: at, rule }) => at === 3 && rule === 'phone'), []);
  });
});
