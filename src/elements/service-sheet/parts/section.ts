import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { declared } from '../../../core/facts/declared.ts';

/** A part of the sheet under its heading. */
export const section = (id: string, heading: unknown, content: unknown): TemplateResult => html`
  <section aria-labelledby="${id}-heading" class="part ${id}">
    <h3 id="${id}-heading">${heading}</h3>
    ${content}
  </section>
`;

/** What an agency did not declare says so, plainly. Call while rendering. */
export const undeclaredText = (): TemplateResult =>
  html`<p class="soft undeclared">${msg('دستگاه اعلام نکرده است.', { id: 'sheet.undeclared' })}</p>`;

/** What an agency wrote, where the answer above does not say it all. Call while rendering. */
export const agencyWords = (text: string): TemplateResult => msg(html`به نوشته دستگاه: «${declared(text)}»`, { id: 'sheet.feeWords' });
