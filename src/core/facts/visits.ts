import { msg, str } from '@lit/localize';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';

/** «بدون مراجعه», «یک بار», «۲ بار». Call while rendering. */
export function visitsText(locale: Locale, visits: number | null): string {
  if (visits === null) return msg('اعلام نشده', { id: 'facts.undeclared' });
  if (visits === 0) return msg('بدون مراجعه', { id: 'facts.noVisit' });
  if (visits === 1) return msg('یک بار', { id: 'facts.oneVisit' });
  return msg(str`${formatNumber(locale, visits)} بار`, { id: 'facts.visits' });
}
