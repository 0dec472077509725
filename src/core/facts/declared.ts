import { html, type TemplateResult } from 'lit';
import { localDigits } from '../../i18n/formats.ts';

/** What an agency wrote: Persian in every locale, told so to screen readers and line breaking, with Persian digits. */
export const declared = (text: unknown): TemplateResult =>
  html`<bdi lang="fa">${typeof text === 'string' ? localDigits('fa', text) : text}</bdi>`;
