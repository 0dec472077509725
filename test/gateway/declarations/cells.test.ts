import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readChannels } from '../../../src/gateway/declarations/cells/channels.ts';
import { readLevels, readLifeEvents, readNature, readRelations } from '../../../src/gateway/declarations/cells/choices.ts';
import { readCode } from '../../../src/gateway/declarations/cells/code.ts';
import { readLink, readPhone } from '../../../src/gateway/declarations/cells/contact.ts';
import { readDate } from '../../../src/gateway/declarations/cells/date.ts';
import { readDocuments } from '../../../src/gateway/declarations/cells/documents.ts';
import { parseDuration, readDuration } from '../../../src/gateway/declarations/cells/duration.ts';
import { readFee } from '../../../src/gateway/declarations/cells/fee.ts';
import { readKeywords, readList } from '../../../src/gateway/declarations/cells/list.ts';
import { readQuestions, readSteps } from '../../../src/gateway/declarations/cells/steps.ts';
import { readProse, readTitle } from '../../../src/gateway/declarations/cells/text.ts';
import { readVisits } from '../../../src/gateway/declarations/cells/visits.ts';
import type { Cell } from '../../../src/gateway/declarations/finding.ts';
import { readNumber } from '../../../src/gateway/declarations/numbers.ts';
import { toPersianDigits } from '../../../src/persian/digits.ts';
import { repairLamAlef } from '../../../src/persian/lam-alef.ts';
import { numberWords } from '../../../src/persian/number-words.ts';

const rules = (cell: Cell<unknown>): string[] => cell.findings.map(({ rule }) => rule);

test('numbers in words', () => {
  fc.assert(fc.property(fc.oneof(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999_999_999 })), (number) => {
    const words = numberWords(number);
    for (const text of [words, words.replaceAll(' و ', '‌و‌'), words.replaceAll(' و ', ' ')]) assert.equal(readNumber(text), number, text);
  }));
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (millions, thousands) => {
    assert.equal(readNumber(`${toPersianDigits(millions)} میلیون و ${toPersianDigits(thousands)} هزار`), millions * 1e6 + thousands * 1e3);
  }));
  const others: [string, number][] = [['چهار صد هزار', 400_000], ['صدوپنجاه', 150], ['دو و نیم میلیون', 2_500_000], ['یک و نیم', 1.5], ['هزار', 1000], ['یک میلیون هزار', 1_001_000], ['۱٫۵ میلیون', 1_500_000]];
  for (const [text, number] of others) assert.equal(readNumber(text), number, text);
  // Each could be two numbers, or half of one.
  for (const text of ['', 'دو سه', '۲ و ۳', 'بیست و سی', '۲ میلیون و نیم', 'میلیون', '۱ میلیون و ۱۵۰۰ هزار', '۲ هزار و ۵۰۰۰', '1.500 میلیون', '۲۰۰ ۵۰۰ هزار', 'روز']) assert.equal(readNumber(text), undefined, text);
});

