import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplanationStep } from '../../src/contract/clock.ts';
import { explanationText } from '../../src/core/facts/explanation.ts';

const now = new Date('2026-11-24T08:00:00Z');
const told = (...steps: ExplanationStep[]) => explanationText('fa', steps, now);
const filed = { step: 'filed', at: '2026-11-24T10:12:00+03:30' } as const;
const due = { step: 'due', at: '2026-12-05T14:30:00+03:30' } as const;

describe('how a due time was counted', () => {
  it('calendar days that end on a closed day', () => {
    assert.equal(
      told(filed, { step: 'counted', length: 'P10D', firstDay: '2026-11-25', lastDay: '2026-12-04' },
        { step: 'closed', date: '2026-12-04', reason: 'weekend', title: null },
        { step: 'dueMoved', from: '2026-12-04', to: '2026-12-05' }, due),
      'سه‌شنبه ۳ آذر، ساعت ۱۰:۱۲ ثبت شد. ۱۰ روز، از چهارشنبه ۴ آذر تا جمعه ۱۳ آذر. جمعه ۱۳ آذر اداره بسته است (آخر هفته)؛ تاریخ پاسخ به شنبه ۱۴ آذر رفت.',
    );
  });

  it('working days, with what was passed over beside the count', () => {
    assert.equal(
      told(filed, { step: 'counted', length: 'P4WD', firstDay: '2026-11-25', lastDay: '2026-11-30' },
        { step: 'skipped', date: '2026-11-27', reason: 'weekend', title: null },
        { step: 'skipped', date: '2026-11-29', reason: 'closure', title: 'آلودگی هوا' }, due),
      'سه‌شنبه ۳ آذر، ساعت ۱۰:۱۲ ثبت شد. ۴ روز کاری، از چهارشنبه ۴ آذر تا دوشنبه ۹ آذر. جمعه‌ها و یکشنبه ۸ آذر (آلودگی هوا) شمرده نشدند.',
    );
  });

  it('a start that waited for the office to open', () => {
    assert.match(
      told(filed, { step: 'closed', date: '2026-11-27', reason: 'holiday', title: 'تعطیل رسمی' }, { step: 'startMoved', to: '2026-11-28T07:30:00+03:30' }, due),
      /آن وقت اداره بسته بود \(تعطیل رسمی\)؛ از شنبه ۷ آذر، ساعت ۰?۷:۳۰ حساب می‌شود/,
    );
  });

  it('pauses that end even without a reply', () => {
    const from = '2026-11-25T09:00:00+03:30';
    const until = '2026-12-05T14:30:00+03:30';
    assert.equal(
      told({ step: 'paused', from, to: null, until }),
      'از چهارشنبه ۴ آذر، ساعت ۰۹:۰۰ منتظر پاسخ شما هستیم و زمان نمی‌گذرد. از شنبه ۱۴ آذر، ساعت ۱۴:۳۰ دوباره می‌گذرد، حتی اگر پاسخی نرسد.',
    );
    assert.equal(
      told({ step: 'paused', from, to: until, until }),
      'از چهارشنبه ۴ آذر، ساعت ۰۹:۰۰ تا شنبه ۱۴ آذر، ساعت ۱۴:۳۰ منتظر پاسخ شما بودیم و زمان نمی‌گذشت. پاسخی نرسید؛ از آن پس زمان دوباره گذشت.',
    );
    assert.doesNotMatch(told({ step: 'paused', from, to: '2026-11-26T09:00:00+03:30', until }), /دوباره/);
  });

  it('pauses, ended and not', () => {
    assert.match(told({ step: 'paused', from: '2026-11-25T09:00:00+03:30', to: '2026-11-26T09:00:00+03:30' }), /منتظر پاسخ شما بودیم/);
    assert.match(told({ step: 'paused', from: '2026-11-25T09:00:00+03:30', to: null }), /منتظر پاسخ شما هستیم/);
  });

  it('an edit of the calendar: from where to where, and why; hours where the day is the same', () => {
    const moved = (from: string, to: string) => told({ step: 'recalculated', at: '2026-11-26T09:00:00+03:30', from, to, why: 'تعطیلی برای آلودگی هوا' });
    assert.equal(moved('2026-12-05T14:30:00+03:30', '2026-12-06T14:30:00+03:30'), 'تقویم پس از ثبت عوض شد: تاریخ پاسخ از شنبه ۱۴ آذر به یکشنبه ۱۵ آذر رفت؛ علت: تعطیلی برای آلودگی هوا.');
    assert.equal(
      moved('2026-12-05T14:30:00+03:30', '2026-12-05T11:00:00+03:30'),
      'تقویم پس از ثبت عوض شد: تاریخ پاسخ از شنبه ۱۴ آذر، ساعت ۱۴:۳۰ به شنبه ۱۴ آذر، ساعت ۱۱:۰۰ رفت؛ علت: تعطیلی برای آلودگی هوا.',
    );
  });

  it('passes over a step of a newer gateway', () => {
    assert.equal(told({ step: 'leapt' } as unknown as ExplanationStep), '');
  });
});
