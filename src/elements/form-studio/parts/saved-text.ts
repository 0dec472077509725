import { msg, str } from '@lit/localize';
import type { FormSaved, StaffForm, StaffFormList } from '../../../contract/form-studio.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

type Item = StaffFormList['items'][number];

/** «نسخه ۳، ۶ آذر ۱۴۰۵، ۱۰:۱۲، کارشناس آب». Call while rendering. */
export function savedText(locale: Locale, { version, publishedAt, by }: FormSaved): string {
  const who = by ? isolated(locale, by.name) : msg('پیش از آنکه اینجا نوشته شود', { id: 'studio.before' });
  return msg(str`نسخه ${formatNumber(locale, version)}، ${momentText(locale, publishedAt)}، ${who}`, { id: 'studio.saved' });
}

/** What citizens fill in now, and where it comes from. */
export function publishedText(locale: Locale, published: Item['published'] | StaffForm['published']): string {
  if (!published) return msg('فرم اینترنتی ندارد', { id: 'studio.published.none' });
  switch (published.origin) {
    case 'sheet': return msg('فرم ساده‌ای که از شناسنامه خدمت ساخته شده است', { id: 'studio.published.sheet' });
    case 'province': return msg('فرمی که همراه استان آمده است', { id: 'studio.published.province' });
    case 'officers': return savedText(locale, published);
  }
}

export const draftText = (locale: Locale, { changedAt, by }: NonNullable<Item['draft']>): string =>
  msg(str`پیش‌نویس ${isolated(locale, by.name)}، ${momentText(locale, changedAt)}`, { id: 'studio.draft' });
