import { fromJalali, isJalaliDate, readDateParts } from '../jalali.ts';
import { invalid, valid, type Check } from './check.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Signs that keyboards and copied texts put in the place of a dash, a slash and a full stop; and what nobody sees. */
const written = (input: string): string =>
  input
    .replace(/[\u00ad\u200b\u2060]|^[\s\u200c]+|[\s\u200c]+$/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u060d/g, '/')
    .replace(/\u066b/g, '.');

/** A day of the Persian calendar as people write it, to `1405/09/03`, with the ISO date beside it. */
export function checkJalaliDate(input: string): Check & { iso?: string } {
  const text = written(input);
  if (!text) return invalid('empty');
  const read = readDateParts(text);
  if (!read) return invalid('format');
  if (read.yearDigits < 3) return invalid('two-digit-year');
  const { year, month, day } = read.parts;
  // A Gregorian year, or one that no living person's paper bears.
  if (year < 1200 || year >= 1600) return invalid('year');
  if (month < 1 || month > 12) return invalid('month');
  if (!isJalaliDate(read.parts)) return invalid('day');
  return { ...valid(`${year}/${pad(month)}/${pad(day)}`), iso: fromJalali(read.parts) };
}
