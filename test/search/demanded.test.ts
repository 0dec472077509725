import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../src/search/learn.ts';
import { provinceIndex } from './province-index.ts';

const { index, lexicon } = await provinceIndex();
const searcher = openIndex(index, lexicon);
const first = (query: string) => searcher.search(query).hits[0]?.entry.title;
const rank = (query: string, title: string) => searcher.search(query).hits.findIndex(({ entry }) => entry.title === title);

test('who demands a paper is not what the paper is about', () => {
  const demanded: [what: string, title: string][] = [
    ['برگه بیاور که محکوم نشده‌ای', 'صدور گواهی عدم سوءپیشینه'],
    ['نامه‌ای بیار که نشان بدهد مجردی', 'صدور گواهی تجرد'],
    ['گواهی بیار که درصد معلولیتت چقدر است', 'تعیین نوع و شدت معلولیت'],
    ['مدرک بیار که وارث‌ها چه کسانی‌اند', 'صدور گواهی انحصار وراثت'],
  ];
  for (const [what, title] of demanded) for (const who of ['بانک', 'شهرداری', 'دانشگاه', 'مدرسه']) assert.equal(first(`${who} گفته ${what}`), title, `${who}: ${what}`);
});

test('an office that says something without demanding a paper is what the sentence is about', () => {
  const loan = 'معرفی به بانک برای وام ودیعه مسکن';
  const office = 'رسیدگی به شکایت از دستگاه‌های اجرایی استان';
  assert.equal(first('بانک گفته وام ودیعه نمی‌دهیم'), loan);
  assert.ok(rank('مدرسه گفته کلاس اول جا نداریم', 'ثبت‌نام پایه اول دبستان') === 0);
  assert.ok(rank('کارمند اداره گفته رشوه بده', office) === 0);
});

test('a paper that somebody wants for themselves is demanded by nobody', () => {
  assert.equal(first('از مدرسه گواهی تحصیلی می‌خواهم'), 'صدور تأییدیه تحصیلی');
});

test('of two needs in one sentence the one that was understood better comes first', () => {
  const both = searcher.search('مغازه دارم، گواهینامه رانندگی‌ام گم شده').hits.map(({ entry }) => entry.title);
  assert.equal(both[0], 'صدور گواهینامه رانندگی المثنی');
});

test('a service for foreigners comes after that for all, unless foreigners are spoken of', () => {
  assert.equal(first('نوه‌ام دیشب به دنیا آمد'), 'ثبت ولادت و صدور شناسنامه');
  assert.equal(first('افغانستانی هستیم، نوه‌ام دیشب به دنیا آمد'), 'ثبت ولادت فرزند اتباع خارجی');
});

test('where or when something happened is not what is needed', () => {
  for (const where of ['تو اسباب‌کشی', 'توی اسباب‌کشی', 'وسط اسباب‌کشی', 'موقع اسباب‌کشی']) {
    assert.equal(first(`شناسنامه‌ام را ${where} گم کردم`), 'صدور شناسنامه المثنی', where);
    assert.equal(first(`سند خانه‌ام ${where} گم شده`), 'صدور سند مالکیت المثنی', where);
  }
});

test('a situation tells its first service before its next', () => {
  assert.equal(first('مادرم دیشب فوت کرد'), 'ثبت واقعه فوت و صدور گواهی فوت');
  const divided = 'مادربزرگم فوت کرده، ارثش را چطور تقسیم کنیم';
  for (const title of ['صدور گواهی انحصار وراثت', 'صدور گواهی مالیات بر ارث']) assert.ok([0, 1].includes(rank(divided, title)), title);
});

test('«است» is heard at the end of a word as it is said in Isfahan', () => {
  assert.equal(first('برق قطعس'), 'اعلام قطعی برق');
  assert.equal(first('کوچه خرابس'), first('کوچه خراب است'));
});
