import type { ReceiptClaims } from '../../../contract/request.ts';
import { formatDate, formatDay, formatTime } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

/**
 * Whether a saved receipt shows its reader the moments that are signed in it, as `request-form` writes them: the day of
 * answer in its heading, the moment of filing among its facts. A text that is no saved receipt shows nothing, which is no
 * fault. Other words of the file are not signed and not compared.
 */
export function showsSigned(text: string, { filedAt, dueAt }: Pick<ReceiptClaims, 'filedAt' | 'dueAt'>): boolean {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const heading = page.querySelector('#receipt #heading')?.textContent;
  if (heading == null) return true;
  const locale: Locale = page.documentElement.lang === 'en' ? 'en' : 'fa';
  const facts = [...page.querySelectorAll('#receipt dd')].map((fact) => fact.textContent ?? '');
  // With its year and without: the heading leaves out the year in which it was read.
  const days = [formatDay(locale, dueAt, new Date(dueAt)), formatDay(locale, dueAt, new Date(0))];
  return days.some((day) => stands(day, heading)) && facts.some((fact) => stands(formatDate(locale, filedAt), fact) && stands(formatTime(locale, filedAt), fact));
}

/** As a whole: «۷ آذر» does not stand in «۱۷ آذر», nor in «۷ آذر ۱۴۰۹». */
function stands(part: string, whole: string): boolean {
  const at = whole.indexOf(part);
  return at >= 0 && !/\d|[۰-۹]/.test(whole.charAt(at - 1)) && !/^ ?[\d۰-۹]/.test(whole.slice(at + part.length));
}
