import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { lockIcon } from '../../../core/icons.ts';
import { otpForm } from '../../../core/proof/otp-form.ts';
import type { ProofFlow } from './proof-flow.ts';

/** The one-time code: asked for, on its way, typed. */
export function proofView(flow: ProofFlow): TemplateResult {
  const { oneTime } = flow;
  if (flow.step === 'asking') {
    return html`<section class="door no-print" aria-busy="true"><p>${msg('پیامک را می‌فرستیم…', { id: 'track.otp.sending' })}</p></section>`;
  }
  return html`
    <section class="door no-print" aria-labelledby="door">
      <h3 id="door">${lockIcon}${msg('کد پیامکی را بنویسید', { id: 'track.otp.title' })}</h3>
      ${flow.expired ? html`<p class="note warn">${msg('برای حفظ اطلاعات شما این بخش بسته شد. کد تازه بگیرید؛ اگر چیزی نوشته بودید، سر جایش است.', { id: 'track.otp.expired' })}</p>` : nothing}
      <p class="soft">${msg('اگر این کد درست باشد، پیامکی به شماره‌ای که ثبت کرده‌اید رفت.', { id: 'track.otp.sent' })}</p>
      ${otpForm({
        locale: flow.port.locale(), otp: oneTime.otp, fault: oneTime.fault, wait: oneTime.wait, busy: oneTime.step === 'confirming',
        confirm: msg('باز کنید', { id: 'track.otp.confirm' }),
        onInput: (otp) => (oneTime.otp = otp), onConfirm: () => void flow.confirm(), onResend: () => void oneTime.ask(),
      })}
    </section>
  `;
}
