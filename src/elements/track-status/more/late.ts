import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { moodOf } from '../../../core/facts/clock.ts';
import { delayView } from '../../../core/facts/delay.ts';
import { phoneHref, phoneText } from '../../../core/facts/place.ts';
import { hourglassIcon, warningIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** Why a request is late, or will be, as far as anybody has told, and what a citizen can do about it. */
export function lateNote(locale: Locale, status: RequestStatus): TemplateResult | typeof nothing {
  const { clock, delay } = status;
  const why = delay ? delayView(locale, delay, new Date(status.asOf)) : nothing;
  if (moodOf(clock) === 'stopped') return delay ? html`<div class="note delay-note"><div>${why}</div></div>` : nothing;
  if (clock.overdue) return html`<div class="note bad late-note"><p>${warningIcon}<b>${msg('این پرونده دیر شده است و حق دارید پیگیر شوید.', { id: 'track.lateRight' })}</b></p>${why}${hints(locale, status)}</div>`;
  return delay
    ? html`<div class="note warn delay-note"><p>${hourglassIcon}<b>${msg('پاسخ دیرتر از قول دستگاه می‌رسد.', { id: 'track.willBeLate' })}</b></p>${why}</div>`
    : nothing;
}

function hints(locale: Locale, { holder }: RequestStatus): TemplateResult {
  const phone = holder?.phone;
  const call = phone
    ? html`<a href=${phoneHref(phone)}><bdi dir="ltr" translate="no">${phoneText(locale, phone)}</bdi></a>`
    : undefined;
  return html`<ol class="hints">
    <li>${call
      ? msg(html`به واحد زنگ بزنید: ${call}. کد رهگیری را بخوانید و علت را بپرسید.`, { id: 'track.late.call' })
      : msg('به واحد سر بزنید، کد رهگیری را نشان دهید و علت را بپرسید.', { id: 'track.late.visit' })}</li>
    <li>${msg(html`اگر پاسخ روشن نگرفتید، به <a href="tel:111"><bdi dir="ltr">۱۱۱</bdi></a> بگویید؛ شکایت شما جدا ثبت می‌شود.`, { id: 'track.late.complain' })}</li>
  </ol>`;
}