test('durations', () => {
  const cases: [string, number | null, number, string][] = [
    ['۶ روز کاری', 6, 6, 'workDay'], ['12-16 روز', 12, 16, 'day'], ['5 دقیقه', 5, 5, 'minute'], ['همان روز', 0, 0, 'day'],
    ['حداکثر ۴ روز', null, 4, 'day'], ['ظرف ۲۴ ساعت کاری', null, 24, 'workHour'], ['۷۲ ساعت تا ۱۰ روز', 3, 10, 'day'],
    ['از ۳ تا ۷ روز', 3, 7, 'day'], ['بین ۳ و ۷ روز کاری', 3, 7, 'workDay'], ['۱۰ الی ۱۵ روز', 10, 15, 'day'], ['یک هفته', 7, 7, 'day'],
    ['دو ماه', 2, 2, 'month'], ['۱ سال', 12, 12, 'month'], ['۱٫۵ ساعت', 1.5, 1.5, 'hour'], ['۳روزکاری', 3, 3, 'workDay'],
    ['۱۰ روز کاری تا ابلاغ', 10, 10, 'workDay'], ['۷ تا ۳ روز', 3, 7, 'day'], ['حدود ۱۵ روز پس از تکمیل مدارک', 15, 15, 'day'],
    ['چهل و پنج روز', 45, 45, 'day'], ['بیست‌و‌چهار ساعت', 24, 24, 'hour'], ['حداکثر چهل و پنج روز کاری', null, 45, 'workDay'],
    ['۱ ساعت و ۳۰ دقیقه', 90, 90, 'minute'], ['دو هفته و سه روز', 17, 17, 'day'], ['یک سال و شش ماه', 18, 18, 'month'],
    ['یک ماه و نیم', 1.5, 1.5, 'month'], ['دو روز و نیم', 2.5, 2.5, 'day'], ['یک و نیم ساعت', 1.5, 1.5, 'hour'],
    ['بین بیست و چهار و چهل و هشت ساعت', 24, 48, 'hour'], ['از چهل و پنج تا شصت روز', 45, 60, 'day'], ['بین یک هفته و ده روز', 7, 10, 'day'],
    ['۴۵ (چهل و پنج) روز', 45, 45, 'day'], ['حداکثر چهل و پنج (45) روز کاری', null, 45, 'workDay'], ['۳۰ (سی) تا ۴۵ (چهل و پنج) روز', 30, 45, 'day'],
    ['۱ (یک) ساعت و ۳۰ (سی) دقیقه', 90, 90, 'minute'], ['۴۵ روز (چهل و پنج روز)', 45, 45, 'day'], ['۳۰ روز (یک ماه)', 30, 30, 'day'], ['۱ سال (۳۶۵ روز)', 12, 12, 'month'],
    ['۱۰ روز (کاری)', 10, 10, 'workDay'], ['۳۰ روز (در صورت تکمیل مدارک)', 30, 30, 'day'], ['۰/۵ ساعت', 0.5, 0.5, 'hour'], ['۱۲/۲۴ ساعت', 12, 24, 'hour'], ['10/15 روز کاری', 10, 15, 'workDay'],
    ['بین ۱ روز تا ۳ روز', 1, 3, 'day'], ['حداقل یک ماه و حداکثر سه ماه', 1, 3, 'month'], ['حداقل ۳، حداکثر ۵ روز کاری', 3, 5, 'workDay'], ['۱ ساعت و ۳۰ دقیقه تا ۲ ساعت', 1.5, 2, 'hour'],
  ];
  for (const [text, min, max, unit] of cases) assert.deepEqual(parseDuration(text), { min, max, unit }, text);
  for (const text of ['۲ ماه و ۱۰ روز', 'یک روز و دو ساعت', '۲ ماه و ۱۰ روز تا ۳ ماه', '۱ روز و ۲ ساعت و ۳ دقیقه', 'یک ساعت و ربع', '۱:۳۰ ساعت', 'دو سه روز', '۳ و ۷ روز', '۵ روز و ۱۰ روز', 'بین بیست و پنج روز', '۳/۵ روز', '۱/۵ ساعت', '۲۴/۷ ساعت', '۱.۳۰ ساعت', '۴۵ (پنجاه) روز', '۴۵ روز (شصت روز)', '۷ روز (حداکثر ۱۰ روز)']) {
    assert.deepEqual([readDuration(text).value, rules(readDuration(text))], [{ time: null, text }, ['time-unreadable']], text);
  }
  assert.deepEqual(readDuration('۱ ساعت تا ثبت؛ رسیدگی بسته به پرونده').value, { time: { min: 1, max: 1, unit: 'hour' }, text: '۱ ساعت تا ثبت؛ رسیدگی بسته به پرونده' });
  assert.deepEqual(readDuration('۲۰ دقیقه برای ثبت‌نام؛ صدور ۱ تا ۳ ماه').value.time, { min: 1, max: 3, unit: 'month' });
  assert.deepEqual(readDuration('متغیر').value, { time: null, text: 'متغیر' });
  assert.deepEqual(rules(readDuration('متغیر')), ['time-unreadable']);
  assert.deepEqual([rules(readDuration('۱۲/۲۴ ساعت')), rules(readDuration('۱۲ تا ۲۴ ساعت'))], [['time-format'], []]);
  assert.deepEqual(rules(readDuration('')), ['time-missing']);
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (min, more) => {
    const text = `${toPersianDigits(min)} تا ${toPersianDigits(min + more)} روز کاری`;
    assert.deepEqual(parseDuration(text), { min, max: min + more, unit: 'workDay' });
  }));
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (said, again) => {
    for (const text of [`${toPersianDigits(said)} (${numberWords(again)}) روز`, `${numberWords(said)} (${again}) روز`, `${said} روز (${numberWords(again)} روز)`])
      assert.deepEqual(readDuration(text).value.time, said === again ? { min: said, max: said, unit: 'day' } : null, text);
  }));
  fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (low, high) => {
    // What is read of two numbers is never between them.
    const { time } = readDuration(`${toPersianDigits(low)}/${toPersianDigits(high)} ساعت`).value;
    assert.deepEqual(time, low < high && high > 9 ? { min: low, max: high, unit: 'hour' } : null);
  }));
});

