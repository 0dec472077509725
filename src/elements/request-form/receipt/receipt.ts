import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dueText, spanText } from '../../../core/facts/clock.ts';
import { explanationText } from '../../../core/facts/explanation.ts';
import { localText, phoneHref, phoneText, placeText } from '../../../core/facts/place.ts';
import { checkCircleIcon, checkIcon, copyIcon, forwardIcon, phoneIcon, pinIcon, printIcon, saveIcon } from '../../../core/icons.ts';
import { formatDate, formatTime, groupCode } from '../../../i18n/formats.ts';
import type { Duration } from '../../../contract/offering.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { qrCode } from './qr.ts';
import type { ReceiptActions } from './receipt-actions.ts';
import { ruleText } from '../../../core/facts/rule-text.ts';
import { pdfButton, pdfNote } from '../../../core/facts/receipt-pdf.ts';
import { receiptLink } from '../../../core/facts/receipt-link.ts';

export interface ReceiptModel {
  locale: Locale;
  actions: ReceiptActions;
  now: Date;
  /** How long the service takes by its sheet; undefined where the sheet is not at hand. */
  time?: Duration | null;
  /** Page on which this request is tracked, with its code; undefined where none is known. */
  trackingLink?: string;
  another(): void;
}

/** What a citizen holds after filing; prints as a document. */
export function receipt(model: ReceiptModel): TemplateResult {
  const { locale, actions, now, trackingLink } = model;
  const { filed, copied, pdf } = actions;
  const thing = actions.port.thing();
  const { clock, holder, agency, offering } = filed;
  const due = dueText(locale, clock, now);
  const place = holder && placeText(locale, holder);
  return html`
    <article class="receipt" id="receipt">
      <p class="good state">${checkCircleIcon} ${filed.joined
        ? msg('نوشته شما به شکایت پیشین افزوده شد؛ کد و تاریخ پاسخ همان است', { id: 'receipt.joined' })
        : msg(str`${thing} شما ثبت شد`, { id: 'receipt.filed' })}</p>
      <h2 class="title" id="heading" tabindex="-1">${msg(str`تا ${due} پاسخ می‌گیرید`, { id: 'receipt.due' })}</h2>
      <p class="soft explanation">${explanationText(locale, clock.explanation, now)}</p>
      <p class="soft explanation">${ruleText(locale, clock, model.time)}</p>
      <div class="code-box">
        <div>
          <p class="soft small">${msg(str`کد رهگیری ${thing}`, { id: 'receipt.code' })}</p>
          <p class="tracking"><bdi class="code" dir="ltr" translate="no">${groupCode(filed.code)}</bdi></p>
          <p class="small">${msg(str`این کد را نگه دارید؛ با آن ${thing} را پیگیری می‌کنید.`, { id: 'receipt.keep' })}</p>
        </div>
        ${trackingLink
          ? html`<figure class="qr">
              ${qrCode(trackingLink)}
              <figcaption class="soft small">${msg(str`صفحه پیگیری همین ${thing}`, { id: 'receipt.qrLink' })}</figcaption>
            </figure>`
          : nothing}
      </div>
      <div class="row no-print">
        <button type="button" class="button primary" @click=${() => void actions.copy()}>
          ${copied ? checkIcon : copyIcon}${copied ? msg('کپی شد', { id: 'receipt.copied' }) : msg('کپی کد', { id: 'receipt.copy' })}
        </button>
        ${pdf ? pdfButton(pdf, () => void pdf.save({ receipt: filed.receipt, code: filed.code, page: trackingLink })) : nothing}
        <button type="button" class="button" @click=${() => actions.print()}>${printIcon}${pdf ? msg('چاپ رسید', { id: 'receipt.print' }) : msg('چاپ یا ذخیره PDF', { id: 'receipt.printPdf' })}</button>
        <button type="button" class="button" @click=${() => actions.save()}>${saveIcon}${msg('ذخیره رسید', { id: 'receipt.save' })}</button>
        ${trackingLink ? html`<a class="button quiet" href=${trackingLink}>${msg(str`پیگیری ${thing}`, { id: 'receipt.track' })}${forwardIcon}</a>` : nothing}
      </div>
      ${copied === false
        ? html`<p class="small no-print" role="status">${msg('مرورگر اجازه کپی نداد. کد انتخاب شده است؛ خودتان کپی کنید.', { id: 'receipt.copyFailed' })}</p>`
        : nothing}
      ${pdf ? pdfNote(pdf) : nothing}
      ${textLine(model)}
      <dl class="facts">
        <div><dt>${msg('خدمت', { id: 'receipt.service' })}</dt><dd><bdi>${offering.title}</bdi></dd></div>
        <div><dt>${msg('دستگاه', { id: 'receipt.agency' })}</dt><dd><bdi>${localText(locale, agency.name)}</bdi></dd></div>
        <div>
          <dt>${msg('زمان ثبت', { id: 'receipt.filedAt' })}</dt>
          <dd>${msg(str`${formatDate(locale, filed.filedAt)}، ساعت ${formatTime(locale, filed.filedAt)}`, { id: 'receipt.moment' })}</dd>
        </div>
        ${holder
          ? html`<div>
              <dt>${msg('پرونده کجاست', { id: 'receipt.holder' })}</dt>
              <dd>
                ${localText(locale, holder.name)}
                ${place ? html`<div class="soft">${pinIcon} ${place}</div>` : nothing}
                ${holder.phone ? html`<div class="soft">${phoneIcon} <a href=${phoneHref(holder.phone)}><bdi dir="ltr">${phoneText(locale, holder.phone)}</bdi></a></div>` : nothing}
              </dd>
            </div>`
          : nothing}
      </dl>
      <div class="row signed-row">
        <figure class="qr signed ${trackingLink ? 'on-paper' : ''}">
          ${qrCode(receiptLink(trackingLink, filed.receipt))}
          <figcaption class="soft small">${msg('رسید امضاشده: با دوربین بخوانید تا اصل بودنش سنجیده شود', { id: 'receipt.qrSigned' })}</figcaption>
        </figure>
      </div>
      <p class="no-print"><button type="button" class="link small" @click=${model.another}>${msg(str`${thing} دیگری بنویسید`, { id: 'receipt.another' })}</button></p>
    </article>
  `;
}

/** The code goes to the phone by itself; a message that did not come can be asked for once more. */
function textLine({ locale, actions }: ReceiptModel): TemplateResult {
  const { text } = actions;
  const said = typeof text === 'object'
    ? msg(str`چند پیامک رفته است. ${spanText(locale, text.retryAfter * 1000)} دیگر دوباره بخواهید.`, { id: 'receipt.text.limited' })
    : text === 'sent' ? msg('کد دوباره به شماره‌ای که نوشتید پیامک می‌شود.', { id: 'receipt.text.sent' })
    : text === 'failed' ? msg('پیامک خواسته نشد: به میز خدمت نرسیدیم. دوباره بزنید.', { id: 'receipt.text.failed' })
    : msg('کد به شماره‌ای که نوشتید پیامک می‌شود.', { id: 'receipt.text.byItself' });
  return html`<p class="small no-print"><span role="status">${said}</span> ${text === 'sent'
    ? nothing
    : html`<button type="button" class="link" aria-disabled=${text === 'sending' ? 'true' : nothing} @click=${() => void actions.sendText()}>${msg('نیامد؟ دوباره پیامک کنید', { id: 'receipt.text.again' })}</button>`}</p>`;
}
