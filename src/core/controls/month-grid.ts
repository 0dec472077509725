import { isoDate, toJalali } from '../../persian/jalali.ts';
import { limitDay } from '../../rules/form-date.ts';
import type { Calendar } from './date-parts.ts';

const dayLength = 86_400_000;

/** Some days later, or earlier. ISO dates, as everywhere here. */
export const addDays = (iso: string, days: number): string => new Date(Date.parse(iso) + days * dayLength).toISOString().slice(0, 10);

/** The same day some months later or earlier; the last of a month that is too short for it. */
export function addMonths(iso: string, months: number, calendar: Calendar): string {
  if (calendar === 'persian') return limitDay(`today${months < 0 ? '-' : '+'}${Math.abs(months)}m`, iso);
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return isoDate(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(day, length));
}

/** Year, month and day as the calendar counts them. */
export function inDays(iso: string, calendar: Calendar): { year: number; month: number; day: number } {
  if (calendar === 'persian') return toJalali(iso);
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}

/** Saturday is the first day of a week in Iran, Monday in the other calendar. 0 to 6. */
export const placeInWeek = (iso: string, calendar: Calendar): number => (new Date(iso).getUTCDay() + (calendar === 'persian' ? 1 : 6)) % 7;

/** The month of a day in weeks of seven places; undefined before its first and after its last day. */
export function monthGrid(iso: string, calendar: Calendar): (string | undefined)[][] {
  const first = addDays(iso, 1 - inDays(iso, calendar).day);
  const { month } = inDays(first, calendar);
  const weeks: (string | undefined)[][] = [];
  for (let start = addDays(first, -placeInWeek(first, calendar)); start <= first || inDays(start, calendar).month === month; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(start, at)).map((day) => (inDays(day, calendar).month === month ? day : undefined)));
  }
  return weeks;
}

/** The day to which a key leads; undefined when it leads nowhere. Shift makes a page a year. */
export function dayByKey(iso: string, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, calendar: Calendar, rtl: boolean): string | undefined {
  const page = shiftKey ? 12 : 1;
  switch (key) {
    case 'ArrowLeft': return addDays(iso, rtl ? 1 : -1);
    case 'ArrowRight': return addDays(iso, rtl ? -1 : 1);
    case 'ArrowUp': return addDays(iso, -7);
    case 'ArrowDown': return addDays(iso, 7);
    case 'Home': return addDays(iso, -placeInWeek(iso, calendar));
    case 'End': return addDays(iso, 6 - placeInWeek(iso, calendar));
    case 'PageUp': return addMonths(iso, -page, calendar);
    case 'PageDown': return addMonths(iso, page, calendar);
    default: return undefined;
  }
}
