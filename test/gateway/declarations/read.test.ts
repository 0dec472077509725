import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Offering } from '../../../src/contract/offering.ts';
import { z } from '../../../src/contract/zod.ts';
import { readDeclaration, type DeclaredService, type Finding } from '../../../src/gateway/declarations/read.ts';

const folder = 'demo/data/alborz/declarations';
const dirty = ['gaz', 'abfa', 'bargh', 'jahad-keshavarzi', 'fanni-herfei', 'behzisti', 'samt', 'miras-farhangi'];
const agencies = readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -4));
const read = (agency: string) => readDeclaration(readFileSync(`${folder}/${agency}.csv`), `${agency}.csv`);
const expected = readFileSync('demo/data/search/titles.tsv', 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split('\t'));

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const has = (findings: Finding[], row: number | null, rule: string, severity: Finding['severity']) =>
  assert.ok(findings.some((f) => f.row === row && f.rule === rule && f.severity === severity), `${rule} (${severity}) in row ${row}`);
const at = (services: DeclaredService[], row: number): DeclaredService => {
  const service = services.find((candidate) => candidate.row === row);
  assert.ok(service, `a service from row ${row}`);
  return service;
};

test('every file gives exactly the titles and codes of a right import', async () => {
  for (const agency of agencies) {
    assert.deepEqual(
      (await read(agency)).services.map(({ title, code }) => [title, code ?? '']),
      expected.filter(([of]) => of === agency).map(([, title, code = '']) => [title, code]),
      agency,
    );
  }
  assert.equal(expected.length, 193);
});

test('clean files have nothing to say', async () => {
  for (const agency of agencies.filter((name) => !dirty.includes(name))) assert.deepEqual((await read(agency)).findings, [], agency);
});

test('every service of a clean file has time, fee, channels, steps, a unit and a date', async () => {
  for (const agency of agencies.filter((name) => !dirty.includes(name))) {
    for (const service of (await read(agency)).services) {
      const where = `${agency}: ${service.title}`;
      assert.ok(service.time, where);
      assert.notEqual(service.fee.kind, 'undeclared', where);
      assert.ok(Object.values(service.channels).every((channels) => channels.length && !channels.includes('other')), where);
      assert.ok(service.steps.length > 1 && service.steps.every(({ unit, post }) => unit && post), where);
      assert.ok(service.unitName && service.phone && service.editedOn && service.link && service.lifeEvents.length, where);
      assert.ok(service.documents.every(({ forbiddenCopy }) => !forbiddenCopy), where);
    }
  }
});

test('gaz: Arabic letters and digits, dirty codes and fees', async () => {
  const { services, findings } = await read('gaz');
  assert.deepEqual(at(services, 2).fee, {
    kind: 'formula', lines: [{ label: 'هر متر مکعب ظرفیت', amountRial: 334_000, maxRial: null }], text: 'هر متر مکعب ظرفیت 334.000 ریال',
  });
  assert.equal(at(services, 3).description, 'تغییر مصرف از خانگی به تجاری یا عمومی و برعکس.');
  assert.equal(at(services, 4).code, '130316670102');
  assert.match(findings.find(({ rule }) => rule === 'code-suggestion')!.message, /13031670102/);
  assert.equal(at(services, 6).fee.lines[0]!.amountRial, 200_000);
  assert.equal(at(services, 8).fee.lines[0]!.amountRial, 18_000_000);
  assert.deepEqual(at(services, 7).time, { min: 24, max: 24, unit: 'workHour' });
  assert.equal(at(services, 6).editedOn, at(services, 7).editedOn);
  assert.equal(at(services, 7).editedOn, '2026-05-22');
  assert.equal(at(services, 5).phone, '194');
  assert.equal(at(services, 2).phone, '02632000081');
  assert.deepEqual(at(services, 6).documents[0], { title: 'کپی کارت ملی', form: 'copy', forbiddenCopy: true });
  has(findings, 4, 'code-length', 'warning');
  has(findings, 6, 'forbidden-copy', 'warning');
  has(findings, 2, 'arabic-letters', 'repaired');
  for (const row of [2, 6, 8]) has(findings, row, 'fee-format', 'warning');
});

