import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { looksPersonal } from '../../src/persian/personal.ts';

/** Zeros of scripts that a keyboard or a copied page may give: ours, Arabic, Devanagari, Thai, full width, mathematical. */
const zeros = ['0', '۰', '٠', '०', '๐', '０', '𝟎', '𝟶'].map((zero) => zero.codePointAt(0)!);
const between = ['', ' ', '-', '‌', '،', ' - ', '*', '/', '.', '(', ') ', '\u200f'];

describe('what looks personal', () => {
  it('five digits and more of any script, in whatever groups, with words around them', () => {
    fc.assert(fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...zeros), fc.constantFrom(...between)), { minLength: 5, maxLength: 16 }),
      fc.constantFrom('', 'پیگیری ', 'کد ملی: ', 'شبا IR'),
      (digits, before) => {
        const number = digits.map(([digit, zero, gap]) => String.fromCodePoint(zero + digit) + gap).join('');
        assert.equal(looksPersonal(`${before}${number} کجاست`), true, number);
      },
    ));
  });

  it('plates in either direction, with any letter', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 99 }), fc.constantFrom(...'بجدسصطقلمنوهی', 'الف'), fc.integer({ min: 100, max: 999 }), fc.constantFrom('', ' ', '-'), (two, letter, three, gap) => {
      for (const parts of [[two, letter, three], [three, letter, two]]) assert.equal(looksPersonal(`خلافی ${parts.join(gap)}`), true);
    }));
  });

  for (const text of [
    '0912،345،6789', '0912 - 345 - 6789', '0912*345*67', '۱۲ب۳۴۵', 'IR06 0120 0000 0000 1234', '6037-9911-2233-4455',
    'کوچه گلستان پلاک ۸ واحد ۳', 'طبقه ۲ آسانسور', 'آسفالت کوچه شهید رجایی', 'آسفالت كوچه ۱۲',
  ]) it(`personal: ${text}`, () => assert.equal(looksPersonal(text), true));

  for (const text of [
    'فرم ۱۴۰۵', 'وام ۱۰۰ میلیونی', 'بند ۵ ماده ۱۲', 'بند ۱۲ و ۱۳', 'آسفالت کوچه', 'روشنایی خیابان', 'فک پلاک', 'شماره‌گذاری پلاک خودرو', 'واحد تولیدی', 'منزل مسکونی', 'ماده ۱۰۰',
  ]) it(`not personal: ${text}`, () => assert.equal(looksPersonal(text), false));
});
