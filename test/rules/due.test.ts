import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ExplanationStep } from '../../src/contract/clock.ts';
import { computeDue } from '../../src/rules/clock.ts';
import { isOpenAt, openIntervals, openMinutesBetween, wireInstant, type Place } from '../../src/rules/working-calendar.ts';
import { alborz, tehran, withClosure } from './support/calendar.ts';

const due = (policy: string, filed: string, options: { place?: Place; calendar?: typeof alborz; pauses?: [string, string | null][] } = {}) =>
  computeDue({
    policy, filedAt: tehran(filed), calendar: options.calendar ?? alborz, place: options.place ?? {},
    pauses: (options.pauses ?? []).map(([from, to]) => ({ from: tehran(from), to: to === null ? null : tehran(to) })),
  });
const dueAt = (...args: Parameters<typeof due>) => wireInstant(alborz, due(...args).dueAt).slice(0, 16);
const startedAt = (...args: Parameters<typeof due>) => wireInstant(alborz, due(...args).startedAt).slice(0, 16);
const steps = (explanation: ExplanationStep[]) => explanation.map(({ step }) => step).join(' ');

describe('P10D, calendar days', () => {
  test('at the close of office on the tenth day after the day of filing', () => {
    assert.equal(dueAt('P10D', '2026-11-28T10:12'), '2026-12-08T14:30');
    assert.equal(dueAt('P10D', '2026-11-28T00:00'), '2026-12-08T14:30');
    assert.equal(dueAt('P10D', '2026-11-28T23:59'), '2026-12-08T14:30', 'the day of filing is the day, whatever the hour');
    assert.equal(dueAt('P10D', '2026-11-27T10:00'), '2026-12-07T14:30', 'filed on a Friday');
  });
  test('a Thursday closes at its own time', () => {
    assert.equal(dueAt('P10D', '2026-11-30T10:12'), '2026-12-10T13:00');
  });
  test('a tenth day that is closed moves to the next open day, and says why', () => {
    const { dueAt: at, explanation } = due('P10D', '2026-03-12T10:00');
    assert.deepEqual(at, tehran('2026-03-25T14:30'));
    assert.deepEqual(explanation, [
      { step: 'filed', at: '2026-03-12T10:00:00+03:30' },
      { step: 'counted', length: 'P10D', firstDay: '2026-03-13', lastDay: '2026-03-22' },
      { step: 'closed', date: '2026-03-22', reason: 'holiday', title: 'عید نوروز و تعطیل عید فطر' },
      { step: 'closed', date: '2026-03-23', reason: 'holiday', title: 'عید نوروز' },
      { step: 'closed', date: '2026-03-24', reason: 'holiday', title: 'عید نوروز' },
      { step: 'dueMoved', from: '2026-03-22', to: '2026-03-25' },
      { step: 'due', at: '2026-03-25T14:30:00+03:30' },
    ] satisfies ExplanationStep[]);
  });
  test('a closure announced after filing moves it; one of another county does not', () => {
    const closed = (scope: object) => withClosure({ date: '2026-12-08', scope, kind: 'closed', hours: [], reason: 'برف' });
    assert.equal(dueAt('P10D', '2026-11-28T10:12', { calendar: closed({ province: 'alborz' }) }), '2026-12-09T14:30');
    const karaj = closed({ counties: ['karaj'] });
    assert.equal(dueAt('P10D', '2026-11-28T10:12', { calendar: karaj, place: { county: 'karaj' } }), '2026-12-09T14:30');
    assert.equal(dueAt('P10D', '2026-11-28T10:12', { calendar: karaj, place: { county: 'fardis' } }), '2026-12-08T14:30');
  });
  test('a day of remote work without hours is closed; a reduced day closes at its own hour', () => {
    assert.equal(dueAt('P10D', '2026-12-06T10:00', { place: { county: 'karaj' } }), '2026-12-17T13:00');
    assert.equal(dueAt('P10D', '2026-12-21T10:00', { place: { agency: 'gaz' } }), '2026-12-31T11:00');
  });
  test('a day of remote work with hours is open in those, and closes at their end', () => {
    const calendar = withClosure({ date: '2026-12-08', scope: { counties: ['karaj'] }, kind: 'remote', hours: [['09:00', '11:00']], reason: 'آلودگی هوا' });
    const place = { county: 'karaj' };
    assert.equal(dueAt('P10D', '2026-11-28T10:12', { calendar, place }), '2026-12-08T11:00');
    assert.deepEqual(openIntervals(calendar, '2026-12-08', place), [['09:00', '11:00']]);
    assert.deepEqual([tehran('2026-12-08T08:59'), tehran('2026-12-08T09:00'), tehran('2026-12-08T11:00')].map((instant) => isOpenAt(calendar, instant, place)), [false, true, false]);
    assert.equal(dueAt('P10D', '2026-11-28T10:12', { calendar, place: { county: 'fardis' } }), '2026-12-08T14:30');
  });
  test('the same day: by its close, or by the next one when it is over', () => {
    assert.equal(dueAt('P0D', '2026-11-28T10:00'), '2026-11-28T14:30');
    assert.equal(dueAt('P0D', '2026-11-28T06:00'), '2026-11-28T14:30');
    assert.equal(dueAt('P0D', '2026-11-28T14:30'), '2026-11-29T14:30');
    assert.equal(dueAt('P0D', '2026-11-26T13:00'), '2026-11-28T14:30');
  });
});

