import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkingCalendar } from '../../src/contract/calendar.ts';
import { calendarDiff } from '../../src/rules/calendar-diff.ts';
import { readCalendarFile } from '../../src/rules/calendar-file.ts';
import { alborz, rawCalendar } from './support/calendar.ts';

const told = (change: Partial<WorkingCalendar>, before = alborz) =>
  calendarDiff(before, { ...before, version: 2, ...change }).map(({ part, change: what, date, title }) => [part, what, date, title].filter((said) => said !== null).join(' '));
const [first, ...others] = alborz.closures;

test('the same calendar differs in nothing, whatever its version and the order of what it says', () => {
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ closures: [...alborz.closures].reverse(), lunarHolidays: [...alborz.lunarHolidays].reverse() }), []);
  const { Fri, ...rest } = alborz.weeklyHours.at(-1)!.hours;
  assert.deepEqual(told({ weeklyHours: alborz.weeklyHours.with(-1, { ...alborz.weeklyHours.at(-1)!, hours: { Fri, ...rest } as WorkingCalendar['weeklyHours'][number]['hours'] }) }), []);
  assert.deepEqual(told({ lunarHolidays: alborz.lunarHolidays.map(({ date, title }) => ({ date, title })) }), [], 'a remark changes no day');
});

test('closures: added, removed, changed; two scopes of one day are two', () => {
  assert.deepEqual(told({ closures: others }), [`closures removed ${first!.date} ${first!.reason}`]);
  assert.deepEqual(told({ closures: [{ ...first!, kind: 'reduced', hours: [['08:00', '10:00']] }, ...others] }), [`closures changed ${first!.date} ${first!.reason}`]);
  assert.deepEqual(told({ closures: [...alborz.closures, { ...first!, scope: { agencies: ['abfa'] } }, { ...first!, date: '2026-12-01' }] }),
    [`closures added 2026-12-01 ${first!.reason}`, `closures added ${first!.date} ${first!.reason}`], 'by date');
});

test('a lunar holiday that the sighting of the moon moved is one removed and one added', () => {
  const moved = alborz.lunarHolidays.map((day) => (day.date === '2027-03-10' ? { ...day, date: '2027-03-11' } : day));
  const { title } = alborz.lunarHolidays.find(({ date }) => date === '2027-03-10')!;
  assert.deepEqual(told({ lunarHolidays: moved }), [`lunarHolidays removed 2027-03-10 ${title}`, `lunarHolidays added 2027-03-11 ${title}`]);
});

test('hours and yearly holidays', () => {
  const { from, hours } = alborz.weeklyHours.at(-1)!;
  assert.deepEqual(told({ weeklyHours: alborz.weeklyHours.with(-1, { from, toExclusive: null, hours: { ...hours, Thu: [] } }) }), [`weeklyHours changed ${from}`]);
  assert.deepEqual(told({ weeklyHours: alborz.weeklyHours.slice(1) }), [`weeklyHours removed ${alborz.weeklyHours[0]!.from}`]);
  assert.deepEqual(told({ solarHolidays: [...alborz.solarHolidays, { month: 2, day: 1, title: 'روز آزمون' }] }), ['solarHolidays added روز آزمون']);
  assert.deepEqual(told({ solarHolidays: alborz.solarHolidays.with(0, { ...alborz.solarHolidays[0]!, fromYear: 1406 }) }), [`solarHolidays changed ${alborz.solarHolidays[0]!.title}`]);
  assert.deepEqual(told({ otherHours: { ...alborz.otherHours, police10: hours } }), ['otherHours changed police10']);
});

test('read again from what it says, a calendar differs in nothing', () => {
  assert.deepEqual(calendarDiff(alborz, readCalendarFile(alborz, 2)), []);
  assert.notDeepEqual(calendarDiff(alborz, readCalendarFile(rawCalendar('isfahan'), 1)), []);
});
