import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex, readOfferings } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import type { LexiconData } from '../../src/search/lexicon-data.ts';
import { openIndex } from '../../src/search/learn.ts';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { provinceIndex, provinceOfferings } from './province-index.ts';

const { verbs, lightVerbs, filler } = (await readLexicon()).find(({ verbs: own }) => own)!;
const language: LexiconData = {
  verbs: verbs!,
  lightVerbs: lightVerbs!,
  filler: filler!,
  classes: { event: ['فوت', 'آتش_گرفتن'], state: ['قطع'], wish: ['لازم'] },
  situations: [
    { id: 'death', title: { fa: 'پس از فوت' }, says: ['پدر فوت'], needs: ['گواهی فوت'] },
    { id: 'fire', title: { fa: 'آتش‌سوزی' }, says: ['خانه آتش_گرفتن'], needs: ['گواهی فوت'] },
    { id: 'outage', title: { fa: 'قطعی' }, says: ['برق قطع'], needs: ['گواهی فوت'] },
    { id: 'wage', title: { fa: 'حقوق' }, says: ['حقوق دادن'], needs: ['گواهی فوت'] },
    { id: 'shop', title: { fa: 'مغازه' }, says: ['مغازه زدن'], needs: ['گواهی فوت'] },
    { id: 'exempt', title: { fa: 'معافیت' }, says: ['سربازی نخواستن'], needs: ['گواهی فوت'] },
    { id: 'army', title: { fa: 'سربازی' }, says: ['سربازی رفتن'], needs: ['گواهی فوت'] },
  ],
};
const compiled = compileLexicon([language], 'small');
const offerings = provinceOfferings().filter(({ title }) => title === 'ثبت واقعه فوت و صدور گواهی فوت');
const small = openIndex(buildIndex({ version: 'small', offerings: readOfferings(offerings), lexicon: compiled }), compiled.published);

/** By sentence: the situations that it tells. */
const told: Record<string, string[]> = {
  'نمی‌خواهم بمانم باید مغازه بزنم': ['shop'],
  'پدرم فوت کرده': ['death'],
  'پدرم فوت نکرده': [],
  'پدرم که فوت هم نکرده': [],
  'خانه ما آتش گرفته': ['fire'],
  'خانه ما آتش نگرفته': [],
  'برقم قطع شده': ['outage'],
  'برقم قطع نشده': [],
  'برقم قطع نیست': [],
  // Somebody refuses: a complaint.
  'برق همسایه را قطع نمی‌کنند': ['outage'],
  'حقوقم را می‌دهند': ['wage'],
  'حقوقم را نمی‌دهند': ['wage'],
  'می‌خواهم مغازه بزنم': ['shop'],
  'نمی‌خواهم مغازه بزنم': [],
  'مغازه لازم ندارم بزنم': [],
  'نمی‌توانم مغازه بزنم': ['shop'],
  'صاحبش نمی‌خواهد مغازه بزنم': ['shop'],
  'سربازی رفتم': ['army'],
  'نمی‌خواهم بروم سربازی': ['exempt'],
  'سربازی نمی‌خوام، مغازه می‌زنم': ['exempt', 'shop'],
  'نمی‌خوام سربازی برم ولی مغازه می‌زنم': ['exempt', 'shop'],
};

test('an event that did not happen and what is not wanted meet no situation; what was not given does', () => {
  for (const [sentence, ids] of Object.entries(told))
    assert.deepEqual(small.search(sentence).situations.map(({ id }) => id).sort(), ids, sentence);
});

const { index, lexicon } = await provinceIndex();
const searcher = openIndex(index, lexicon);
const first = (query: string) => searcher.search(query).hits[0]?.entry.title;

test('said in the negative, another service is meant, or the same', () => {
  assert.equal(first('بچه‌دار نمی‌شیم'), 'درخواست سرپرستی کودک و فرزندخواندگی');
  assert.equal(first('برقم قطع شده'), 'اعلام قطعی برق');
  assert.equal(first('برقم قطع نشده ولی قبض زیاده'), 'بررسی صورتحساب برق');
  assert.equal(first('گواهینامه ندارم می‌خوام بگیرم'), 'صدور گواهینامه رانندگی پایه سوم');
  assert.equal(first('حقوقم را نمی‌دهند'), 'شکایت کارگری و دادخواست حقوق و مزایا');
  assert.equal(first('کارتم نیامده'), 'صدور کارت هوشمند ملی');
  assert.equal(first('نمی‌خواهم طلاق بگیرم'), 'مشاوره رایگان و معاضدت قضایی');
});

test('what is not wanted is still what it is about, and the finder is unsure of it', () => {
  const { hits, confidence } = searcher.search('نمی‌خوام بازنشسته بشم');
  assert.ok(hits.length > 0);
  assert.ok(confidence < 0.3, `${confidence}`);
});
