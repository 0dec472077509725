import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDate, formatDay, formatNumber, formatTime, groupCode, localDigits } from '../../src/i18n/formats.ts';
import { directionOf, matchLocale } from '../../src/i18n/locale.ts';

const now = new Date('2026-11-24T10:00:00+03:30');

describe('dates and times', () => {
  it('are Persian for fa and Gregorian for en', () => {
    assert.equal(formatDate('fa', '2026-12-05'), '۱۴ آذر ۱۴۰۵');
    assert.equal(formatDate('en', '2026-12-05'), '5 December 2026');
    assert.equal(formatDay('fa', '2026-12-05', now), 'شنبه ۱۴ آذر');
    assert.equal(formatDay('en', '2026-12-05', now), 'Saturday 5 December');
  });

  it('name the year when it is another one', () => {
    assert.equal(formatDay('fa', '2027-03-21', now), 'یکشنبه ۱ فروردین ۱۴۰۶');
    assert.equal(formatDay('fa', '2027-03-20', now), 'شنبه ۲۹ اسفند');
  });

  it('are those of Tehran wherever the device is', () => {
    assert.equal(formatTime('fa', '2026-11-24T20:45:00Z'), '۰۰:۱۵');
    assert.equal(formatDate('fa', '2026-11-24T20:45:00Z'), '۴ آذر ۱۴۰۵');
    assert.equal(formatTime('en', new Date('2026-11-24T06:30:00Z')), '10:00');
    // No summer time since 1401, also where a device still believes in it.
    assert.equal(formatTime('fa', '2026-07-01T06:30:00Z'), '۱۰:۰۰');
  });
});

describe('numbers', () => {
  it('stand in the digits of the reader', () => {
    assert.equal(formatNumber('fa', 125000), '۱۲۵٬۰۰۰');
    assert.equal(formatNumber('en', 125000), '125,000');
    assert.equal(localDigits('fa', 'اتاق 12'), 'اتاق ۱۲');
    assert.equal(localDigits('en', 'room ۱۲'), 'room 12');
  });
  it('are written as Intl writes them', () => {
    for (const [locale, tag] of [['fa', 'fa-IR'], ['en', 'en-GB']] as const)
      for (const value of [0, 7, 999, 1000, 99_999, 1_234_567, Number.MAX_SAFE_INTEGER, -5, -1234, 2.5, 1e21, NaN])
        assert.equal(formatNumber(locale, value), new Intl.NumberFormat(tag).format(value));
  });
  it('that are codes are grouped by four', () => assert.equal(groupCode('1234567890123456'), '1234 5678 9012 3456'));
});

describe('locales', () => {
  it('are matched by language', () => {
    assert.deepEqual(['fa', 'fa-IR', 'FA', 'en-GB', 'de', '', null].map((tag) => matchLocale(tag)), ['fa', 'fa', 'fa', 'en', undefined, undefined, undefined]);
    assert.deepEqual([directionOf('fa'), directionOf('en')], ['rtl', 'ltr']);
  });
});
