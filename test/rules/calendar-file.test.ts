import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WorkingCalendar } from '../../src/contract/calendar.ts';
import { CalendarFileError, readCalendarFile } from '../../src/rules/calendar-file.ts';
import { rawCalendar } from './support/calendar.ts';

for (const province of ['alborz', 'isfahan']) {
  test(`the file of ${province} comes out as the contract has it, nothing lost`, () => {
    const raw = rawCalendar(province);
    const calendar = readCalendarFile(raw, 7);
    assert.deepEqual(WorkingCalendar.parse(calendar), calendar);
    assert.equal(calendar.version, 7);
    assert.equal(calendar.province, province);
    for (const part of ['weeklyHours', 'solarHolidays', 'lunarHolidays', 'closures'] as const) {
      assert.equal(calendar[part].length, (raw[part] as unknown[]).length, part);
    }
    assert.deepEqual(Object.keys(calendar.otherHours).sort(), ['around-the-clock', 'police10']);
    assert.equal(calendar.solarHolidays[0]!.title, 'عید نوروز');
    assert.ok(calendar.closures.every(({ reason }) => reason));
  });
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- spoiled on purpose, past every type
const broken: [string, (raw: any) => void, RegExp][] = [
  ['a time that does not exist', (raw) => (raw.weeklyHours[0].hours.Sat = [['07:30', '25:00']]), /weeklyHours\[0\]\.hours\.Sat\[0\]\[1\]: expected a time/],
  ['an end before its start', (raw) => (raw.weeklyHours[0].hours.Sat = [['14:30', '07:30']]), /a start before its end/],
  ['a weekday forgotten', (raw) => delete raw.weeklyHours[0].hours.Fri, /hours\.Fri: expected a list/],
  ['a weekday that is none', (raw) => (raw.weeklyHours[0].hours.Shanbe = []), /"Shanbe"/],
  ['periods that overlap', (raw) => (raw.weeklyHours[0].toExclusive = '2026-01-01'), /do not overlap/],
  ['29 February in a common year', (raw) => (raw.lunarHolidays[0].date = '2026-02-29'), /lunarHolidays\[0\]\.date: expected a date/],
  ['month 13', (raw) => (raw.solarHolidays[0].month = 13), /solarHolidays\[0\]\.month: expected a whole number/],
  ['31 Mehr', (raw) => Object.assign(raw.solarHolidays[0], { month: 7, day: 31 }), /solarHolidays\[0\]\.day: expected a whole number from 1 to 30/],
  ['a year before the first', (raw) => Object.assign(raw.solarHolidays[0], { fromYear: 1406, untilYear: 1405 }), /solarHolidays\[0\]\.untilYear: expected a year not before/],
  ['leap years of a day that every year has', (raw) => (raw.solarHolidays[0].onlyLeapYears = true), /solarHolidays\[0\]\.onlyLeapYears: expected nothing/],
  ['a reduced day without hours', (raw) => (raw.closures[2].hours = []), /closures\[2\]\.hours/],
  ['a closure of nobody', (raw) => (raw.closures[0].scope = {}), /closures\[0\]\.scope/],
  ['a kind that is none', (raw) => (raw.closures[0].kind = 'holiday'), /closures\[0\]\.kind: expected closed, remote, reduced/],
  ['no title', (raw) => delete raw.solarHolidays[0].titleFa, /solarHolidays\[0\]\.titleFa: expected a text/],
];
for (const [what, spoil, message] of broken) {
  test(`${what} is refused and named`, () => {
    const raw = rawCalendar();
    spoil(raw);
    assert.throws(() => readCalendarFile(raw, 1), (error) => error instanceof CalendarFileError && message.test(error.message));
  });
}
test('what is no calendar at all is refused', () => {
  for (const raw of [null, [], 'x', {}]) assert.throws(() => readCalendarFile(raw, 1), CalendarFileError);
});
