import { expect, fixture, html } from '@open-wc/testing';
import type { WorkingCalendar } from '../../src/contract/calendar.ts';
import type { RequestStatus } from '../../src/contract/request.ts';
import { lateNote } from '../../src/elements/track-status/more/late.ts';
import { statusView } from '../../src/elements/track-status/parts/status.ts';
import { weekView } from '../../src/elements/track-status/parts/week.ts';
import { withLocale } from '../../src/i18n/locale.ts';

const now = new Date('2026-11-24T10:00:00+03:30');

/** A state as a gateway may send it; what cannot be brought about in a test's minutes is composed here. */
const status = (more: Partial<RequestStatus>, clock: Partial<RequestStatus['clock']> = {}): RequestStatus => ({
  kind: 'application', state: 'inReview', outcome: null,
  offering: { id: 'alborz.abfa.x', title: 'واگذاری انشعاب آب' },
  agency: { id: 'abfa', name: { fa: 'آب و فاضلاب' } },
  holder: {
    id: 'u', agency: 'abfa', name: { fa: 'واحد انشعاب' }, floor: '1', room: '4', city: null, phone: '02632000041', hours: 'office',
  },
  filedAt: '2026-11-14T09:00:00+03:30', asOf: '2026-11-24T10:00:00+03:30', hops: 0, version: 1,
  timeline: [{ seq: 1, type: 'filed', at: '2026-11-14T09:00:00+03:30', by: 'citizen', unit: null, outcome: null }],
  clock: {
    state: 'running', policy: { source: 'singleWindow', length: 'P10D' }, calendarVersion: 1, startedAt: '2026-11-14T09:00:00+03:30',
    dueAt: '2026-11-24T23:59:59+03:30', stoppedAt: null, pausedSince: null, shareUsed: 0.6, overdue: false, explanation: [], ...clock,
  },
  ...more,
});

async function shown(value: RequestStatus): Promise<HTMLElement> {
  const model = {
    locale: 'fa' as const, code: '1234567890123450', status: value, now, refreshing: false, stale: false, opened: false,
    why: { text: undefined, onOpen: () => {} }, onRefresh: () => {}, onOther: () => {},
    late: withLocale('fa', () => lateNote('fa', value)),
  };
  return fixture<HTMLElement>(html`<div lang="fa" dir="rtl">${withLocale('fa', () => statusView(model, html``))}</div>`);
}
const text = (element: Element) => element.textContent.replace(/\s+/g, ' ');

describe('the view of a state', () => {
  it('tells the share of time in words beside the bar', async () => {
    const view = await shown(status({}));
    expect(text(view)).to.contain('۶ روز از ۱۰ روز گذشته است');
    expect(view.querySelector('progress')!.value).to.be.closeTo(0.6, 0.001);
  });

  it('says plainly that it is late, and what the citizen can do', async () => {
    const view = await shown(status({}, { dueAt: '2026-11-21T09:00:00+03:30', shareUsed: 1.3, overdue: true }));
    expect(text(view)).to.contain('۳ روز از تاریخ پاسخ گذشته است');
    expect(text(view)).to.contain('حق دارید پیگیر شوید');
    expect([...view.querySelectorAll('.late-note a')].map((link) => link.getAttribute('href'))).to.deep.equal(['tel:+982632000041', 'tel:111']);
    await expect(view).to.be.accessible();
  });

  it('is no longer late once it is answered, but says that it was', async () => {
    const answered = status(
      { state: 'answered', outcome: 'rejected' },
      { state: 'stopped', dueAt: '2026-11-21T09:00:00+03:30', stoppedAt: '2026-11-23T10:00:00+03:30', shareUsed: 1.2, overdue: true },
    );
    const view = await shown(answered);
    expect(view.querySelector('h2')!.textContent).to.equal('درخواست شما پذیرفته نشد');
    expect(text(view)).to.contain('۲ روز دیرتر از تاریخ پاسخ');
    expect(view.querySelector('.late-note')).to.equal(null);
  });

  const reason = { id: 'visit-due', title: { fa: 'بازدید از محل لازم است' }, rule: { fa: 'مرحله ۳ برگه خدمت' } };
  const told = { reason, expected: '2026-12-01T14:30:00+03:30', at: '2026-11-23T10:00:00+03:30' };
  const late = { dueAt: '2026-11-21T09:00:00+03:30', shareUsed: 1.3, overdue: true };

  it('says before it is late that it will be, why, by which rule, and until when', async () => {
    const view = await shown(status({ delay: { ...told, state: 'inTime' } }));
    expect(text(view)).to.contain('پاسخ دیرتر از قول دستگاه می‌رسد.').and.to.contain('بازدید از محل لازم است').and.to.contain('مرحله ۳ برگه خدمت')
      .and.to.contain('پاسخ تا سه‌شنبه ۱۰ آذر می‌رسد.').and.to.match(/قرار بود تا \S+ \S+ آذر پاسخ بگیرید/).and.not.to.contain('پاسخ می‌گیرید');
    expect(view.querySelector('.late-note')).to.equal(null);
    await expect(view).to.be.accessible();
  });

  it('says of a late one why, that the reason came late, that its date has passed too, or that nobody has given one', async () => {
    expect(text(await shown(status({ delay: { ...told, state: 'late' } }, late)))).to.contain('این علت پس از پایان مهلت نوشته شد.').and.to.contain('حق دارید پیگیر شوید');
    const lapsed = text(await shown(status({ delay: { ...told, expected: '2026-11-23T14:30:00+03:30', state: 'lapsed' } }, late)));
    expect(lapsed).to.contain('تاریخ تازه دوشنبه ۲ آذر بود. آن هم گذشت و علت دیگری نوشته نشد.').and.not.to.contain('پاسخ تا دوشنبه');
    expect(text(await shown(status({ delay: { reason: null, expected: null, at: null, state: 'unexplained' } }, late)))).to.contain('علت دیرکرد نوشته نشده است.');
    const over = await shown(status({ state: 'answered', outcome: 'done', delay: { reason: null, expected: null, at: null, state: 'unexplained' } },
      { ...late, state: 'stopped', stoppedAt: '2026-11-23T10:00:00+03:30' }));
    expect(text(over)).to.contain('علت دیرکرد نوشته نشده است.').and.not.to.contain('حق دارید پیگیر شوید');
  });

  it('stands still while the citizen is asked', async () => {
    const view = await shown(status({ state: 'waitingCitizen' }, { state: 'paused', pausedSince: '2026-11-20T10:00:00+03:30' }));
    expect(text(view)).to.contain('شمارش مهلت ایستاده است');
  });

  it('tells events, states and outcomes of a newer gateway as well as it can', async () => {
    const newer = status({
      state: 'frozen' as RequestStatus['state'],
      timeline: [
        { seq: 2, type: 'teleported', at: '2026-11-16T09:00:00+03:30', by: 'system', unit: null, outcome: null },
        { seq: 1, type: 'filed', at: '2026-11-14T09:00:00+03:30', by: 'citizen', unit: null, outcome: null },
      ],
    });
    const view = await shown(newer);
    expect(view.querySelector('h2')!.textContent).to.equal('پرونده در «واحد انشعاب» در جریان است');
    expect([...view.querySelectorAll('.timeline b')].map((line) => line.textContent)).to.deep.equal(['ثبت شد', 'پرونده تغییر کرد']);
  });
});

