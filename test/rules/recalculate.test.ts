import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { WorkingCalendar } from '../../src/contract/calendar.ts';
import { Clock, type ExplanationStep } from '../../src/contract/clock.ts';
import { readCalendarFile } from '../../src/rules/calendar-file.ts';
import { calendarIn } from '../../src/rules/clock-events.ts';
import { clockOf } from '../../src/rules/clock.ts';
import { firstResponseOf } from '../../src/rules/first-response.ts';
import type { EventPayloads, EventType, RequestEvent } from '../../src/rules/lifecycle.ts';
import { recalculate, type Moved } from '../../src/rules/recalculate.ts';
import { usualTerms } from '../../src/rules/terms.ts';
import { dateOfDay, isOpenAt } from '../../src/rules/working-calendar.ts';
import { alborz, rawCalendar, tehran, withClosure } from './support/calendar.ts';

/** Closed on Thursdays. */
const isfahan = readCalendarFile(rawCalendar('isfahan'), 1);

const payload: EventPayloads['filed'] = {
  offering: 'o', offeringVersion: 1, agency: 'a', kind: 'application', form: { id: 'f', version: 1 }, unit: null,
  policy: { source: 'sheet', length: 'P10WD' }, calendarVersion: 1, dueAt: '', terms: usualTerms,
};
type Told = [EventType, string | Date, object?];
const log = (...told: Told[]): RequestEvent[] =>
  told.map(([type, at, own], i) => ({
    type, seq: i + 1, at: (at instanceof Date ? at : tehran(at)).toISOString(), actor: { role: 'system', id: null }, payload: type === 'filed' ? { ...payload, ...own } : own ?? {},
  })) as RequestEvent[];
const closed = (date: string, scope: WorkingCalendar['closures'][number]['scope'] = { province: 'alborz' }): WorkingCalendar =>
  withClosure({ date, scope, kind: 'closed', hours: [], reason: 'آلودگی هوا' });
/** With this policy, filed on Saturday 28 November at ten. */
const filed = (length: string, more = {}): Told => ['filed', '2026-11-28T10:00', { policy: { source: 'sheet', length }, ...more }];
const move = (now: string, newer: WorkingCalendar, ...told: Told[]) => recalculate({ events: log(...told), calendar: alborz, newer, place: {}, now: tehran(now) });
const short = (moved: Moved | null) => moved && [moved.before.slice(0, 16), moved.dueAt.slice(0, 16)];
const why = 'آلودگی هوا';
const recomputed = (at: string, moved: Moved, calendarVersion = 2): Told => ['dueRecomputed', at, { why, calendarVersion, ...moved }];

describe('an edit of the calendar', () => {
  const told = filed('P10WD');
  test('moves a due time by the day that is closed now', () => {
    assert.deepEqual(short(move('2026-11-30T09:00', closed('2026-12-02'), told)), ['2026-12-09T14:30', '2026-12-10T13:00']);
    assert.deepEqual(short(move('2026-12-03T09:00', closed('2026-12-02'), told)), ['2026-12-09T14:30', '2026-12-10T13:00'], 'also one that has passed');
  });
  test('moves nothing where it touches no day of the promise, another county, or a clock that stopped', () => {
    assert.equal(move('2026-11-30T09:00', closed('2026-12-30'), told), null);
    assert.equal(move('2026-11-30T09:00', closed('2026-12-02', { counties: ['karaj'] }), told), null);
    assert.equal(move('2026-11-30T12:00', closed('2026-12-02'), told, ['taken', '2026-11-29T09:00'], ['answered', '2026-11-30T11:00', { outcome: 'done' }]), null);
    assert.equal(move('2026-11-30T12:00', closed('2026-12-02'), filed('PT72H')), null, 'elapsed hours run on closed days');
  });
  test('never makes anybody late: what would have been due already stays', () => {
    // The day was closed when it was filed, and is said to have been open after all.
    const back = (now: string) => recalculate({ events: log(told), calendar: closed('2026-12-02'), newer: alborz, place: {}, now: tehran(now) });
    assert.deepEqual(short(back('2026-12-09T14:29')), ['2026-12-10T13:00', '2026-12-09T14:30']);
    assert.equal(back('2026-12-09T14:30'), null);
    assert.equal(back('2026-12-10T09:00'), null);
  });
  test('reaches a clock that stands still as soon as the days ahead differ', () => {
    const asked: Told[] = [filed('P2WD'), ['taken', '2026-11-28T10:30'], ['askedCitizen', '2026-11-29T09:00']];
    const now = '2026-11-29T09:00';
    assert.deepEqual(short(move(now, closed('2026-12-09'), ...asked)), ['2026-11-30T14:30', '2026-11-30T14:30'], 'not moved yet');
    assert.equal(move(now, { ...alborz, version: 2 }, ...asked), null);
    assert.equal(move(now, closed('2026-12-09', { agencies: ['other'] }), ...asked), null);
  });
  test('counts for the first response too, and no more once somebody turned to the request', () => {
    const terms = { ...usualTerms, firstResponse: 'P2WD' };
    const one = filed('P10D', { terms });
    const moved = move('2026-11-28T12:00', closed('2026-11-29'), one)!;
    assert.equal(moved.before, moved.dueAt, 'the answer is due when it was');
    const calendars = new Map([[1, alborz], [2, closed('2026-11-29')]]);
    const due = (...events: Told[]) => firstResponseOf({ events: log(one, ...events), calendars, place: {}, now: tehran('2026-12-01T15:00') })!.dueAt.slice(0, 16);
    assert.equal(due(), '2026-11-30T14:30');
    assert.equal(due(recomputed('2026-11-28T12:00', moved)), '2026-12-01T14:30');
    assert.equal(due(['taken', '2026-11-28T11:00'], recomputed('2026-11-28T12:00', moved)), '2026-11-30T14:30');
    assert.equal(move('2026-11-28T12:00', closed('2026-11-29'), one, ['taken', '2026-11-28T11:00']), null);
    assert.equal(recalculate({ events: log(one), calendar: closed('2026-11-29'), newer: alborz, place: {}, now: tehran('2026-12-01T09:00') }), null, 'nor is it made late');
  });
});

