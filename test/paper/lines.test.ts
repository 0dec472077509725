import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linesOf, mirrored } from '../../src/paper/lines.ts';

/** Every letter is one wide. */
const lines = (text: string, { rtl = true, width = 1000 } = {}) =>
  linesOf(text, rtl, width, (part) => [...part].length).map(({ fromLeft }) => fromLeft.map((run) => run.text));
const texts = (text: string, width: number) => linesOf(text, true, width, (part) => [...part].length).map((line) => line.text);

describe('lines of two directions', () => {
  it('put the pieces of a Persian line where they stand', () => {
    assert.deepEqual(lines('تا ۱۴ آذر، ساعت ۱۰:۱۲'), [['۱۰:۱۲', ' آذر، ساعت ', '۱۴', 'تا ']]);
    assert.deepEqual(lines('نام فارسی', { rtl: false }), [['نام فارسی']]);
    assert.deepEqual(lines('Unit of شهرداری، کرج, floor 2', { rtl: false }), [['Unit of ', 'شهرداری، کرج', ', floor 2']]);
  });

  it('keep the groups of what is isolated in their order, and leave the marks out', () => {
    assert.deepEqual(lines('کد \u20661234 5678\u2069 است'), [[' است', '1234 5678', 'کد ']]);
    assert.deepEqual(lines('تلفن \u2066۰۲۶-۳۲۰۰۰۰۴۱\u2069'), [['۰۲۶-۳۲۰۰۰۰۴۱', 'تلفن ']]);
  });

  it('break at spaces, within a word only where it is longer than a line', () => {
    assert.deepEqual(texts('یک دو سه چهار', 6), ['یک دو', 'سه', 'چهار']);
    assert.deepEqual(texts('یک abcdefghijk دو', 5), ['یک', 'abcde', 'fghij', 'k دو']);
    assert.deepEqual(texts('', 5), []);
  });

  it('turn brackets and quotes of a run from right to left', () => assert.equal(mirrored('«الف» (ب)'), '»الف« )ب('));
});
