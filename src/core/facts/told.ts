import { declared } from './declared.ts';
import type { LocalText } from '../../contract/common.ts';
import type { Locale } from '../../i18n/locale.ts';

/** A text of a guide in the reader's language; else in Persian, and marked so. */
export const told = (locale: Locale, text: LocalText) => text[locale] ?? declared(text.fa);
