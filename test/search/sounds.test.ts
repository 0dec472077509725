import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distance } from '../../src/search/distance.ts';
import { fromLatin } from '../../src/search/latin.ts';
import { skeleton, sound } from '../../src/search/sounds.ts';

const persian = fc.string({ unit: fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'), maxLength: 12 });
const ascii = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 14 });

test('what sounds alike has one key', () => {
  for (const [one, other] of [
    ['اظهارنامه', 'اضحارنامه'], ['گواهی', 'گواحی'], ['ثبت', 'سبط'], ['غذا', 'قزا'], ['شناسنامه', 'شناصنامه'], ['تعویض', 'تویز'], ['معلم', 'ملم'],
  ] as const)
    assert.equal(sound(one), sound(other), `${one} and ${other}`);
  assert.notEqual(sound('برق'), sound('برف'));
  assert.notEqual(sound('آب'), sound('گاز'));
});

test('a sound is never longer than the word and knows no letters that sound alike', () => {
  fc.assert(fc.property(persian, (word) => sound(word).length <= word.length && !/[ذضظصثطحغع]/.test(sound(word))), { numRuns: 2000 });
  fc.assert(fc.property(persian, (word) => skeleton(word).length <= sound(word).length), { numRuns: 2000 });
});

test('the sound of a sound is itself', () => {
  // Of three letters that sound alike in a row the first two are counted as one.
  const spelt = persian.filter((word) => !/(.)\1/.test(sound(word)));
  fc.assert(fc.property(spelt, (word) => sound(sound(word)) === sound(word)), { numRuns: 2000 });
});

test('Latin spellings are written in Persian letters, whatever they are', () => {
  fc.assert(fc.property(ascii, (word) => /^[\u0600-\u06ff]*$/.test(fromLatin(word))), { numRuns: 2000 });
  // Only «x» is written with two letters, and a vowel that begins a word gets an alef.
  fc.assert(fc.property(ascii, (word) => fromLatin(word).length <= word.length + 1 + (word.match(/x/g)?.length ?? 0)), { numRuns: 2000 });
});

test('the consonants of a Latin spelling are those of the word', () => {
  for (const [latin, word] of [
    ['shenasname', 'شناسنامه'], ['shenasnameh', 'شناسنامه'], ['kart', 'کارت'], ['gozarname', 'گذرنامه'], ['yarane', 'یارانه'], ['bimeh', 'بیمه'], ['sabeghe', 'سابقه'], ['ghabz', 'قبض'],
    ['bargh', 'برق'], ['barq', 'برق'], ['gaz', 'گاز'], ['ejare', 'اجاره'], ['khodro', 'خودرو'], ['javaz', 'جواز'],
  ] as const)
    assert.equal(skeleton(fromLatin(latin)), skeleton(word), `${latin}: ${fromLatin(latin)}`);
});

/** As it stands in books: the whole table. */
function reference(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}

test('the distance is that of the whole table, up to its limit', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ابگل'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      // Beyond the limit it is only told that it is beyond.
      const away = (one: string, other: string) => Math.min(distance(one, other, limit), limit + 1);
      assert.equal(away(a, b), Math.min(reference(a, b), limit + 1));
      assert.equal(away(b, a), away(a, b));
      assert.equal(distance(a, a, limit), 0);
    }),
    { numRuns: 3000 },
  );
});

test('one slip is one away', () => {
  fc.assert(
    fc.property(persian.filter(({ length }) => length > 2), fc.nat(), fc.constantFrom('left out', 'doubled', 'swapped'), (word, place, slip) => {
      const at = place % (word.length - 1);
      const typed =
        slip === 'left out' ? word.slice(0, at) + word.slice(at + 1)
        : slip === 'doubled' ? word.slice(0, at) + word[at] + word.slice(at)
        : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
      assert.ok(distance(word, typed, 2) <= 1);
    }),
    { numRuns: 2000 },
  );
});
