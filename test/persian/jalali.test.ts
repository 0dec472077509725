import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromJalali, isJalaliDate, isLeapJalali, jalaliMonthLength, jalaliMonths, parseJalali, toJalali } from '../../src/persian/jalali.ts';

test('days around the turn of years', () => {
  for (const [iso, year, month, day] of [
    ['2025-03-20', 1403, 12, 30], ['2025-03-21', 1404, 1, 1], ['2026-03-20', 1404, 12, 29], ['2026-03-21', 1405, 1, 1],
    ['2026-11-24', 1405, 9, 3],
  ] as const) {
    assert.deepEqual(toJalali(iso), { year, month, day });
    assert.equal(fromJalali({ year, month, day }), iso);
  }
  assert.deepEqual(toJalali('2026-11-24T23:59:00+03:30'), { year: 1405, month: 9, day: 3 });
});

test('leap years as the official calendar has them', () => {
  const leap = Array.from({ length: 50 }, (_, i) => 1399 + i).filter(isLeapJalali);
  assert.deepEqual(leap, [1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445]);
  assert.equal(jalaliMonthLength(1403, 12), 30);
  assert.equal(jalaliMonthLength(1404, 12), 29);
  assert.equal(jalaliMonths.length, 12);
});

test('days that do not exist are told', () => {
  assert.equal(isJalaliDate({ year: 1404, month: 12, day: 30 }), false);
  assert.equal(isJalaliDate({ year: 1404, month: 0, day: 1 }), false);
  assert.equal(isJalaliDate({ year: 1404, month: 1.5, day: 1 }), false);
  assert.throws(() => fromJalali({ year: 1404, month: 12, day: 30 }), RangeError);
  assert.throws(() => toJalali('2026-02-29'), RangeError);
  assert.throws(() => toJalali('۱۴۰۵/۰۹/۰۳'), RangeError);
});

test('dates as people write them', () => {
  for (const text of ['۱۴۰۵/۰۹/۰۳', '1405-9-3', '١٤٠٥.٠٩.٠٣', '۳ آذر ۱۴۰۵', '3 اذر ماه 1405', ' ‎1405/09/03 ']) {
    assert.equal(parseJalali(text), '2026-11-24', text);
  }
  for (const text of ['', '1404/12/30', '05/09/03', '2026-11-24', 'امروز', '3 نوامبر 1405']) assert.equal(parseJalali(text), undefined, text);
});

test('there and back is the same day, and the platform agrees', () => {
  const format = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2120, 0, 1) / 864e5 }), (days) => {
      const date = new Date(days * 864e5);
      const iso = date.toISOString().slice(0, 10);
      const { year, month, day } = toJalali(iso);
      assert.equal(fromJalali({ year, month, day }), iso);
      assert.equal(format.format(date).replace(/ .*$/, ''), `${month}/${day}/${year}`);
    }),
    { numRuns: 500 },
  );
});
