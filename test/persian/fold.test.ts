import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toAsciiDigits, toPersianDigits } from '../../src/persian/digits.ts';
import { foldKey, repairText, tokens } from '../../src/persian/fold.ts';

/** Letters, marks and spaces that Persian text arrives with, damaged ones included. */
const persian = fc.string({
  unit: fc.constantFrom(...'آأإابپتةۀهءؤئيىیكکلاﻻﻼﺎﻟﻪﷲﷺ﷼ـًَّٰٓٔ۰۹٠٩09aİıK \u200c\u200d\u200b\u200e\u202b\u00a0\u00ad\ufeff\n\r\t\u2028؛،.-'),
  maxLength: 30,
});
const anyText = fc.oneof(persian, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

test('digits of three kinds become ASCII and back', () => {
  assert.equal(toAsciiDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 42'), '0123456789 0123456789 42');
  assert.equal(toPersianDigits('0123456789 ٤٥٦'), '۰۱۲۳۴۵۶۷۸۹ ۴۵۶');
  fc.assert(fc.property(fc.nat(), (n) => toAsciiDigits(toPersianDigits(n)) === String(n)));
});

test('repair changes how text is stored, not how it reads', () => {
  assert.equal(repairText('  كارت   ملي  '), 'کارت ملی');
  assert.equal(repairText('ﻛﻠﻴﻪ ﻣﺸﺘﺮﻛﻴﻦ'), 'کلیه مشترکین');
  assert.equal(repairText('ﺍﻋﻼﻡ ﻗﻄﻌﻲ'), 'اعلام قطعی');
  assert.equal(repairText('قـــرار'), 'قرار');
  assert.equal(repairText('\u200f15031453101\u200f'), '15031453101');
  assert.equal(repairText('می\u200c\u200cشود \u200c و'), 'می\u200cشود و');
  assert.equal(repairText('آیین‌نامه ۱۲'), 'آیین‌نامه ۱۲');
  assert.equal(repairText('یک\r\nدو\r\n\r\n\r\nسه'), 'یک\nدو\n\nسه');
  assert.equal(repairText('👩‍👩‍👧'), '👩‍👩‍👧', 'joined emoji stay whole');
});

test('two spellings of one text have one key', () => {
  for (const [one, other] of [
    ['تأييديه', 'تاییدیه'], ['مسؤول', 'مسوول'], ['آئین', 'ایین'], ['ترجمۀ', 'ترجمه'], ['مراجعة', 'مراجعه'],
    ['گواهی‌نامه', 'گواهی نامه'], ['۱۴۰۵', '1405'], ['٢٤', '24'], ['ADSL', 'adsl'], ['ﺑﺮﻕ', 'برق'], ['مَدرَک', 'مدرک'],
  ] as const) {
    assert.equal(foldKey(one), foldKey(other), `${one} and ${other}`);
  }
  assert.notEqual(foldKey('ثبت'), foldKey('سبت'));
});

test('folding twice is folding once', () => {
  fc.assert(fc.property(anyText, (text) => repairText(repairText(text)) === repairText(text)), { numRuns: 3000 });
  fc.assert(fc.property(anyText, (text) => foldKey(foldKey(text)) === foldKey(text)), { numRuns: 3000 });
  fc.assert(fc.property(anyText, (text) => foldKey(repairText(text)) === foldKey(text)), { numRuns: 1000 });
});

test('a key has no Arabic letters, marks or other digits left', () => {
  fc.assert(fc.property(anyText, (text) => !/[يىكةۀأإآؤئـ\u200c\u200e\u200f۰-۹٠-٩\p{Mn}]/u.test(foldKey(text))), { numRuns: 2000 });
});

test('words with a half-space are found joined and split', () => {
  assert.deepEqual(tokens('صدور گواهی‌نامه، برای «کسب‌وکار»'), ['صدور', 'گواهینامه', 'گواهی', 'نامه', 'برای', 'کسبوکار', 'کسب', 'وکار']);
  assert.deepEqual(tokens('ماده ۱۶ و ADSL2+'), ['ماده', '16', 'و', 'adsl2']);
  assert.deepEqual(tokens(' \u200c؛ . '), []);
  fc.assert(fc.property(anyText, (text) => tokens(text).every((word) => word !== '' && foldKey(word) === word)));
});
