import { dateFromSerial, format, getFormatDateInfo, isDateFormat } from 'numfmt';
import { isoDate, toJalali } from '../../../persian/jalali.ts';

/** A number in digits alone: no exponent, no noise of binary fractions, no grouping. */
export const plainNumber = (value: number): string =>
  Number.isFinite(value)
    ? Number(value.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : '';

/** `[$-160429]` and `[$-fa-IR,16]`: the calendar is the hexadecimal 16 before the four digits of a language, or after its name. */
const persianCalendar = /\[\$-(?:[0-9a-f]{0,2}16[0-9a-f]{4}|[a-z-]+,16)\]/i;

function shownDate(value: number, code: string, from1904: boolean): string | undefined {
  const { year, month, day } = getFormatDateInfo(code);
  if (!year || !month || !day) return undefined;
  const [y, m, d] = dateFromSerial(value + (from1904 ? 1462 : 0));
  const iso = isoDate(y, m, d);
  if (!persianCalendar.test(code)) return iso;
  const jalali = toJalali(iso);
  return `${jalali.year}/${String(jalali.month).padStart(2, '0')}/${String(jalali.day).padStart(2, '0')}`;
}

/**
 * A number of a sheet as the person saw it there: percent, grouping, leading zeros, words in the format. A date is given
 * in the calendar of its format, year first, so that day and month cannot be mixed up; an exponent is written out.
 */
export function shownNumber(value: number, code: string, from1904 = false): string {
  try {
    if (isDateFormat(code)) return shownDate(value, code, from1904) ?? format(code, value, { nbsp: false });
    if (/^general$/i.test(code) || code === '@' || /E[+-]/i.test(code.replace(/"[^"]*"/g, ''))) return plainNumber(value);
    return format(code, value, { nbsp: false }).trim();
  } catch {
    return plainNumber(value);
  }
}
