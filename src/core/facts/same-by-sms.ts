import { msg, str } from '@lit/localize';
import type { SameBySms } from '../../contract/news.ts';
import type { Locale } from '../../i18n/locale.ts';
import { whenText } from './clock.ts';

/** What became of the news of an e-mail that reached nobody: the same words for citizen and desk. Call while rendering. */
export function bySmsText(locale: Locale, { sentAt }: SameBySms, now: Date): string {
  if (sentAt === null) return msg('همان خبر با پیامک در راه است.', { id: 'bySms.waiting' });
  return msg(str`همان خبر را ${whenText(locale, sentAt, now)} پیامک کردیم.`, { id: 'bySms.sent' });
}
