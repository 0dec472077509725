import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplanationStep } from '../../src/contract/clock.ts';
import { receiptPdf, type PaperReceipt } from '../../src/paper/receipt.ts';
import { makeReceiptKey, signReceipt } from '../../src/rules/receipt.ts';
import { readPdf } from '../support/pdf-text.ts';

const filedAt = '2026-11-24T10:12:00+03:30';
const dueAt = '2026-12-05T14:30:00+03:30';
const jws = await signReceipt({
  v: 1, request: 'request', offering: 'alborz.sabt-ahval.abcdefgh', agency: 'sabt-ahval', filedAt, dueAt, policy: 'singleWindow:P10D', calendarVersion: 1, event: 'a'.repeat(64),
}, await makeReceiptKey());
const receipt: PaperReceipt = {
  code: '5821034777194063', jws, kind: 'application', province: { fa: 'البرز', en: 'Alborz' }, title: 'صدور شناسنامه المثنی',
  agency: { id: 'sabt-ahval', name: { fa: 'اداره کل ثبت احوال' } },
  holder: { id: 'unit', agency: 'sabt-ahval', name: { fa: 'واحد اسناد هویتی' }, floor: '1', room: '4', city: null, phone: '02632000041', hours: 'office' },
  filedAt,
  clock: {
    state: 'running', policy: { source: 'singleWindow', length: 'P10D' }, calendarVersion: 1, startedAt: filedAt, dueAt, stoppedAt: null, pausedSince: null, shareUsed: 0, overdue: false,
    explanation: [
      { step: 'filed', at: filedAt }, { step: 'counted', length: 'P10D', firstDay: '2026-11-25', lastDay: '2026-12-04' },
      { step: 'closed', date: '2026-12-04', reason: 'weekend', title: null }, { step: 'dueMoved', from: '2026-12-04', to: '2026-12-05' }, { step: 'due', at: dueAt },
    ],
  },
  time: { min: 7, max: 14, unit: 'day' },
  page: 'https://portal.example.ir/track.html?code=5821034777194063',
};
const madeAt = new Date('2026-11-24T07:00:00Z');
const make = async (language: string, more: Partial<PaperReceipt> = {}) => readPdf(await receiptPdf({ ...receipt, ...more }, language, madeAt));

