import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { WorkingCalendar } from '../../src/contract/calendar.ts';
import {
  addOpenMinutes, currentClosing, isOpenAt, nextOpening, openIntervals, openMinutesBetween, wireInstant, type Place,
} from '../../src/rules/working-calendar.ts';
import { alborz, tehran, withClosure } from './support/calendar.ts';

const office: Place = {};
const hours = (date: string, place: Place = office, calendar = alborz) => openIntervals(calendar, date, place).map((i) => i.join('-')).join(' ');

test('office hours are those of the decree in force', () => {
  assert.equal(hours('2025-12-21'), '07:30-14:30');
  assert.equal(hours('2025-12-22'), '08:00-14:00');
  assert.equal(hours('2026-06-06'), '06:00-13:00');
  assert.equal(hours('2026-09-06'), '06:00-13:00');
  assert.equal(hours('2026-09-07'), '07:30-14:30');
});

test('Thursday has hours of its own, Friday none', () => {
  assert.equal(hours('2026-11-26'), '07:30-13:00');
  assert.equal(hours('2026-07-02'), '', 'summer Thursday');
  assert.equal(hours('2026-11-27'), '');
  assert.equal(hours('2026-11-26', { hours: 'police10' }), '08:00-13:00');
});

test('holidays of the sun come by rule, in every year', () => {
  for (const date of ['2026-03-21', '2026-03-24', '2026-04-01', '2026-04-02', '2027-03-21', '2028-02-11']) assert.equal(hours(date), '', date);
  assert.equal(hours('2026-03-25'), '07:30-14:30', '5 Farvardin is a working day');
  // 1403 was a leap year: 30 Esfand exists in it and is a holiday; 1404 had none.
  const old: WorkingCalendar = { ...alborz, weeklyHours: [{ ...alborz.weeklyHours[0]!, from: '2025-01-01' }] };
  assert.equal(hours('2025-03-20', office, old), '');
});

test('a holiday of the sun may begin or end with a year', () => {
  const calendar: WorkingCalendar = {
    ...alborz, solarHolidays: [...alborz.solarHolidays, { month: 9, day: 10, title: 'تازه', fromYear: 1406 }, { month: 9, day: 11, title: 'کهنه', untilYear: 1405 }],
  };
  assert.equal(hours('2026-12-01', office, calendar), '07:30-14:30');
  assert.equal(hours('2026-12-02', office, calendar), '');
  assert.equal(hours('2027-12-01', office, calendar), '');
  assert.equal(hours('2027-12-02', office, calendar), '07:30-13:00', 'a Thursday again');
});

test('a day may have several stretches; between them it is closed', () => {
  const week = alborz.weeklyHours.at(-1)!;
  const calendar: WorkingCalendar = {
    ...alborz, weeklyHours: [{ ...week, from: '2025-09-23', toExclusive: null, hours: { ...week.hours, Sat: [['14:00', '17:00'], ['07:30', '12:00'], ['12:00', '12:30']] } }],
  };
  // Written in any order; stretches that meet are one.
  assert.equal(hours('2026-11-28', office, calendar), '07:30-12:30 14:00-17:00');
  const at = (time: string) => tehran(`2026-11-28T${time}`);
  assert.deepEqual(['07:29', '07:30', '12:29', '12:30', '13:59', '14:00', '16:59', '17:00'].map((time) => isOpenAt(calendar, at(time), office)), [false, true, true, false, false, true, true, false]);
  assert.deepEqual(nextOpening(calendar, at('12:30'), office), at('14:00'));
  assert.equal(openMinutesBetween(calendar, at('12:00'), at('14:30'), office), 60);
  assert.deepEqual(addOpenMinutes(calendar, at('12:00'), 30, office), at('12:30'), 'what falls on a closing is that closing');
  assert.deepEqual(addOpenMinutes(calendar, at('12:00'), 31, office), at('14:01'));
});

