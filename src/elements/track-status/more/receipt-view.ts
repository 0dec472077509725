import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { checkCircleIcon, warningIcon } from '../../../core/icons.ts';
import { formatDate, formatTime } from '../../../i18n/formats.ts';
import { logProofView } from './proof-of-log.ts';
import type { CheckFault, ReceiptCheck } from './receipt-check.ts';

/** Below the code: whether a receipt is genuine. */
export function receiptView(check: ReceiptCheck): TemplateResult {
  switch (check.step) {
    case 'closed':
      return html`<p class="no-print"><button class="button quiet" type="button" @click=${() => check.open()}>${msg('رسید امضاشده دارید؟ درستی‌اش را بسنجید', { id: 'check.open' })}</button></p>`;
    case 'genuine': return genuine(check);
    default: return entry(check);
  }
}

function entry(check: ReceiptCheck): TemplateResult {
  const file: FieldView = { id: 'check-file', label: msg('فایل رسید یا عکس رمزینه آن', { id: 'check.file' }) };
  const text: FieldView = { id: 'check-text', label: msg('یا نوشته رمزینه', { id: 'check.text' }) };
  return html`
    <section class="check no-print" aria-labelledby="check">
      <h3 id="check" tabindex="-1">${msg('سنجش رسید', { id: 'check.title' })}</h3>
      <p class="soft">${msg('با دوربین تلفن هم می‌توانید رمزینه «رسید امضاشده» را بخوانید. سنجش در همین مرورگر است و چیزی از رسید فرستاده نمی‌شود.', { id: 'check.how' })}</p>
      ${check.fault ? html`<p class="note bad" id="check-fault" role="alert" tabindex="-1">${warningIcon}<span>${faultText(check.fault)}</span></p>` : nothing}
      <form novalidate @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void check.check((event.target as HTMLFormElement).querySelector('textarea')!.value);
      }}>
        ${field(file, html`<input id="check-file" type="file" accept=".pdf,.html,.txt,.jws,text/*,image/*" @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const chosen = input.files?.[0];
          if (chosen) void check.checkFile(chosen);
          input.value = '';
        }} />`)}
        ${field(text, html`<textarea class="input" id="check-text" dir="ltr" rows="3" spellcheck="false" autocomplete="off" translate="no" aria-describedby=${describedBy(text)}></textarea>`)}
        <button class="button" type="submit" aria-disabled=${check.step === 'checking' ? 'true' : nothing}>${msg('بسنجید', { id: 'check.submit' })}</button>
      </form>
    </section>
  `;
}

function genuine(check: ReceiptCheck): TemplateResult {
  const locale = check.port.locale();
  const { filedAt, dueAt, offering } = check.claims!;
  const moment = (at: string) => msg(str`${formatDate(locale, at)}، ساعت ${formatTime(locale, at)}`, { id: 'receipt.moment' });
  const service = check.title ?? offering;
  return html`
    <section class="check" aria-labelledby="genuine">
      ${check.altered
        ? html`<h3 id="genuine" class="bad" tabindex="-1">${warningIcon} ${msg('نوشته این فایل عوض شده است', { id: 'check.altered' })}</h3>
          <p class="note bad">${msg('تاریخی که فایل نشان می‌دهد با آنچه میز خدمت امضا کرده است نمی‌خواند. درست همان است که اینجا می‌بینید.', { id: 'check.altered.how' })}</p>`
        : check.inPdf
          ? html`<h3 id="genuine" class="good" tabindex="-1">${checkCircleIcon} ${msg('امضای درون این PDF اصل است', { id: 'check.genuinePdf' })}</h3>
            <p class="note">${msg('نوشته‌هایی که PDF نشان می‌دهد سنجیده نشد، تنها امضای درون آن. تاریخ‌های آن را با آنچه اینجا می‌بینید بسنجید؛ اگر نمی‌خواند، نوشته PDF عوض شده است.', { id: 'check.genuinePdf.how' })}</p>`
          : html`<h3 id="genuine" class="good" tabindex="-1">${checkCircleIcon} ${msg('این رسید اصل است', { id: 'check.genuine' })}</h3>`}
      <h4>${msg('ثابت می‌شود که', { id: 'check.proven' })}</h4>
      <ul class="hints">
        <li>${msg(str`میز خدمت درخواستی را برای «${service}» ثبت کرده است: ${moment(filedAt)}.`, { id: 'check.proven.filed' })}</li>
        <li>${msg(str`در همان وقت گفته است تا ${moment(dueAt)} پاسخ می‌دهد.`, { id: 'check.proven.due' })}</li>
        <li>${msg('تنها همین‌ها امضا شده است و پس از آن عوض نشده است. اگر کاغذ یا فایل تاریخ دیگری نشان می‌دهد، همین درست است.', { id: 'check.proven.whole' })}</li>
      </ul>
      <h4>${msg('ثابت نمی‌شود که', { id: 'check.unproven' })}</h4>
      <ul class="hints">
        <li>${msg('کد رهگیری، نام دستگاه، نشانی و نوشته‌های دیگر کاغذ یا فایل درست است.', { id: 'check.unproven.rest' })}</li>
        <li>${msg('درخواست از کیست و در آن چه نوشته شده است.', { id: 'check.unproven.who' })}</li>
        <li>${msg('اکنون در چه حال است. مهلت هم شاید پس از آن با دلیل عوض شده باشد؛ امروز را با کد رهگیری ببینید.', { id: 'check.unproven.now' })}</li>
      </ul>
      ${logProofView(check.log!)}
      <p class="no-print"><button class="button quiet" type="button" @click=${() => check.open()}>${msg('رسید دیگری بسنجید', { id: 'check.another' })}</button></p>
    </section>
  `;
}

function faultText(fault: CheckFault): string {
  switch (fault) {
    case 'malformed': return msg('در این فایل یا نوشته رسید امضاشده‌ای پیدا نشد. فایل رسید را همان‌طور که گرفته‌اید بدهید، یا همه نوشته رمزینه را.', { id: 'check.malformed' });
    case 'unknownKey': return msg('این رسید را این میز خدمت امضا نکرده است: از استان دیگری است یا اصل نیست.', { id: 'check.unknownKey' });
    case 'signature': case 'claims': return msg('امضا با متن رسید نمی‌خواند: رسید عوض شده است یا اصل نیست.', { id: 'check.signature' });
    case 'noQr': return msg('این مرورگر رمزینه را از عکس نخواند. با دوربین تلفن بخوانیدش، یا فایل رسید را بدهید.', { id: 'check.noQr' });
    case 'noKey': return msg('برای نخستین سنجش اینترنت لازم است و به میز خدمت نرسیدیم. پس از آن بی‌اینترنت هم می‌شود.', { id: 'check.noKey' });
    case 'unsupported': return msg('این مرورگر یا این صفحه (که باید https باشد) نمی‌تواند امضا را بسنجد. با مرورگر تازه‌تری دوباره باز کنید.', { id: 'check.unsupported' });
  }
}