test('fees', () => {
  const first = (text: string) => readFee(text).value.lines[0]?.amountRial;
  assert.equal(first('۴۵۰٬۰۰۰ ریال'), 450_000);
  assert.equal(first('1/000/000 ریال'), 1_000_000);
  assert.equal(first('199.400 ریال'), 199_400);
  assert.equal(first('۵۰ هزار تومان'), 500_000);
  assert.equal(first('پنجاه هزار تومان'), 500_000);
  assert.equal(first('۱٫۵ میلیون تومان'), 15_000_000);
  assert.equal(first('۳٬۹۰۰٬۰۰۰تومان'), 39_000_000);
  assert.equal(first('یک میلیون و دویست هزار تومان'), 12_000_000);
  assert.equal(first('یک میلیون دویست هزار تومان'), 12_000_000);
  assert.equal(first('۲ میلیون و ۵۰۰ هزار تومان'), 25_000_000);
  assert.equal(first('۲۰۰ هزار و ۵۰۰ تومان'), 2_005_000);
  assert.equal(first('۵۰۰٬۰۰۰ تا ۱ میلیون تومان'), 5_000_000);
  for (const text of ['۱۲۰۰۰۰ ریال (یکصد و بیست هزار ریال)', '۱۲۰۰۰۰ (یکصد و بیست هزار) ریال', '۱۲۰۰۰ تومان (معادل ۱۲۰٬۰۰۰ ریال)']) {
    assert.deepEqual([readFee(text).value, rules(readFee(text))], [{ kind: 'fixed', lines: [{ label: null, amountRial: 120_000, maxRial: null }], text }, []], text);
  }
  for (const text of ['۱۲۰۰۰۰ ریال (یکصد و سی هزار ریال)', 'یه میلیون و دویست هزار تومان', 'چند هزار تومان', '۵۰۰ تا ۱ میلیون تومان', 'دو سه هزار تومان']) {
    assert.deepEqual([readFee(text).value, rules(readFee(text))], [{ kind: 'formula', lines: [{ label: text, amountRial: null, maxRial: null }], text }, ['fee-unreadable']], text);
  }
  const ranges = [
    'از ۵۰۰,۰۰۰ ریال تا ۱,۰۰۰,۰۰۰ ریال', 'از ۵۰ هزار تومان تا ۱,۰۰۰,۰۰۰ ریال', '۵۰۰,۰۰۰ ریال الی ۱۰۰ هزار تومان', 'بین ۵۰۰ هزار ریال و ۱ میلیون ریال',
    'حداقل ۵۰۰,۰۰۰ و حداکثر ۱,۰۰۰,۰۰۰ ریال', 'حداقل ۵۰۰,۰۰۰ ریال، حداکثر ۱,۰۰۰,۰۰۰ ریال', 'از ۵۰۰,۰۰۰ (پانصد هزار) ریال تا ۱,۰۰۰,۰۰۰ (یک میلیون) ریال',
    '۵۰۰,۰۰۰ ریال (پانصد هزار ریال) تا ۱,۰۰۰,۰۰۰ ریال (یک میلیون ریال)', '۵۰۰,۰۰۰ تا ۱,۰۰۰,۰۰۰ ریال معادل ۵۰ تا ۱۰۰ هزار تومان',
  ];
  for (const text of ranges) assert.deepEqual(readFee(text).value, { kind: 'range', lines: [{ label: null, amountRial: 500_000, maxRial: 1_000_000 }], text }, text);
  for (const text of ['معادل ۵۰ هزار تومان', '۵۰۰,۰۰۰ ریال معادل ۵۰ هزار تومان', '۵۰۰,۰۰۰ ریال، معادل پنجاه هزار تومان', '۵۰۰,۰۰۰ ریال یعنی ۵۰ هزار تومان', '۵۰۰,۰۰۰ (پانصد هزار ریال)'])
    assert.deepEqual(readFee(text).value, { kind: 'fixed', lines: [{ label: null, amountRial: 500_000, maxRial: null }], text }, text);
  const doubtful = [
    '۵۰۰,۰۰۰ ریال معادل ۶۰ هزار تومان', 'از ۵۰۰ تومان تا ۱ میلیون تومان', 'از ۱,۰۰۰,۰۰۰ ریال تا ۵۰۰,۰۰۰ ریال', '۵۰۰,۰۰۰ ریال تا ۱,۰۰۰,۰۰۰', '۵۰,۰۰۰/۱۰۰,۰۰۰ ریال', '۲۵/۵۰ هزار تومان',
    '۳/۵ میلیون تومان', 'از ۵۰۰,۰۰۰ (ششصد هزار) ریال تا ۱,۰۰۰,۰۰۰ ریال', '۱۲/۲۴ ریال', '۵۰,۰۰۰/۱۰۰,۰۰۰',
  ];
  for (const text of doubtful) {
    const { value: { lines }, findings } = readFee(text);
    assert.deepEqual([lines.map(({ amountRial }) => amountRial), findings.some(({ rule }) => rule === 'fee-unreadable')], [[null], true], text);
  }
  assert.deepEqual(readFee('برای صدور ۱,۰۰۰,۰۰۰ ریال معادل ۱۰۰ هزار تومان؛ تمدید ۵۰۰,۰۰۰ ریال').value.lines.map(({ label, amountRial }) => [label, amountRial]), [['برای صدور', 1_000_000], ['تمدید', 500_000]]);
  assert.equal(first('۱/۵ میلیون تومان'), 15_000_000);
  for (const text of ['این خدمت رایگان است', 'ارائه این خدمت برای همه رایگان می‌باشد.', 'کاملاً رایگان', 'این خدمت هزینه‌ای ندارد', 'هزینه ای دریافت نمی شود', 'بدون دریافت هزینه'])
    assert.deepEqual([readFee(text).value.kind, readFee(text).value.lines], ['free', []], text);
  for (const text of ['این خدمت رایگان نیست', 'این خدمت برای ایثارگران رایگان است', 'مشاوره رایگان', 'این خدمت برای مردم هزینه دارد']) assert.notEqual(readFee(text).value.kind, 'free', text);
  for (const text of ['رایگان است', 'رایگان می‌باشد.', 'صفر', 'صفر ریال', '۰ تومان']) assert.deepEqual(readFee(text).value, { kind: 'free', lines: [], text }, text);
  for (const text of ['بین ۱۰۰ هزار و ۲۰۰ هزار تومان', 'بین صد و دویست هزار تومان', 'بین ۱۰۰ تا ۲۰۰ هزار تومان']) {
    assert.deepEqual(readFee(text).value, { kind: 'range', lines: [{ label: null, amountRial: 1_000_000, maxRial: 2_000_000 }], text }, text);
  }
  assert.deepEqual(rules(readFee('99999999999999999999 ریال')), ['fee-unreadable']);
  assert.equal(readFee('غیر رایگان').value.lines[0]?.amountRial, null);
  assert.deepEqual(readFee('۵۰۰ هزار تا ۱ میلیون تومان').value, {
    kind: 'range', lines: [{ label: null, amountRial: 5_000_000, maxRial: 10_000_000 }], text: '۵۰۰ هزار تا ۱ میلیون تومان',
  });
  assert.deepEqual(readFee('۱ تا ۳ میلیون تومان').value.lines[0], { label: null, amountRial: 10_000_000, maxRial: 30_000_000 });
  assert.deepEqual(readFee('حداکثر ۲۰۰٬۰۰۰ ریال').value.lines[0], { label: 'حداکثر', amountRial: 0, maxRial: 200_000 });
  assert.deepEqual(readFee('۴٬۰۰۰٬۰۰۰ ریال به بالا، بر پایه سرمایه').value.kind, 'from');
  assert.deepEqual(readFee('رایگان؛ در پیشخوان ۵۰٬۰۰۰ ریال').value, {
    kind: 'free', lines: [{ label: 'در پیشخوان', amountRial: 50_000, maxRial: null }], text: 'رایگان؛ در پیشخوان ۵۰٬۰۰۰ ریال',
  });
  for (const text of ['۵٪ ارزش معاملاتی ملک', 'کارمزد ۴٪', '۱۴ تا ۲۶ درصد دستمزد انتخابی', '۲ در ده هزار ارزش معاملاتی', 'طبق تعرفه', 'هر متر طول ۲٬۵۰۰٬۰۰۰ ریال']) {
    assert.equal(readFee(text).value.kind, 'formula', text);
  }
  assert.equal(readFee('0').value.kind, 'free');
  assert.deepEqual(rules(readFee('۲۵۰٬۰۰۰')), ['fee-unit']);
  assert.deepEqual([rules(readFee('۲۵۰٬۰۰۰', 'ریال')), readFee('۲۵۰٬۰۰۰', 'ریال').value.lines[0]?.amountRial], [[], 250_000]);
  assert.deepEqual(readFee('').value, { kind: 'undeclared', lines: [], text: '' });
  fc.assert(fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), fc.constantFrom('٬', ',', '.', '/'), (amount, mark) => {
    const text = toPersianDigits(String(amount).replace(/\B(?=(\d{3})+$)/g, mark));
    assert.equal(first(`${text} ریال`), amount);
    assert.equal(first(`${text} تومان`), amount * 10);
  }));
  const money = fc.record({ amount: fc.integer({ min: 1, max: 900_000 }).map((each) => each * 10), inToman: fc.boolean(), inWords: fc.boolean(), again: fc.boolean() });
  const say = ({ amount, inToman, inWords, again }: { amount: number; inToman: boolean; inWords: boolean; again: boolean }): string => {
    const [number, unit] = inToman ? [amount / 10, 'تومان'] : [amount, 'ریال'];
    return `${inWords ? numberWords(number) : toPersianDigits(number)} ${unit}${again ? ` (${numberWords(number)} ${unit})` : ''}`;
  };
  fc.assert(fc.property(money, money, (one, two) => {
    const text = `از ${say(one)} تا ${say(two)}`;
    for (const { amountRial, maxRial } of readFee(text).value.lines) {
      // Either both ends as they are written, or none of them.
      if (amountRial !== null) assert.deepEqual([amountRial, maxRial], [one.amount, two.amount], text);
      else assert.equal(maxRial, null, text);
    }
    const equal = `${say(one)} معادل ${say(two)}`;
    assert.deepEqual(readFee(equal).value.lines.map(({ amountRial }) => amountRial), [one.amount === two.amount ? one.amount : null], equal);
  }));
});

