import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { alertIcon, refreshIcon } from '../../../core/icons.ts';

/** It did not come: what was typed stays. */
export const failedView = (failed: string, text: string, onRetry: () => void) =>
  html`<div class="failed">
    <p id="count" class="lead">${alertIcon} ${failed}</p>
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