test('abfa: turned lam-alef, shared and superseded codes', async () => {
  const { services, findings } = await read('abfa');
  assert.equal(at(services, 3).title, 'واگذاری انشعاب فاضلاب');
  assert.equal(at(services, 2).laws[0], 'قانون ایجاد تسهیلات برای توسعه طرح‌های فاضلاب');
  assert.ok(!services.some(({ row }) => row === 7));
  assert.equal(at(services, 2).room, '۲');
  assert.deepEqual(at(services, 4).documents.map(({ title }) => title), ['پایان‌کار یا پروانه کسب', 'آخرین قبض آب', 'تصویر تمام صفحات شناسنامه']);
  assert.deepEqual(at(services, 11).time, { min: 3, max: 3, unit: 'workDay' });
  assert.ok(services.every(({ audience }) => !audience.some((who) => /ملاک/.test(who))), '«مالکان» is a word of its own');
  has(findings, 3, 'code-family', 'warning');
  has(findings, 3, 'lam-alef', 'warning');
  has(findings, 4, 'empty-item', 'repaired');
  has(findings, 4, 'forbidden-copy', 'warning');
  has(findings, 5, 'direction-marks', 'repaired');
  has(findings, 6, 'code-form', 'repaired');
  has(findings, 7, 'superseded', 'warning');
  for (const row of [9, 10]) has(findings, row, 'code-shared', 'warning');
});

test('bargh: other columns, presentation forms, two amounts, a scrambled parent', async () => {
  const { services, findings } = await read('bargh');
  assert.equal(at(services, 8).title, 'اعلام قطعی برق');
  assert.equal(at(services, 2).description, 'نصب کنتور تازه تک‌فاز یا سه‌فاز برای ساختمان، مغازه یا کارگاه.');
  assert.deepEqual(at(services, 3).fee.lines, [
    { label: 'تکفاز', amountRial: 199_400, maxRial: null }, { label: 'سه فاز', amountRial: 219_600, maxRial: null },
  ]);
  assert.deepEqual(at(services, 2).time, { min: null, max: 30, unit: 'day' });
  assert.deepEqual(at(services, 4).time, { min: 12, max: 16, unit: 'day' });
  assert.deepEqual(at(services, 8).time, { min: 1.5, max: 4, unit: 'hour' });
  assert.equal(at(services, 5).fee.lines[0]!.amountRial, 250_000);
  assert.equal(at(services, 5).visits, 0);
  assert.equal(at(services, 9).fee.kind, 'undeclared');
  assert.equal(at(services, 3).parentCode, '14661303000');
  assert.match(findings.find(({ row, rule }) => row === 3 && rule === 'parent-code')!.message, /13031466000/);
  has(findings, 4, 'parent-code', 'warning');
  has(findings, 1, 'unknown-columns', 'warning');
  has(findings, 9, 'fee-missing', 'warning');
  assert.equal(findings.filter(({ rule }) => rule === 'unknown-columns').length, 1);
});

test('a table of few columns, all of them known, is a declaration', async () => {
  const { services, findings } = await readDeclaration(text('عنوان خدمت,شرح خدمت,هزینه\nصدور برگ,برای همه,رایگان\n'), 'خدمات.csv');
  assert.deepEqual(services.map(({ title, fee }) => [title, fee.kind]), [['صدور برگ', 'free']]);
  has(findings, 1, 'missing-columns', 'warning');
  const other = await readDeclaration(text('عنوان خدمت,شرح خدمت,رنگ,وزن\nصدور برگ,برای همه,آبی,۲\n'), 'خدمات.csv');
  has(other.findings, null, 'file-header', 'rejected');
});

test('a bad byte or two make no other encoding of a file', async () => {
  const table = new TextEncoder().encode('عنوان خدمت,شرح خدمت,مدت زمان ارائه,هزینه\nصدور برگ,برای همه مردم شهر,۵ روز کاری,رایگان\nصدور گواهی,برای همه مردم استان,۳ روز کاری,رایگان\n');
  for (const byte of [0xff, 0xa0]) {
    const broken = Uint8Array.from([...table.subarray(0, table.length - 2), byte, ...table.subarray(table.length - 2)]);
    const { services, findings } = await readDeclaration(broken, 'خدمات.csv');
    assert.deepEqual(services.map(({ title }) => title), ['صدور برگ', 'صدور گواهی'], `${byte}`);
    has(findings, null, 'encoding-broken', 'warning');
    has(findings, 3, 'letters-lost', 'warning');
  }
});