test('dates', () => {
  for (const text of ['۱۴۰۵/۰۶/۱۱', '1405-6-11', '05/6/11', '2026/09/02', '۲۰۲۶-۰۹-۰۲', '۱۱ شهریور ۱۴۰۵', '02/09/2026', '11/06/1405', '2026-09-02T00:00:00', '2026-09-02T20:30:00.000Z', '2026-09-02 10:20:00+03:30', '1405/06/11 10:20', '۱۴۰۵/۰۶/۱۱، ۱۰:۲۰', '14050611', '20260902']) {
    assert.equal(readDate(text).value, '2026-09-02', text);
  }
  for (const text of ['1404/12/30', '2026-02-30', '31/02/2026', '14051301', '1405/13/01 10:20', '1405/13/01', '9999/01/01']) {
    assert.deepEqual([readDate(text).value, rules(readDate(text))], text === '9999/01/01' ? ['9999-01-01', ['date-gregorian']] : [null, ['date-impossible']], text);
  }
  for (const text of ['2 September 2026', 'Sep 2, 2026', '02-Sep-2026', '2nd Sept 2026', 'Wednesday, 2 September 2026', '2026-Sep-02', '۲ سپتامبر ۲۰۲۶', '02/Sep/2026 10:20'])
    assert.deepEqual([readDate(text).value, rules(readDate(text))], ['2026-09-02', ['date-gregorian']], text);
  for (const text of ['31 Feb 2026', 'Feb 30, 2026']) assert.deepEqual([readDate(text).value, rules(readDate(text))], [null, ['date-impossible']], text);
  // The number under which a spreadsheet keeps a day; some other number is none.
  for (const text of ['46267', '۴۶۲۶۷', '46267.85']) assert.deepEqual([readDate(text).value, rules(readDate(text))], ['2026-09-02', ['date-serial']], text);
  for (const text of ['دیروز', '2 Sep 26', '12 Foo 2026', '10:20', '36525', '54789', '1405', '99999']) assert.deepEqual([readDate(text).value, rules(readDate(text))], [null, ['date-unread']], text);
  assert.deepEqual(readDate(''), { value: null, findings: [] });
});