describe('P10WD, working days', () => {
  test('at the close of the tenth open day after the day of filing', () => {
    const { dueAt: at, explanation } = due('P10WD', '2026-11-28T10:12');
    assert.deepEqual(at, tehran('2026-12-09T14:30'));
    assert.deepEqual(explanation, [
      { step: 'filed', at: '2026-11-28T10:12:00+03:30' },
      { step: 'counted', length: 'P10WD', firstDay: '2026-11-29', lastDay: '2026-12-09' },
      { step: 'skipped', date: '2026-12-04', reason: 'weekend', title: null },
      { step: 'due', at: '2026-12-09T14:30:00+03:30' },
    ] satisfies ExplanationStep[]);
  });
  test('a Thursday is an open day in autumn and none in summer', () => {
    assert.equal(dueAt('P1WD', '2026-11-25T10:00'), '2026-11-26T13:00');
    assert.equal(dueAt('P1WD', '2026-07-01T10:00'), '2026-07-04T13:00');
  });
  test('filed after closing, at the closing minute or on a closed day counts as filed at the next opening', () => {
    assert.equal(startedAt('P1WD', '2026-11-28T14:29'), '2026-11-28T14:29');
    assert.equal(dueAt('P1WD', '2026-11-28T14:29'), '2026-11-29T14:30');
    for (const filed of ['2026-11-28T14:30', '2026-11-28T22:00', '2026-11-29T05:00']) {
      assert.equal(startedAt('P1WD', filed), '2026-11-29T07:30', filed);
      assert.equal(dueAt('P1WD', filed), '2026-11-30T14:30', filed);
    }
    assert.equal(startedAt('P1WD', '2026-11-27T10:00'), '2026-11-28T07:30');
    assert.equal(dueAt('P1WD', '2026-11-27T10:00'), '2026-11-29T14:30');
    assert.equal(steps(due('P1WD', '2026-11-27T10:00').explanation), 'filed closed startMoved counted due');
  });
  test('Nowruz and Fitr are not counted', () => {
    // Thursday 28 Esfand; then Friday, Nowruz and Fitr to 4 Farvardin; 5 Farvardin is the first open day.
    assert.equal(dueAt('P1WD', '2026-03-19T09:00'), '2026-03-25T14:30');
    // 12 and 13 Farvardin fall in between.
    assert.equal(dueAt('P10WD', '2026-03-19T09:00'), '2026-04-07T14:30');
    // Two days of Fitr 1405.
    assert.equal(dueAt('P1WD', '2027-03-08T09:00'), '2027-03-11T13:00');
  });
  test('every closed day that is passed over is named with its reason', () => {
    const { explanation } = due('P10WD', '2026-12-20T09:00', { calendar: alborz });
    assert.deepEqual(explanation.filter(({ step }) => step === 'skipped'), [
      { step: 'skipped', date: '2026-12-22', reason: 'holiday', title: 'ولادت امام علی' },
      { step: 'skipped', date: '2026-12-25', reason: 'weekend', title: null },
      { step: 'skipped', date: '2026-12-30', reason: 'closure', title: 'مدیریت مصرف انرژی' },
      { step: 'skipped', date: '2027-01-01', reason: 'weekend', title: null },
    ]);
  });
});

describe('PT72H, clock hours', () => {
  test('day and night, to the minute, closed or not', () => {
    assert.equal(dueAt('PT72H', '2026-03-19T22:17'), '2026-03-22T22:17');
    assert.equal(dueAt('PT30M', '2026-11-27T23:45'), '2026-11-28T00:15');
    assert.equal(startedAt('PT72H', '2026-03-19T22:17'), '2026-03-19T22:17');
  });
});