describe('the hours of the coming days', () => {
  const day: [string, string][] = [['07:30', '12:00'], ['13:00', '15:00']];
  const calendar: WorkingCalendar = {
    province: 'alborz', version: 1, utcOffset: '+03:30',
    weeklyHours: [{ from: '2022-09-23', toExclusive: null, hours: { Sat: day, Sun: day, Mon: day, Tue: day, Wed: day, Thu: [['07:30', '13:00']], Fri: [] } }],
    otherHours: { 'around-the-clock': Object.fromEntries(['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((name) => [name, [['00:00', '24:00']]])) as WorkingCalendar['otherHours'][string] },
    solarHolidays: [], lunarHolidays: [{ date: '2026-12-02', title: 'عید نمونه' }],
    closures: [
      { date: '2026-11-25', scope: { counties: ['karaj'] }, kind: 'closed', hours: [], reason: 'آلودگی هوا' },
      { date: '2026-11-28', scope: { agencies: ['other'] }, kind: 'closed', hours: [], reason: 'دستگاه دیگر' },
      { date: '2026-11-29', scope: { province: 'alborz' }, kind: 'reduced', hours: [['09:00', '11:00']], reason: 'سرما' },
    ],
  };
  const rows = (view: Element) => [...view.querySelectorAll('tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
  const drawn = (place: Parameters<typeof weekView>[2]) =>
    fixture<HTMLElement>(html`<div lang="fa" dir="rtl">${withLocale('fa', () => weekView('fa', calendar, place, now))}</div>`);

  it('are those of the unit: both halves of a day, what is shut in its county, fewer hours, and the holiday after the week by its name', async () => {
    const view = await drawn({ agency: 'abfa', county: 'karaj', hours: 'office' });
    expect(rows(view)).to.deep.equal([
      ['امروز', '۰۷:۳۰ تا ۱۲:۰۰ و ۱۳:۰۰ تا ۱۵:۰۰'], ['چهارشنبه ۴ آذر', 'تعطیل: آلودگی هوا'], ['پنجشنبه ۵ آذر', '۰۷:۳۰ تا ۱۳:۰۰'], ['جمعه ۶ آذر', 'تعطیل'],
      ['شنبه ۷ آذر', '۰۷:۳۰ تا ۱۲:۰۰ و ۱۳:۰۰ تا ۱۵:۰۰'], ['یکشنبه ۸ آذر', '۰۹:۰۰ تا ۱۱:۰۰'], ['دوشنبه ۹ آذر', '۰۷:۳۰ تا ۱۲:۰۰ و ۱۳:۰۰ تا ۱۵:۰۰'],
    ]);
    expect([...view.querySelectorAll('li')].map(text)).to.deep.equal(['چهارشنبه ۱۱ آذر · عید نمونه']);
    view.querySelector('details')!.open = true;
    await expect(view).to.be.accessible();
  });

  it('are never over where a unit never closes', async () => {
    const view = await drawn({ agency: 'abfa', county: 'karaj', hours: 'around-the-clock' });
    expect([...new Set(rows(view).map(([, hours]) => hours))]).to.deep.equal(['شبانه‌روز']);
    expect(view.querySelector('li')).to.equal(null);
  });
});