test('jahad-keshavarzi: Windows-1256', async () => {
  const { services, findings } = await read('jahad-keshavarzi');
  has(findings, null, 'encoding-windows-1256', 'warning');
  assert.equal(at(services, 3).fee.lines[0]!.amountRial, 900_000);
  assert.equal(at(services, 4).editedOn, '2026-04-21');
  assert.deepEqual(at(services, 2).time, { min: 45, max: 60, unit: 'day' });
});

test('fanni-herfei: byte order mark, semicolons, a broken row', async () => {
  const { services, findings, rows } = await read('fanni-herfei');
  assert.equal(rows, 7);
  assert.equal(at(services, 3).fee.lines[0]!.amountRial, 750_000);
  assert.equal(at(services, 5).editedOn, '2026-02-25');
  assert.deepEqual(at(services, 6).time, { min: 45, max: 45, unit: 'day' });
  assert.equal(at(services, 7).visits, 1);
  has(findings, 5, 'date-day-first', 'warning');
  has(findings, 8, 'too-many-cells', 'rejected');
  has(findings, 9, 'blank-row', 'repaired');
  has(findings, null, 'byte-order-mark', 'repaired');
  has(findings, null, 'delimiter', 'repaired');
});

test('behzisti: tabs, forbidden copies, broken contacts', async () => {
  const { services, findings } = await read('behzisti');
  assert.equal(at(services, 2).description, 'معاینه در کمیسیون پزشکی و صدور کارت معلولیت. این خدمت رایگان می‌باشد و نوبت‌ها پیامک می‌شود');
  assert.deepEqual(at(services, 2).documents.map(({ forbiddenCopy }) => forbiddenCopy), [true, true, false, false]);
  assert.deepEqual(at(services, 3).documents.slice(0, 2), [
    { title: 'اصل شناسنامه معلول و سرپرست', form: 'originalSeen', forbiddenCopy: false },
    { title: 'کپی شناسنامه معلول و سرپرست', form: 'copy', forbiddenCopy: true },
  ]);
  assert.equal(at(services, 3).nature, 'sovereign');
  assert.equal(at(services, 4).time, null);
  assert.deepEqual([at(services, 5).link, at(services, 5).phone], [null, null]);
  assert.deepEqual(at(services, 6).relations, ['G2C']);
  assert.deepEqual([at(services, 8).levels, at(services, 8).lifeEvents], [['provincial'], ['other']]);
  for (const [row, rule] of [[2, 'forbidden-copy'], [3, 'forbidden-copy'], [7, 'forbidden-copy'], [4, 'time-missing'], [5, 'link'], [5, 'phone'], [8, 'life-event']] as const) {
    has(findings, row, rule, 'warning');
  }
  for (const [row, rule] of [[2, 'punctuation'], [2, 'half-space'], [3, 'arabic-letters'], [6, 'relation-words'], [7, 'spaces'], [8, 'level']] as const) {
    has(findings, row, rule, 'repaired');
  }
});

test('samt: line breaks in cells, dates of every kind, other separators', async () => {
  const { services, findings } = await read('samt');
  assert.deepEqual(at(services, 3).documents.map(({ title }) => title), ['جواز تأسیس', 'فهرست ماشین‌آلات', 'پایان‌کار', 'تأیید محیط زیست']);
  assert.deepEqual(at(services, 4).documents.map(({ title }) => title), ['شماره ملی', 'سند یا اجاره‌نامه محل', 'کدپستی', 'گواهی مهارت برای رسته‌های تخصصی']);
  assert.equal(at(services, 4).steps.length, 4);
  assert.equal(at(services, 5).documents.length, 3);
  assert.deepEqual(at(services, 5).keywords, ['تمدید جواز', 'پروانه منقضی']);
  assert.deepEqual(at(services, 5).relations, ['G2B']);
  assert.equal(at(services, 7).description, 'گزارش گران‌فروشی، احتکار، درج نکردن قیمت و تقلب به "۱۲۴". به گزارش‌ها رسیدگی می‌شود.');
  assert.deepEqual([2, 3, 6].map((row) => at(services, row).fee.lines[0]!.amountRial), [1_000_000, 5_000_000, 30_000_000]);
  assert.deepEqual(at(services, 6).time, { min: 10, max: 15, unit: 'workDay' });
  assert.deepEqual([2, 3, 4, 6, 8].map((row) => at(services, row).editedOn), ['2026-09-02', '2026-09-02', '2026-09-25', null, '2025-12-31']);
  assert.deepEqual(at(services, 8).levels, ['provincial', 'national']);
  has(findings, 2, 'date-two-digit-year', 'warning');
  has(findings, 6, 'date-impossible', 'warning');
  has(findings, 5, 'separator', 'warning');
  has(findings, 8, 'separator', 'repaired');
});

