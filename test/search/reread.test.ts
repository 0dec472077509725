import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { words as wordsOf } from '../../src/persian/words.ts';
import { takenApart } from '../../src/search/glued.ts';
import { otherLayouts } from '../../src/search/layouts.ts';
import { openIndex } from '../../src/search/learn.ts';
import { spelledOut } from '../../src/search/letter-names.ts';
import { seeded } from '../support/generated-catalogue.ts';
import { provinceIndex } from './province-index.ts';

const { index, lexicon } = await provinceIndex();
const searcher = openIndex(index, lexicon);
const { vocabulary } = searcher.reader;
const found = (query: string, among: number) => searcher.search(query, { limit: among }).hits.map(({ entry }) => entry.title);
const longest = (words: string[]) => words.reduce((best, word) => (word.length > best.length ? word : best), '');
const share = (values: boolean[]) => values.filter(Boolean).length / values.length;
/** Part of all titles that are found first when they are typed so; those that are not found as they are do not count. */
const foundOf = (typed: (words: string[]) => string | undefined, among = 1) =>
  share(
    index.titles.flatMap((title) => {
      const query = typed(wordsOf(title));
      return query === undefined || !found(title, among).includes(title) ? [] : [found(query, among).includes(title)];
    }),
  );

test('one word of a title on the keys of another layout is read, the others stay', () => {
  const oneTurned = (words: string[]) => (words.length < 2 ? undefined : words.map((word) => (word === longest(words) ? otherLayouts(word)[0] : word)).join(' '));
  assert.ok(foundOf(oneTurned) >= 0.97, String(foundOf(oneTurned)));
  for (const [typed, meant] of [['تعویض ;hvj', 'تعویض کارت'], ['تعویض lhadk', 'تعویض ماشین'], ['حشسسحخقف گرفتن', 'passport گرفتن'], ['صهبه', 'wifi']] as const)
    assert.equal(searcher.search(typed).readAs, meant);
});

test('who is in the middle of a Latin word has not typed another layout', () => {
  for (const typed of ['inter', 'pass', 'تمدید pass', "driver's license", 'kart, meli', 'adsl']) assert.equal(searcher.search(typed).readAs, undefined, typed);
});

test('words of a title without the spaces between are taken apart', () => {
  const glued = (count: number) => (words: string[]) => (words.length < count ? undefined : words.slice(0, count).join('') + words.slice(count).map((word) => ` ${word}`).join(''));
  for (const count of [2, 3, 4]) assert.ok(foundOf(glued(count)) >= 0.95, `${count}: ${foundOf(glued(count))}`);
});

test('words are taken apart into few long ones that are known', () => {
  const known = new Set(['بیمه', 'کارت', 'تمدید', 'ماه', 'مه', 'ید', 'آب', 'تم', 'رت']);
  const apart = (word: string) => takenApart(word, (part) => known.has(part))?.join(' ');
  assert.equal(apart('کارتبیمهتمدید'), 'کارت بیمه تمدید');
  assert.equal(apart('کارتمدید'), 'کارت تمدید');
  assert.equal(apart('کارتوبیمه'), 'کارت و بیمه');
  assert.equal(apart('کارتبیم'), undefined);
  assert.equal(apart('تممهید'), undefined);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ابوتک'), maxLength: 60 }), (word) => {
      const parts = takenApart(word, () => true);
      if (!parts) return;
      assert.ok(parts.length > 1 && parts.length <= 6);
      assert.ok(parts.join('').length >= word.length && parts.join('').length < word.length + parts.length);
    }),
  );
});

test('a mistyped word is hardly ever taken for two', () => {
  const random = seeded(7);
  const letters = 'ابپتجچخدرزسشفقکگلمنوهی';
  const mistyped = (word: string) => {
    const at = Math.floor(random() * word.length);
    return word.slice(0, at) + letters[Math.floor(random() * letters.length)] + word.slice(at + Math.floor(random() * 2));
  };
  const typed = vocabulary.words.filter((word, number) => /^[ء-ی]{6,}$/.test(word) && number % 3 === 0).map(mistyped).filter((word) => vocabulary.numberOf(word) === undefined);
  const apart = typed.filter((word) => searcher.search(`${word} `, { limit: 1 }).readAs?.includes(' '));
  assert.ok(apart.length / typed.length < 0.04, `${apart.length} of ${typed.length}: ${apart.slice(0, 9).join(' ')}`);
});

test('letters that are called by their names are an abbreviation where one is known', () => {
  const known = new Set(['gps', 'adsl', 'ups', 'mri']);
  const isKnown = (text: string) => known.has(text);
  for (const [said, meant] of [['جی پی اس', 'gps'], ['ای دی اس ال', 'adsl'], ['یو پی اس', 'ups'], ['ام ار ای', 'mri']] as const)
    assert.deepEqual(spelledOut(said.split(' '), 0, isKnown), { abbreviation: meant, length: meant.length });
  for (const other of ['او ان را', 'جی پی', 'سی دی اس', 'نامه ای از او']) assert.equal(spelledOut(other.split(' '), 0, isKnown), undefined, other);
  assert.equal(searcher.search('ای‌دی‌اس‌ال می‌خواهم').readAs, 'adsl می‌خواهم');
});

test('two parts of a word that are written as they are heard are that word', () => {
  for (const [typed, part] of [['گواحی نامه رانندگی', 'رانندگی'], ['اظحار نامه', 'اظهارنامه']] as const)
    assert.ok(found(typed, 5).some((title) => title.includes(part)), typed);
  assert.equal(searcher.search('گواهی نامه').readAs, undefined);
});
