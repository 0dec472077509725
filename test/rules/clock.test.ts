import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Clock, type Policy } from '../../src/contract/clock.ts';
import type { Duration } from '../../src/contract/offering.ts';
import { choosePolicy, clockOf } from '../../src/rules/clock.ts';
import type { EventPayloads, EventType, RequestEvent } from '../../src/rules/lifecycle.ts';
import { usualTerms } from '../../src/rules/terms.ts';
import { wireInstant } from '../../src/rules/working-calendar.ts';
import { alborz, tehran } from './support/calendar.ts';

const singleWindow: Policy = { source: 'singleWindow', length: 'P10D' };
const filedPayload: EventPayloads['filed'] = {
  offering: 'o', offeringVersion: 1, agency: 'a', kind: 'application', form: { id: 'f', version: 1 }, unit: null,
  policy: singleWindow, calendarVersion: 1, dueAt: '',
};
type Told = [EventType, string, object?];
const log = (...told: Told[]): RequestEvent[] =>
  told.map(([type, at, payload], i) => ({
    type, seq: i + 1, at: tehran(at).toISOString(), actor: { role: 'expert', id: null }, payload: payload ?? (type === 'filed' ? filedPayload : {}),
  })) as RequestEvent[];
/** As if the request had been filed under this policy. */
const under = (policy: Policy, events: RequestEvent[]): RequestEvent[] =>
  events.map((event) => (event.type === 'filed' ? { ...event, payload: { ...event.payload, policy } } : event));
const clock = (now: string, events: RequestEvent[], policy = singleWindow) =>
  clockOf({ events: under(policy, events), calendar: alborz, place: {}, now: tehran(now) });

describe('choosePolicy', () => {
  const choose = (time: Duration | null, kind: 'application' | 'complaint' = 'application', filed = '2026-11-28T10:12') =>
    choosePolicy({ kind, terms: usualTerms, time, filedAt: tehran(filed), calendar: alborz, place: {} });
  test('10 days, or 72 hours for a complaint', () => {
    assert.deepEqual(choose(null).policy, { source: 'singleWindow', length: 'P10D' });
    assert.deepEqual(choose(null, 'complaint').policy, { source: 'complaint', length: 'PT72H' });
    assert.deepEqual(choose(null, 'complaint').dueAt, tehran('2026-12-01T10:12'));
  });
  test("the sheet's own promise when it is due earlier", () => {
    assert.deepEqual(choose({ min: null, max: 3, unit: 'workDay' }).policy, { source: 'sheet', length: 'P3WD' });
    assert.deepEqual(choose({ min: 10, max: 20, unit: 'minute' }).policy, { source: 'sheet', length: 'PT20M' });
    assert.deepEqual(choose({ min: null, max: 24, unit: 'workHour' }).policy, { source: 'sheet', length: 'PT24WH' });
    assert.deepEqual(choose({ min: null, max: 1.5, unit: 'hour' }).policy, { source: 'sheet', length: 'PT90M' });
    assert.deepEqual(choose({ min: null, max: 0.5, unit: 'day' }).policy, { source: 'sheet', length: 'PT12H' });
  });
  test('never when it is due later or at the same time', () => {
    const longer = { ...usualTerms, singleWindow: 'P20D', complaint: 'PT96H' };
    const asked = { time: null, filedAt: tehran('2026-11-28T10:12'), calendar: alborz, place: {}, terms: longer };
    assert.deepEqual([choosePolicy({ ...asked, kind: 'complaint' }).policy.length, choosePolicy({ ...asked, kind: 'application' }).policy.length], ['PT96H', 'P20D']);
    for (const time of [{ min: null, max: 2, unit: 'month' }, { min: null, max: 10, unit: 'day' }, { min: null, max: 15, unit: 'workDay' }] as const) {
      assert.equal(choose(time).policy.source, 'singleWindow');
    }
    assert.equal(choose({ min: null, max: 5, unit: 'day' }, 'complaint').policy.source, 'complaint');
  });
  test('ten working days over Nowruz are later than ten days, nine in a quiet month earlier', () => {
    assert.equal(choose({ min: null, max: 10, unit: 'workDay' }, 'application', '2026-03-19T09:00').policy.source, 'singleWindow');
    assert.equal(choose({ min: null, max: 8, unit: 'workDay' }).policy.source, 'sheet');
  });
});

