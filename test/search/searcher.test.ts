import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex, readOfferings } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import type { LexiconData } from '../../src/search/lexicon-data.ts';
import { openIndex } from '../../src/search/learn.ts';
import { provinceIndex, provinceOfferings } from './province-index.ts';

const { index, lexicon } = await provinceIndex();
const searcher = openIndex(index, lexicon);
const titles = (query: string, options = {}) => searcher.search(query, options).hits.map(({ entry }) => entry.title);

test('a title is found by itself, first', () => {
  assert.equal(titles('تعویض شناسنامه')[0], 'تعویض شناسنامه');
  assert.equal(titles('صدور پروانه ساختمان')[0], 'صدور پروانه ساختمان');
});

test('letters, digits and half-spaces are folded', () => {
  assert.equal(titles('كارت ملي گم شده')[0], 'صدور کارت ملی المثنی');
  for (const digits of ['15031452100', '۱۵۰۳۱۴۵۲۱۰۰', '١٥٠٣١٤٥٢١٠٠', '1503 1452 100'])
    assert.equal(titles(digits)[0], 'واگذاری انشعاب آب', digits);
  const forms = ['پایان کار', 'پایانکار', 'پایان‌کار'].map((query) => titles(query)[0]);
  assert.deepEqual(new Set(forms), new Set(['صدور گواهی پایان‌کار ساختمان']));
});

test('the last word may be unfinished, the others not', () => {
  assert.ok(
    titles('گذرن')
      .slice(0, 2)
      .every((title) => title.includes('گذرنامه')),
  );
  assert.ok(titles('انشعاب ف').slice(0, 5).includes('واگذاری انشعاب فاضلاب'));
});

test('one wrong letter in a short word and two in a long one are forgiven', () => {
  assert.equal(titles('پروانه سختمان')[0], 'صدور پروانه ساختمان');
  assert.ok(titles('گزرنامه')[0]!.includes('گذرنامه'));
  assert.ok(titles('مستمری بازنشتگی')[0]!.includes('بازنشستگی'));
});

/** Some services of the demo, with nothing but their titles, and a lexicon of its own. */
function small(titled: string[], data: LexiconData) {
  const compiled = compileLexicon([data], 'small');
  const offerings = provinceOfferings()
    .filter(({ title }) => titled.includes(title))
    .map((offering) => ({ ...offering, keywords: [], documents: [], steps: [], description: '' }));
  return openIndex(buildIndex({ version: 'small', offerings: readOfferings(offerings), lexicon: compiled }), compiled.published);
}

test('synonyms lead to the official word, which is marked and told', () => {
  assert.equal(titles('سجلم گم شده')[0], 'صدور شناسنامه المثنی');
  const { hits, instead } = small(['تعویض شناسنامه'], { groups: [{ terms: ['شناسنامه', 'سجل'] }] }).search('سجلم');
  assert.deepEqual(hits.map(({ matched }) => matched), [['شناسنامه']]);
  assert.deepEqual(hits[0]!.why, [{ kind: 'synonym', typed: 'سجلم', meant: 'شناسنامه' }]);
  assert.deepEqual(instead, [{ typed: 'سجلم', meant: 'شناسنامه' }]);
  assert.deepEqual(searcher.search('تعویض شناسنامه').instead, []);
});

test('a misspelt word that met a situation or another name is told with what it was corrected to', () => {
  for (const query of ['شناسنمه گمشده', 'شناسنمه', 'شناسنمه ام را گم کردم'])
    assert.deepEqual(searcher.search(query).instead.filter(({ meant }) => meant === 'شناسنامه'), [{ typed: 'شناسنمه', meant: 'شناسنامه' }], query);
  assert.deepEqual(searcher.search('شناسنامه گمشده').instead, []);
});

test('a one-way synonym does not lead back', () => {
  const both = ['تعویض شناسنامه', 'تغییر نام خانوادگی'];
  const oneWay = small(both, { groups: [{ terms: ['شناسنامه', 'تغییر نام'], oneWay: true }] });
  assert.equal(oneWay.search('تغییر نام').total, 2);
  assert.deepEqual(oneWay.search('شناسنامه').hits.map(({ entry }) => entry.title), ['تعویض شناسنامه']);
  assert.equal(small(both, { groups: [{ terms: ['شناسنامه', 'تغییر نام'] }] }).search('شناسنامه').total, 2);
});

const death: LexiconData = {
  filler: ['چطور', 'من'],
  verbs: ['گرفت گیر', 'رفت رو,ر'],
  classes: { relative: ['پدر', 'مادر'], die: ['فوت', 'از_دنیا_رفتن'] },
  situations: [
    { id: 'death', title: { fa: 'پس از فوت' }, says: ['{relative} {die}'], needs: ['گواهی فوت', 'انحصار وراثت', 'گواهی از کره ماه'] },
  ],
};
const afterDeath = ['ثبت واقعه فوت و صدور گواهی فوت', 'صدور گواهی انحصار وراثت', 'تعویض شناسنامه'];

