import { formatDate, formatTime } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';

/** «۶ آذر ۱۴۰۵، ۱۰:۱۲»: when somebody saved, published or handed something in. */
export const momentText = (locale: Locale, at: string | Date): string => `${formatDate(locale, at)}${locale === 'fa' ? '، ' : ', '}${formatTime(locale, at)}`;
