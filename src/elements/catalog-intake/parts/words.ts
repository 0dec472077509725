import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { StaffRef } from '../../../contract/staff.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { alertIcon, checkIcon, infoIcon, warningIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import type { Fault } from '../../../core/staff/port.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Severity } from '../model/place.ts';
import { mostBytes } from '../model/upload.ts';

export const severityIcon: Record<Severity, TemplateResult> = { rejected: alertIcon, warning: warningIcon, advice: infoIcon, repaired: checkIcon };

/** Call while rendering, as all below. */
export function severityText(severity: Severity): string {
  switch (severity) {
    case 'rejected': return msg('رد شده', { id: 'intake.rejected' });
    case 'warning': return msg('هشدار', { id: 'intake.warning' });
    case 'advice': return msg('پیشنهاد', { id: 'intake.advice' });
    case 'repaired': return msg('خودکار درست شد', { id: 'intake.repaired' });
  }
}

export const rowText = (locale: Locale, row: number): string => msg(str`سطر ${formatNumber(locale, row)}`, { id: 'intake.row' });

export const listText = (locale: Locale, texts: readonly string[]): string => texts.join(locale === 'fa' ? '، ' : ', ');
export const namesText = (locale: Locale, people: readonly StaffRef[]): string => listText(locale, people.map(({ name }) => isolated(locale, name)));

/** What happened and what to do now. */
export function intakeFaultText(locale: Locale, fault: Fault | { code: 'empty' }): string {
  switch (fault.code) {
    case 'empty': return msg('این فایل خالی است؛ فایل دیگری برگزینید.', { id: 'intake.fault.empty' });
    case 'upload.tooLarge':
      return msg(str`فایل از ${formatNumber(locale, mostBytes / 1_000_000)} مگابایت بزرگ‌تر است. عکس‌ها و برگه‌های اضافه را از آن بردارید و دوباره بفرستید.`, { id: 'intake.fault.tooLarge' });
    case 'agency.notFound': return msg('این دستگاه دیگر در فهرست استان نیست؛ صفحه را تازه کنید.', { id: 'intake.fault.agency' });
    case 'declaration.notFound': return msg('این پیش‌نویس نیست؛ شاید همکارتان آن را دور انداخته است.', { id: 'intake.fault.notFound' });
    case 'declaration.changed': return msg('همکارتان در همین میان چیزی را عوض کرد. آنچه می‌بینید تازه است؛ نگاهش کنید و اگر هنوز درست است دوباره بزنید.', { id: 'intake.fault.changed' });
    case 'declaration.notReady': return msg('این پیش‌نویس را نمی‌شود منتشر کرد: سطر درستی ندارد، یا بیش از نیمی از سطرهایش رد شده است، یا پیش‌تر کارش تمام شده است. سطرهای ردشده را درست کنید و دوباره بزنید.', { id: 'intake.fault.notReady' });
    case 'declaration.ownDraft': return msg('رئیس دستگاه گفته است که نفر دیگری منتشر کند. نشانی این صفحه را به همکارتان بدهید.', { id: 'intake.fault.ownDraft' });
    case 'links.notAllowed': return msg('این میز خدمت اجازه ندارد نشانی‌های بیرون را باز کند؛ مدیر سامانه با CHECK_LINKS اجازه می‌دهد. پیش از انتشار، نشانی‌ها را خودتان در مرورگر باز کنید.', { id: 'intake.fault.links' });
    case 'publication.notFound': return msg('این نسخه دیگر نیست؛ صفحه را تازه کنید.', { id: 'intake.fault.publication' });
    default: return faultText(locale, fault);
  }
}