test('a situation gives its services in their order, and says why', () => {
  const { hits, situations } = small(afterDeath, death).search('من پدرم از دنیا رفته');
  assert.deepEqual(hits.map(({ entry }) => entry.title), ['ثبت واقعه فوت و صدور گواهی فوت', 'صدور گواهی انحصار وراثت']);
  assert.deepEqual(situations.map(({ id, entries }) => [id, entries.length]), [['death', 2]]);
  assert.equal(hits[1]!.why[0]!.meant, 'پس از فوت');
});

test('a pattern is met only by all its words, whatever their order and endings', () => {
  const searcherOfDeath = small(afterDeath, death);
  assert.equal(searcherOfDeath.search('فوتِ مادرمون').situations.length, 1);
  assert.equal(searcherOfDeath.search('پدرم').situations.length, 0);
  // «از دنیا رفتن» is one thing to say: its words follow each other.
  assert.equal(searcherOfDeath.search('پدرم رفته دنیا گردی از تهران').situations.length, 0);
});

test('two needs in one sentence are both answered at the top', () => {
  const { hits } = searcher.search('کارت ملی المثنی می‌خوام و شکایت از سرویس اینترنت دارم');
  const first = hits.slice(0, 2).map(({ entry }) => entry.title);
  assert.deepEqual(new Set(first), new Set(['صدور کارت ملی المثنی', 'شکایت از سرویس اینترنت']));
});

test('the wrong keyboard layout is read with the right one', () => {
  const { hits, readAs } = searcher.search('ju,dq akhskhli');
  assert.equal(hits[0]!.entry.title, 'تعویض شناسنامه');
  assert.equal(readAs, 'تعویض شناسنامه');
  assert.equal(searcher.search('شناسنامه').readAs, undefined);
});

test('Persian in Latin letters is understood', () => {
  assert.equal(titles('shenasname almosana')[0], 'صدور شناسنامه المثنی');
  const { instead } = searcher.search('mashinamo bordan parking');
  assert.ok(instead.some(({ typed, meant }) => typed === 'mashinamo' && meant === 'ماشین'), JSON.stringify(instead));
  assert.equal(titles('lost birth certificate')[0], 'صدور شناسنامه المثنی');
});

test('the name of an agency narrows what is meant; the filter keeps others out', () => {
  const gas = searcher.search('قبض', { where: ({ agency }) => agency === 'gaz' });
  assert.ok(gas.total > 0);
  assert.ok(gas.hits.every(({ entry }) => entry.agency === 'gaz'));
  assert.ok(searcher.search('قبض').total > gas.total);
  const online = searcher.search('شناسنامه', { where: (entry) => entry.online });
  assert.ok(online.hits.every(({ entry }) => entry.online));
});

test('limit cuts the hits, not the total', () => {
  const all = searcher.search('صدور', { limit: 1000 });
  const few = searcher.search('صدور', { limit: 3 });
  assert.equal(few.hits.length, 3);
  assert.equal(few.total, all.hits.length);
  assert.deepEqual(few.hits, all.hits.slice(0, 3));
});

test('empty, wordless, endless and foreign queries get a quick, calm answer', () => {
  for (const query of ['', '   ', '؟!«»', '🙂🙂🙂', '\u200c\u200c', '👨‍👩‍👧‍👦']) {
    assert.deepEqual(
      searcher.search(query),
      { total: 0, hits: [], instead: [], situations: [], missed: [], words: 0, wordless: true, sure: 0, confidence: 0 },
      JSON.stringify(query),
    );
  }
  for (const query of [
    'شناسنامه '.repeat(450),
    'ش'.repeat(4096),
    'qwertyuiop'.repeat(410),
    '1'.repeat(4096),
    '🙂'.repeat(1024),
    'а'.repeat(4096),
    '(.*)+$'.repeat(600),
  ]) {
    const start = performance.now();
    const { total } = searcher.search(query);
    assert.ok(performance.now() - start < 500, `${query.slice(0, 10)} took too long`);
    assert.ok(total >= 0);
  }
  assert.equal(titles(`${'شناسنامه '.repeat(450)}`).length > 0, true);
});

test('what is not offered is not found', () => {
  assert.equal(searcher.search('asdf').total, 0);
  assert.equal(searcher.search('کبوترپرانی').total, 0);
  // A word of it is in some service, the thing is in none.
  for (const query of ['تعبیر خواب مار', 'بلیت کنسرت', 'قیمت دلار', 'خرید قایق تفریحی']) assert.equal(searcher.search(query).total, 0, query);
  assert.ok(titles('پروانه کسب پیتزا فروشی').includes('صدور پروانه کسب'), 'whose sort no service names');
});

test('words like those of an object are words', () => {
  for (const query of ['constructor', '__proto__', 'hasOwnProperty'])
    assert.ok(
      searcher.search(query).hits.every(({ score }) => score > 0),
      query,
    );
});

test('an index without services can be searched', () => {
  assert.equal(openIndex(buildIndex({ version: 'empty', offerings: [], lexicon: compileLexicon([], 'none') })).search('شناسنامه').total, 0);
});
