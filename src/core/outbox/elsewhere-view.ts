import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { whenText } from '../facts/clock.ts';
import { alertIcon, closeIcon, infoIcon } from '../icons.ts';
import { groupCode } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Elsewhere, Told } from './elsewhere.ts';

export const sentText = (title: string): string =>
  msg(str`فرم «${title}» که منتظر مانده بود ثبت شد. کد رهگیری آن را نگه دارید:`, { id: 'draft.sentNow' });

/** The minute by whose end it has gone. */
const minute = (at: number): string => new Date(Math.ceil(at / 60_000) * 60_000).toISOString();

/** What waits on the device beside this form, and what became of it. */
export function elsewhereView({ told, host }: Elsewhere, locale: Locale, now: Date): TemplateResult {
  const close = ({ key }: Told) => html`<button type="button" class="link icon-only" aria-label=${msg('بستن این پیام', { id: 'draft.dismiss' })} @click=${() => {
    told.delete(key);
    host.update();
  }}>${closeIcon}</button>`;
  const open = ({ service }: Told, text: string) => html`<button type="button" class="link" @click=${() => host.open(service)}>${text}</button>`;
  const one = (each: Told): [urgent: boolean, text: unknown, actions: unknown] => {
    const { title, state } = each;
    if (state === 'waits' && each.goesAt) {
      return [false, msg(str`فرم «${title}» روی همین دستگاه منتظر است و ${whenText(locale, minute(each.goesAt), now)} خودش فرستاده می‌شود.`, { id: 'draft.waitsForTurn' }), nothing];
    }
    if (state === 'waits') return [false, msg(str`فرم «${title}» روی همین دستگاه منتظر است و همین که وصل شویم خودش فرستاده می‌شود.`, { id: 'draft.waitsForLine' }), nothing];
    if (state === 'refused') {
      return [true, msg(str`فرم «${title}» که منتظر مانده بود پذیرفته نشد. نوشته‌ها مانده است؛ فرمش را باز کنید و دوباره بفرستید.`, { id: 'draft.refusedNow' }),
        html`${open(each, msg('فرمش را باز کنید', { id: 'draft.openIt' }))} ${close(each)}`];
    }
    if ('code' in state) return [false, html`${sentText(title)} <bdi dir="ltr" translate="no">${groupCode(state.code)}</bdi>`, close(each)];
    return [true, msg(str`فرم «${title}» به میز خدمت رسیده و منتظر کد پیامکی است. اگر تا ${whenText(locale, new Date(state.proveUntil).toISOString(), now)} کد را ننویسید ثبت نمی‌شود.`, { id: 'draft.waitsForCode' }),
      open(each, msg('کد را بنویسید', { id: 'draft.writeCode' }))];
  };
  return html`${[...told.values()].filter(({ key }) => key !== host.own()).map((each) => {
    const [urgent, text, actions] = one(each);
    return html`<div class="note ${urgent ? 'warn' : ''} told">${urgent ? alertIcon : infoIcon}<p>${text} ${actions}</p></div>`;
  })}`;
}
