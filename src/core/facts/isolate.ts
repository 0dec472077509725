import type { Locale } from '../../i18n/locale.ts';

/**
 * A name that may be written in the other direction than the sentence around it: isolated, so that quotes and commas
 * beside it stay where they belong. For text without markup; in templates `<bdi>` does the same.
 */
export const isolated = (locale: Locale, text: string): string => (locale === 'fa' ? text : `\u2068${text}\u2069`);
