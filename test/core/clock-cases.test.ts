import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { explanationText } from '../../src/core/facts/explanation.ts';
import { moodOf } from '../../src/core/facts/clock.ts';
import { loadLocale, withLocale, type Locale } from '../../src/i18n/locale.ts';
import { clockOf, instantOfShare } from '../../src/rules/clock.ts';
import type { EventPayloads, EventType, RequestEvent } from '../../src/rules/lifecycle.ts';
import { alborz, tehran, withClosure } from '../rules/support/calendar.ts';

interface Case {
  case: string;
  length: string;
  filed: string;
  asked?: string;
  replied?: string;
  due: string;
  fa: string;
  en: string;
}
/** The cases in which clocks of desks go wrong, each counted by hand, with the words that a citizen reads. */
const cases = JSON.parse(readFileSync(new URL('../fixtures/clock-cases.json', import.meta.url), 'utf8')) as Case[];

const logOf = (length: string, ...told: [EventType, string, object?][]): RequestEvent[] => told.map(([type, at, own], n) => ({
  type, seq: n + 1, at: tehran(at).toISOString(), actor: { role: 'system', id: null },
  payload: type === 'filed'
    ? { offering: 'o', offeringVersion: 1, agency: 'a', kind: 'application', form: { id: 'f', version: 1 }, unit: null, policy: { source: 'sheet', length }, calendarVersion: 1, dueAt: '' } satisfies EventPayloads['filed']
    : own ?? {},
})) as RequestEvent[];

describe('a clock, as its reader is told of it', () => {
  before(() => loadLocale('en'));
  const words = (locale: Locale, clock: ReturnType<typeof clockOf>, now: Date) => withLocale(locale, () => explanationText(locale, clock.explanation, now));

  for (const { case: name, length, filed, asked, replied, due, ...texts } of cases) {
    it(`${name}: ${length} from ${filed}`, () => {
      const events = logOf(length, ['filed', filed], ...(asked ? [['taken', asked], ['askedCitizen', asked]] as [EventType, string][] : []), ...(replied ? [['citizenReplied', replied]] as [EventType, string][] : []));
      const now = tehran(replied ?? asked ?? filed);
      const clock = clockOf({ events, calendar: alborz, place: {}, now });
      assert.equal(clock.dueAt, due);
      assert.equal(words('fa', clock, now), texts.fa);
      assert.equal(words('en', clock, now), texts.en);
    });
  }

  it('a closure that was announced after filing: from where to where, and why', () => {
    const calendar = withClosure({ date: '2026-12-05', kind: 'closed', scope: {}, hours: [], reason: 'برف' } as never);
    const events = logOf('P10D', ['filed', '2026-11-24T10:00'], ['dueRecomputed', '2026-12-04T20:00', {
      why: 'تعطیلی برای برف', calendarVersion: 2, before: '2026-12-05T14:30:00+03:30', dueAt: '2026-12-06T14:30:00+03:30',
    }]);
    const now = tehran('2026-12-04T21:00');
    const clock = clockOf({ events, calendar, place: {}, now });
    assert.equal(clock.dueAt, '2026-12-06T14:30:00+03:30');
    assert.equal(
      words('fa', clock, now).replace(/[\u2066-\u2069]/g, ''),
      'سه‌شنبه ۳ آذر، ساعت ۱۰:۰۰ ثبت شد. ۱۰ روز، از چهارشنبه ۴ آذر تا جمعه ۱۳ آذر. از جمعه ۱۳ آذر تا شنبه ۱۴ آذر اداره بسته است (آخر هفته، برف)؛ تاریخ پاسخ به یکشنبه ۱۵ آذر رفت. '
      + 'تقویم پس از ثبت عوض شد: تاریخ پاسخ از شنبه ۱۴ آذر به یکشنبه ۱۵ آذر رفت؛ علت: تعطیلی برای برف.',
    );
    assert.equal(
      words('en', clock, now).replace(/[\u2066-\u2069]/g, ''),
      'Filed on Tuesday 24 November, 10:00. 10 days, from Wednesday 25 November to Friday 4 December. The office is closed from Friday 4 December to Saturday 5 December (weekend, برف); the answer is due on Sunday 6 December. '
      + 'The calendar changed after filing: the answer date moved from Saturday 5 December to Sunday 6 December; reason: تعطیلی برای برف.',
    );
  });

  it('changes its mood at the shares that the ladder goes by, to the minute', () => {
    const events = logOf('P10D', ['filed', '2026-11-24T10:00'], ['taken', '2026-11-24T11:00']);
    const moodAt = (now: Date) => moodOf(clockOf({ events, calendar: alborz, place: {}, now }));
    const at = (share: number) => instantOfShare({ length: 'P10D', filedAt: tehran('2026-11-24T10:00'), calendar: alborz, place: {}, pauses: [], now: tehran('2026-11-24T10:00'), share })!;
    const before = (share: number) => new Date(at(share).getTime() - 60_000);
    assert.deepEqual([moodAt(at(0.5)), moodAt(before(0.8)), moodAt(at(0.8))], ['calm', 'calm', 'soon']);
    assert.equal(moodAt(at(1)), 'soon');
    assert.equal(moodAt(new Date(at(1).getTime() + 60_000)), 'late');
  });
});
