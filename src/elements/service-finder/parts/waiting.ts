import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { skeletons } from './skeletons.ts';

export const failedText = () => msg('فهرست خدمات باز نشد.', { id: 'finder.failed' });

/** The catalogue is on its way. */
export const waitingView = (asked: boolean) =>
  html`<p id="count" class="count soft small">${asked ? msg('فهرست خدمات باز می‌شود…', { id: 'finder.opening' }) : nothing}</p>
    ${skeletons(asked ? 'results' : 'tiles')}`;
