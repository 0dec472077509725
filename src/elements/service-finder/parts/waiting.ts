import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { alertIcon, refreshIcon } from '../../../core/icons.ts';
import { skeletons } from './skeletons.ts';

export const failedText = () => msg('فهرست خدمات باز نشد.', { id: 'finder.failed' });

/** The catalogue is on its way. */
export const waitingView = (asked: boolean) =>
  html`<p id="count" class="count soft small">${asked ? msg('فهرست خدمات باز می‌شود…', { id: 'finder.opening' }) : nothing}</p>
    ${skeletons(asked ? 'results' : 'tiles')}`;

/** It did not come: what was typed stays. */
export const failedView = (text: string, onRetry: () => void) =>
  html`<div class="empty">
    <p id="count" class="lead">${alertIcon} ${failedText()}</p>
    <p class="soft">
      ${
        text
          ? msg(str`نوشته شما، «${text.slice(0, 60)}»، سر جایش مانده است.`, { id: 'finder.kept' })
          : msg('اتصال اینترنت را ببینید و دوباره امتحان کنید.', { id: 'finder.checkNetwork' })
      }
    </p>
    <p>
      <button type="button" class="button" @click=${onRetry}>
        ${refreshIcon}${msg('دوباره امتحان کنید', { id: 'finder.retry' })}
      </button>
    </p>
    <slot></slot>
  </div>`;