test('holidays of the moon come by table: both days of Fitr', () => {
  assert.equal(hours('2027-03-09'), '');
  assert.equal(hours('2027-03-10'), '');
  assert.equal(hours('2027-03-11'), '07:30-13:00');
  assert.equal(hours('2026-03-11', { hours: 'police10' }), '', 'other offices keep them too');
});

test('a closure touches only whom it names', () => {
  const air = '2026-12-16';
  assert.equal(hours(air, { county: 'karaj' }), '');
  assert.equal(hours(air, { county: 'fardis', agency: 'gaz' }), '');
  assert.equal(hours(air, { county: 'savojbolagh' }), '07:30-14:30');
  assert.equal(hours(air, { county: null }), '07:30-14:30');
  assert.equal(hours('2026-12-30', { county: 'savojbolagh' }), '', 'the whole province');
  assert.equal(hours('2026-12-31', { agency: 'gaz' }), '08:00-11:00', 'a reduced day has its own hours');
  assert.equal(hours('2026-12-31', { agency: 'sabt-ahval' }), '07:30-13:00');
  assert.equal(hours('2026-12-30', { hours: 'around-the-clock' }), '00:00-24:00');
});

test('a closure of an agency in a county touches neither the rest of the county nor of the agency', () => {
  const calendar = withClosure({ date: '2026-11-28', scope: { counties: ['karaj'], agencies: ['gaz'] }, kind: 'closed', hours: [], reason: 'تعمیر' });
  assert.equal(hours('2026-11-28', { county: 'karaj', agency: 'gaz' }, calendar), '');
  assert.equal(hours('2026-11-28', { county: 'karaj', agency: 'abfa' }, calendar), '07:30-14:30');
  assert.equal(hours('2026-11-28', { county: 'fardis', agency: 'gaz' }, calendar), '07:30-14:30');
});

test('a closure of another province touches nobody here', () => {
  const calendar = withClosure({ date: '2026-11-28', scope: { province: 'isfahan' }, kind: 'closed', hours: [], reason: 'گرد و غبار' });
  assert.equal(hours('2026-11-28', office, calendar), '07:30-14:30');
});

test('two closures on a day leave only what both leave; none opens a weekend or a holiday', () => {
  const reduced = (date: string, from: string, to: string) =>
    ({ date, scope: { province: 'alborz' }, kind: 'reduced', hours: [[from, to]], reason: 'سرما' }) as const;
  const calendar = withClosure(
    ...[reduced('2026-11-28', '08:00', '12:00'), reduced('2026-11-28', '10:00', '13:00'), reduced('2026-11-27', '08:00', '12:00'), reduced('2027-03-09', '08:00', '12:00')]
      .map((closure) => ({ ...closure, hours: closure.hours.map(([a, b]): [string, string] => [a, b]) })),
  );
  assert.equal(hours('2026-11-28', office, calendar), '10:00-12:00');
  assert.equal(hours('2026-11-27', office, calendar), '');
  assert.equal(hours('2027-03-09', office, calendar), '');
});

test('at the opening minute it is open, at the closing minute closed', () => {
  assert.equal(isOpenAt(alborz, tehran('2026-11-28T07:29'), office), false);
  assert.equal(isOpenAt(alborz, tehran('2026-11-28T07:30'), office), true);
  assert.equal(isOpenAt(alborz, new Date('2026-11-28T14:29:59.999+03:30'), office), true);
  assert.equal(isOpenAt(alborz, tehran('2026-11-28T14:30'), office), false);
});

test('next opening and closing', () => {
  const opening = (at: string, place: Place = office) => nextOpening(alborz, tehran(at), place);
  assert.deepEqual(opening('2026-11-28T07:30'), tehran('2026-11-28T07:30'));
  assert.deepEqual(opening('2026-11-28T07:31'), tehran('2026-11-29T07:30'));
  assert.deepEqual(opening('2026-11-26T13:00'), tehran('2026-11-28T07:30'), 'over Friday');
  assert.deepEqual(opening('2026-03-19T13:00'), tehran('2026-03-25T07:30'), 'over Nowruz');
  assert.deepEqual(currentClosing(alborz, tehran('2026-11-26T12:59'), office), tehran('2026-11-26T13:00'));
  assert.equal(currentClosing(alborz, tehran('2026-11-26T13:00'), office), null);
});

