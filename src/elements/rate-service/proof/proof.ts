import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Locale } from '../../../i18n/locale.ts';
import { lockIcon } from '../../../core/icons.ts';
import type { OneTimeCode } from '../../../core/proof/one-time-code.ts';
import { otpForm } from '../../../core/proof/otp-form.ts';

export { OneTimeCode } from '../../../core/proof/one-time-code.ts';
export { otpStyles as styles } from '../../../core/proof/otp-form.ts';

/** The step between choosing and sending: the code that went to the filed number. */
export function proofView(locale: Locale, code: OneTimeCode, onBack: () => void): TemplateResult {
  if (code.step === 'asking') return html`<section class="door" aria-busy="true"><p>${msg('پیامک را می‌فرستیم…', { id: 'track.otp.sending' })}</p></section>`;
  return html`
    <section class="door" aria-labelledby="door">
      <h2 id="door">${lockIcon}${msg('یک گام مانده: کد پیامکی', { id: 'prove.title' })}</h2>
      <p class="soft">${msg('اگر این کد درست باشد، پیامکی به شماره‌ای که ثبت کرده‌اید رفت.', { id: 'track.otp.sent' })} ${msg('با آن نظرتان می‌رود؛ آنچه زدید نگه داشته شده است.', { id: 'rate.proof.kept' })}</p>
      ${otpForm({
        locale, otp: code.otp, fault: code.fault, wait: code.wait, busy: code.step === 'confirming', confirm: msg('نظرتان را بفرستید', { id: 'rate.send' }),
        onInput: (otp) => (code.otp = otp), onConfirm: () => void code.confirm(), onResend: () => void code.ask(),
      })}
      <button class="button quiet" type="button" @click=${onBack}>${msg('برگردید به پرسش‌ها', { id: 'rate.proof.back' })}</button>
    </section>
  `;
}
