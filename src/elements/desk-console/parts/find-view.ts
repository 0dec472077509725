import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { searchIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CodeFault, FindModel } from '../model/find.ts';
import { faultText } from '../../../core/staff/fault-text.ts';

/** The field for the code that somebody reads out at the counter or on the telephone. */
export function findView(locale: Locale, model: FindModel): TemplateResult {
  const { wrong, fault } = model;
  const view: FieldView = {
    id: 'find-code',
    label: msg('کد رهگیری', { id: 'console.find.code' }),
    hint: msg('کدی که شهروند می‌خواند؛ ۱۶ رقم، با فاصله یا بی‌فاصله.', { id: 'console.find.hint' }),
    error: wrong ? wrongText(locale, wrong) : fault && notFoundOr(locale, fault),
  };
  return html`
    <form class="find" role="search" aria-label=${msg('پیدا کردن پرونده با کد رهگیری', { id: 'console.find' })} novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void model.submit();
    }}>
      ${field(view, html`<div class="find-row"><input
          class="input" id="find-code" type="text" dir="ltr" inputmode="numeric" autocomplete="off" spellcheck="false" translate="no" maxlength="200"
          aria-describedby=${describedBy(view)} aria-invalid=${view.error ? 'true' : nothing}
          .value=${live(model.typed)} @input=${(event: InputEvent) => model.write((event.target as HTMLInputElement).value)}
        /><button class="button" type="submit" aria-disabled=${model.busy ? 'true' : nothing}>${searchIcon}${model.busy
          ? msg('می‌گردیم…', { id: 'console.finding' })
          : msg('پیدا کنید', { id: 'console.find.go' })}</button></div>`)}
    </form>
  `;
}

/** One answer for a code that nobody has and for a case of another desk: whose it is, is not everybody's to know. */
const notFoundOr = (locale: Locale, fault: NonNullable<FindModel['fault']>): string =>
  fault.code === 'request.notFound'
    ? msg('پرونده‌ای با این کد روی میز شما نیست؛ کد را یک بار دیگر با شهروند بخوانید.', { id: 'console.find.notFound' })
    : faultText(locale, fault);

function wrongText(locale: Locale, { reason, digits }: CodeFault): string {
  const n = formatNumber(locale, digits);
  switch (reason) {
    case 'empty': return msg('کدی را که شهروند می‌خواند بنویسید.', { id: 'console.find.empty' });
    case 'characters': return msg('کد رهگیری فقط رقم دارد؛ بقیه را پاک کنید.', { id: 'console.find.characters' });
    case 'length':
      return digits === 0
        ? msg('کد رهگیری ۱۶ رقم دارد؛ در آنچه نوشته‌اید رقمی نیست.', { id: 'console.find.noDigits' })
        : msg(str`کد رهگیری ۱۶ رقم دارد؛ شما ${n} رقم نوشته‌اید.`, { id: 'console.find.length' });
    case 'checkDigit': return msg('یک رقم اشتباه یا جابه‌جاست؛ از شهروند بخواهید کد را دوباره بخواند.', { id: 'console.find.checkDigit' });
  }
}
