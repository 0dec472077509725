import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { SharedTexts } from '../../../src/gateway/declarations/sheets/shared-texts.ts';
import { xlsxOf, type SheetCell } from './files.ts';

describe('texts that a workbook shares', () => {
  const text = (number: number): string => (number % 7 ? `متن ${number} «${'گواهی '.repeat(number % 50)}😀»` : '');

  it('are the same in any order, more of them than a block holds', () => {
    const count = 40_000;
    const texts = new SharedTexts();
    for (let number = 0; number < count; number++) texts.add(text(number));
    // Steps that share no divisor with the count come to every number, far from the one before.
    for (const step of [1, 7_919]) {
      for (let i = 0, number = 0; i < count; i++, number = (number + step) % count) assert.equal(texts.at(number), text(number));
    }
  });

  it('may be longer than a block, and end where a block ends', () => {
    const all = ['الف', 'ب'.repeat(2_000_000), 'a'.repeat(1 << 20), 'پ', '\ufeffت', 'x'.repeat((1 << 20) / 3), '😀', 'ث'];
    const texts = new SharedTexts();
    for (const one of all) texts.add(one);
    for (const [number, one] of all.entries()) assert.equal(texts.at(number), one);
  });

  it('are none where nothing was added, before the first and behind the last', () => {
    const texts = new SharedTexts();
    assert.equal(texts.at(0), undefined);
    texts.add('الف');
    for (const number of [-1, 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(texts.at(number), undefined, String(number));
  });
});

describe('a workbook with shared texts', () => {
  const head = ['عنوان خدمت', 'شرح خدمت', 'هزینه', 'مدت زمان ارائه', 'مدارک لازم'];
  const first = ['صدور گواهی', 'گواهی نشانی', 'رایگان', '۲ روز', 'شماره ملی'];
  const named = (value: string | number): SheetCell => ({ xml: (r) => `<c r="${r}" t="s"><v>${value}</v></c>` });
  const read = async (cells: SheetCell[], shared?: string) => readDeclaration(await xlsxOf([{ name: 'الف', rows: [head, cells] }], [], shared), 'a.xlsx');
  const titleOf = async (cell: SheetCell, shared: string) => (await read([cell, ...first.slice(1)], shared)).services[0]?.title;

  it('gives the letters of rich texts and none of their reading aids, the part standing behind the sheet', async () => {
    const shared = '<si><t>شرح</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">صدور </t></r><r><t>گواهی_x0031_</t></r><rPh sb="0" eb="1"><t>zzz</t></rPh><phoneticPr fontId="1"/></si>';
    assert.equal(await titleOf(named(1), shared), 'صدور گواهی1');
  });

  it('has an empty cell where the number is missing or names nothing', async () => {
    const shared = `<si><t>صفر</t></si><si/>`;
    for (const none of [named(''), named(1), named(2), named(-1), named('x'), { xml: (r: string) => `<c r="${r}" t="s"/>` }]) {
      const { services, findings } = await read([first[0]!, none, ...first.slice(2)], shared);
      assert.deepEqual(services.map(({ description }) => description), ['']);
      assert.ok(findings.every(({ severity }) => severity !== 'rejected'));
    }
    assert.deepEqual((await read([named(0), ...first.slice(1)])).services, [], 'there is no part of texts');
  });

  it('is turned down for a text behind the last column, not for an empty one', async () => {
    const at = (reference: string, value: number): SheetCell => ({ xml: () => `<c r="${reference}" t="s"><v>${value}</v></c>` });
    const shared = '<si/><si><t>دور</t></si>';
    assert.equal((await read([...first, at('XFD2', 0)], shared)).services.length, 1);
    assert.equal((await read([...first, at('XFD2', 1)], shared)).findings[0]!.rule, 'too-many-columns');
  });
});
