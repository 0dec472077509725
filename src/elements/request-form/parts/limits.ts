import { msg, str } from '@lit/localize';
import { bytesText } from '../../../core/facts/files.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

const mebibyte = 1024 * 1024;

/** A limit as the form's author meant it: 5,242,880 bytes are «۵ مگابایت», not ۵٫۲. Call while rendering. */
export const sizeLimitText = (locale: Locale, bytes: number): string =>
  bytes % mebibyte === 0 ? msg(str`${formatNumber(locale, bytes / mebibyte)} مگابایت`, { id: 'files.megabytes' }) : bytesText(locale, bytes);
