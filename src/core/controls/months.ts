import type { Locale } from '../../i18n/locale.ts';
import { jalaliMonths } from '../../persian/jalali.ts';
import type { Calendar } from './date-parts.ts';

/** Persian for Persian readers, Gregorian for others. */
export const calendarOf = (locale: Locale): Calendar => (locale === 'fa' ? 'persian' : 'gregorian');

const gregorianMonths = (locale: Locale): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale === 'fa' ? 'fa-IR-u-ca-gregory' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)));

/** Names of the twelve months. Call while rendering. */
export const monthNames = (locale: Locale, calendar: Calendar): readonly string[] =>
  calendar === 'persian' ? jalaliMonths : gregorianMonths(locale);
