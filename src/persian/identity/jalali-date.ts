import { fromJalali, isJalaliDate, readDateParts } from '../jalali.ts';
import { invalid, valid, type Check } from './check.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** A day of the Persian calendar as people write it, to `1405/09/03`, with the ISO date beside it. */
export function checkJalaliDate(input: string): Check & { iso?: string } {
  if (!input.trim()) return invalid('empty');
  const read = readDateParts(input);
  if (!read) return invalid('format');
  if (read.yearDigits < 3) return invalid('two-digit-year');
  const { year, month, day } = read.parts;
  // A Gregorian year, or one that no living person's paper bears.
  if (year < 1200 || year >= 1600) return invalid('year');
  if (month < 1 || month > 12) return invalid('month');
  if (!isJalaliDate(read.parts)) return invalid('day');
  return { ...valid(`${year}/${pad(month)}/${pad(day)}`), iso: fromJalali(read.parts) };
}
