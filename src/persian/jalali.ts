import { isLeapJalaaliYear, isValidJalaaliDate, jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js';
import { toAsciiDigits, toPersianDigits } from './digits.ts';

/** A day of the Persian calendar; months from 1. */
export interface JalaliDate {
  year: number;
  month: number;
  day: number;
}

/** Names of the months, Farvardin first. */
export const jalaliMonths: readonly string[] = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
];

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
export const isoDate = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** `2026-11-24` (a time after it is ignored) to 1405/9/3. Throws `RangeError` when it is no date. */
export function toJalali(iso: string): JalaliDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  if (!day || !isGregorianDate(Number(year), Number(month), Number(day))) throw new RangeError(`No ISO date: ${iso}`);
  const { jy, jm, jd } = toJalaali(Number(year), Number(month), Number(day));
  return { year: jy, month: jm, day: jd };
}

/** An ISO date as «۱۴۰۵/۰۹/۰۳». */
export const jalaliText = (iso: string): string => {
  const { year, month, day } = toJalali(iso);
  return toPersianDigits(`${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`);
};

/** 1405/9/3 to `2026-11-24`. Throws `RangeError` for a day that does not exist. */
export function fromJalali(date: JalaliDate): string {
  if (!isJalaliDate(date))
    throw new RangeError(`No day of the Persian calendar: ${date.year}/${date.month}/${date.day}`);
  const { gy, gm, gd } = toGregorian(date.year, date.month, date.day);
  return isoDate(gy, gm, gd);
}

export const isLeapJalali = (year: number): boolean => isLeapJalaaliYear(year);

/** Days of a month; months from 1. */
export const jalaliMonthLength = (year: number, month: number): number => jalaaliMonthLength(year, month);

export const isJalaliDate = ({ year, month, day }: JalaliDate): boolean =>
  [year, month, day].every(Number.isInteger) && isValidJalaaliDate(year, month, day);

export const isGregorianDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const plain = (text: string): string => text.replace(/[يى]/g, 'ی').replace(/آ/g, 'ا');

/**
 * Takes apart what stands for a date, whether or not such a day exists: «۱۴۰۵/۹/۳», `1405-09-03`, «۳ آذر ۱۴۰۵». The year
 * is as written, so `5` for «05». Undefined when it has not the shape of a date.
 */
export function readDateParts(text: string): { parts: JalaliDate; yearDigits: number; named: boolean } | undefined {
  const clean = toAsciiDigits(text.normalize('NFKC'))
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
  const numbers = /^(\d{1,4})\s*[/\-.]\s*(\d{1,2})\s*[/\-.]\s*(\d{1,2})$/.exec(clean);
  if (numbers) {
    const [, year = '', month, day] = numbers;
    return {
      parts: { year: Number(year), month: Number(month), day: Number(day) },
      yearDigits: year.length,
      named: false,
    };
  }
  const words = /^(\d{1,2})[\s\u200c]*(?:ام\s+)?(\p{L}+)(?:\s+ماه)?[\s\u200c,،]*(\d{2,4})$/u.exec(clean);
  if (!words) return undefined;
  const [, day, name = '', year = ''] = words;
  const month = jalaliMonths.findIndex((month) => plain(month) === plain(name).replace(/^امرداد$/, 'مرداد')) + 1;
  return month
    ? { parts: { year: Number(year), month, day: Number(day) }, yearDigits: year.length, named: true }
    : undefined;
}

/** A date as people write it to ISO; undefined when it is none, or the year has not four digits. */
export function parseJalali(text: string): string | undefined {
  const read = readDateParts(text);
  return read?.yearDigits === 4 && read.parts.year < 1700 && isJalaliDate(read.parts)
    ? fromJalali(read.parts)
    : undefined;
}
