import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { textInput } from '../../../core/controls/text-input.ts';
import { spanText } from '../../../core/facts/clock.ts';
import { alertIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { FormModel } from '../parts/model.ts';
import type { Carry, CarryFault } from './carry.ts';

/** The way of a draft to another device, or from one. */
export function carryView(model: FormModel, carry: Carry): TemplateResult {
  const { filling: { host }, locale } = model;
  const { way, fault } = carry;
  if (carry.step === 'sent') {
    return html`<p class="small" id="carry" role="status" tabindex="-1">${msg(str`کدی به این شماره پیامک می‌شود. در دستگاه دیگر همین فرم را باز کنید، «از دستگاه دیگری ادامه می‌دهید؟» را بزنید و کد را بنویسید. نوشته‌ها تا ${formatNumber(locale, carry.validHours)} ساعت رمزشده نزد میز خدمت می‌ماند و با نخستین باز شدن پاک می‌شود.`, { id: 'carry.sent' })}</p>`;
  }
  const go = async (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    if (await carry.go()) model.focusHeading();
    else if (carry.fault || carry.step === 'sent') model.focusId(carry.fault === 'code' || carry.fault === 'wrong' ? 'carry-code' : carry.fault === 'mobile' ? 'carry-mobile' : 'carry');
  };
  const error = (kinds: CarryFault[]) => (fault && kinds.includes(fault) ? faultText(model, fault) : undefined);
  return html`<section class="note told" aria-labelledby="carry"><form novalidate @submit=${go}>
    <h3 id="carry" class="small" tabindex="-1">${way === 'out' ? msg('ادامه در دستگاه دیگر', { id: 'carry.out' }) : msg('ادامه از دستگاه دیگر', { id: 'carry.in' })}</h3>
    <p class="small">${way === 'out'
      ? msg('نوشته‌ها رمزشده به میز خدمت می‌رود و کدی به تلفن شما پیامک می‌شود که یک بار و فقط تا یک روز بازش می‌کند.', { id: 'carry.outMeans' })
      : msg('شماره‌ای را که در آن دستگاه نوشتید و کدی را که به آن پیامک شد بنویسید.', { id: 'carry.inMeans' })}</p>
    ${textInput({
      id: 'carry-mobile', label: msg('شماره تلفن همراه', { id: 'carry.mobile' }), value: carry.mobile, ltr: true, inputmode: 'tel', autocomplete: 'tel', size: 12,
      error: error(['mobile']),
      onInput: (value) => (carry.mobile = value),
    })}
    ${way === 'in'
      ? textInput({
          id: 'carry-code', label: msg('کد هشت‌رقمی', { id: 'carry.code' }), value: carry.otp, ltr: true, inputmode: 'numeric', autocomplete: 'one-time-code', size: 12,
          error: error(['code', 'wrong']),
          onInput: (value) => (carry.otp = value),
        })
      : nothing}
    ${fault && !error(['mobile', 'code', 'wrong']) ? html`<p class="error" role="alert">${alertIcon}<span>${faultText(model, fault)}</span></p>` : nothing}
    <div class="row">
      <button type="submit" class="button" aria-disabled=${carry.step === 'busy' ? 'true' : 'false'}>${way === 'out' ? msg('کد بفرستید', { id: 'carry.send' }) : msg('نوشته‌ها را بیاورید', { id: 'carry.fetch' })}</button>
      <button type="button" class="link" @click=${() => {
        model.filling.carry = undefined;
        host.requestUpdate();
        model.focusHeading();
      }}>${msg('نه', { id: 'draft.no' })}</button>
    </div>
  </form></section>`;
}

function faultText({ locale }: FormModel, fault: CarryFault): string {
  if (typeof fault === 'object') return msg(str`چند بار پشت هم خواسته شد. ${spanText(locale, fault.retryAfter * 1000)} دیگر دوباره بزنید.`, { id: 'carry.limited' });
  switch (fault) {
    case 'mobile': return msg('شماره همراه را با ۰۹ و یازده رقم بنویسید.', { id: 'carry.mobileFault' });
    case 'code': return msg('کدی که پیامک شد هشت رقم دارد.', { id: 'carry.codeFault' });
    case 'wrong': return msg('این کد درست نیست، یا زمانش گذشته یا یک بار باز شده است. شماره و کد را با پیامک بسنجید.', { id: 'carry.wrong' });
    case 'files': return msg('فایلی هنوز نرسیده است. صبر کنید تا برسد، یا آن را بردارید.', { id: 'send.filesOnTheWay' });
    case 'unreachable': return msg('به میز خدمت نرسیدیم. نوشته‌ها سر جایش است؛ دوباره بزنید.', { id: 'carry.unreachable' });
    case 'failed': return msg('نشد. نوشته‌ها سر جایش است؛ کمی بعد دوباره بزنید.', { id: 'carry.failed' });
  }
}
