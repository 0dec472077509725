import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FirstResponse } from '../../src/contract/clock.ts';
import { firstResponseOf } from '../../src/rules/first-response.ts';
import type { EventType, RequestEvent } from '../../src/rules/lifecycle.ts';
import { usualTerms } from '../../src/rules/terms.ts';
import { alborz, tehran } from './support/calendar.ts';

const events = (terms: object | undefined, ...told: [EventType, string][]): RequestEvent[] =>
  [['filed', '2026-11-28T07:30'] as const, ...told].map(([type, at], i) => ({
    type, seq: i + 1, at: tehran(at).toISOString(), actor: { role: 'expert', id: null }, payload: type === 'filed' ? { calendarVersion: 1, ...(terms && { terms }) } : {},
  })) as RequestEvent[];
const twoDays = { ...usualTerms, firstResponse: 'PT14WH' };
const read = (now: string, log: RequestEvent[]) => firstResponseOf({ events: log, calendars: new Map([[1, alborz]]), place: {}, now: tehran(now) });

test('nothing is promised where the terms promise nothing, nor to what was filed without terms', () => {
  assert.equal(read('2026-11-29T10:00', events(usualTerms)), null);
  assert.equal(read('2026-11-29T10:00', events(undefined)), null);
});

test('it runs from filing on and is late after its due time', () => {
  const half = read('2026-11-28T14:30', events(twoDays));
  assert.deepEqual(FirstResponse.parse(half), half);
  assert.deepEqual(half, { length: 'PT14WH', dueAt: '2026-11-29T14:30:00+03:30', stoppedAt: null, shareUsed: 0.5, overdue: false });
  assert.equal(read('2026-11-29T14:30', events(twoDays))!.overdue, false);
  assert.equal(read('2026-11-29T14:31', events(twoDays))!.overdue, true);
});

for (const type of ['taken', 'takenOver', 'askedCitizen', 'inquired', 'answered', 'withdrawn'] as const) {
  test(`it stops with "${type}"`, () => {
    const { stoppedAt, shareUsed, overdue } = read('2026-12-20T10:00', events(twoDays, ['noted', '2026-11-28T08:00'], [type, '2026-11-28T14:30']))!;
    assert.deepEqual([stoppedAt, shareUsed, overdue], ['2026-11-28T14:30:00+03:30', 0.5, false]);
  });
}

for (const type of ['assigned', 'released', 'referred', 'noted', 'escalated', 'delayExplained'] as const) {
  test(`it does not stop with "${type}"`, () => {
    const { stoppedAt, overdue } = read('2026-12-20T10:00', events(twoDays, [type, '2026-11-28T14:30']))!;
    assert.deepEqual([stoppedAt, overdue], [null, true]);
  });
}

test('it never starts anew', () => {
  const log = events(twoDays, ['taken', '2026-11-28T14:30'], ['answered', '2026-11-29T08:00'], ['objected', '2026-11-30T08:00'], ['taken', '2026-12-10T08:00']);
  assert.equal(read('2026-12-20T10:00', log)!.stoppedAt, '2026-11-28T14:30:00+03:30');
});
