import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { toAsciiDigits, toPersianDigits } from '../../src/persian/digits.ts';
import { alikeLetters, evenSpaces, foldKey, persianLetters, plainLetters, repairText, tokens, withoutInvisible, withoutMarks } from '../../src/persian/fold.ts';
import { repairLamAlef } from '../../src/persian/lam-alef.ts';
import { words } from '../../src/persian/words.ts';
import { sound } from '../../src/search/sounds.ts';
import { provinceOfferings } from '../search/province-index.ts';

/** Text as it should be: right letters, single spaces and half-spaces inside words. */
const rightWord = fc.string({ unit: fc.constantFrom(...'آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤء'), minLength: 1, maxLength: 8 });
const rightText = fc.array(fc.array(rightWord, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\u200c')), { maxLength: 5 }).map((all) => all.join(' '));
const damaged = fc.string({ unit: fc.constantFrom(...'آأإٱابتةەہهھۀۂءؤئيىیېكکڪلاﻻﻟﺎﺑﻪﮐﲀـًَُِّْٰٓٔ۰۹٠٩09aİıKﬁ①\u200b\u200c\u200d\u200e\u200f\u202b\u2066\u2069\u00a0\u00ad\ufeff\n\r\t\u2028؛.'), maxLength: 30 });
const anyText = fc.oneof(damaged, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const holds = <T>(texts: fc.Arbitrary<T>, property: (text: T) => boolean | void, numRuns = 1500) => fc.assert(fc.property(texts, property), { numRuns });

test('each stage, done twice, changes nothing more', () => {
  for (const stage of [plainLetters, persianLetters, withoutInvisible, evenSpaces, alikeLetters, toAsciiDigits, toPersianDigits, repairText, foldKey])
    holds(anyText, (text) => stage(stage(text)) === stage(text));
  holds(anyText, (text) => repairLamAlef(repairLamAlef(text).text).text === repairLamAlef(text).text);
  holds(damaged, (text) => withoutMarks(withoutMarks(text)) === withoutMarks(text));
});

test('no stage makes a text longer, but that a ligature is written out', () => {
  for (const stage of [persianLetters, withoutInvisible, evenSpaces, alikeLetters, toAsciiDigits, toPersianDigits])
    holds(anyText, (text) => stage(text).length <= text.length);
  holds(anyText, (text) => plainLetters(text).length <= text.length || /[\ufb50-\ufdff\ufe70-\ufefc]/.test(text));
  holds(anyText, (text) => repairText(text).length <= plainLetters(text).normalize('NFC').length);
  holds(anyText, (text) => foldKey(text).length <= text.normalize('NFKD').toLowerCase().normalize('NFKD').length);
  holds(anyText, (text) => repairLamAlef(text).text.length === text.length);
  assert.equal(plainLetters('ﷲ'), 'الله');
});

test('the faithful key leaves right text as it is; the folded one keeps every letter apart from those that are alike', () => {
  holds(rightText, (text) => repairText(text) === text);
  holds(rightText, (text) => foldKey(text).replaceAll(' ', '').length === text.replace(/[ \u200c]/g, '').length);
  for (const [typed, faithful, folded] of [
    ['آب', 'آب', 'اب'], ['مسؤول', 'مسؤول', 'مسوول'], ['آئین', 'آئین', 'ایین'], ['ترجمۀ', 'ترجمۀ', 'ترجمه'], ['مراجعة', 'مراجعة', 'مراجعه'],
    ['أصل', 'أصل', 'اصل'], ['إقدام', 'إقدام', 'اقدام'], ['ٱسم', 'ٱسم', 'اسم'], ['كارت ملي', 'کارت ملی', 'کارت ملی'], ['ڪار', 'کار', 'کار'], ['علىٰ', 'علیٰ', 'علی'],
    ['پښتۍ ې', 'پښتۍ ې', 'پښتۍ ی'], ['﷼', 'ریال', 'ریال'], ['۱۲ ٣٤', '۱۲ ٣٤', '12 34'],
  ] as const) {
    assert.equal(repairText(typed), faithful);
    assert.equal(foldKey(typed), folded);
  }
});

test('what nobody sees changes no key, wherever it stands', () => {
  const unseen = fc.constantFrom(...'\u00ad\u061c\u0640\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff');
  fc.assert(
    fc.property(rightText, unseen, fc.nat(), (text, mark, place) => {
      const at = place % (text.length + 1);
      const marked = text.slice(0, at) + mark + text.slice(at);
      assert.equal(repairText(marked), repairText(text));
      assert.equal(foldKey(marked), foldKey(text));
    }),
    { numRuns: 2000 },
  );
  fc.assert(fc.property(rightText, fc.constantFrom(...'ًٌٍَُِّْٰ'), fc.nat(), (text, vowel, place) => {
    const at = 1 + (place % Math.max(1, text.length));
    return foldKey(text.slice(0, at) + vowel + text.slice(at)) === foldKey(text);
  }));
});

/** By letter the forms in which old files and PDF readers store it. */
const drawn = new Map<string, string[]>();
for (let code = 0xfb50; code <= 0xfefc; code++) {
  const form = String.fromCharCode(code);
  const letter = form.normalize('NFKC');
  if (letter !== form && [...letter].length === 1) drawn.set(letter, [...(drawn.get(letter) ?? []), form]);
}

test('letters stored as they are drawn come back', () => {
  assert.ok(drawn.size > 40);
  fc.assert(
    fc.property(rightText, fc.nat(), (text, pick) => {
      const shaped = [...text].map((letter, at) => {
        const forms = drawn.get(letter) ?? [letter];
        return forms[(pick + at) % forms.length];
      });
      assert.equal(repairText(shaped.join('')), repairText(text));
    }),
  );
});

test('a half-space is found joined and split', () => {
  fc.assert(
    fc.property(rightWord, rightWord, (one, other) => {
      const found = tokens(`${one}\u200c${other}`);
      for (const part of [foldKey(one), foldKey(other), foldKey(one) + foldKey(other)]) assert.ok(part === '' || found.includes(part), part);
      assert.equal(foldKey(`${one}\u200c${other}`), foldKey(`${one} ${other}`));
    }),
  );
});

test('keys do not hang on the script of digits', () => {
  const arabic = (text: string) => toAsciiDigits(text).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  for (const key of [foldKey, (text: string) => tokens(text).join(' '), (text: string) => words(text).join(' ')]) {
    holds(anyText, (text) => key(toPersianDigits(text)) === key(toAsciiDigits(text)) && key(arabic(text)) === key(toAsciiDigits(text)), 800);
  }
});

const offerings = provinceOfferings();
const table = readFileSync(new URL('../../demo/data/search/titles.tsv', import.meta.url), 'utf8');
const titles = [...new Set([...offerings.map(({ title }) => title), ...table.trim().split(/\r?\n/).slice(1).map((line) => line.split('\t')[1]!)].map(repairText))];

test('no stage maps titles of two services to one', () => {
  assert.ok(titles.length > 150);
  const keys: Record<string, (text: string) => string> = {
    faithful: repairText,
    folded: foldKey,
    tokens: (text) => tokens(text).join(' '),
    words: (text) => words(text).join(' '),
    heard: (text) => words(text).map(sound).join(' '),
    'lam-alef': (text) => foldKey(repairLamAlef(text).text),
  };
  // Two spellings of one title (ZWNJ or none, آ or ا) are one title; they have one folded key.
  const spelt = new Map(titles.map((title) => [foldKey(title).replaceAll(' ', ''), title]));
  for (const [name, key] of Object.entries(keys)) {
    const seen = new Map<string, string>();
    for (const title of spelt.values()) {
      assert.equal(seen.get(key(title)), undefined, `${name}: ${seen.get(key(title))} and ${title}`);
      seen.set(key(title), title);
    }
  }
});

test('titles that a PDF reader turned round come back, and right ones stay', () => {
  const texts = offerings.flatMap(({ title, description, keywords, documents, steps }) => [title, description, ...keywords, ...documents.map((each) => each.title), ...steps.map((each) => each.title)]);
  for (const text of texts) assert.equal(repairLamAlef(text).text, text);
  for (const title of titles) assert.equal(repairLamAlef(title.replaceAll('لا', 'ال')).text, title);
  for (const word of 'سال مالک شمال کمال اموال احوال انتقال تحصیل سالم قبال مثال قالب خالص'.split(' ')) assert.equal(repairLamAlef(word).text, word);
});
