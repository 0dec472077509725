import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, refreshIcon, searchIcon } from '../../../core/icons.ts';

export type Failure = 'notFound' | 'unreachable';

export const idleView = (): TemplateResult =>
  html`<div class="calm">
    ${searchIcon}
    <p>${msg('خدمتی را که می‌خواهید برگزینید؛ زمان، هزینه، مدارک و نشانی آن همین‌جا می‌آید.', { id: 'sheet.idle' })}</p>
  </div>`;

const bar = (kind: string) => html`<span class="skeleton bar ${kind}"></span>`;

export const pendingView = (): TemplateResult =>
  html`<div aria-busy="true">
    <p class="visually-hidden" role="status">${msg('شناسنامه خدمت باز می‌شود…', { id: 'sheet.opening' })}</p>
    <div aria-hidden="true">
      ${bar('short')}${bar('title-bar')}${bar('')}
      <div class="answers">${[1, 2, 3, 4].map(() => html`<div class="answer skeleton"></div>`)}</div>
      ${bar('button-bar')}${bar('short')}${bar('')}${bar('')}${bar('')}
    </div>
  </div>`;

export const failedView = (failure: Failure, onRetry: () => void): TemplateResult =>
  html`<div class="failed" role="alert">
    <p class="lead">
      ${alertIcon}
      ${
        failure === 'notFound'
          ? msg('این خدمت در فهرست نیست.', { id: 'sheet.notFound' })
          : msg('شناسنامه خدمت باز نشد.', { id: 'sheet.failed' })
      }
    </p>
    <p>
      ${
        failure === 'notFound'
          ? msg('شاید نشانی آن عوض شده یا دستگاه آن را برداشته است. نام کار را دوباره جست‌وجو کنید.', {
              id: 'sheet.notFoundAdvice',
            })
          : msg('اتصال اینترنت را ببینید و دوباره امتحان کنید.', { id: 'sheet.failedAdvice' })
      }
    </p>
    ${
      failure === 'unreachable'
        ? html`<p>
            <button type="button" class="button" @click=${onRetry}>
              ${refreshIcon}${msg('دوباره امتحان کنید', { id: 'sheet.retry' })}
            </button>
          </p>`
        : nothing
    }
    <slot></slot>
  </div>`;
