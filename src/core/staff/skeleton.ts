import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** A list that is on its way, as high as what comes. */
export const skeleton = (): TemplateResult => html`
  <div aria-busy="true">
    <p class="visually-hidden">${msg('در حال گرفتن…', { id: 'console.loading' })}</p>
    ${[1, 2, 3, 4].map(() => html`<div class="skeleton sk-row" aria-hidden="true"></div>`)}
  </div>
`;
