import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateParts, inCalendar, noDate, readDate, splitDate, splitDay, type Calendar } from '../../src/core/controls/date-parts.ts';

const persian = (day: string, month: string, year: string) => readDate({ calendar: 'persian', day, month, year });
const gregorian = (day: string, month: string, year: string) => readDate({ calendar: 'gregorian', day, month, year });

describe('date in three controls', () => {
  it('is nothing when nothing is written', () => {
    assert.deepEqual(readDate(noDate('persian')), {});
  });

  it('is an ISO date in any digits', () => {
    assert.equal(persian('۳', '9', '١٤٠٥').iso, '2026-11-24');
    assert.equal(gregorian('24', '11', '2026').iso, '2026-11-24');
  });

  const wrong: [string, ReturnType<typeof persian>, string, string][] = [
    ['30 Esfand of a common year', persian('30', '12', '1404'), 'noSuchDay', 'day'],
    ['31 Mehr', persian('31', '7', '1404'), 'noSuchDay', 'day'],
    ['day 32', persian('32', '1', '1404'), 'dayRange', 'day'],
    ['day 0', persian('0', '1', '1404'), 'dayRange', 'day'],
    ['29 February of a common year', gregorian('29', '2', '2025'), 'noSuchDay', 'day'],
    ['a Gregorian year among Persian months', persian('1', '1', '2025'), 'otherCalendar', 'year'],
    ['a Persian year among Gregorian months', gregorian('1', '1', '1404'), 'otherCalendar', 'year'],
    ['two digits of a year', persian('1', '1', '04'), 'twoDigitYear', 'year'],
    ['year 140', persian('1', '1', '140'), 'year', 'year'],
    ['no month', persian('1', '', '1404'), 'incomplete', 'month'],
    ['only a year', persian('', '', '1404'), 'incomplete', 'day'],
    ['letters', persian('سوم', '1', '1404'), 'notDigits', 'day'],
    ['a minus', persian('-1', '1', '1404'), 'notDigits', 'day'],
  ];
  for (const [name, { problem, iso }, code, part] of wrong) {
    it(`${name}: ${code}`, () => {
      assert.equal(iso, undefined);
      assert.deepEqual([problem?.code, problem?.part], [code, part]);
    });
  }

  it('takes 30 Esfand and 29 February of leap years', () => {
    assert.equal(persian('30', '12', '1403').iso, '2025-03-20');
    assert.equal(gregorian('29', '2', '2024').iso, '2024-02-29');
  });

  it('gives every day back, in both calendars and from one to the other', () => {
    const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(fc.property(day, fc.constantFrom<Calendar>('persian', 'gregorian'), (date, calendar) => {
      const iso = date.toISOString().slice(0, 10);
      const parts = dateParts(iso, calendar);
      assert.equal(readDate(parts).iso, iso);
      assert.equal(readDate(inCalendar(parts, calendar === 'persian' ? 'gregorian' : 'persian')).iso, iso);
    }));
  });

  it('leaves what is no day yet in the calendar in which it was typed', () => {
    const parts = { calendar: 'persian', day: '30', month: '12', year: '1404' } as const;
    assert.equal(inCalendar(parts, 'gregorian'), parts);
  });

  it('splits a whole date, and nothing else', () => {
    assert.deepEqual(splitDate('۱۴۰۴/۱۲/۰۳', 'persian'), { calendar: 'persian', day: '3', month: '12', year: '1404' });
    assert.deepEqual(splitDate('2026-11-24', 'persian'), { calendar: 'persian', day: '3', month: '9', year: '1405' });
    assert.deepEqual(splitDate('1404/12/30', 'persian'), { calendar: 'persian', day: '30', month: '12', year: '1404' });
    for (const text of ['', '1', '14', '1404', '1404/13/1', '3 اسفند']) assert.equal(splitDate(text, 'persian'), undefined);
    assert.deepEqual(splitDay('۱۲/۰۵'), { day: '12', month: '5' });
    for (const text of ['12', '12/', '5/13', '1404/12', '1/2/3']) assert.equal(splitDay(text), undefined, text);
  });
});
