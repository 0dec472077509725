import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { describedBy, field, type FieldView } from '../controls/field.ts';
import { otpLength, type Fault } from './fault.ts';
import type { ResendWait } from './resend-wait.ts';

export interface OtpView {
  locale: Locale;
  otp: string;
  fault?: Fault;
  busy: boolean;
  wait: ResendWait;
  /** What the button that confirms says. */
  confirm: string;
  onInput(otp: string): void;
  onConfirm(): void;
  onResend(): void;
}

/** A one-time code is on its way and typed, in the control `#otp`. */
export function otpForm(view: OtpView): TemplateResult {
  const { locale, fault } = view;
  const control: FieldView = {
    id: 'otp',
    label: msg('کد پیامکی', { id: 'track.otp' }),
    hint: msg('شش رقم', { id: 'track.otp.hint' }),
    error: fault && faultText(locale, fault),
  };
  return html`
    <form class="otp" novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      view.onConfirm();
    }}>
      ${field(control, html`<input
        class="input otp-input" id="otp" type="text" dir="ltr" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" maxlength="12"
        aria-describedby=${describedBy(control)} aria-invalid=${fault ? 'true' : nothing}
        .value=${live(view.otp)} @input=${(event: InputEvent) => view.onInput((event.target as HTMLInputElement).value)}
      />`)}
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${view.busy ? 'true' : nothing}>${view.confirm}</button>
        ${resendButton(locale, view.wait, view.onResend)}
      </div>
    </form>
  `;
}

/** Cannot be pressed before its time. */
export function resendButton(locale: Locale, { seconds: wait }: ResendWait, onResend: () => void): TemplateResult {
  return html`<button class="button quiet" type="button" ?disabled=${wait > 0} @click=${() => onResend()}>${wait > 0
    ? msg(str`ارسال دوباره تا ${formatNumber(locale, wait)} ثانیه دیگر`, { id: 'track.otp.wait' })
    : msg('کد دیگری بفرستید', { id: 'track.otp.resend' })}</button>`;
}

export function faultText(locale: Locale, { kind, seconds }: Fault): string {
  switch (kind) {
    case 'empty': return msg('کدی را که پیامک شد بنویسید.', { id: 'track.otp.empty' });
    case 'length': return msg(str`کد پیامکی ${formatNumber(locale, otpLength)} رقم است.`, { id: 'track.otp.length' });
    case 'wrong': return msg('این کد درست نیست یا زمانش گذشته است. آخرین پیامک را ببینید یا کد دیگری بگیرید.', { id: 'track.otp.wrong' });
    case 'limited': return msg(str`چند بار پشت هم تلاش شد. ${formatNumber(locale, Math.max(1, Math.ceil((seconds ?? 60) / 60)))} دقیقه دیگر دوباره بزنید.`, { id: 'track.otp.limited' });
    case 'unreachable': return msg('به میز خدمت نرسیدیم. اینترنت را ببینید و دوباره بزنید.', { id: 'track.otp.unreachable' });
    default: return msg('اشکال از ماست. چند دقیقه دیگر دوباره بزنید.', { id: 'track.otp.broken' });
  }
}

export const otpStyles = css`
  .otp {
    margin-block-start: 0.75em;
  }
  .otp-input {
    max-inline-size: 12em;
    text-align: center;
    font-size: max(1.25em, 16px);
    font-variant-numeric: tabular-nums;
  }
`;
