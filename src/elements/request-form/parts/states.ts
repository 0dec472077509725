import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Filed } from '../../../contract/request.ts';
import { alertIcon, fileIcon, refreshIcon } from '../../../core/icons.ts';
import { groupCode } from '../../../i18n/formats.ts';

export type Failure = 'notFound' | 'unreachable';

export const idleView = (): TemplateResult => html`<div class="calm">
  ${fileIcon}
  <p>${msg('خدمتی را که می‌خواهید برگزینید؛ فرم آن همین‌جا باز می‌شود.', { id: 'form.idle' })}</p>
</div>`;

const fieldBars = () => html`<span class="skeleton bar short"></span><span class="skeleton bar control"></span>`;

export const pendingView = (): TemplateResult => html`<div aria-busy="true">
  <p class="visually-hidden" role="status">${msg('فرم باز می‌شود…', { id: 'form.opening' })}</p>
  <div class="pending" aria-hidden="true">
    <span class="skeleton bar short"></span><span class="skeleton bar heading"></span>
    ${fieldBars()}${fieldBars()}${fieldBars()}
    <span class="skeleton bar button-bar"></span>
  </div>
</div>`;

export const failedView = (failure: Failure, onRetry: () => void): TemplateResult => html`<div class="failed" role="alert">
  <p class="lead">${alertIcon}
    ${failure === 'notFound'
      ? msg('این خدمت در فهرست نیست.', { id: 'form.notFound' })
      : msg('فرم باز نشد.', { id: 'form.failed' })}</p>
  <p>${failure === 'notFound'
    ? msg('شاید نشانی آن عوض شده یا دستگاه آن را برداشته است. نام کار را دوباره جست‌وجو کنید.', { id: 'form.notFoundAdvice' })
    : msg('اتصال اینترنت را ببینید و دوباره امتحان کنید. اگر پیش‌تر چیزی نوشته‌اید از دست نرفته است.', { id: 'form.failedAdvice' })}</p>
  ${failure === 'unreachable'
    ? html`<p><button type="button" class="button" @click=${onRetry}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'form.retry' })}</button></p>`
    : nothing}
  <slot></slot>
</div>`;

/** The code, whatever else cannot be had. */
export const plainReceipt = ({ code }: Filed, thing: string): TemplateResult => html`<h2 id="heading" tabindex="-1">${msg(str`${thing} شما ثبت شد`, { id: 'receipt.filed' })}</h2>
  <p class="tracking"><bdi class="code" dir="ltr" translate="no">${groupCode(code)}</bdi></p>`;
