import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spellings } from '../../src/search/latin.ts';
import { openIndex } from '../../src/search/learn.ts';
import { provinceIndex } from './province-index.ts';

const { index, lexicon } = await provinceIndex();
const searcher = openIndex(index, lexicon);
const titles = (query: string) => searcher.search(query).hits.map(({ entry }) => entry.title);

test('whoever types an official title sees services from some letter on, and never "nothing" again', () => {
  for (const title of index.titles) {
    let seen = false;
    for (let length = 2; length <= title.length; length++) {
      const { total, readAs } = searcher.search(title.slice(0, length), { limit: 1 });
      assert.ok(total || !seen, `«${title.slice(0, length)}» of «${title}»`);
      assert.equal(readAs, undefined);
      seen ||= total > 0;
    }
    assert.ok(seen, title);
  }
});

test('a letter by itself neither takes away what was found nor is a thing that nobody knows', () => {
  for (const letter of [' م', ' ت', ' ش', ' ف']) assert.ok(titles(`گواهی${letter}`).length, letter);
  assert.deepEqual(titles('<b>شناسنامه</b>').slice(0, 3), titles('شناسنامه').slice(0, 3));
});

test('a word of a title is not cut into another: «کارت» is no «کار»', () => {
  assert.ok(titles('کارت').slice(0, 5).every((title) => title.includes('کارت')), titles('کارت').join(' | '));
  assert.deepEqual(searcher.search('کارت').situations, []);
});

test('what happened is offered only where some service of it was found', () => {
  for (const query of ['پدرم فوت کرده', 'pedaram fot karde', 'pasport mikham', 'یارانه زرافه']) {
    const { total, situations } = searcher.search(query);
    assert.ok(total || !situations.length, query);
  }
});

test('Persian in Latin letters is read with its short vowels left out, filler and verbs too', () => {
  for (const [latin, word] of [['pedaram', 'پدرم'], ['karde', 'کرده'], ['shode', 'شده'], ['mikham', 'میخوام'], ['mord', 'مرد'], ['bacham', 'بچم']] as const)
    assert.ok(spellings(latin).includes(word), `${latin}: ${spellings(latin).join(' ')}`);
  for (const [query, part] of [['pasport mikham', 'گذرنامه'], ['pedaram fot karde', 'فوت'], ['code posti', 'کدپستی'], ['shenasname bacham', 'ولادت']] as const)
    assert.ok(titles(query).slice(0, 5).some((title) => title.includes(part)), `${query}: ${titles(query).join(' | ')}`);
});

test('letters that are two sounds or one are read both ways, and c as it is in English', () => {
  for (const [latin, word] of [['mazhab', 'مزهب'], ['zhaket', 'ژاکت'], ['cinema', 'سینما'], ['certificate', 'سرتیفیکات'], ['card', 'کارد']] as const)
    assert.ok(spellings(latin).includes(word), `${latin}: ${spellings(latin).join(' ')}`);
});

test('a vowel at the end is written in Latin too: “sanat” is «صنعت» and hardly «صنعتی»', () => {
  for (const [latin, meant, hardly] of [['sanat', 'صنعت', 'صنعتی'], ['khane', 'خانه', 'خانگی'], ['darman', 'درمان', 'درمانی'], ['edari', 'اداری', 'اداره']] as const) {
    const { readings } = searcher.reader.plan(`${latin} `);
    const quality = (word: string) => Math.max(0, ...readings.filter(({ words, kind }) => kind === 'form' && searcher.reader.vocabulary.words[words[0]!] === word).map((each) => each.quality));
    assert.ok(quality(meant) >= quality(hardly) + 0.15, `${latin}: ${quality(meant)} ${quality(hardly)}`);
  }
});

test('Latin spellings are few and in Persian letters, whatever is typed', () => {
  const ascii = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(ascii, (word) => {
      const all = spellings(word);
      return all.length >= 1 && all.length <= 64 && all.every((each) => /^[\u0600-\u06ff]*$/.test(each));
    }),
    { numRuns: 2000 },
  );
});

test('thanks, letters that are drawn out and one letter over and over ask for nothing', () => {
  for (const query of ['ممنون', 'مرسی', 'تشکر', 'ههههه', 'ssss', 'a'.repeat(240)]) assert.deepEqual(titles(query), [], query);
  assert.deepEqual(titles('شناسناااامه'), titles('شناسنامه'));
});

test('nobody is asked whether they meant what they wrote', () => {
  const [hit] = searcher.search('سند خونه').hits;
  assert.ok(hit!.why.every(({ kind }) => kind !== 'form'), JSON.stringify(hit!.why));
  // The surest reading is told, not the one that is worth most.
  const meant = searcher.search('barq ghat shode').hits[0]!.why.map((each) => each.meant);
  assert.ok(meant.includes('برق') && !meant.includes('برقی'), meant.join(' | '));
});

test('keys that write no Latin letter are no Latin word', () => {
  assert.deepEqual(titles('کبوتر'), []);
});

test('with the capitals lock on, keys of the other layout are read as without', () => {
  assert.deepEqual(titles('CLDK'), titles('cldk'));
  assert.ok(titles('CLDK').length);
});

test('a mistyped word that makes a name with the known one beside it is read, however short it is', () => {
  const names = lexicon.groups.flatMap(({ terms }) => terms.map((term) => term.split(' '))).filter(({ length }) => length === 2) as [string, string][];
  const mistyped = (word: string) => `${word.slice(0, 2)}ژ${word.slice(3)}`;
  const [known, read] = [0, 1].map((typo) => names.map(([first, second]) => second.length >= 4 && titles(`${first} ${typo ? mistyped(second) : second} `)[0]));
  const same = known!.map((title, at) => (title ? read![at] === title : undefined)).filter((each) => each !== undefined);
  assert.ok(same.filter(Boolean).length / same.length > 0.75, `${same.filter(Boolean).length} of ${same.length}`);
});

test('laws by their numbers, makers for what they make, broken plurals for one', () => {
  for (const [query, title] of [
    ['نامه ۱۸۶', 'صدور مفاصاحساب مالیاتی'], ['کمیسیون ماده ۵۶', 'پاسخ به استعلام اراضی دولتی'], ['ماده ۲۳۸', 'اعتراض به برگ تشخیص مالیات'],
    ['شکایت از rightel', 'شکایت از خدمات تلفن همراه'], ['مودم lte', 'واگذاری اینترنت پرسرعت'], ['dsl', 'واگذاری اینترنت پرسرعت'],
    ['قبوض گاز المثنی', 'صدور قبض المثنی گاز'], ['مجوز مدارس غیردولتی', 'صدور مجوز تأسیس مدرسه غیردولتی'], ['استعلام آثار تاریخی', 'پاسخ به استعلام حریم آثار تاریخی'],
  ] as const)
    assert.ok(titles(query).slice(0, 3).includes(title), `${query}: ${titles(query).slice(0, 5).join(' | ')}`);
});
