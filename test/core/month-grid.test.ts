import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, dayByKey, monthGrid, placeInWeek } from '../../src/core/controls/month-grid.ts';

test('a month lies in weeks from Saturday, a Gregorian one from Monday', () => {
  const azar = monthGrid('2026-11-24', 'persian');
  assert.equal(azar.length, 5);
  assert.deepEqual(azar[0], [undefined, '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'], '1 Azar 1405 is a Sunday');
  assert.deepEqual(azar.at(-1), ['2026-12-19', '2026-12-20', '2026-12-21', undefined, undefined, undefined, undefined]);
  const november = monthGrid('2026-11-24', 'gregorian');
  assert.deepEqual(november[0], [undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01']);
  assert.equal(november.flat().filter(Boolean).length, 30);
  // Every month of a leap year and the one after it, whole and without a gap.
  for (let iso = '2025-03-21', months = 0; months < 24; months++, iso = addMonths(iso, 1, 'persian')) {
    for (const calendar of ['persian', 'gregorian'] as const) {
      const days = monthGrid(iso, calendar).flat().filter((day) => day !== undefined);
      assert.ok(days.length >= 28 && days.length <= 31 && days.includes(iso), `${iso} ${calendar}`);
      days.forEach((day, at) => assert.ok(at === 0 || Date.parse(day) - Date.parse(days[at - 1]!) === 86_400_000));
      for (const week of monthGrid(iso, calendar)) week.forEach((day, at) => assert.ok(day === undefined || placeInWeek(day, calendar) === at));
    }
  }
});

test('keys lead where the eye expects it, in both directions of writing', () => {
  const by = (key: string, rtl = true, shiftKey = false) => dayByKey('2026-11-24', { key, shiftKey }, rtl ? 'persian' : 'gregorian', rtl);
  assert.deepEqual(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => by(key)), ['2026-11-25', '2026-11-23', '2026-11-17', '2026-12-01']);
  assert.deepEqual(['ArrowLeft', 'ArrowRight'].map((key) => by(key, false)), ['2026-11-23', '2026-11-25']);
  assert.deepEqual([by('Home'), by('End'), by('Home', false), by('End', false)], ['2026-11-21', '2026-11-27', '2026-11-23', '2026-11-29']);
  // 3 Azar: 3 Aban, 3 Dey, 3 Azar of the year before and after.
  assert.deepEqual([by('PageUp'), by('PageDown'), by('PageUp', true, true), by('PageDown', true, true)], ['2026-10-25', '2026-12-24', '2025-11-24', '2027-11-24']);
  assert.equal(by('a'), undefined);
  assert.equal(addMonths('2026-01-31', 1, 'gregorian'), '2026-02-28');
  assert.equal(addMonths('2024-01-31', 1, 'gregorian'), '2024-02-29');
});
