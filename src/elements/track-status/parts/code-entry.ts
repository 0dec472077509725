import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { searchIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** What was found wrong with a code before the gateway was asked. */
export interface CodeFault {
  reason: 'empty' | 'length' | 'checkDigit' | 'characters';
  digits: number;
}

export interface CodeEntryModel {
  locale: Locale;
  typed: string;
  fault?: CodeFault;
  onInput(event: InputEvent): void;
  onSubmit(event: SubmitEvent): void;
}

export function faultText(locale: Locale, { reason, digits }: CodeFault): string {
  const n = formatNumber(locale, digits);
  switch (reason) {
    case 'empty': return msg('کد رهگیری را بنویسید؛ روی رسید و در پیامک ثبت هست.', { id: 'track.code.empty' });
    case 'length':
      return digits === 0
        ? msg('کد رهگیری ۱۶ رقم دارد؛ در آنچه نوشته‌اید رقمی نیست.', { id: 'track.code.noDigits' })
        : msg(str`کد رهگیری ۱۶ رقم دارد؛ شما ${n} رقم نوشته‌اید.`, { id: 'track.code.length' });
    case 'characters': return msg('کد رهگیری فقط رقم دارد؛ بقیه را پاک کنید.', { id: 'track.code.characters' });
    case 'checkDigit': return msg('یک رقم جابه‌جا یا اشتباه است؛ کد را دوباره از روی رسید بنویسید.', { id: 'track.code.checkDigit' });
  }
}

/** The question that opens everything: which code? */
export function codeEntry(model: CodeEntryModel): TemplateResult {
  const view: FieldView = {
    id: 'code',
    label: msg('کد رهگیری', { id: 'track.code' }),
    hint: msg('۱۶ رقم است؛ روی رسید و در پیامک ثبت نوشته شده. با فاصله یا بی‌فاصله بنویسید.', { id: 'track.code.hint' }),
    error: model.fault && faultText(model.locale, model.fault),
  };
  const control = html`<input
    class="input code-input"
    id="code"
    type="text"
    dir="ltr"
    inputmode="numeric"
    autocomplete="off"
    spellcheck="false"
    translate="no"
    aria-describedby=${describedBy(view)}
    aria-invalid=${model.fault ? 'true' : nothing}
    .value=${model.typed}
    @input=${model.onInput}
  />`;
  return html`
    <form class="entry no-print" novalidate @submit=${model.onSubmit}>
      ${field(view, control)}
      <button class="button primary" type="submit">${searchIcon}${msg('پیگیری کنید', { id: 'track.submit' })}</button>
    </form>
  `;
}

/** Groups digits by four while a person types at the end of the field; elsewhere the caret would jump. */
export function regroup(input: HTMLInputElement, inputType: string): string {
  const { value } = input;
  if (inputType.startsWith('delete') || input.selectionStart !== value.length) return value;
  if (!/^[\d۰-۹٠-٩\s‌-]*$/.test(value)) return value;
  return value.replace(/[^\d۰-۹٠-٩]/g, '').replace(/([\d۰-۹٠-٩]{4})(?=[\d۰-۹٠-٩])/g, '$1 ');
}
