import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { clockOf, instantOfShare } from '../../src/rules/clock.ts';
import { dutiesOf } from '../../src/rules/duties.ts';
import type { EventPayloads, EventType, RequestEvent } from '../../src/rules/lifecycle.ts';
import { usualTerms } from '../../src/rules/terms.ts';
import { alborz, tehran } from './support/calendar.ts';

const payload: EventPayloads['filed'] = {
  offering: 'o', offeringVersion: 1, agency: 'a', kind: 'application', form: { id: 'f', version: 1 }, unit: null,
  policy: { source: 'singleWindow', length: 'P10D' }, calendarVersion: 1, dueAt: '', terms: usualTerms,
};
type Told = [EventType, string, object?];
const log = (...told: Told[]): RequestEvent[] =>
  told.map(([type, at, own], i) => ({
    type, seq: i + 1, at: tehran(at).toISOString(), actor: { role: 'system', id: null }, payload: type === 'filed' ? { ...payload, ...own } : own ?? {},
  })) as RequestEvent[];
const duties = (now: string, ...told: Told[]) => dutiesOf({ events: log(...told), calendar: alborz, place: {}, now: tehran(now) });
const step = (share: number, level: number, round = 0, clock = 'answer'): Told[1] | object => ({ clock, round, share, level, to: level, vacant: [] });
const escalated = (at: string, share: number, level: number, round = 0): Told => ['escalated', at, step(share, level, round) as object];
const shares = ({ due }: ReturnType<typeof dutiesOf>) => due.map((duty) => (duty.duty === 'escalate' ? `${duty.clock} ${duty.share}` : duty.duty));

describe('the instant at which a share of a promise is used', () => {
  const lengths = ['P10D', 'P10WD', 'P2M', 'PT72H', 'PT24WH', 'PT30M'] as const;
  const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });

  test('is that at which the clock shows it, with pauses, and before it the clock shows less', () => {
    fc.assert(fc.property(fc.constantFrom(...lengths), fc.integer({ min: 0, max: 500 * 24 * 60 }), fc.array(fc.tuple(minutes, minutes), { maxLength: 3 }), fc.integer({ min: 1, max: 20 }),
      (length, start, gaps, part) => {
        const filedAt = new Date(tehran('2026-03-01T09:00').getTime() + start * 60_000);
        let at = filedAt.getTime();
        const events = log(['filed', '2026-03-01T09:00', { policy: { source: 'sheet', length } }], ['taken', '2026-03-01T09:00']);
        events.forEach((event) => Object.assign(event, { at: filedAt.toISOString() }));
        const pauses = gaps.map(([before, long]) => {
          const from = new Date((at += before * 60_000));
          const to = new Date((at += long * 60_000));
          events.push({ type: 'askedCitizen', at: from.toISOString(), payload: {} } as RequestEvent, { type: 'citizenReplied', at: to.toISOString(), payload: {} } as RequestEvent);
          return { from, to };
        });
        const share = part / 10;
        const instant = instantOfShare({ length, filedAt, calendar: alborz, place: {}, pauses, share, now: new Date(at) })!;
        const shown = (now: Date) => clockOf({ events: events.filter((event) => new Date(event.at) <= now), calendar: alborz, place: {}, now }).shareUsed;
        assert.ok(Math.abs(shown(instant) - share) <= 0.0002, `${shown(instant)} at the instant of ${share}`);
        const earlier = new Date(instant.getTime() - 60_000);
        if (earlier > filedAt) assert.ok(shown(earlier) <= share + 0.0001);
      }), { numRuns: 400 });
  });

  test('is the due time itself at the whole, and nobody knows it while the clock stands still', () => {
    const filedAt = tehran('2026-11-28T10:00');
    const at = { length: 'P10WD', filedAt, calendar: alborz, place: {}, now: tehran('2026-12-03T10:00') };
    const { dueAt } = clockOf({ events: log(['filed', '2026-11-28T10:00', { policy: { source: 'sheet', length: 'P10WD' } }]), ...at });
    assert.deepEqual(instantOfShare({ ...at, pauses: [], share: 1 }), new Date(dueAt));
    const pauses = [{ from: tehran('2026-12-02T10:00'), to: null }];
    assert.ok(instantOfShare({ ...at, pauses, share: 0.2 })! < pauses[0]!.from);
    assert.equal(instantOfShare({ ...at, pauses, share: 0.5 }), null);
    assert.equal(instantOfShare({ ...at, pauses, share: 1.5 }), null);
  });
});

