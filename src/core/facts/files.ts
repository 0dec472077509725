import { msg, str } from '@lit/localize';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';

/** «۲٫۴ مگابایت», «۳۲۰ کیلوبایت». Call while rendering. */
export function bytesText(locale: Locale, bytes: number): string {
  return bytes >= 1_000_000
    ? msg(str`${formatNumber(locale, bytes / 1_000_000, { maximumFractionDigits: 1 })} مگابایت`, { id: 'files.megabytes' })
    : msg(str`${formatNumber(locale, Math.max(1, Math.round(bytes / 1000)))} کیلوبایت`, { id: 'files.kilobytes' });
}