describe('a receipt on paper', () => {
  it('is one page of A4 in Persian that reads from the desk to the signature', async () => {
    const { pages, size, language, title, tagged, link } = await make('fa');
    assert.equal(pages, 1);
    assert.deepEqual(size, [595.28, 841.89]);
    assert.equal(language, 'fa');
    assert.equal(title, 'رسید درخواست 5821 0347 7719 4063');
    assert.deepEqual(tagged.slice(0, -3), [
      ['P', 'میز خدمت الکترونیک البرز'], ['H1', 'رسید درخواست'], ['P', 'اداره کل ثبت احوال'],
      ['P', 'کد رهگیری درخواست'], ['P', '5821 0347 7719 4063'], ['P', 'این کد را نگه دارید؛ با آن درخواست را پیگیری می‌کنید.'], ['Figure', 'صفحه پیگیری همین درخواست'],
      ['H2', 'تا شنبه ۱۴ آذر ۱۴۰۵ پاسخ می‌گیرید'],
      ['P', 'سه‌شنبه ۳ آذر، ساعت ۱۰:۱۲ ثبت شد. ۱۰ روز، از چهارشنبه ۴ آذر تا جمعه ۱۳ آذر. جمعه ۱۳ آذر اداره بسته است (آخر هفته)؛ تاریخ پاسخ به شنبه ۱۴ آذر رفت.'],
      ['P', 'این تاریخ از قاعده پنجره واحد است: پاسخ هر درخواست تا ۱۰ روز. زمانی که دستگاه برای همه کار اعلام کرده است (۷ تا ۱۴ روز) دیرتر تمام می‌شود. تا این تاریخ باید پاسخ بگیرید؛ اگر انجام کار بیشتر طول بکشد، در پاسخ می‌نویسند.'],
      ['P', 'خدمت'], ['P', 'صدور شناسنامه المثنی'], ['P', 'دستگاه'], ['P', 'اداره کل ثبت احوال'],
      ['P', 'زمان ثبت'], ['P', '۳ آذر ۱۴۰۵، ساعت ۱۰:۱۲'], ['P', '۲۴ نوامبر ۲۰۲۶ میلادی'],
      ['P', 'تاریخ پاسخ'], ['P', '۱۴ آذر ۱۴۰۵، ساعت ۱۴:۳۰'], ['P', '۵ دسامبر ۲۰۲۶ میلادی'],
      ['P', 'پرونده کجاست'], ['P', 'واحد اسناد هویتی'], ['P', 'طبقه ۱، اتاق ۴'], ['P', 'تلفن'], ['Link', '۰۲۶-۳۲۰۰۰۰۴۱'],
      ['H2', 'چگونه پیگیری کنید'], ['P', 'رمزینه بالا را با دوربین تلفن بخوانید. یا این صفحه را باز کنید و کد رهگیری را بنویسید:'], ['Link', 'https://portal.example.ir/track.html'],
      ['P', 'اگر تا تاریخ پاسخ خبری نشد، با ۰۲۶-۳۲۰۰۰۰۴۱ تماس بگیرید و کد رهگیری را بخوانید. اگر پاسخ روشن نگرفتید، به ۱۱۱ بگویید.'],
      ['H2', 'امضای رسید'],
    ]);
    assert.deepEqual(link, ['tel:+982632000041', receipt.page]);
  });

  it('is drawn in letters that are copied as they were written: half-spaces, ligatures and numbers', async () => {
    const { drawn } = await make('fa');
    // From left to right, as readers of PDF expect it: letters of a run from right to left stand turned.
    const turned = (text: string) => [...text].reverse().join('');
    assert.ok(drawn.includes(turned(' پاسخ می‌گیرید')), 'a half-space');
    assert.ok(drawn.some((text) => text.includes(turned('بالا را با دوربین'))), 'a ligature');
    for (const number of ['5821 0347 7719 4063', '۱۴۰۵', '۱۰:۱۲', '۰۲۶-۳۲۰۰۰۰۴۱', 'Ed25519']) assert.ok(drawn.includes(number), number);
  });

  it('speaks English, Persian names in it, and Persian to whom it knows no better', async () => {
    const { language, title, tagged } = await make('en-GB', { kind: 'complaint' });
    const words = tagged.map(([, text]) => text);
    assert.equal(language, 'en');
    assert.match(title, /^Receipt of a complaint 5821/);
    for (const text of ['Electronic service desk of Alborz', 'You will have an answer by Saturday 5 December 2026', 'صدور شناسنامه المثنی', '24 November 2026, 10:12', '3 Azar 1405, Persian calendar', '026-32000041']) {
      assert.ok(words.includes(text), text);
    }
    assert.equal((await make('de')).language, 'fa');
  });

  it('needs neither unit nor page', async () => {
    const { tagged, link } = await make('fa', { holder: null, page: undefined });
    const words = tagged.map(([, text]) => text);
    assert.deepEqual(link, []);
    assert.ok(words.includes('در درگاهی که آن را ثبت کردید، صفحه پیگیری را باز کنید و کد رهگیری را بنویسید.'));
    assert.deepEqual(tagged.filter(([tag]) => tag === 'Figure').length, 1, 'the signed receipt alone');
    assert.ok(!words.includes('تلفن'));
  });

  it('stays one page with a long name, a long way of counting and a long address', async () => {
    const skipped = Array.from({ length: 28 }, (_, day): ExplanationStep => ({ step: 'skipped', date: `2026-12-${String(day + 1).padStart(2, '0')}`, reason: 'holiday', title: 'تعطیل رسمی استان' }));
    const { pages, tagged, lowest } = await make('fa', {
      title: 'صدور پروانه بهره‌برداری '.repeat(10), agency: { id: 'long', name: { fa: 'اداره کل راه و شهرسازی '.repeat(5) } }, page: `https://portal.example.ir/${'track/'.repeat(80)}`,
      clock: { ...receipt.clock, explanation: [receipt.clock.explanation[0]!, { step: 'counted', length: 'P60WD', firstDay: '2026-11-25', lastDay: '2027-02-20' }, ...skipped] },
    });
    assert.equal(pages, 1);
    assert.equal(tagged.at(-1)![0], 'Figure', 'the signature is still there');
    assert.ok(lowest >= 40, `it ends ${lowest} points above the edge`);
  });

  it('is the same file for the same receipt in the same moment, with the signed receipt in it as it is', async () => {
    const [first, second] = await Promise.all([receiptPdf(receipt, 'fa', madeAt), receiptPdf(receipt, 'fa', madeAt)]);
    assert.deepEqual(first, second);
    assert.equal(/eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{80,}/.exec(new TextDecoder().decode(first))![0], jws);
    assert.ok(first.byteLength < 64_000, `${first.byteLength} bytes`);
  });
});
