import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { lockIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { otpLength, type Fault } from './fault.ts';
import type { ProofFlow } from './proof-flow.ts';

/** The one-time code: asked for, on its way, typed. */
export function proofView(flow: ProofFlow): TemplateResult {
  const locale = flow.port.locale();
  if (flow.step === 'asking') {
    return html`<section class="door no-print" aria-busy="true"><p>${msg('پیامک را می‌فرستیم…', { id: 'track.otp.sending' })}</p></section>`;
  }
  const busy = flow.step === 'confirming';
  const wait = Math.ceil((flow.resendAt - Date.now()) / 1000);
  const view: FieldView = {
    id: 'otp',
    label: msg('کد پیامکی', { id: 'track.otp' }),
    hint: msg('شش رقم', { id: 'track.otp.hint' }),
    error: flow.fault && otpFaultText(locale, flow.fault),
  };
  return html`
    <section class="door no-print" aria-labelledby="door">
      <h3 id="door">${lockIcon}${msg('کد پیامکی را بنویسید', { id: 'track.otp.title' })}</h3>
      ${flow.expired ? html`<p class="note warn">${msg('برای حفظ اطلاعات شما این بخش بسته شد. کد تازه بگیرید؛ اگر چیزی نوشته بودید، سر جایش است.', { id: 'track.otp.expired' })}</p>` : nothing}
      <p class="soft">${msg('اگر این کد درست باشد، پیامکی به شماره‌ای که ثبت کرده‌اید رفت.', { id: 'track.otp.sent' })}</p>
      <form class="otp" novalidate @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void flow.confirm();
      }}>
        ${field(view, html`<input
          class="input otp-input" id="otp" type="text" dir="ltr" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" maxlength="12"
          aria-describedby=${describedBy(view)} aria-invalid=${flow.fault ? 'true' : nothing}
          .value=${live(flow.otp)} @input=${(event: InputEvent) => (flow.otp = (event.target as HTMLInputElement).value)}
        />`)}
        <div class="row">
          <button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>${msg('باز کنید', { id: 'track.otp.confirm' })}</button>
          <button class="button quiet" type="button" ?disabled=${wait > 0} @click=${() => void flow.ask()}>
            ${wait > 0
              ? msg(str`ارسال دوباره تا ${formatNumber(locale, wait)} ثانیه دیگر`, { id: 'track.otp.wait' })
              : msg('کد دیگری بفرستید', { id: 'track.otp.resend' })}
          </button>
        </div>
      </form>
    </section>
  `;
}

function otpFaultText(locale: Locale, { kind, seconds }: Fault): string {
  switch (kind) {
    case 'empty': return msg('کدی را که پیامک شد بنویسید.', { id: 'track.otp.empty' });
    case 'length': return msg(str`کد پیامکی ${formatNumber(locale, otpLength)} رقم است.`, { id: 'track.otp.length' });
    case 'wrong': return msg('این کد درست نیست یا زمانش گذشته است. آخرین پیامک را ببینید یا کد دیگری بگیرید.', { id: 'track.otp.wrong' });
    case 'limited': return msg(str`چند بار پشت هم تلاش شد. ${formatNumber(locale, Math.max(1, Math.ceil((seconds ?? 60) / 60)))} دقیقه دیگر دوباره بزنید.`, { id: 'track.otp.limited' });
    case 'unreachable': return msg('به میز خدمت نرسیدیم. اینترنت را ببینید و دوباره بزنید.', { id: 'track.otp.unreachable' });
    default: return msg('اشکال از ماست. چند دقیقه دیگر دوباره بزنید.', { id: 'track.otp.broken' });
  }
}