describe('PT24WH, working hours', () => {
  test('only open minutes count', () => {
    // Saturday from 10:12: 4 h 18 min, then 7 a day to Monday: 18:18; 5:42 of Tuesday.
    assert.equal(dueAt('PT24WH', '2026-11-28T10:12'), '2026-12-01T13:12');
  });
  test('a due time that falls on a closing is that closing', () => {
    assert.equal(dueAt('PT7WH', '2026-11-28T07:30'), '2026-11-28T14:30');
    assert.equal(dueAt('PT14WH', '2026-11-27T12:00'), '2026-11-29T14:30');
  });
  test('a Thursday is half a day', () => {
    assert.equal(dueAt('PT7WH', '2026-11-26T07:30'), '2026-11-28T09:00');
  });
  test('filed at the closing minute starts at the next opening', () => {
    assert.equal(startedAt('PT1WH', '2026-11-26T13:00'), '2026-11-28T07:30');
    assert.equal(dueAt('PT1WH', '2026-11-26T13:00'), '2026-11-28T08:30');
  });
  test('a place that never closes works through the night', () => {
    assert.equal(dueAt('PT24WH', '2026-11-27T10:12', { place: { hours: 'around-the-clock' } }), '2026-11-28T10:12');
  });
});

describe('P2M, Persian months', () => {
  test('the same day of the month, at the close of office', () => {
    assert.equal(dueAt('P2M', '2026-09-26T10:00'), '2026-11-25T14:30', '4 Mehr to 4 Azar');
  });
  test('a month that is shorter ends it, in a year that has no 30 Esfand too', () => {
    assert.equal(dueAt('P1M', '2026-09-22T10:00'), '2026-10-22T13:00', '31 Shahrivar to 30 Mehr, a Thursday');
    // 30 Bahman 1405 to 29 Esfand, a holiday; Nowruz after it.
    assert.equal(dueAt('P1M', '2027-02-19T10:00'), '2027-03-25T13:00');
  });
});

describe('pauses', () => {
  test('move the due time by exactly the paused working time', () => {
    assert.equal(dueAt('P10WD', '2026-11-28T10:12', { pauses: [['2026-11-30T09:00', '2026-11-30T12:00']] }), '2026-12-10T10:30');
    assert.equal(dueAt('PT24WH', '2026-11-28T10:12', { pauses: [['2026-11-29T10:00', '2026-11-29T11:00']] }), '2026-12-01T14:12');
    assert.equal(dueAt('P10D', '2026-11-28T10:12', { pauses: [['2026-11-30T07:30', '2026-11-30T14:30']] }), '2026-12-09T14:30');
  });
  test('in closed time move nothing', () => {
    assert.equal(dueAt('P10WD', '2026-11-28T10:12', { pauses: [['2026-12-03T13:00', '2026-12-05T07:30']] }), '2026-12-09T14:30');
  });
  test('of a clock that runs day and night count day and night', () => {
    assert.equal(dueAt('PT72H', '2026-11-28T10:00', { pauses: [['2026-11-28T20:00', '2026-11-29T06:00']] }), '2026-12-01T20:00');
  });
  test('add up; those that overlap count once', () => {
    const apart = dueAt('PT24WH', '2026-11-28T07:30', { pauses: [['2026-11-28T08:00', '2026-11-28T09:00'], ['2026-11-28T10:00', '2026-11-28T11:00']] });
    const over = dueAt('PT24WH', '2026-11-28T07:30', { pauses: [['2026-11-28T08:00', '2026-11-28T10:00'], ['2026-11-28T09:00', '2026-11-28T10:00']] });
    assert.equal(apart, '2026-12-01T12:30');
    assert.equal(over, apart);
  });
  test('that begin after the due time move nothing: late stays late', () => {
    assert.equal(dueAt('PT7WH', '2026-11-28T07:30', { pauses: [['2026-11-29T08:00', '2026-11-30T09:00']] }), '2026-11-28T14:30');
  });
  test('stand in the explanation, the open one without an end', () => {
    const { explanation } = due('P10D', '2026-11-28T10:12', { pauses: [['2026-11-29T08:00', '2026-11-29T09:00'], ['2026-11-30T08:00', null]] });
    assert.deepEqual(explanation.slice(-3, -1), [
      { step: 'paused', from: '2026-11-29T08:00:00+03:30', to: '2026-11-29T09:00:00+03:30' },
      { step: 'paused', from: '2026-11-30T08:00:00+03:30', to: null },
    ]);
  });
});

test('what is no length of a promise is refused', () => {
  for (const policy of ['P10', 'PT10D', 'P10H', '10D', 'PD', 'P-1D', 'PT5WD', '']) assert.throws(() => due(policy, '2026-11-28T10:00'), RangeError, policy);
});

