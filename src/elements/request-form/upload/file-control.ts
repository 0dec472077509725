import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Upload } from '../../../contract/form.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { bytesText } from '../../../core/facts/files.ts';
import { alertIcon, checkIcon, fileIcon, uploadIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { acceptedText } from '../parts/issue-text.ts';
import { sizeLimitText } from '../parts/limits.ts';
import type { FormModel } from '../parts/model.ts';
import { acceptOf, mayRetry, type FileFault } from './file-fault.ts';
import type { PendingFile } from './uploads.ts';

/** Files are sent as soon as they are chosen, so that a slow line is done before the rest of the form is. */
export function fileControl(model: FormModel, item: Field, path: string, view: FieldView, files: Upload[]): TemplateResult {
  const { locale, filling: { uploads } } = model;
  const pending = uploads?.pending(path) ?? [];
  const most = item.maxFiles ?? 1;
  const room = most - files.length - pending.filter(({ fault }) => !fault).length;
  const hint = [view.hint?.replace(/[.؟!]?$/, '.'), limitsText(model, item)].filter(Boolean).join(' ');
  const refused = pending.some(({ fault }) => fault);
  const described = { ...view, hint };
  const chosen = ({ target }: Event & { target: HTMLInputElement }) => {
    const files = [...(target.files ?? [])];
    // The same file may be chosen again after it was mended.
    target.value = '';
    if (files.length) model.addFiles(path, item, files);
  };
  return field(described, html`
    <div
      class="drop"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        if (event.dataTransfer?.files.length && room > 0) model.addFiles(path, item, event.dataTransfer.files);
      }}
    >
      ${room > 0
        ? html`<span class="file-button">
            <input
              type="file"
              id=${view.id}
              accept=${acceptOf(item)}
              ?multiple=${most > 1}
              aria-describedby=${describedBy(described)}
              aria-invalid=${view.error || refused ? 'true' : 'false'}
              aria-required=${view.optional ? 'false' : 'true'}
              @change=${chosen}
            /><span class="button" aria-hidden="true">${uploadIcon}${files.length
              ? msg('افزودن فایل', { id: 'file.another' })
              : msg('انتخاب فایل', { id: 'file.choose' })}</span>
          </span>
          ${takesPhotos(item) ? html`<span class="file-button">
              <input type="file" accept="image/*" capture="environment" aria-label=${msg(str`گرفتن عکس: ${view.label}`, { id: 'file.photoOf' })} @change=${chosen} />
              <span class="button" aria-hidden="true">${msg('عکس بگیرید', { id: 'file.photo' })}</span>
            </span>` : nothing}`
        : html`<span id=${view.id} tabindex="-1" class="visually-hidden">${view.label}</span>`}
      ${files.length || pending.length
        ? html`<ul class="files">
            ${files.map((file) => html`<li>
              <span class="file-name">${fileIcon}<span><bdi>${file.name}</bdi> <span class="soft small">${bytesText(locale, file.bytes)}</span></span></span>
              <span class="good small">${checkIcon} ${msg('رسید', { id: 'file.arrived' })}</span>
              <button type="button" class="link small" aria-label=${msg(str`برداشتن ${file.name}`, { id: 'file.removeName' })} @click=${() => {
                model.filling.removeFile(path, file.id);
                model.focusField(path);
              }}>${msg('برداشتن', { id: 'file.remove' })}</button>
            </li>`)}
            ${pending.map((file) => pendingView(model, item, path, file))}
          </ul>`
        : nothing}
    </div>
  `);
}

/** A camera of its own, on devices that are touched: there it is at hand, and a computer's would open a list of files again. */
const takesPhotos = ({ accept = [] }: Field): boolean =>
  accept.some((type) => type.startsWith('image/')) && matchMedia('(pointer: coarse)').matches;

function pendingView(model: FormModel, item: Field, path: string, file: PendingFile): TemplateResult {
  const { locale, filling: { uploads } } = model;
  const share = formatNumber(locale, file.progress, { style: 'percent', maximumFractionDigits: 0 });
  return html`<li class=${file.fault ? 'refused' : ''}>
    <span class="file-name">${fileIcon}<span><bdi>${file.name}</bdi> ${file.bytes ? html`<span class="soft small">${bytesText(locale, file.bytes)}</span>` : nothing}</span></span>
    ${file.fault
      ? nothing
      : html`<progress max="1" .value=${file.progress} aria-label=${msg(str`فرستادن ${file.name}`, { id: 'file.sending' })}></progress><span class="soft small">${share}</span>`}
    ${file.again || mayRetry(file.fault)
      ? html`<button type="button" class="link small" aria-label=${msg(str`دوباره فرستادن ${file.name}`, { id: 'file.retryName' })} @click=${() => uploads?.goOn(path, file.id)}>${msg('دوباره', { id: 'file.retry' })}</button>`
      : nothing}
    ${file.fault || file.again
      ? nothing
      : file.paused
        ? html`<button type="button" class="link small" aria-label=${msg(str`ادامه فرستادن ${file.name}`, { id: 'file.goOnName' })} @click=${() => uploads?.goOn(path, file.id)}>${msg('ادامه', { id: 'file.goOn' })}</button>`
        : html`<button type="button" class="link small" aria-label=${msg(str`مکث در فرستادن ${file.name}`, { id: 'file.pauseName' })} @click=${() => uploads?.pause(path, file.id)}>${msg('مکث', { id: 'file.pause' })}</button>`}
    <button type="button" class="link small" aria-label=${msg(str`برداشتن ${file.name}`, { id: 'file.removeName' })} @click=${() => {
      uploads?.cancel(path, file.id);
      model.focusField(path);
    }}>${msg('برداشتن', { id: 'file.remove' })}</button>
    ${file.again ? html`<p class="soft small" role="status">${msg('هنوز نرسیده است. دوباره تلاش می‌شود…', { id: 'file.again' })}</p>` : nothing}
    ${file.fault ? html`<p class="error" role="alert">${alertIcon}<span>${faultText(model, item, file.fault)}</span></p>` : nothing}
  </li>`;
}

function faultText({ locale }: FormModel, item: Field, fault: FileFault): string {
  switch (fault) {
    case 'empty': return msg('این فایل خالی است. فایل دیگری انتخاب کنید.', { id: 'file.empty' });
    case 'tooLarge':
      return item.maxBytes
        ? msg(str`این فایل بزرگ است. فایلی تا ${sizeLimitText(locale, item.maxBytes)} انتخاب کنید.`, { id: 'file.tooLarge' })
        : msg('این فایل بزرگ است. فایل کوچک‌تری انتخاب کنید.', { id: 'file.tooLargePlain' });
    case 'type': return msg(str`این فایل از نوع دیگری است. ${acceptedText(item)}`, { id: 'file.type' });
    case 'infected': return msg('در این فایل بدافزار پیدا شد و پذیرفته نشد. فایل دیگری انتخاب کنید.', { id: 'file.infected' });
    case 'tooMany': return msg(str`تا ${formatNumber(locale, item.maxFiles ?? 1)} فایل می‌شود فرستاد. این یکی فرستاده نشد.`, { id: 'file.tooMany' });
    case 'gone': return msg('این فایل دیگر نزد ما نیست. دوباره انتخابش کنید.', { id: 'file.gone' });
    case 'half': return msg('این فایل تا نیمه رسیده است. همان فایل را دوباره انتخاب کنید تا از همان‌جا ادامه یابد.', { id: 'file.half' });
    case 'unreadable': return msg('این فایل دیگر روی دستگاه خوانده نمی‌شود. دوباره انتخابش کنید.', { id: 'file.unreadable' });
    case 'busy': return msg('فایل‌های زیادی فرستاده‌اید. چند دقیقه دیگر دوباره بفرستید.', { id: 'file.busy' });
    case 'unreachable': return msg('فایل نرسید: به میز خدمت وصل نشدیم. دوباره بفرستید.', { id: 'file.unreachable' });
    case 'failed': return msg('فایل نرسید. دوباره بفرستید.', { id: 'file.failed' });
  }
}

function limitsText({ locale }: FormModel, { accept = [], maxBytes, maxFiles = 1 }: Field): string {
  const names = accept.map((type) => type.replace(/^.*\//, '').replace('jpeg', 'jpg').toUpperCase()).join(locale === 'fa' ? '، ' : ', ');
  const size = maxBytes ? msg(str`تا ${sizeLimitText(locale, maxBytes)}`, { id: 'file.upTo' }) : '';
  const limits = [names, size].filter(Boolean).join(locale === 'fa' ? '؛ ' : '; ');
  return maxFiles > 1 ? msg(str`${limits}؛ تا ${formatNumber(locale, maxFiles)} فایل.`, { id: 'file.limitsMany' }) : limits && `${limits}.`;
}
