import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { phoneHref, phoneText } from '../../../core/facts/place.ts';
import { warningIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** What a citizen can do about a request that is late. */
export function lateNote(locale: Locale, status: RequestStatus): TemplateResult {
  const phone = status.holder?.phone;
  const call = phone
    ? html`<a href=${phoneHref(phone)}><bdi dir="ltr" translate="no">${phoneText(locale, phone)}</bdi></a>`
    : undefined;
  return html`
    <div class="note bad late-note">
      <p>${warningIcon}<b>${msg('این پرونده دیر شده است و حق دارید پیگیر شوید.', { id: 'track.lateRight' })}</b></p>
      <ol class="hints">
        <li>${call
          ? msg(html`به واحد زنگ بزنید: ${call}. کد رهگیری را بخوانید و علت را بپرسید.`, { id: 'track.late.call' })
          : msg('به واحد سر بزنید، کد رهگیری را نشان دهید و علت را بپرسید.', { id: 'track.late.visit' })}</li>
        <li>${msg(html`اگر پاسخ روشن نگرفتید، به <a href="tel:111"><bdi dir="ltr">۱۱۱</bdi></a> بگویید؛ شکایت شما جدا ثبت می‌شود.`, { id: 'track.late.complain' })}</li>
      </ol>
    </div>
  `;
}