const filing = fc.integer({ min: +tehran('2025-10-01T00:00') / 60_000, max: +tehran('2026-12-01T00:00') / 60_000 }).map((m) => new Date(m * 60_000));
const policies = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((n) => `P${n}D`), fc.integer({ min: 0, max: 25 }).map((n) => `P${n}WD`),
  fc.integer({ min: 0, max: 3 }).map((n) => `P${n}M`), fc.integer({ min: 1, max: 200 }).map((n) => `PT${n}WH`),
);
const places = fc.constantFrom<Place>({}, { county: 'karaj' }, { agency: 'gaz' }, { hours: 'police10' });
const compute = (policy: string, filedAt: Date, place: Place) => computeDue({ policy, filedAt, calendar: alborz, place });

test('what is filed later is never due earlier', () => {
  fc.assert(fc.property(filing, fc.integer({ min: 0, max: 20_000 }), policies, places, (at, minutes, policy, place) => {
    assert.ok(compute(policy, new Date(+at + minutes * 60_000), place).dueAt >= compute(policy, at, place).dueAt);
  }), { numRuns: 500 });
});
test('a longer promise is never due earlier', () => {
  fc.assert(fc.property(filing, fc.nat(30), fc.constantFrom('D', 'WD'), places, (at, n, unit, place) => {
    assert.ok(compute(`P${n + 1}${unit}`, at, place).dueAt >= compute(`P${n}${unit}`, at, place).dueAt);
    assert.ok(compute(`PT${n + 1}WH`, at, place).dueAt > compute(`PT${n}WH`, at, place).dueAt);
  }));
});
test('it is due after filing, in open time or at a closing', () => {
  fc.assert(fc.property(filing, policies, places, (at, policy, place) => {
    const { dueAt, startedAt } = compute(policy, at, place);
    assert.ok(dueAt > at && startedAt >= at && dueAt > startedAt);
    assert.ok(isOpenAt(alborz, new Date(+dueAt - 1), place), dueAt.toISOString());
  }), { numRuns: 500 });
});
test('working days add up', () => {
  fc.assert(fc.property(filing, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), places, (at, a, b, place) => {
    // The close of a day counts as the next opening, so the second stretch starts a day further on.
    const first = compute(`P${a}WD`, at, place).dueAt;
    assert.deepEqual(compute(`P${b}WD`, new Date(+first - 1), place).dueAt, compute(`P${a + b}WD`, at, place).dueAt);
  }));
});
test('calendar days add up: those of a later day are those of the day and the days between', () => {
  fc.assert(fc.property(filing, fc.nat(20), fc.nat(20), places, (at, a, b, place) => {
    // Iran has one offset all year: the same hour, so many days later.
    fc.pre(b > 0);
    assert.deepEqual(compute(`P${b}D`, new Date(+at + a * 86_400_000), place).dueAt, compute(`P${a + b}D`, at, place).dueAt);
  }), { numRuns: 300 });
});
test('working hours and clock hours add up', () => {
  fc.assert(fc.property(filing, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), places, fc.constantFrom('WH', 'H'), (at, a, b, place, unit) => {
    assert.deepEqual(compute(`PT${b}${unit}`, compute(`PT${a}${unit}`, at, place).dueAt, place).dueAt, compute(`PT${a + b}${unit}`, at, place).dueAt);
  }), { numRuns: 300 });
});
test('a pause moves the due time by its open minutes, no more and no less', () => {
  fc.assert(fc.property(filing, policies, places, fc.nat(5000), fc.integer({ min: 1, max: 9000 }), (at, policy, place, after, length) => {
    const plain = compute(policy, at, place);
    const from = new Date(+plain.startedAt + after * 60_000);
    fc.pre(from <= plain.dueAt);
    const to = new Date(+from + length * 60_000);
    const paused = computeDue({ policy, filedAt: at, calendar: alborz, place, pauses: [{ from, to }] });
    assert.equal(openMinutesBetween(alborz, plain.dueAt, paused.dueAt, place), openMinutesBetween(alborz, from, to, place));
  }), { numRuns: 300 });
});
test('the explanation begins with filing, ends with the due time, and skips each closed day once', () => {
  fc.assert(fc.property(filing, policies, places, (filedAt, policy, place) => {
    const { explanation, dueAt } = compute(policy, filedAt, place);
    assert.deepEqual(explanation[0], { step: 'filed', at: wireInstant(alborz, filedAt) });
    assert.deepEqual(explanation.at(-1), { step: 'due', at: wireInstant(alborz, dueAt) });
    const skipped = explanation.flatMap((step) => (step.step === 'skipped' ? [step.date] : []));
    assert.deepEqual(skipped, [...new Set(skipped)].sort());
  }));
});