describe('what time alone brings about', () => {
  const filed: Told = ['filed', '2026-11-28T10:00'];

  test('is each step of the ladder, at its instant, once', () => {
    const before = duties('2026-11-28T10:01', filed);
    assert.deepEqual(before.due, []);
    const half = before.wakeAt!;
    const at = (now: Date) => dutiesOf({ events: log(filed), calendar: alborz, place: {}, now });
    assert.deepEqual(shares(at(new Date(half.getTime() - 1))), []);
    assert.deepEqual(shares(at(half)), ['answer 0.5']);
    assert.deepEqual(shares(duties('2026-12-31T10:00', filed)), ['answer 0.5', 'answer 0.8', 'answer 1', 'answer 1.5'], 'all that nobody looked after, in their order');
    assert.deepEqual(shares(duties('2026-12-31T10:00', filed, escalated('2026-12-03T10:00', 0.5, 0), escalated('2026-12-06T10:00', 0.8, 1))), ['answer 1', 'answer 1.5']);
    assert.deepEqual(duties('2027-01-31T10:00', filed, ...[0.5, 0.8, 1, 1.5].map((share, level) => escalated('2027-01-30T10:00', share, level))), { due: [], wakeAt: null });
  });

  test('waits with the clock, up to the cap of a pause', () => {
    const until = '2026-12-05T14:30';
    const asked: Told[] = [filed, ['taken', '2026-11-28T11:00'], ['askedCitizen', '2026-11-29T10:00', { pausedUntil: tehran(until).toISOString() }]];
    assert.deepEqual(duties('2026-12-04T10:00', ...asked), { due: [], wakeAt: tehran(until) });
    const after = duties('2026-12-05T14:31', ...asked);
    assert.deepEqual(after.due, []);
    assert.ok(after.wakeAt! > tehran(until), 'the next step of the ladder, moved by the pause');
    assert.ok(after.wakeAt! > duties('2026-11-28T10:01', filed).wakeAt!);
  });

  test('goes for the first response too, until somebody turns to the request', () => {
    const promised: Told = ['filed', '2026-11-28T10:00', { terms: { ...usualTerms, firstResponse: 'P2WD' } }];
    assert.deepEqual(shares(duties('2026-12-01T10:00', promised)), ['firstResponse 0.5', 'firstResponse 0.8', 'firstResponse 1']);
    assert.deepEqual(shares(duties('2026-12-01T10:00', promised, ['taken', '2026-11-28T11:00'])), []);
    assert.deepEqual(shares(duties('2026-12-01T10:00', promised, ['assigned', '2026-11-28T11:00', { unit: null, assignee: null }])), ['firstResponse 0.5', 'firstResponse 0.8', 'firstResponse 1'], 'to be handed about is no response');
  });

  test('begins another round with an objection, and ends with the answer', () => {
    const told: Told[] = [filed, ['taken', '2026-11-28T11:00'], escalated('2026-12-03T10:00', 0.5, 0), ['answered', '2026-12-04T10:00', { outcome: 'rejected' }]];
    const answered = duties('2026-12-05T10:00', ...told);
    assert.deepEqual(answered.due, []);
    assert.deepEqual(answered.wakeAt, tehran('2026-12-14T14:30'), 'the end of the time to object: ten days');
    assert.deepEqual(shares(duties('2026-12-14T14:30', ...told)), ['close']);
    assert.deepEqual(duties('2027-12-14T14:30', ...told, ['closed', '2026-12-14T14:30']), { due: [], wakeAt: null });
    const again = duties('2027-01-31T10:00', ...told, ['objected', '2026-12-06T10:00']);
    assert.deepEqual(again.due.map((duty) => duty.duty === 'escalate' && [duty.round, duty.share]), [[1, 0.5], [1, 0.8], [1, 1], [1, 1.5]]);
    assert.deepEqual(duties('2027-01-31T10:00', filed, ['withdrawn', '2026-11-29T10:00']), { due: [], wakeAt: null });
  });
});