describe('a clock that was counted anew', () => {
  const moved = move('2026-11-30T09:00', closed('2026-12-02'), filed('P10WD'))!;
  const steps = (events: RequestEvent[], calendar = closed('2026-12-02')): ExplanationStep[] => {
    const clock = clockOf({ events, calendar, place: {}, now: tehran('2026-12-03T09:00') });
    assert.deepEqual(Clock.parse(clock), clock);
    return clock.explanation.filter(({ step }) => step === 'recalculated' || step === 'paused' || step === 'due');
  };
  test('runs by the version that the last edit names, and says from where to where and why', () => {
    const events = log(filed('P10WD'), recomputed('2026-11-30T09:00', moved));
    assert.deepEqual([calendarIn(events.slice(0, 1)), calendarIn(events)], [1, 2]);
    assert.deepEqual(steps(events), [
      { step: 'recalculated', at: '2026-11-30T09:00:00+03:30', from: '2026-12-09T14:30:00+03:30', to: '2026-12-10T13:00:00+03:30', why },
      { step: 'due', at: '2026-12-10T13:00:00+03:30' },
    ]);
  });
  test('tells pauses and edits in the order in which they came; an edit that moved nothing is not told, nor one of a clock before an objection', () => {
    const asked: Told[] = [['taken', '2026-11-28T10:30'], ['askedCitizen', '2026-11-29T09:00'], ['citizenReplied', '2026-11-29T10:00']];
    const unmoved = { before: moved.dueAt, dueAt: moved.dueAt };
    assert.deepEqual(steps(log(filed('P10WD'), ...asked, recomputed('2026-11-30T09:00', moved), recomputed('2026-11-30T10:00', unmoved, 3))).map(({ step }) => step), ['paused', 'recalculated', 'due']);
    const again = log(filed('P10WD'), recomputed('2026-11-28T10:10', moved), ['taken', '2026-11-28T10:30'], ['answered', '2026-11-28T11:00', { outcome: 'done' }], ['objected', '2026-11-28T12:00']);
    assert.deepEqual(steps(again).map(({ step }) => step), ['due']);
    assert.equal(calendarIn(again), 2, 'the days that are known stay known');
  });
  test('property: counted anew, it is due when the newer calendar says, in open time, after the present, and a second look moves nothing', () => {
    const lengths = ['P10D', 'P10WD', 'P2WD', 'PT24WH', 'P2M', 'PT72H'] as const;
    const day = fc.integer({ min: 0, max: 120 }).map((n) => dateOfDay(20_780 + n));
    fc.assert(fc.property(fc.constantFrom(alborz, isfahan), fc.constantFrom(...lengths), fc.integer({ min: 0, max: 60 * 24 * 60 }), fc.array(day, { maxLength: 3 }), fc.array(day, { maxLength: 3 }), fc.integer({ min: 0, max: 20 * 24 * 60 }),
      (base, length, start, before, after, passed) => {
        const of = (days: string[], version: number): WorkingCalendar =>
          ({ ...base, version, closures: days.map((date) => ({ date, scope: { province: base.province }, kind: 'closed', hours: [], reason: why })) });
        const [calendar, newer] = [of(before, 1), of(after, 2)];
        const filedAt = new Date(tehran('2026-11-20T00:00').getTime() + start * 60_000);
        const now = new Date(filedAt.getTime() + passed * 60_000);
        const events = log(['filed', filedAt, { policy: { source: 'sheet', length } }]);
        const [old, next] = [calendar, newer].map((by) => clockOf({ events, calendar: by, place: {}, now }).dueAt) as [string, string];
        const found = recalculate({ events, calendar, newer, place: {}, now });
        assert.deepEqual(found, old !== next && new Date(next) > now ? { before: old, dueAt: next } : null);
        if (!found) return;
        const later = [...events, ...log(['dueRecomputed', now, { why, calendarVersion: 2, ...found }])];
        const clock = clockOf({ events: later, calendar: newer, place: {}, now });
        assert.deepEqual([clock.dueAt, clock.overdue], [found.dueAt, false]);
        if (length !== 'PT72H') assert.ok(isOpenAt(newer, new Date(new Date(found.dueAt).getTime() - 60_000), {}));
        assert.equal(recalculate({ events: later, calendar: newer, newer: { ...newer, version: 3 }, place: {}, now }), null);
      }), { numRuns: 300 });
  });
});
