import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockOf } from '../../src/rules/clock.ts';
import { delayIn, expectedEnds } from '../../src/rules/delay.ts';
import type { EventPayloads, EventType, RequestEvent } from '../../src/rules/lifecycle.ts';
import { alborz, tehran } from './support/calendar.ts';

const payload: EventPayloads['filed'] = {
  offering: 'o', offeringVersion: 1, agency: 'a', kind: 'application', form: { id: 'f', version: 1 }, unit: null,
  policy: { source: 'singleWindow', length: 'P10D' }, calendarVersion: 1, dueAt: '',
};
type Told = [EventType, string, object?];
// Due on Tuesday 2026-12-01 at 14:30: the tenth day after the day of filing.
const filed: Told = ['filed', '2026-11-21T09:00'];
const taken: Told = ['taken', '2026-11-21T10:00'];
const told = (at: string, expected: string): Told => ['delayExplained', at, { reason: 'visit-due', expected: tehran(expected).toISOString() }];
const log = (...events: Told[]): RequestEvent[] => events.map(([type, at, own], i) => ({
  type, seq: i + 1, at: tehran(at).toISOString(), actor: { role: 'system', id: null }, payload: type === 'filed' ? payload : own ?? {},
})) as RequestEvent[];
const at = (now: string, ...more: Told[]) => {
  const events = log(filed, taken, ...more);
  return delayIn(events, clockOf({ events, calendar: alborz, place: {}, now: tehran(now) }), tehran(now));
};
const stateAt = (now: string, ...more: Told[]) => at(now, ...more)?.state ?? null;

describe('a delay, told from the events', () => {
  test('there is none while the promised time has not passed, and an unexplained one from then on', () => {
    assert.equal(stateAt('2026-12-01T14:30'), null);
    assert.deepEqual(at('2026-12-01T14:31'), { reason: null, expected: null, at: null, state: 'unexplained' });
    // An answer that came late, too.
    assert.equal(stateAt('2026-12-20T09:00', ['answered', '2026-12-02T09:00', { outcome: 'done' }]), 'unexplained');
    assert.equal(stateAt('2026-12-20T09:00', ['answered', '2026-12-01T14:30', { outcome: 'done' }]), null);
  });

  test('is told in time before the promised time, late from that moment on', () => {
    assert.deepEqual(at('2026-12-01T10:00', told('2026-12-01T09:00', '2026-12-08T14:30')), {
      reason: 'visit-due', expected: tehran('2026-12-08T14:30').toISOString(), at: tehran('2026-12-01T09:00').toISOString(), state: 'inTime',
    });
    assert.equal(stateAt('2026-12-05T10:00', told('2026-12-01T14:29', '2026-12-08T14:30')), 'inTime');
    assert.equal(stateAt('2026-12-05T10:00', told('2026-12-01T14:30', '2026-12-08T14:30')), 'late');
  });

  test('has lapsed when the new date has passed as well, unless another was told before it', () => {
    const first = told('2026-12-01T09:00', '2026-12-08T14:30');
    assert.equal(stateAt('2026-12-08T14:30', first), 'inTime');
    assert.equal(stateAt('2026-12-08T14:31', first), 'lapsed');
    assert.equal(stateAt('2026-12-10T09:00', first, told('2026-12-08T09:00', '2026-12-15T14:30')), 'inTime');
    assert.equal(stateAt('2026-12-10T09:00', first, told('2026-12-09T09:00', '2026-12-15T14:30')), 'late');
    assert.equal(stateAt('2026-12-30T09:00', first, ['answered', '2026-12-09T09:00', { outcome: 'done' }]), 'lapsed');
  });

  test('is none when the answer came in time all the same, and begins anew with an objection', () => {
    const explained = told('2026-11-28T09:00', '2026-12-08T14:30');
    assert.equal(stateAt('2026-12-20T09:00', explained, ['answered', '2026-11-30T09:00', { outcome: 'done' }]), null);
    assert.equal(stateAt('2026-12-05T09:00', explained, ['answered', '2026-11-30T09:00', { outcome: 'done' }], ['objected', '2026-12-01T09:00']), null);
    assert.equal(stateAt('2027-01-20T09:00', explained, ['answered', '2026-11-30T09:00', { outcome: 'done' }], ['objected', '2026-12-01T09:00']), 'unexplained');
  });
});

describe('dates by which a late answer may be expected', () => {
  const ends = (now: string, ...more: Told[]) => expectedEnds({ events: log(filed, taken, ...more), calendar: alborz, place: {} }, tehran('2026-12-01T14:30'), tehran(now));
  const text = (date: Date | undefined) => date && new Date(date.getTime() + 3.5 * 3_600_000).toISOString().slice(0, 16);

  test('are ends of office hours after the promised time, on open days alone', () => {
    const found = ends('2026-11-25T10:00').map(text);
    // Wednesday 2, a shorter Thursday 3, no Friday 4, Saturday 5.
    assert.deepEqual(found.slice(0, 3), ['2026-12-02T14:30', '2026-12-03T13:00', '2026-12-05T14:30']);
  });

  test('come after today where the promised time has passed, and after what was told before', () => {
    assert.equal(text(ends('2026-12-06T10:00')[0]), '2026-12-07T14:30');
    assert.equal(text(ends('2026-12-06T10:00', told('2026-12-01T09:00', '2026-12-08T14:30'))[0]), '2026-12-09T14:30');
  });
});