test('documents', () => {
  const forms = readDocuments('شماره ملی؛ گذرنامه برای مشاهده؛ اصل سند؛ کپی سند؛ کپی کارت ملی؛ تصویر شناسنامه؛ تصویر شناسنامه فنی ساختمان؛ عکس ۳×۴').value;
  assert.deepEqual(forms.map(({ form, forbiddenCopy }) => `${form}${forbiddenCopy ? '!' : ''}`), ['upload', 'originalSeen', 'originalSeen', 'copy', 'copy!', 'copy!', 'copy', 'upload']);
  assert.deepEqual(readDocuments('ندارد').value, []);
  assert.deepEqual(readDocuments('كپي كارت هوشمند ملي').value[0], { title: 'کپی کارت هوشمند ملی', form: 'copy', forbiddenCopy: true });
});

test('a copy of an identity paper, however it is called, and no other', () => {
  const forbidden = [
    'تصاویر کارت ملی', 'عکس کارت ملی', 'عکس شناسنامه', 'عکس صفحه اول شناسنامه', 'روگرفت شناسنامه', 'کپی مدارک هویتی', 'تصویر مدارک شناسایی', 'کپی‌های شناسنامه', 'فتو کپی کارت ملی',
    'تصویر صفحه اول شناسنامه', 'فتوکپی کلیه صفحات شناسنامه', 'کپی برابر اصل کارت ملی', 'کارت ملی (کپی)', 'دو برگ کپی از کارت ملی', 'کپی صفحات شناسنامه همسر', 'عكس كارت ملي',
  ];
  for (const text of forbidden) {
    const { value, findings } = readDocuments(text);
    assert.deepEqual([value.map(({ form, forbiddenCopy }) => [form, forbiddenCopy]), findings.some(({ rule }) => rule === 'forbidden-copy')], [[['copy', true]], true], text);
  }
  const allowed = [
    'عکس ۳×۴', 'عکس پرسنلی', 'عکس پرسنلی و شناسنامه', 'شناسنامه عکس‌دار برای مشاهده', 'شناسنامه عکس دار', 'کارت ملی', 'اصل مدارک هویتی', 'تصاویر ملک', 'کپی شناسنامه فنی ساختمان', 'کپی کارت شناسایی خودرو', 'تصویر سند مالکیت',
  ];
  for (const text of allowed) assert.ok(!readDocuments(text).value.some(({ forbiddenCopy }) => forbiddenCopy), text);
});

