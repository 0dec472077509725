import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Delay } from '../../contract/delay.ts';
import type { Locale } from '../../i18n/locale.ts';
import { formatDay } from '../../i18n/formats.ts';
import { localText } from './place.ts';

/** Why an answer comes later than promised, by which rule, and until when; or that nobody has told. Call while rendering. */
export function delayView(locale: Locale, { reason, expected, state }: Delay, now: Date): TemplateResult {
  if (!reason || !expected) return html`<p>${msg('علت دیرکرد نوشته نشده است.', { id: 'delay.unexplained' })}</p>`;
  const day = formatDay(locale, expected, now);
  const rule = localText(locale, reason.rule);
  return html`
    <p>${msg('علت:', { id: 'delay.reason' })} <b><bdi>${localText(locale, reason.title)}</bdi></b>${rule ? html`<br /><span class="soft small">${msg('به استناد', { id: 'delay.rule' })}: <bdi>${rule}</bdi></span>` : nothing}</p>
    <p>${state === 'lapsed'
      ? msg(str`تاریخ تازه ${day} بود. آن هم گذشت و علت دیگری نوشته نشد.`, { id: 'delay.lapsed' })
      : msg(str`پاسخ تا ${day} می‌رسد.`, { id: 'delay.expected' })}</p>
    ${state === 'late' ? html`<p class="soft small">${msg('این علت پس از پایان مهلت نوشته شد.', { id: 'delay.toldLate' })}</p>` : nothing}
  `;
}
