import type { Locale } from './locale.ts';

/** Iran keeps +03:30 without daylight saving since 1401/07/01; a device with old zone data would be an hour off. */
export const tehranMinutes = 210;

/** Intl formatters are slow to make and cheap to keep. */
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  let made = cache.get(key);
  if (!made) cache.set(key, (made = make()));
  return made as T;
}

const tag: Record<Locale, string> = { fa: 'fa-IR-u-ca-persian-nu-arabext', en: 'en-GB-u-ca-gregory-nu-latn' };

function parts(locale: Locale, at: Date, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const format = cached(`${locale}${JSON.stringify(options)}`, () =>
    new Intl.DateTimeFormat(tag[locale], { ...options, timeZone: 'UTC' }),
  );
  const shifted = new Date(at.getTime() + tehranMinutes * 60_000);
  return Object.fromEntries(format.formatToParts(shifted).map((part) => [part.type, part.value]));
}

/** A plain date (`2026-11-24`) stands for its noon in Tehran, so that no shift moves it. */
const asDate = (value: string | Date): Date =>
  value instanceof Date ? value : new Date(value.length === 10 ? `${value}T12:00:00+03:30` : value);

const currentYear = (locale: Locale, now: Date) => parts(locale, now, { year: 'numeric' })['year'];

/** «شنبه ۱۴ آذر», with the year only when it is not this one. */
export function formatDay(locale: Locale, value: string | Date, now = new Date()): string {
  const at = asDate(value);
  const p = parts(locale, at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const year = p['year'] === currentYear(locale, now) ? '' : ` ${p['year']}`;
  return `${p['weekday']} ${p['day']} ${p['month']}${year}`;
}

/** «۱۴ آذر ۱۴۰۵». */
export function formatDate(locale: Locale, value: string | Date): string {
  const p = parts(locale, asDate(value), { day: 'numeric', month: 'long', year: 'numeric' });
  return `${p['day']} ${p['month']} ${p['year']}`;
}

/** «۱۰:۱۲», wall time in Tehran. */
export function formatTime(locale: Locale, value: string | Date): string {
  const p = parts(locale, asDate(value), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${p['hour']}:${p['minute']}`;
}

/** Whole numbers do without Intl, whose first formatter costs an old phone a tenth of a second in the middle of a first view. */
export function formatNumber(locale: Locale, value: number, options?: Intl.NumberFormatOptions): string {
  if (!options && Number.isSafeInteger(value) && value >= 0) return localDigits(locale, `${value}`.replace(/\B(?=(\d{3})+$)/g, locale === 'fa' ? '٬' : ','));
  return cached(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(tag[locale], options)).format(value);
}

/** Digits of a text that is a name, not a number (phone, room, code), in the reader's script. */
export function localDigits(locale: Locale, text: string): string {
  return locale === 'fa'
    ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
    : text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

/** Tracking codes are shown 4-4-4-4. */
export const groupCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');
