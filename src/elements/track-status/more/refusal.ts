import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { refreshIcon, warningIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { failureNote, type FailureModel } from '../parts/failure.ts';

/** What happened and what to do now. An unknown code and one that may not be opened read alike. */
export function refusalView({ locale, failure, onRetry }: FailureModel): TemplateResult {
  const retry = html`<button class="button" type="button" @click=${onRetry}>${refreshIcon}${msg('دوباره بپرسید', { id: 'track.retry' })}</button>`;
  switch (failure.kind) {
    case 'notFound':
      return failureNote(
        html`${warningIcon}${msg('با این کد پرونده‌ای باز نشد', { id: 'track.notFound' })}`,
        html`<ul class="hints">
          <li>${msg('کد را رقم به رقم با رسید یا پیامک ثبت بسنجید.', { id: 'track.notFound.compare' })}</li>
          <li>${msg('شاید درخواست در سامانه دیگری ثبت شده باشد؛ کدهای آن‌ها اینجا باز نمی‌شود.', { id: 'track.notFound.elsewhere' })}</li>
          <li>${msg(html`اگر کد را پیدا نمی‌کنید، با <a href="tel:111"><bdi dir="ltr">۱۱۱</bdi></a> تماس بگیرید.`, { id: 'track.notFound.lost' })}</li>
        </ul>`,
      );
    case 'limited':
      return failureNote(
        html`${warningIcon}${msg('چند بار پشت هم پرسیده شد', { id: 'track.limited' })}`,
        html`<p>${msg(str`کد سر جایش است. ${formatNumber(locale, Math.max(1, Math.ceil(failure.seconds / 60)))} دقیقه دیگر دوباره بپرسید.`, { id: 'track.limited.wait' })}</p>${retry}`,
      );
    default:
      return failureNote(
        html`${warningIcon}${msg('میز خدمت درست پاسخ نداد', { id: 'track.broken' })}`,
        html`<p>${msg('اشکال از ماست، نه از کد شما. چند دقیقه دیگر دوباره بپرسید.', { id: 'track.broken.what' })}</p>${retry}`,
      );
  }
}
