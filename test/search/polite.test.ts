import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../src/search/learn.ts';
import { provinceIndex } from './province-index.ts';

const { index, lexicon } = await provinceIndex();
const searcher = openIndex(index, lexicon);
const ids = (query: string) => searcher.search(query).hits.map(({ entry }) => entry.id);
const first = (query: string) => searcher.search(query).hits[0]?.entry.title;

test('who only greets has not said yet what they need', () => {
  for (const query of ['با عرض سلام و خسته نباشید', 'وقت بخیر', 'سلام، وقت شما بخیر', 'دستتون درد نکنه', 'خدا قوت']) {
    const { total, wordless } = searcher.search(query);
    assert.deepEqual([total, wordless], [0, true], query);
  }
});

test('politeness around a need changes nothing of what is found', () => {
  for (const need of ['تعویض شناسنامه', 'پروانه کسب', 'ملاقات با استاندار', 'نوبت دکتر']) {
    const bare = ids(`${need} `);
    assert.deepEqual(ids(`با عرض سلام و وقت بخیر خدمت شما، ${need} `), bare, need);
    assert.deepEqual(ids(`احتراما به استحضار می‌رساند ${need} `), bare, need);
    assert.deepEqual(ids(`${need}، از کجا شروع کنم `), bare, need);
  }
});

test('what is said for politeness in one place is what is wanted in another', () => {
  assert.equal(first('وقت دکتر'), 'نوبت‌دهی درمانگاه بیمارستان‌های دولتی');
  assert.equal(first('وقت ملاقات استاندار'), 'درخواست ملاقات مردمی با استاندار');
});

test('a name of several words is not read into one of them', () => {
  const loan = 'معرفی به بانک برای وام ودیعه مسکن';
  assert.equal(first('پول پیش'), loan);
  assert.ok(searcher.search('پول').hits.every(({ entry }) => entry.title !== loan));
});

test('that something is not there is told by words that say nothing by themselves', () => {
  assert.equal(first('برق نداریم'), 'اعلام قطعی برق');
  assert.equal(first('آب نداریم'), 'اعلام قطعی آب و حوادث شبکه');
  assert.equal(first('گاز نداریم از صبح'), 'امداد گاز و رفع نشت');
});
