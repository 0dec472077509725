import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('there and back is the same day, and the platform agrees, on every day from 1925 to 2099', () => {
  const format = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
  const last = Date.UTC(2099, 11, 31);
  let days = 0;
  for (let at = Date.UTC(1925, 0, 1); at <= last; at += 864e5) {
    const iso = new Date(at).toISOString().slice(0, 10);
    const { year, month, day } = toJalali(iso);
    // Without a message of its own for each: there are sixty thousand.
    if (fromJalali({ year, month, day }) !== iso || format.format(at).replace(/ .*$/, '') !== `${month}/${day}/${year}`) {
      assert.fail(`${iso} is ${month}/${day}/${year} here, ${fromJalali({ year, month, day })} back, and ${format.format(at)} for the platform`);
    }
    days++;
  }
  assert.equal(days, 63_918);
});
