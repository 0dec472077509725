import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { otherLayouts } from '../../src/search/layouts.ts';

/** Letters that one key alone writes on both Persian layouts, and those keys. */
const persianLetters = [...'ضصثقفغعهخحجشسیبلاتنمکظطزرذدو'];
const latinLetters = [...'abcdefghijklnopqrstuvwxyz'];
const textOf = (letters: string[]) => fc.string({ unit: fc.constantFrom(...letters, ' '), maxLength: 20 });

test('what was typed on the other board is read both ways', () => {
  for (const [typed, meant] of [
    ['fdli', 'بیمه'], ['akhskhli', 'شناسنامه'], ['ju,dq akhskhli', 'تعویض شناسنامه'], ['شیسم', 'adsl'], ['Hf', 'آب'], ['Clhk', 'ژمان'], ['FDLI', 'بیمه'],
  ] as const)
    assert.ok(otherLayouts(typed).includes(meant), `${typed}: ${otherLayouts(typed).join()}`);
});

test('both Persian layouts are tried: «پ» lies on two keys', () => {
  assert.deepEqual(otherLayouts('mhdhk'), ['پایان', 'ئایان']);
  assert.ok(otherLayouts('\\hdhk').includes('پایان'));
});

test('turned twice a text comes back', () => {
  const back = (text: string) => text.trim() === '' || otherLayouts(text).some((other) => otherLayouts(other).includes(text));
  // A text of which no letter lies on a letter's key is not known from punctuation.
  fc.assert(fc.property(textOf(persianLetters).filter((text) => /[^ خحجکگو]/.test(text.replace(/ /g, ''))), back), { numRuns: 2000 });
  fc.assert(fc.property(textOf(latinLetters), back), { numRuns: 2000 });
});

test('a layout never makes a text longer or shorter, and gives nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...persianLetters, ...latinLetters, ...' 12۳.?؟🙂HC') }), (text) => {
      const others = otherLayouts(text);
      assert.equal(new Set(others).size, others.length);
      for (const other of others) assert.equal([...other].length, [...text].length);
      assert.ok(!others.includes(text));
    }),
  );
});

test('digits and what is on no key stay', () => {
  assert.deepEqual(otherLayouts('12 ۳۴ 🙂'), []);
  assert.ok(otherLayouts('lhni 16').includes('ماده 16'));
});
