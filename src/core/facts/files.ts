import { msg, str } from '@lit/localize';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';

/** «۲٫۴ مگابایت», «۳۲۰ کیلوبایت». Call while rendering. */
export function bytesText(locale: Locale, bytes: number): string {
  return bytes >= 1_000_000
    ? msg(str`${formatNumber(locale, bytes / 1_000_000, { maximumFractionDigits: 1 })} مگابایت`, { id: 'files.megabytes' })
    : msg(str`${formatNumber(locale, Math.max(1, Math.round(bytes / 1000)))} کیلوبایت`, { id: 'files.kilobytes' });
}

/**
 * Hands bytes that were fetched over to the browser as a download. A link to the gateway would lead away from the page when
 * the line is down or the link has run out.
 */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own reference by the next task in every browser that is met; a minute is for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
