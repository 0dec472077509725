import { declared } from '../../../core/facts/declared.ts';
import type { Locale } from '../../../i18n/locale.ts';

type Text = { fa: string; [language: string]: string | undefined };

/** A text of a guide in the reader's language; else in Persian, and marked so. */
export const told = (locale: Locale, text: Text) => (locale === 'fa' || text[locale] === undefined ? (locale === 'fa' ? text.fa : declared(text.fa)) : text[locale]);
