import { msg, str } from '@lit/localize';
import type { StaffGuide } from '../../../contract/guide.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** «نسخه ۳، ۶ آذر ۱۴۰۵، ۱۰:۱۲، کارشناس راهنماها». Call while rendering. */
export function savedText(locale: Locale, { version, savedAt, by }: Pick<StaffGuide, 'version' | 'savedAt' | 'by'>): string {
  const number = formatNumber(locale, version);
  const when = momentText(locale, savedAt);
  const who = by ? isolated(locale, by.name) : msg('همراه انتشار فهرست', { id: 'guideEditor.published' });
  return msg(str`نسخه ${number}، ${when}، ${who}`, { id: 'guideEditor.saved' });
}

/** Names of what differs, in one line. */
export function changesText(locale: Locale, names: readonly string[]): string {
  return names.map((name) => (name ? `«${isolated(locale, name)}»` : msg('عنوان و جای راهنما', { id: 'guideEditor.head' }))).join(locale === 'fa' ? '، ' : ', ');
}