describe('clockOf', () => {
  test('running, and in the form of the contract', () => {
    const c = clock('2026-12-03T12:21', log(['filed', '2026-11-28T10:12'], ['taken', '2026-11-29T09:00']));
    assert.deepEqual(Clock.parse(c), c);
    assert.equal(c.state, 'running');
    assert.equal(c.dueAt, '2026-12-08T14:30:00+03:30');
    assert.equal(c.shareUsed, 0.5, 'calendar days: half of the elapsed time');
    assert.equal(c.overdue, false);
  });
  test('at the due minute it is not late, a moment later it is', () => {
    const events = log(['filed', '2026-11-28T10:12']);
    assert.deepEqual([clock('2026-12-08T14:30', events).shareUsed, clock('2026-12-08T14:30', events).overdue], [1, false]);
    assert.equal(clock('2026-12-08T14:31', events).overdue, true);
    assert.equal(clock('2026-12-18T18:48', events).shareUsed, 2, 'as long again as was promised');
  });
  test('working time is measured where only it counts', () => {
    const events = log(['filed', '2026-11-28T07:30']);
    const sheet: Policy = { source: 'sheet', length: 'PT14WH' };
    assert.equal(clock('2026-11-28T14:30', events, sheet).shareUsed, 0.5);
    assert.equal(clock('2026-11-29T03:00', events, sheet).shareUsed, 0.5, 'the night uses nothing up');
    assert.equal(clock('2026-11-30T14:30', events, sheet).shareUsed, 1.5);
  });
  test('waiting for the citizen it stands still and the due time moves along', () => {
    const events = log(['filed', '2026-11-28T07:30'], ['taken', '2026-11-28T08:00'], ['askedCitizen', '2026-11-28T14:30']);
    const sheet: Policy = { source: 'sheet', length: 'PT14WH' };
    const c = clock('2026-11-30T10:30', events, sheet);
    assert.equal(c.state, 'paused');
    assert.equal(c.pausedSince, '2026-11-28T14:30:00+03:30');
    assert.equal(c.shareUsed, 0.5);
    assert.equal(c.dueAt, '2026-12-01T10:30:00+03:30', '14 hours, and the 10 that were paused');
    assert.deepEqual(c.explanation.at(-2), { step: 'paused', from: '2026-11-28T14:30:00+03:30', to: null });
  });
  test('after the reply it runs on from where it stood', () => {
    const events = log(['filed', '2026-11-28T07:30'], ['taken', '2026-11-28T08:00'], ['askedCitizen', '2026-11-28T14:30'], ['citizenReplied', '2026-11-30T10:30']);
    const sheet: Policy = { source: 'sheet', length: 'PT14WH' };
    const c = clock('2026-11-30T14:00', events, sheet);
    assert.deepEqual([c.state, c.pausedSince, c.dueAt, c.shareUsed], ['running', null, '2026-12-01T10:30:00+03:30', 0.75]);
  });
  test('a pause with a cap ends at the cap', () => {
    const events = log(['filed', '2026-11-28T07:30'], ['taken', '2026-11-28T08:00'], ['askedCitizen', '2026-11-29T07:30', { pausedUntil: tehran('2026-11-29T14:30').toISOString() }]);
    assert.equal(clock('2026-11-29T10:00', events).state, 'paused');
    const c = clock('2026-12-05T10:00', events);
    assert.deepEqual([c.state, c.pausedSince, c.paused, c.dueAt], ['running', null, undefined, '2026-12-09T14:30:00+03:30']);
    assert.deepEqual(c.explanation.at(-2), {
      step: 'paused', from: '2026-11-29T07:30:00+03:30', to: '2026-11-29T14:30:00+03:30', until: '2026-11-29T14:30:00+03:30',
    });
  });
  test('it says since when it stands still, for whom, and until when at most', () => {
    const events = log(['filed', '2026-11-28T07:30'], ['taken', '2026-11-28T08:00'], ['askedCitizen', '2026-11-29T07:30', { pausedUntil: tehran('2026-12-01T14:30').toISOString() }]);
    assert.deepEqual(clock('2026-11-29T10:00', events).paused, { since: '2026-11-29T07:30:00+03:30', until: '2026-12-01T14:30:00+03:30', why: 'citizen' });
    assert.equal(clock('2026-11-29T10:00', log(['filed', '2026-11-28T07:30'], ['taken', '2026-11-28T08:00'], ['askedCitizen', '2026-11-29T07:30'])).paused?.until, null, 'of an older gateway');
  });
  test('waiting for another agency it goes on', () => {
    const c = clock('2026-12-03T12:21', log(['filed', '2026-11-28T10:12'], ['taken', '2026-11-29T09:00'], ['inquired', '2026-11-29T09:10', { unit: 'u' }]));
    assert.deepEqual([c.state, c.shareUsed, c.dueAt], ['running', 0.5, '2026-12-08T14:30:00+03:30']);
  });
  test('the answer stops it, also one that comes while it is paused', () => {
    const c = clock('2027-01-20T10:00', log(['filed', '2026-11-28T10:12'], ['taken', '2026-11-29T09:00'], ['answered', '2026-12-03T12:21', { outcome: 'done' }]));
    assert.deepEqual([c.state, c.stoppedAt, c.shareUsed, c.overdue], ['stopped', '2026-12-03T12:21:00+03:30', 0.5, false]);
    const paused = clock('2027-01-20T10:00', log(['filed', '2026-11-28T10:12'], ['taken', '2026-11-29T09:00'], ['askedCitizen', '2026-12-03T12:21'], ['answered', '2026-12-05T09:00', { outcome: 'rejected' }]));
    assert.deepEqual([paused.state, paused.pausedSince, paused.shareUsed], ['stopped', null, 0.5]);
  });
  test('a late answer stays late; a withdrawal stops', () => {
    assert.equal(clock('2027-01-20T10:00', log(['filed', '2026-11-28T10:12'], ['taken', '2026-11-29T09:00'], ['answered', '2026-12-09T08:00', { outcome: 'done' }])).overdue, true);
    assert.equal(clock('2027-01-20T10:00', log(['filed', '2026-11-28T10:12'], ['withdrawn', '2026-11-29T09:00'])).state, 'stopped');
  });
  test('an objection starts a new clock', () => {
    const c = clock('2026-12-06T10:00', log(['filed', '2026-11-28T10:12'], ['taken', '2026-11-29T09:00'], ['answered', '2026-12-01T09:00', { outcome: 'rejected' }], ['objected', '2026-12-05T10:00']));
    assert.deepEqual([c.state, c.stoppedAt, c.startedAt, c.dueAt], ['running', null, '2026-12-05T10:00:00+03:30', '2026-12-15T14:30:00+03:30']);
  });
  test('the share never falls as time goes on, stands still in pauses and is 1 when due', () => {
    const minutes = fc.integer({ min: 1, max: 6000 });
    fc.assert(fc.property(minutes, minutes, minutes, minutes, fc.constantFrom('P10D', 'P10WD', 'PT72H', 'PT24WH', 'P1M'), (a, b, c, d, length) => {
      const start = tehran('2026-11-28T09:00');
      let at = 0;
      const times = [a, b, c, d].map((step) => wireInstant(alborz, new Date(+start + (at += step) * 60_000)).slice(0, 16)) as [string, string, string, string];
      const events = under({ source: 'sheet', length }, log(['filed', '2026-11-28T09:00'], ['taken', '2026-11-28T09:00'], ['askedCitizen', times[0]], ['citizenReplied', times[1]], ['askedCitizen', times[2]], ['citizenReplied', times[3]]));
      let before = 0;
      for (let m = 0; m < 30_000; m += 997) {
        const now = new Date(+start + m * 60_000);
        const known = events.filter((event) => new Date(event.at) <= now);
        const { shareUsed } = clockOf({ events: known, calendar: alborz, place: {}, now });
        assert.ok(shareUsed >= before, `${shareUsed} after ${before}`);
        before = shareUsed;
      }
      const { dueAt } = clockOf({ events, calendar: alborz, place: {}, now: start });
      if (new Date(dueAt) > new Date(events.at(-1)!.at)) {
        assert.equal(clockOf({ events, calendar: alborz, place: {}, now: new Date(dueAt) }).shareUsed, 1);
      }
    }), { numRuns: 60 });
  });
});
