import { html } from 'lit';

export const minusIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h14"/></svg>`;
/** Its tip is the middle of its lower edge. */
export const needleIcon = html`<svg class="needle" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 24C9 18 4 14.5 4 9a8 8 0 0 1 16 0c0 5.5-5 9-8 15z"/><circle cx="12" cy="9" r="2.5"/></svg>`;
