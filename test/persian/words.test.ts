import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toPersianDigits } from '../../src/persian/digits.ts';
import { foldKey } from '../../src/persian/fold.ts';
import { words } from '../../src/persian/words.ts';

test('a half-space joins what belongs to a word and parts what does not', () => {
  for (const [text, expected] of [
    ['نمی‌ذاره', ['نمیذاره']],
    ['می شود', ['میشود']],
    ['خونه‌مون', ['خونه']],
    ['کارت‌های', ['کارت']],
    ['شناسنامه‌ام', ['شناسنامه']],
    ['پایان‌کار', ['پایان', 'کار']],
    ['گواهی‌نامه', ['گواهی', 'نامه']],
    ['آیین‌نامه‌های', ['ایین', 'نامه']],
    ['«صدور» کارت، ملی!', ['صدور', 'کارت', 'ملی']],
    ['ماده ٣٨', ['ماده', '38']],
    ['می', ['می']],
    ['', []],
    ['؟!🙂', []],
  ] as const)
    assert.deepEqual(words(text), expected, text);
});

const persian = fc.string({ unit: fc.constantFrom(...'ابپتسشکگلمنوهیآئؤة 12۳٤\u200c،.-ـَ\u200fمینیها'), maxLength: 24 });

test('words are folded, are never longer than the text, and do not hang on the script of digits', () => {
  fc.assert(
    fc.property(persian, (text) => {
      const found = words(text);
      assert.ok(found.every((word) => word !== '' && !word.includes(' ') && foldKey(word) === word));
      assert.ok(found.join('').length <= text.length);
      assert.deepEqual(words(toPersianDigits(text)), found);
    }),
    { numRuns: 2000 },
  );
});

test('words of one text stay the same when it was written with Arabic letters, kashida or marks', () => {
  fc.assert(
    fc.property(persian, (text) => {
      const other = text.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replace(/([سشلمن])(?=[ابپتسش])/g, '$1ـ').replaceAll('م', 'مُ');
      assert.deepEqual(words(other), words(text));
    }),
    { numRuns: 1000 },
  );
});
