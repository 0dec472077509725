import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../../contract/form.ts';
import { textInput, type TextInputView } from '../../../core/controls/text-input.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { checkPaymentId } from '../../../persian/identity/bill.ts';
import { numberWords } from '../../../persian/number-words.ts';
import { readField } from '../../../rules/form-field.ts';

/** Rials as people speak of them: «دوازده هزار و پانصد تومان». Call while rendering. */
function spokenAmount(locale: Locale, rial: number): string {
  const say = (amount: number) => (locale === 'fa' ? numberWords(amount) : formatNumber(locale, amount));
  const toman = Math.floor(rial / 10);
  const rest = rial % 10;
  if (!toman) return msg(str`${say(rest)} ریال`, { id: 'form.rials' });
  return rest
    ? msg(str`${say(toman)} تومان و ${say(rest)} ریال`, { id: 'form.tomansAndRials' })
    : msg(str`${say(toman)} تومان`, { id: 'form.tomans' });
}

const withAmount = (view: TextInputView, text: string | undefined): TemplateResult => textInput({
  ...view,
  below: text ? html`<p class="small soft" id="${view.id}-amount">${text}</p>` : nothing,
  belowId: text ? `${view.id}-amount` : undefined,
});

/** An amount in rials, with what it is in tomans: a zero too many is heard before it is seen. */
export function moneyField(locale: Locale, item: Field, view: TextInputView): TemplateResult {
  const { value } = readField({ ...item, min: undefined, max: undefined }, view.value || undefined, '', () => undefined);
  return withAmount(
    { ...view, hint: view.hint ?? msg('به ریال', { id: 'hint.money' }), ltr: true, inputmode: 'numeric', size: 20 },
    typeof value === 'number' ? spokenAmount(locale, value) : undefined,
  );
}

/** The number by which a bill is paid, with the amount that it says. */
export function paymentField(locale: Locale, view: TextInputView): TemplateResult {
  const check = checkPaymentId(view.value);
  return withAmount(view, check.valid && check.amountRial
    ? msg(str`مبلغ قبض: ${formatNumber(locale, check.amountRial)} ریال، ${spokenAmount(locale, check.amountRial)}`, { id: 'form.billAmount' })
    : undefined);
}
