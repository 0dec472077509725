import { html, type TemplateResult } from 'lit';

/** What an agency wrote: Persian in every locale, and told so to screen readers and line breaking. */
export const declared = (text: unknown): TemplateResult => html`<bdi lang="fa">${text}</bdi>`;
