import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Holds the place while the state is on its way. */
export const statusSkeleton = (): TemplateResult => html`
  <div class="status" aria-busy="true">
    <p class="visually-hidden">${msg('وضعیت پرونده را می‌گیریم…', { id: 'track.pending' })}</p>
    <p class="small about" aria-hidden="true"><span class="skeleton">${'\u00a0'.repeat(40)}</span></p>
    <p class="skeleton sk-heading" aria-hidden="true"></p>
    <p class="skeleton sk-bar" aria-hidden="true"></p>
    <p class="skeleton sk-note" aria-hidden="true"></p>
    <p class="skeleton sk-line" aria-hidden="true"></p>
    <p class="skeleton sk-list" aria-hidden="true"></p>
  </div>
`;
