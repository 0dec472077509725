import type { ReceiptClaims } from '../../../contract/request.ts';
import { formatDate, formatDay, formatTime } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

/**
 * Whether a saved receipt shows its reader the moments that are signed in it, as `request-form` writes them: the day of
 * answer in its heading, the moment of filing among its facts. A text that is no saved receipt shows nothing, which is no
 * fault. Other words of the file are not signed and not compared.
 */
export function showsSigned(text: string, { filedAt, dueAt }: Pick<ReceiptClaims, 'filedAt' | 'dueAt'>): boolean {
  const receipt = /\sid=["']?receipt\b[^]*/.exec(text)?.[0] ?? '';
  const [heading] = wordsOf(receipt, /<h2\b[^>]*\sid=["']?heading\b[^>]*>([^]*?)<\/h2>/g);
  if (heading === undefined) return true;
  const locale: Locale = /<html\b[^>]*\slang=["']?en\b/.test(text) ? 'en' : 'fa';
  const facts = wordsOf(receipt, /<dd\b[^>]*>([^]*?)<\/dd>/g);
  // With its year and without: the heading leaves out the year in which it was read.
  const days = [formatDay(locale, dueAt, new Date(dueAt)), formatDay(locale, dueAt, new Date(0))];
  return days.some((day) => stands(day, heading)) && facts.some((fact) => stands(formatDate(locale, filedAt), fact) && stands(formatTime(locale, filedAt), fact));
}

/** Words of the parts that a pattern finds. Read as text: a policy of trusted types lets no page parse what is not its own. */
const wordsOf = (page: string, parts: RegExp): string[] => [...page.matchAll(parts)].map(([, part]) => part!.replace(/<[^>]*>/g, ''));

/** As a whole: «۷ آذر» does not stand in «۱۷ آذر», nor in «۷ آذر ۱۴۰۹». */
function stands(part: string, whole: string): boolean {
  const at = whole.indexOf(part);
  return at >= 0 && !/\d|[۰-۹]/.test(whole.charAt(at - 1)) && !/^ ?[\d۰-۹]/.test(whole.slice(at + part.length));
}
