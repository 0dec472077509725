import { toAsciiDigits } from '../../persian/digits.ts';
import { fromJalali, isJalaliDate, isoDate, jalaliMonthLength, toJalali } from '../../persian/jalali.ts';

export type Calendar = 'persian' | 'gregorian';

/** A date as it stands in three controls: as typed, any digits, maybe not finished, maybe no day at all. */
export interface DateParts {
  calendar: Calendar;
  day: string;
  /** 1 to 12, or empty. */
  month: string;
  year: string;
}

export const noDate = (calendar: Calendar): DateParts => ({ calendar, day: '', month: '', year: '' });

/** Why three controls hold no date. `part` is the one to mend. */
export interface DateProblem {
  code: 'incomplete' | 'notDigits' | 'twoDigitYear' | 'otherCalendar' | 'year' | 'dayRange' | 'noSuchDay';
  part: 'day' | 'month' | 'year';
  day: number;
  month: number;
  year: number;
  /** Days of the month that was chosen. */
  length: number;
}

/** Years that a paper of a living person can bear, with room on both sides. */
const years = { persian: [1200, 1500], gregorian: [1821, 2121] } as const;
const monthLength = (calendar: Calendar, year: number, month: number) =>
  calendar === 'persian' ? jalaliMonthLength(year, month) : new Date(Date.UTC(year, month, 0)).getUTCDate();

/** ISO date, or the one thing to mend first; neither when nothing was typed. */
export function readDate(parts: DateParts): { iso?: string; problem?: DateProblem } {
  const text = { day: toAsciiDigits(parts.day).trim(), month: parts.month, year: toAsciiDigits(parts.year).trim() };
  if (!text.day && !text.month && !text.year) return {};
  const [day, month, year] = [Number(text.day), Number(text.month), Number(text.year)];
  const [first, last] = years[parts.calendar];
  const [otherFirst, otherLast] = years[parts.calendar === 'persian' ? 'gregorian' : 'persian'];
  const problem = (code: DateProblem['code'], part: DateProblem['part'], length = 0) => ({ problem: { code, part, day, month, year, length } });
  if (text.day && !/^\d+$/.test(text.day)) return problem('notDigits', 'day');
  if (text.year && !/^\d+$/.test(text.year)) return problem('notDigits', 'year');
  if (!text.day) return problem('incomplete', 'day');
  if (!text.month) return problem('incomplete', 'month');
  if (!text.year) return problem('incomplete', 'year');
  if (text.year.length <= 2) return problem('twoDigitYear', 'year');
  if (year < first || year > last) return problem(year >= otherFirst && year <= otherLast ? 'otherCalendar' : 'year', 'year');
  const length = monthLength(parts.calendar, year, month);
  if (day < 1 || day > 31) return problem('dayRange', 'day', length);
  if (day > length) return problem('noSuchDay', 'day', length);
  return { iso: parts.calendar === 'persian' ? fromJalali({ year, month, day }) : isoDate(year, month, day) };
}

/** The three controls of an ISO date. */
export function dateParts(iso: string, calendar: Calendar): DateParts {
  const [year, month, day] = calendar === 'persian'
    ? ((date) => [date.year, date.month, date.day])(toJalali(iso))
    : iso.split('-').map(Number);
  return { calendar, day: String(day), month: String(month), year: String(year) };
}

/** The same day in the calendar of the reader; what is no day yet stays as it was typed. */
export function inCalendar(parts: DateParts, calendar: Calendar): DateParts {
  if (parts.calendar === calendar) return parts;
  const { iso, problem } = readDate(parts);
  return iso ? dateParts(iso, calendar) : problem ? parts : noDate(calendar);
}

/** Day and month written into the control of the day, `12/5`; the year is still to be written. */
export function splitDay(text: string): Pick<DateParts, 'day' | 'month'> | undefined {
  const [, day, month] = /^\s*(\d{1,2})\s*[/\-.]\s*(\d{1,2})\s*$/.exec(toAsciiDigits(text)) ?? [];
  return day && Number(month) >= 1 && Number(month) <= 12 ? { day: String(Number(day)), month: String(Number(month)) } : undefined;
}

/** A whole date put into one control, `1404/12/03`: pasted, or written by habit. */
export function splitDate(text: string, calendar: Calendar): DateParts | undefined {
  const [, year, month, day] = /^\s*(\d{4})\s*[/\-.]\s*(\d{1,2})\s*[/\-.]\s*(\d{1,2})\s*$/.exec(toAsciiDigits(text)) ?? [];
  if (!year || Number(month) < 1 || Number(month) > 12) return undefined;
  const persian = Number(year) < 1600;
  const parts: DateParts = { calendar: persian ? 'persian' : 'gregorian', day: String(Number(day)), month: String(Number(month)), year };
  return persian && !isJalaliDate({ year: Number(year), month: Number(month), day: Number(day) }) ? parts : inCalendar(parts, calendar);
}
