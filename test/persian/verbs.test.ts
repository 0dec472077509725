import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { infinitivesOf, namesOf, readVerbs } from '../../src/persian/verbs.ts';
import { words } from '../../src/persian/words.ts';

const verbs = readVerbs((await readLexicon()).flatMap(({ verbs: own }) => own ?? []));
const read = (text: string) => words(text).map((word) => infinitivesOf(verbs, word).infinitives);

/** Written and spoken, as people type them. */
const forms: Record<string, string> = {
  بردن: 'نمیبرن می‌برند برده‌اند ببرم',
  گذاشتن: 'نمی‌ذاره می‌گذارد بذارم گذاشتم گذاشته',
  خواستن: 'میخوام می‌خواهم بخوام خواستم نمیخواد',
  دادن: 'میدن می‌دهند داده‌ام نمیده دادم',
  گرفتن: 'گرفتم بگیرم میگیرن نگرفتند گرفته‌ام',
  رفتن: 'رفتم برم میرم رفته نمی‌رود',
  امدن: 'اومده میاد بیام آمدم می‌آیند',
  کردن: 'کردم نکردند کرده‌اند می‌کنم میکنن',
  شدن: 'میشه بشه شد نمی‌شود شده‌ام',
  دانستن: 'نمیدونم می‌دانم بدونم',
  زدن: 'می‌زنند بزنم زده‌ام',
  شکستن: 'شکسته می‌شکند شکست',
  خریدن: 'خریدم بخرم می‌خرند',
  فروختن: 'فروختم می‌فروشند بفروشم',
  نوشتن: 'نوشتم بنویسم می‌نویسند',
  سوختن: 'سوخته بسوزد',
  فهمیدن: 'نمی‌فهمم فهمیدم',
  رسیدن: 'نرسیده می‌رسد',
  گفتن: 'میگن بگم نمیگه',
  ماندن: 'ماندم بمونم می‌مونه نمونده',
  برگرداندن: 'برمیگردونه',
  برگشتن: 'برمی‌گردم برگشتم',
};

test('written and spoken forms lead to their infinitive', () => {
  const all = Object.entries(forms).flatMap(([infinitive, list]) => list.split(' ').map((form) => ({ infinitive, form })));
  assert.ok(all.length >= 60, `${all.length} forms`);
  for (const { infinitive, form } of all) assert.ok(read(form).some((found) => found.includes(infinitive)), `${form}: ${read(form).join()}`);
});

/** Said in the negative: «می‌برند» is «نمی‌برند», «آمدم» is «نیامدم», «رفت» is «نرفت». */
const negatedForm = (form: string) => {
  if (form.startsWith('می')) return `ن${form}`;
  if (/^ب(?!ر)/.test(form)) return undefined;
  return form.replace(/^(?:آ|ا(?=و))/, 'یا').replace(/^یاو/, 'یو').replace(/^/, 'ن');
};

test('a negated form leads to the same infinitive, and says so', () => {
  let seen = 0;
  for (const [infinitive, list] of Object.entries(forms))
    for (const form of list.split(' ')) {
      const negated = negatedForm(form);
      if (!negated || /^(بر|ن(?!وش))/.test(form)) continue;
      const [own, other] = [form, negated].map((text) => infinitivesOf(verbs, words(text)[0]!));
      if (!own!.infinitives.includes(infinitive)) continue;
      seen++;
      assert.equal(own!.negated, false, form);
      assert.ok(other!.infinitives.includes(infinitive), `${negated}: ${other!.infinitives.join()}`);
      assert.equal(other!.negated, true, negated);
      assert.deepEqual(namesOf(other!), [...other!.infinitives, ...other!.infinitives.map((each) => `ن${each}`)]);
    }
  assert.ok(seen >= 40, `${seen} forms`);
  for (const form of ['نیست', 'نیستم', 'نیستند', 'ندارم', 'نداره']) assert.equal(infinitivesOf(verbs, form).negated, true, form);
  for (const form of ['نیسان', 'نوشتم', 'دارم', 'ناامید']) assert.equal(infinitivesOf(verbs, form).negated, false, form);
});

/** Official nouns that begin or end as verbs do. */
const nouns =
  'بیمه نامه نمایش نمایشگاه بهداشت برگه برنامه نماینده بیمار بیماری بیمارستان نمره میراث نظام بنیاد نیاز بیابان بیعانه نیمه ' +
  'بازنشستگی بخشنامه برق بانک نسخه نفقه بلیت بند بنا نان نوبت نگهبان نشانی نشت نقشه نقل نام نهال نفت نماز نمونه بررسی بازرسی ' +
  'بازارچه نیروگاه نهاد نوزاد نوسازی ناحیه بها بهزیستی میانجی میدان بازار نیرو بیکاری بیرون بیدار بدهی';

test('nouns are not taken for verbs with a prefix', () => {
  for (const noun of nouns.split(' ')) assert.deepEqual(read(noun), [[]], noun);
});

test('a form has one reading, or those of verbs that sound alike', () => {
  assert.deepEqual(read('می‌کنم'), [['کردن', 'کندن']]);
  assert.deepEqual(read('ببرم'), [['بردن', 'بریدن']]);
  assert.equal(infinitivesOf(verbs, 'نمیبرن').sure, true);
  assert.equal(infinitivesOf(verbs, 'شکست').sure, false);
});

test('no ending is cut where no stem stays', () => {
  for (const word of ['کارت', 'ثبت', 'استان', 'ساختمان', 'مالیات', 'خدمت', 'گواهی', 'شکایت', 'ملی', 'اصفهان']) assert.deepEqual(read(word), [[]], word);
});
