import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { alertIcon, refreshIcon } from '../../../core/icons.ts';
import { startLead, startTitle } from './start.ts';

export type Failure = 'gone' | 'unreachable';

const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

export const openingText = () => msg('راهنما باز می‌شود…', { id: 'guide.opening' });
export const failureText = (failure: Failure) =>
  failure === 'gone' ? msg('این راهنما دیگر نیست.', { id: 'guide.missing' }) : msg('راهنما باز نشد.', { id: 'guide.failed' });

/** Holds the place of what is coming. */
export function pendingView(kind: 'list' | 'guide'): TemplateResult {
  return kind === 'list'
    ? html`<h2 id="stop" tabindex="-1">${startTitle()}</h2>
        <p class="lead measure">${startLead()}</p>
        <p class="visually-hidden" role="status">${openingText()}</p>
        <div class="tiles waiting" aria-hidden="true">${times(9, html`<span class="choice tile skeleton"></span>`)}</div>`
    : html`<p id="stop" tabindex="-1" class="soft small number" role="status">${openingText()}</p>
        <div class="waiting" aria-hidden="true">
          <span class="skeleton title-bar"></span>
          <div class="options">${times(4, html`<span class="choice option skeleton"></span>`)}</div>
        </div>`;
}

export const failedView = (failure: Failure, onRetry: () => void): TemplateResult =>
  html`<div class="failed">
    <h2 id="stop" tabindex="-1">${alertIcon} ${failureText(failure)}</h2>
    <p class="measure">
      ${
        failure === 'gone'
          ? msg('شاید نامش عوض شده باشد. کارتان را در فهرست خدمات جست‌وجو کنید.', { id: 'guide.missingAdvice' })
          : msg('اتصال اینترنت را ببینید و دوباره امتحان کنید. پاسخ‌هایتان سر جایشان مانده‌اند.', { id: 'guide.failedAdvice' })
      }
    </p>
    ${
      failure === 'unreachable'
        ? html`<p><button type="button" class="button" @click=${onRetry}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'guide.retry' })}</button></p>`
        : ''
    }
    <slot></slot>
  </div>`;
