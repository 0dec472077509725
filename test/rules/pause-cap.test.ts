import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockOf } from '../../src/rules/clock.ts';
import type { EventType, RequestEvent } from '../../src/rules/lifecycle.ts';
import { pauseUntil } from '../../src/rules/pause-cap.ts';
import { usualTerms } from '../../src/rules/terms.ts';
import { alborz, tehran } from './support/calendar.ts';

const filed = (pauseCap: string | null) => ({
  offering: 'o', offeringVersion: 1, agency: 'a', kind: 'application', form: { id: 'f', version: 1 }, unit: null,
  policy: { source: 'singleWindow', length: 'P10D' }, calendarVersion: 1, dueAt: '', ...(pauseCap !== null && { terms: { ...usualTerms, pauseCap } }),
});
/** A request under a cap; questions are asked as the desk asks them. */
function asked(pauseCap: string | null, ...told: [EventType, string][]): RequestEvent[] {
  const events: RequestEvent[] = [];
  for (const [type, at] of told) {
    const payload = type === 'filed' ? filed(pauseCap) : type === 'askedCitizen' ? { pausedUntil: until(events, at).toISOString() } : {};
    events.push({ type, seq: events.length + 1, at: tehran(at).toISOString(), actor: { role: 'expert', id: null }, payload } as RequestEvent);
  }
  return events;
}
const until = (events: RequestEvent[], at: string): Date => pauseUntil({ events, calendar: alborz, place: {}, now: tehran(at) });
const start: [EventType, string][] = [['filed', '2026-11-28T09:00'], ['taken', '2026-11-28T09:10']];

describe('the time that a clock waits for the citizen', () => {
  test('is counted like a promise that begins with the question: over a weekend, over Nowruz, in clock hours', () => {
    assert.deepEqual(until(asked('P2WD', ...start), '2026-12-02T10:00'), tehran('2026-12-05T14:30'), 'Thursday and Saturday; Friday is not counted');
    assert.deepEqual(until(asked('P2WD', ['filed', '2026-03-14T09:00'], ['taken', '2026-03-14T09:10']), '2026-03-18T10:00'), tehran('2026-03-25T14:30'), 'Thursday 28 Esfand and, after the holidays, 5 Farvardin');
    assert.deepEqual(until(asked('PT48H', ...start), '2026-12-03T10:00'), tehran('2026-12-05T10:00'));
  });

  test('is the usual one for what was filed before terms were kept', () => {
    assert.deepEqual(until(asked(null, ...start), '2026-11-29T10:00'), until(asked(usualTerms.pauseCap, ...start), '2026-11-29T10:00'));
  });

  test('is one for all questions together: what was used is not given again', () => {
    const once = asked('PT48H', ...start, ['askedCitizen', '2026-11-29T10:00'], ['citizenReplied', '2026-11-30T08:00']);
    assert.deepEqual(until(once, '2026-12-01T09:00'), tehran('2026-12-02T11:00'), '22 hours are used, 26 are left');
    const twice = asked('PT48H', ...start, ['askedCitizen', '2026-11-29T10:00'], ['citizenReplied', '2026-11-30T08:00'], ['askedCitizen', '2026-12-01T09:00'], ['citizenReplied', '2026-12-02T09:00']);
    assert.deepEqual(until(twice, '2026-12-05T09:00'), tehran('2026-12-05T11:00'), 'two hours are left');
  });

  test('once used up is no time: a question then pauses nothing, and the due time stays', () => {
    const events = asked('PT48H', ...start, ['askedCitizen', '2026-11-29T10:00'], ['citizenReplied', '2026-12-02T12:00']);
    const before = clockOf({ events, calendar: alborz, place: {}, now: tehran('2026-12-02T12:00') });
    assert.deepEqual(until(events, '2026-12-03T09:00'), tehran('2026-12-03T09:00'));
    const again = asked('PT48H', ...start, ['askedCitizen', '2026-11-29T10:00'], ['citizenReplied', '2026-12-02T12:00'], ['askedCitizen', '2026-12-03T09:00']);
    const { state, dueAt } = clockOf({ events: again, calendar: alborz, place: {}, now: tehran('2026-12-05T09:00') });
    assert.deepEqual([state, dueAt], ['running', before.dueAt]);
  });

  test('is given anew to the clock of an objection', () => {
    const events = asked('PT48H', ...start, ['askedCitizen', '2026-11-29T10:00'], ['citizenReplied', '2026-12-02T12:00'], ['answered', '2026-12-05T09:00'], ['objected', '2026-12-06T09:00'], ['taken', '2026-12-06T09:30']);
    assert.deepEqual(until(events, '2026-12-06T10:00'), tehran('2026-12-08T10:00'));
  });
});