test('channels, steps, questions', () => {
  assert.deepEqual(readChannels('اطلاع‌رسانی: اینترنتی، تلفن گویا؛ درخواست: موبایل، دفاتر پیشخوان، پیامک؛ تولید: غیرالکترونیکی؛ ارائه: مراجعه حضوری، پست').value, {
    inform: ['internet', 'voice'], request: ['mobileApp', 'counterOffice', 'sms'], produce: ['nonElectronic'], deliver: ['inPerson', 'post'],
  });
  assert.deepEqual(rules(readChannels('اینترنتی؛ درخواست: کبوتر')), ['channel-stage', 'channel']);
  for (const text of ['1-ثبت درخواست 2-بررسی 3-صدور', '۱. ثبت درخواست ۲. بررسی ۳. صدور', 'ثبت درخواست ← بررسی ← صدور', '۱) ثبت درخواست؛ ۲) بررسی؛ ۳) صدور'])
    assert.deepEqual(readSteps(text).value.map(({ title }) => title), ['ثبت درخواست', 'بررسی', 'صدور'], text);
  assert.deepEqual(rules(readSteps('1-ثبت درخواست 2-بررسی')), ['separator']);
  for (const text of ['پرداخت 2- بررسی', '1-ثبت تا 3-صدور', 'ماده 10- بند 2- ثبت']) assert.equal(readSteps(text).value.length, 1, text);
  assert.deepEqual(readSteps('ثبت|امور مشترکین|سامانه؛ پرداخت').value, [
    { title: 'ثبت', unit: 'امور مشترکین', post: 'سامانه' }, { title: 'پرداخت', unit: null, post: null },
  ]);
  assert.deepEqual(readQuestions('چرا؟|چون الف؛ و ب.؛ کی؟|فردا').value, [
    { question: 'چرا؟', answer: 'چون الف؛ و ب.' }, { question: 'کی؟', answer: 'فردا' },
  ]);
});

test('choices from closed lists', () => {
  assert.deepEqual(readRelations('G2C؛ g2b؛ دستگاه‌ها').value, ['G2C', 'G2B', 'G2G']);
  assert.equal(readNature('تصدی گری').value, 'operational');
  assert.deepEqual(rules(readNature('نامعلوم')), ['nature']);
  assert.deepEqual(readLevels('استاني/ملي').value, ['provincial', 'national']);
  assert.deepEqual(readLifeEvents('تأمين اجتماعی؛ مدارک و گواهی‌نامه‌ها؛ کسب و کار').value, ['socialSecurity', 'documents', 'business']);
});

