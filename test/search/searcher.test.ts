import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../src/search/searcher.ts';
import { provinceIndex } from './province-index.ts';

const { index, agencyNames } = provinceIndex();
const searcher = openIndex(index, { agencyNames });
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

test('synonyms lead to the official word, which is marked and told', () => {
  assert.equal(titles('سجلم گم شده')[0], 'صدور شناسنامه المثنی');
  const bare = index.entries
    .filter(({ title }) => title === 'تعویض شناسنامه')
    .map((entry) => ({ ...entry, keywords: [] }));
  const { hits, instead } = openIndex({
    version: 't',
    entries: bare,
    synonyms: [{ terms: ['شناسنامه', 'سجل'], oneWay: false }],
  }).search('سجلم');
  assert.deepEqual(
    hits.map(({ matched }) => matched),
    [['شناسنامه']],
  );
  assert.deepEqual(instead, [{ typed: 'سجلم', meant: 'شناسنامه' }]);
  assert.deepEqual(searcher.search('تعویض شناسنامه').instead, []);
});

test('a one-way synonym does not lead back', () => {
  const small = {
    version: 't',
    entries: index.entries
      .filter(({ title }) => ['تعویض شناسنامه', 'تغییر نام خانوادگی'].includes(title))
      .map((entry) => ({ ...entry, keywords: [], documents: [], description: '' })),
  };
  const oneWay = openIndex({ ...small, synonyms: [{ terms: ['شناسنامه', 'تغییر نام'], oneWay: true }] });
  assert.equal(oneWay.search('تغییر نام').total, 2);
  assert.deepEqual(
    oneWay.search('شناسنامه').hits.map(({ entry }) => entry.title),
    ['تعویض شناسنامه'],
  );
  const twoWay = openIndex({ ...small, synonyms: [{ terms: ['شناسنامه', 'تغییر نام'], oneWay: false }] });
  assert.equal(twoWay.search('شناسنامه').total, 2);
});

test('the wrong keyboard layout is read with the right one', () => {
  const { hits, readAs } = searcher.search('ju,dq akhskhli');
  assert.equal(hits[0]!.entry.title, 'تعویض شناسنامه');
  assert.equal(readAs, 'تعویض شناسنامه');
  assert.equal(searcher.search('شناسنامه').readAs, undefined);
});

test('Persian in Latin letters is understood', () => {
  assert.equal(titles('shenasname almosana')[0], 'صدور شناسنامه المثنی');
});

test('the name of an agency narrows what is meant; the filter keeps others out', () => {
  const gas = searcher.search('قبض', { agency: 'gaz' });
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
      { total: 0, hits: [], instead: [], missed: [], words: 0, wordless: true },
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
});

test('words like those of an object are words', () => {
  for (const query of ['constructor', '__proto__', 'hasOwnProperty'])
    assert.ok(
      searcher.search(query).hits.every(({ score }) => score > 0),
      query,
    );
});

test('an index without services can be searched', () => {
  assert.equal(openIndex({ version: 'empty', entries: [], synonyms: [] }).search('شناسنامه').total, 0);
});
