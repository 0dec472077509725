import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { textInput } from '../../../core/controls/text-input.ts';
import { infoIcon } from '../../../core/icons.ts';
import type { SameMatter } from '../form/filling.ts';
import type { FormModel } from './model.ts';

/**
 * An open complaint about the same matter was found: the code that went to the mobile adds this one to it. Nobody is refused:
 * who means something else files it apart.
 */
export function sameMatterView({ filling }: FormModel, asked: SameMatter): TemplateResult {
  const change = (more: Partial<SameMatter>) => {
    filling.failure = { ...asked, ...more };
    filling.host.requestUpdate();
  };
  const send = (event: Event, separate: boolean) => {
    change({ separate });
    if (!filling.sending) (event.currentTarget as Element).closest('form')!.requestSubmit();
  };
  const again = (event: Event) => {
    if (filling.sending) return;
    filling.failure = undefined;
    (event.currentTarget as Element).closest('form')!.requestSubmit();
  };
  return html`<div class="note warn told" id="failure" role="group" aria-labelledby="same-title" tabindex="-1">${infoIcon}<div class="same">
    <p id="same-title"><strong>${msg('درباره همین موضوع شکایت بازی دارید', { id: 'same.title' })}</strong></p>
    <p>${msg('برای اینکه کسی از نو شروع نکند، نوشته تازه شما به همان شکایت افزوده می‌شود و تاریخ پاسخ آن همان می‌ماند. کدی را که به تلفن همراهتان پیامک شد بنویسید.', { id: 'same.text' })}</p>
    ${textInput({
      id: 'same-otp',
      label: msg('کد پیامکی', { id: 'same.otp' }),
      error: asked.wrong === 'digits' ? msg('کد پیامکی شش رقم است. همه را بنویسید.', { id: 'same.digits' })
        : asked.wrong ? msg('این کد درست نیست یا مهلتش گذشته است. پیامک آخر را ببینید.', { id: 'same.wrong' }) : undefined,
      ltr: true, inputmode: 'numeric', autocomplete: 'one-time-code', size: 10, value: asked.otp,
      onInput: (otp) => change({ otp, wrong: undefined }),
    })}
    <p class="row">
      <button type="button" class="button primary" aria-disabled=${filling.sending ? 'true' : 'false'} @click=${(event: Event) => send(event, false)}>${msg('افزودن به همان شکایت', { id: 'same.join' })}</button>
      <button type="button" class="link" @click=${(event: Event) => again(event)}>${msg('کد نرسید؟ یک دقیقه بعد کد تازه بگیرید', { id: 'same.resend' })}</button>
    </p>
    <p class="row"><button type="button" class="button" @click=${(event: Event) => send(event, true)}>${msg('موضوع دیگری است؛ جداگانه ثبت شود', { id: 'same.separate' })}</button></p>
  </div></div>`;
}