test('codes, phones, links, visits', () => {
  assert.deepEqual(['۱۳۰۳۱۶۷۰۱۰۰', ' 1303-1670-100 ', '\u200f13031670100', ''].map((text) => readCode(text).value), ['13031670100', '13031670100', '13031670100', null]);
  assert.deepEqual(rules(readCode('A12')), ['code-characters']);
  assert.deepEqual(['۰۲۶-۳۲۰۰۰۰۸۱', '194', '+98 26 3200 0081', '۰۹۱۲۲۰۰۲۵۸۰', '۰۲۶-۳۲۰۰', 'تماس'].map((text) => readPhone(text).value), ['02632000081', '194', '02632000081', '09122002580', null, null]);
  assert.deepEqual(rules(readPhone('02632000081 و 02632000082')), ['phone-several']);
  for (const [text, rule] of [['02632000064 داخلی ۱۲', 'phone-extension'], ['۰۲۶-۳۲۰۰۰۰۶۴ (داخلی: 120)', 'phone-extension'], ['026-32000064-66', 'phone-several'], ['02632000064 - 02632000065', 'phone-several']] as const)
    assert.deepEqual([readPhone(text).value, rules(readPhone(text))], [readPhone('02632000064').value, [rule]], text);
  for (const text of ['داخلی ۱۲', '0263200-66', '12345678901234']) assert.deepEqual([readPhone(text).value, rules(readPhone(text))], [null, ['phone']], text);
  assert.deepEqual(['https://a.example/x', 'www.a.example/x', 'htp:/a.example', 'javascript:alert(1)', 'https://x:y@a.example', 'ftp://a.example', 'ندارد'].map((text) => readLink(text).value), ['https://a.example/x', 'https://www.a.example/x', null, null, null, null, null]);
  assert.deepEqual(['۰', 'ندارد', 'یک بار', '۲ مرتبه', 'بسیار', 'دو سه بار', '13031670100', ''].map((text) => readVisits(text).value), [0, 0, 1, 2, null, null, null, null]);
});

test('what the agency asks for itself is an inquiry, the answer that a person brings is not', () => {
  for (const text of ['استعلام از ثبت احوال', 'استعلام هویت از ثبت احوال', 'دریافت استعلام برخط از شهرداری', 'استعلام تأسیسات از آبفا، برق و گاز']) assert.equal(readDocuments(text).value[0]!.form, 'inquiry', text);
  for (const text of ['پاسخ استعلام از شهرداری', 'نامه استعلام دفترخانه', 'استعلام دفترخانه', 'سند مالکیت یا استعلام از ثبت', 'استعلام از شهرداری توسط متقاضی']) assert.equal(readDocuments(text).value[0]!.form, 'upload', text);
});

test('Arabic digits in texts become Persian', () => {
  const fee = readFee('٢٥٠٬٠٠٠ ریال');
  assert.deepEqual([fee.value.text, fee.value.lines[0]!.amountRial, rules(fee)], ['۲۵۰٬۰۰۰ ریال', 250_000, ['arabic-digits']]);
  const time = readDuration('٢٤ ساعت کاری');
  assert.deepEqual([time.value, rules(time)], [{ time: { min: 24, max: 24, unit: 'workHour' }, text: '۲۴ ساعت کاری' }, ['arabic-digits']]);
  assert.deepEqual(rules(readDuration('۲۴ ساعت کاری')), []);
});

