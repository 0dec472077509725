import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { refreshIcon, saveIcon, uploadIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { mostBytes } from '../model/upload.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText } from './words.ts';

/** Where a file is dropped, chosen or pasted, and how far it has come. */
export function uploadView(view: IntakeView): TemplateResult {
  const { locale, upload } = view;
  return html`
    <section class="card upload" aria-labelledby="upload-title">
      <h3 id="upload-title">${msg('فایل خدمات را بفرستید', { id: 'intake.upload' })}</h3>
      ${upload.busy ? progress(view) : dropZone(view)}
      ${upload.fault
        ? html`<p class="note bad" role="alert"><b><bdi>${upload.name}</bdi></b> ${intakeFaultText(locale, upload.fault)}</p>`
        : upload.canRetry ? html`<p class="note"><b><bdi>${upload.name}</bdi></b> ${msg('هنوز به میز خدمت نرسیده است.', { id: 'intake.upload.held' })}</p>` : nothing}
      ${upload.canRetry ? html`<p><button class="button" type="button" id="send-again" @click=${view.sendAgain}>${refreshIcon}${msg('همان فایل را دوباره بفرستید', { id: 'intake.upload.again' })}</button></p>` : nothing}
      ${upload.waiting.length ? waitingView(view) : nothing}
      ${!upload.busy && !upload.waiting.length && upload.read > 1 ? html`<p class="note" id="several-read" tabindex="-1"><b>${msg(str`${formatNumber(locale, upload.read)} فایل خوانده شد و هر کدام یک پیش‌نویس جداست.`, { id: 'intake.several.read' })}</b> ${severalMean()}</p>` : nothing}
      <p class="template"><button class="button" type="button" @click=${view.template}>${saveIcon}${msg('الگوی اکسل را بگیرید', { id: 'intake.template' })}</button>
        <span class="soft small">${msg('ستون‌ها، فهرست‌های کشویی و یک سطر نمونه دارد.', { id: 'intake.template.what' })}</span></p>
      ${view.templateFailed ? html`<p class="note bad" role="alert">${faultText(locale, { code: 'unreachable' })}</p>` : nothing}
    </section>
  `;
}

/** Whoever sends a list in parts would take one part away with the other. */
const severalMean = (): string =>
  msg('هر فایل که منتشر شود جای همه فهرست دستگاه را می‌گیرد. اگر هر فایل بخشی از خدمت‌هاست، همه را در یک فایل بگذارید.', { id: 'intake.several.mean' });

/** Files whose turn has not come; while nothing is on its way the officer says when they go on. */
function waitingView(view: IntakeView): TemplateResult {
  const { locale, upload } = view;
  const names = upload.waiting.map(({ name }) => html`<li><bdi>${name}</bdi></li>`);
  return html`<div class="note">
    <p>${msg(str`در نوبت: ${formatNumber(locale, names.length)} فایل. فایل‌ها یکی پس از دیگری خوانده می‌شود.`, { id: 'intake.several.waiting' })} ${severalMean()}</p>
    <ul class="bullets">${names}</ul>
    ${upload.busy || upload.canRetry ? nothing : html`<p><button class="button" type="button" id="send-others" @click=${view.sendAgain}>${refreshIcon}${msg('فایل‌های دیگر را بفرستید', { id: 'intake.several.on' })}</button></p>`}
  </div>`;
}

function dropZone(view: IntakeView): TemplateResult {
  const most = formatNumber(view.locale, mostBytes / 1_000_000);
  const drag = (event: DragEvent, over: boolean) => {
    event.preventDefault();
    (event.currentTarget as Element).classList.toggle('over', over);
  };
  return html`
    <div class="drop" @dragover=${(event: DragEvent) => drag(event, true)} @dragleave=${(event: DragEvent) => drag(event, false)}
      @drop=${(event: DragEvent) => {
        drag(event, false);
        view.handIn(event.dataTransfer?.files ?? []);
      }}>
      ${uploadIcon}
      <p>${msg('فایل را اینجا رها کنید، یا جدول را در اکسل کپی کنید و همین‌جا بچسبانید (Ctrl+V)، یا', { id: 'intake.drop' })}</p>
      <button class="button primary" type="button" id="choose-file" aria-describedby="upload-limits"
        @click=${(event: Event) => (event.currentTarget as Element).parentElement!.querySelector<HTMLInputElement>('input[type=file]')!.click()}>${msg('فایل را برگزینید', { id: 'intake.chooseFile' })}</button>
      <input type="file" multiple hidden @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        view.handIn(input.files ?? []);
        input.value = '';
      }} />
      <p class="soft small" id="upload-limits">${msg(str`اکسل (xlsx)، ods، csv، صفحه وب جدول‌دار یا JSON؛ تا ${most} مگابایت و ${formatNumber(view.locale, 100_000)} سطر. هیچ فرمولی اجرا نمی‌شود.`, { id: 'intake.limits' })}</p>
    </div>
  `;
}

function progress({ locale, upload }: IntakeView): TemplateResult {
  const isReading = upload.phase === 'reading';
  const part = formatNumber(locale, Math.round(upload.part * 100));
  return html`
    <div class="progress">
      <p id="progress-text" role="status"><b><bdi>${upload.name}</bdi></b> ${isReading ? msg('رسید و در حال خواندن است.', { id: 'intake.reading' }) : msg('در حال فرستادن است…', { id: 'intake.sending' })}</p>
      ${isReading
        ? html`<progress max="1" .value=${upload.part} aria-labelledby="progress-text"></progress><p class="soft small">${msg(str`${part} درصد`, { id: 'intake.percent' })}</p>`
        : html`<progress aria-labelledby="progress-text"></progress>`}
    </div>
  `;
}