test('miras-farhangi: title line, lost half-spaces, a file cut off', async () => {
  const { services, findings } = await read('miras-farhangi');
  assert.equal(at(services, 3).documents[0]!.title, 'سند یا اجاره‌نامه');
  assert.equal(at(services, 8).description, 'معرفی هنرمندان و قالی‌بافان به تأمین اجتماعی برای بیمه یارانه‌ای.');
  assert.equal(at(services, 9).description, 'اعلام قرار داشتن ملک در حریم اثر تاریخی و ضوابط ساخت.');
  assert.deepEqual(at(services, 3).lifeEvents, ['business']);
  has(findings, null, 'header-not-first', 'warning');
  has(findings, 6, 'title-missing', 'rejected');
  has(findings, 7, 'glued-words', 'warning');
  has(findings, 4, 'fee-format', 'warning');
  has(findings, 10, 'cut-off', 'rejected');
  has(findings, null, 'file-incomplete', 'warning');
});

test('one declaration in four encodings and five delimiters reads the same', async () => {
  const csv = 'عنوان خدمت,شرح خدمت,هزینه,مدت زمان ارائه\r\n"صدور گواهی, نمونه",آزمایش گچ و پژوهش,رایگان,۲ روز\r\n';
  const wanted = (await readDeclaration(text(csv), 'a.csv')).services;
  assert.equal(wanted[0]!.title, 'صدور گواهی, نمونه');
  const utf16 = (bigEndian: boolean, mark: boolean) => {
    const content = (mark ? '\ufeff' : '') + csv;
    const bytes = new Uint8Array(content.length * 2);
    for (let i = 0; i < content.length; i++) new DataView(bytes.buffer).setUint16(i * 2, content.charCodeAt(i), !bigEndian);
    return bytes;
  };
  for (const bytes of [utf16(false, true), utf16(true, true), utf16(false, false), utf16(true, false), text(`\ufeff${csv}`)]) {
    assert.deepEqual((await readDeclaration(bytes, 'a.csv')).services, wanted);
  }
  for (const delimiter of [';', '\t', '|', '؛']) {
    const other = csv.replace(/,(?! )/g, delimiter);
    assert.deepEqual((await readDeclaration(text(other), 'a.csv')).services, wanted, JSON.stringify(delimiter));
  }
});

test('what is no declaration is told in one finding, and nothing throws', async () => {
  const cases: [Uint8Array, string][] = [
    [new Uint8Array(), 'file-empty'],
    [text('hello,world\n1,2\n'), 'file-encoding'],
    [new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 0xff, 0xfe]), 'file-kind'],
    [text('سلام، این یک نامه است، نه جدول.'), 'file-header'],
    [text('عنوان خدمت,شرح خدمت,هزینه,سطح\n,الف,ب,پ\n,ت,ث,ج\nخوب,چ,رایگان,ملی\n'), 'file-mostly-rejected'],
  ];
  for (const [bytes, rule] of cases) {
    const { services, findings } = await readDeclaration(bytes, 'x.csv');
    assert.deepEqual(services, []);
    assert.deepEqual(findings.filter(({ severity, row }) => severity === 'rejected' && row === null).map((f) => f.rule), [rule]);
  }
  const bytes = readFileSync(`${folder}/gaz.csv`);
  for (let length = 1; length < bytes.length; length += 97) await readDeclaration(bytes.subarray(0, length), 'cut.csv');
});

test('every service fits the contract', async () => {
  for (const agency of agencies) {
    for (const { row, unitName, floor, room, noDocuments: _, ...service } of (await read(agency)).services) {
      z.parse(Offering, {
        ...service, id: `alborz.${agency}.${row}`, version: 1, province: 'alborz', agency: { id: agency, name: { fa: agency } },
        unit: null, form: null, national: null, illustrative: true,
      });
      assert.ok([unitName, floor, room].every((label) => label === null || label.length > 0));
    }
  }
});
