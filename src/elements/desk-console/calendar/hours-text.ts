import { msg, str } from '@lit/localize';
import type { Interval, WeeklyHours } from '../../../contract/calendar.ts';
import { formatDay, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';

export const weekdays = ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
export type Weekday = (typeof weekdays)[number];

/** A week that begins on a Saturday, for the names of its days. */
const days = ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'];
export const weekdayName = (locale: Locale, weekday: Weekday): string => formatDay(locale, days[weekdays.indexOf(weekday)]!).split(' ')[0]!;

/** «۰۷:۳۰ تا ۱۴:۳۰»; several with «و» between them. Call while rendering. */
export const intervalsText = (locale: Locale, intervals: readonly Interval[]): string =>
  intervals.map(([start, end]) => msg(str`${localDigits(locale, start)} تا ${localDigits(locale, end)}`, { id: 'facts.range' })).join(locale === 'fa' ? ' و ' : ' and ');

const time = /^(\d{1,2})(?:[:.٫](\d{2}))?$/;
/** «۷:۳۰ تا ۱۴:۳۰», also several; empty: closed. Undefined when it cannot be read. */
export function readIntervals(text: string): Interval[] | undefined {
  const plain = toAsciiDigits(text).trim();
  if (!plain) return [];
  const found: Interval[] = [];
  for (const each of plain.split(/\s+(?:و|and)\s+|[،,؛;]/)) {
    const ends = each.trim().split(/\s*(?:تا|to|[-–—])\s*/).map((end) => {
      const [, hour, minute = '00'] = time.exec(end) ?? [];
      return hour && Number(hour) * 60 + Number(minute) <= 1440 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : '';
    });
    const [start, end] = ends;
    if (ends.length !== 2 || !start || !end || start >= end) return undefined;
    found.push([start, end]);
  }
  return found;
}

/** A week in lines, Saturday to Wednesday in one where they are alike; Thursday stands on its own. Call while rendering. */
export function weekLines(locale: Locale, hours: WeeklyHours): { days: string; hours: string }[] {
  const text = (weekday: Weekday): string => intervalsText(locale, hours[weekday]) || msg('تعطیل', { id: 'console.calendar.closed' });
  const line = (weekday: Weekday) => ({ days: weekdayName(locale, weekday), hours: text(weekday) });
  const usual = weekdays.slice(0, 5);
  const alike = usual.every((weekday) => text(weekday) === text('Sat'));
  return alike
    ? [{ days: msg(str`${weekdayName(locale, 'Sat')} تا ${weekdayName(locale, 'Wed')}`, { id: 'facts.range' }), hours: text('Sat') }, line('Thu'), line('Fri')]
    : weekdays.map(line);
}