test('a place that never closes has no closing and no opening', () => {
  const always: Place = { hours: 'around-the-clock' };
  assert.equal(isOpenAt(alborz, tehran('2026-03-21T03:00'), always), true);
  assert.equal(currentClosing(alborz, tehran('2026-03-21T03:00'), always), null);
  assert.equal(nextOpening(alborz, tehran('2026-03-21T03:00'), always), null);
});

test('a night shift is one stretch through midnight', () => {
  const week = Object.fromEntries(['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => [day, [['00:00', '06:00'], ['22:00', '24:00']]]));
  const calendar = { ...alborz, otherHours: { police10: week } } as unknown as WorkingCalendar;
  const night: Place = { hours: 'police10' };
  assert.deepEqual(currentClosing(calendar, tehran('2026-11-28T23:00'), night), tehran('2026-11-29T06:00'));
  assert.deepEqual(nextOpening(calendar, tehran('2026-11-28T23:00'), night), tehran('2026-11-29T22:00'));
  assert.deepEqual(nextOpening(calendar, tehran('2026-11-29T00:00'), night), tehran('2026-11-29T22:00'));
});

test('a calendar without open days says so and does not hang', () => {
  const empty = { ...alborz, weeklyHours: [] };
  assert.equal(nextOpening(empty, tehran('2026-11-28T10:00'), office), null);
  assert.throws(() => addOpenMinutes(empty, tehran('2026-11-28T10:00'), 1, office), RangeError);
});

test('instants are written in the wall time of the province', () => {
  assert.equal(wireInstant(alborz, new Date('2026-11-28T20:45:00Z')), '2026-11-29T00:15:00+03:30');
  assert.equal(wireInstant(alborz, new Date('2026-11-28T20:45:00.120Z')), '2026-11-29T00:15:00.120+03:30');
});

const instants = fc.integer({ min: +tehran('2025-10-01T00:00') / 60_000, max: +tehran('2027-02-01T00:00') / 60_000 }).map((m) => new Date(m * 60_000));
const counts = fc.integer({ min: 1, max: 12_000 });
const places = fc.constantFrom<Place>(office, { county: 'karaj' }, { agency: 'gaz' }, { hours: 'police10' }, { hours: 'around-the-clock' });

test('open minutes: adding and measuring are inverse', () => {
  fc.assert(fc.property(instants, counts, places, (from, count, place) => {
    assert.equal(openMinutesBetween(alborz, from, addOpenMinutes(alborz, from, count, place), place), count);
  }));
});

test('open minutes: never end inside closed time', () => {
  fc.assert(fc.property(instants, counts, places, (from, count, place) => {
    const end = addOpenMinutes(alborz, from, count, place);
    assert.ok(isOpenAt(alborz, new Date(+end - 1), place), end.toISOString());
  }));
});

test('open minutes: adding in two goes is adding at once; later stays later', () => {
  fc.assert(fc.property(instants, counts, counts, places, (from, a, b, place) => {
    assert.deepEqual(addOpenMinutes(alborz, addOpenMinutes(alborz, from, a, place), b, place), addOpenMinutes(alborz, from, a + b, place));
    const later = new Date(+from + b * 60_000);
    assert.ok(addOpenMinutes(alborz, later, a, place) >= addOpenMinutes(alborz, from, a, place));
  }));
});

test('minutes open between are those at which it is open', () => {
  fc.assert(fc.property(instants, fc.integer({ min: 0, max: 4000 }), places, (from, length, place) => {
    let open = 0;
    for (let m = 0; m < length; m++) if (isOpenAt(alborz, new Date(+from + m * 60_000), place)) open++;
    assert.equal(openMinutesBetween(alborz, from, new Date(+from + length * 60_000), place), open);
  }), { numRuns: 30 });
});