test('code of a page in a cell becomes text', () => {
  const cases: [raw: string, text: string][] = [
    ['<p>شرح&nbsp;خدمت</p>', 'شرح خدمت'], ['صدور<br/>گواهی', 'صدور گواهی'], ['می&zwnj;شود', 'می\u200cشود'], ['&#1582;دمت &#x62E;', 'خدمت خ'], ['صدور&nbsp;گواهی <b>', 'صدور گواهی'],
    ['<DIV class="x">یک</DIV><div>دو</div>', 'یک دو'], ['نو<b>شته</b><!-- یادداشت -->', 'نوشته'], ['یک<script>alert(1)</script>', 'یک'], ['<o:p></o:p>نوشته', 'نوشته'],
    ['&amp;nbsp;شرح &lt;b&gt;مهم&lt;/b&gt;', 'شرح مهم'], ['<<b>b>مهم', 'مهم'], ['یک&#7;دو', 'یک دو'],
    ['در <a href="https://a.example/x">سامانه</a> ثبت کنید', 'در سامانه (https://a.example/x) ثبت کنید'],
  ];
  for (const [raw, text] of cases) {
    const cell = readProse(raw);
    assert.deepEqual([cell.value, cell.findings.some(({ rule }) => rule === 'html-crumbs')], [text, true], raw);
    assert.deepEqual(readProse(cell.value), { value: text, findings: [] }, 'read again nothing changes');
  }
  for (const text of ['a < b', '<۵ روز', 'آب & برق', 'نشانی <email> شما', 'R&D; x', '۵ > ۳']) assert.deepEqual(readProse(text), { value: text, findings: [] });
  assert.deepEqual(readList('<ul><li>سند</li><li>نقشه</li></ul>').value, ['سند', 'نقشه']);
  assert.deepEqual(['<a href="https://a.example/x">مشاهده</a>', 'https://a.example/?a=1&amp;copy=2', 'https://a.example/?a=1&copy=2'].map((text) => readLink(text).value), ['https://a.example/x', 'https://a.example/?a=1&copy=2', 'https://a.example/?a=1&copy=2']);
  assert.doesNotMatch(readProse(`${'<'.repeat(9)}b>${'b>'.repeat(8)}`).value, /<\/?b>/);
});

test('lists and titles', () => {
  assert.deepEqual(readList('مقررات ملی ساختمان، مبحث ۱۷؛ قانون ثبت').value, ['مقررات ملی ساختمان، مبحث ۱۷', 'قانون ثبت']);
  assert.deepEqual(readList('ندارد').value, []);
  assert.deepEqual(readKeywords('گم شده، پایانکار').value, ['گم شده', 'پایانکار'], 'as people type it');
  assert.deepEqual(readTitle('صدورپروانه \n بوم گردي'), {
    value: 'صدور پروانه بوم‌گردی',
    findings: readTitle('صدورپروانه \n بوم گردي').findings,
  });
  assert.deepEqual(rules(readTitle('صدورپروانه بوم گردي')), ['arabic-letters', 'half-space', 'glued-words']);
});

test('turned lam-alef is mended where the word is known, and words of their own stay', () => {
  const { text, repaired } = repairLamAlef('پاسخ به استعالم فاضالب باالتر و اطالع‌رسانی معامالتی، املاک امالک');
  assert.equal(text, 'پاسخ به استعلام فاضلاب بالاتر و اطلاع‌رسانی معاملاتی، املاک املاک');
  assert.equal(repaired.length, 6);
  const own = 'مالک مالکان سال سالم شمال ارسال فعال مثال طالقان تالش مالی ریال دیالیز احوال اشتغال وکالت قباله خالص سالن عالم کامل حال الیه';
  assert.equal(repairLamAlef(own).text, own);
  assert.deepEqual(repairLamAlef('گوساالن').doubtful, ['گوساالن']);
});

test('a cell of thousands of numbers is no work for minutes', () => {
  // What took a text apart in every way there is never came to an end here.
  for (const words of ['صد هزار یک ', 'یک صد ', 'چهار صدو ', '۱ (یک) ', '۵ ریال تا ', '۵ روز (۵ روز) ']) {
    const text = words.repeat(5_000 / words.length);
    assert.equal(readDuration(text).value.time?.max ?? 5, 5);
    assert.ok(readFee(text).value.lines.length);
    assert.equal(readVisits(text).value, null);
  }
});

test('no cell makes a reader throw', () => {
  const readers = [readTitle, readList, readKeywords, readCode, readDuration, readFee, readDocuments, readChannels, readSteps, readQuestions, readRelations, readNature, readLevels, readLifeEvents, readDate, readPhone, readLink, readVisits];
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('۱۲', '3', 'روز', ' ', 'کاری', 'تا', '؛', '،', '|', ':', 'ریال', 'تومان', 'هزار', '/', '-', '\n', 'رایگان', 'هر', 'و', '٪', 'ارائه'), { maxLength: 14 }).map((parts) => parts.join('')),
  );
  for (const reader of readers) {
    fc.assert(fc.property(cell, (raw) => {
      const { findings } = (reader as (raw: string) => Cell<unknown>)(raw);
      assert.ok(findings.every(({ rule, message }) => rule && message));
    }), { numRuns: 150 });
  }
  fc.assert(fc.property(cell, (raw) => readFee(raw).value.lines.every(({ amountRial, maxRial }) => [amountRial, maxRial].every((v) => v === null || (Number.isSafeInteger(v) && v >= 0)))), { numRuns: 500 });
});
