import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormDefinition } from '../../../contract/form.ts';
import { tagOf } from '../../../core/define.ts';
import { refreshIcon } from '../../../core/icons.ts';
import { visibleSteps } from '../../../rules/form.ts';
import type { StudioView } from './view.ts';

/** `<form-preview>`, which the define file brings along. */
export interface Preview extends HTMLElement {
  service: string;
  gateway: string;
  definition?: FormDefinition;
  step?: string | undefined;
  restart(): Promise<void>;
}

export const makePreview = (): Preview => document.createElement(tagOf('form-preview')) as Preview;

/** Shows in it what is written now, at the step that is open. */
export function feed(preview: Preview, { locale, model: { id, definition, open } }: StudioView, gateway: string): void {
  Object.assign(preview, { lang: locale, gateway, service: id, definition, step: open === 'form' || !open ? undefined : definition!.steps[open[0]!]?.id });
}

/** Whether anybody would see anything of it. */
export const canPreview = (definition: FormDefinition): boolean => visibleSteps(definition, {}, new Date().toISOString().slice(0, 10)).some(({ items }) => items.length > 0);

export function previewView(preview: Preview | undefined): TemplateResult {
  return html`
    <section class="card preview" aria-labelledby="preview-title">
      <div class="row bar">
        <h3 id="preview-title" tabindex="-1">${msg('پیش‌نمایش', { id: 'studio.preview' })}</h3>
        ${preview ? html`<button class="button quiet" type="button" @click=${() => void preview.restart()}>${refreshIcon}${msg('از نو پر کنید', { id: 'studio.preview.restart' })}</button>` : nothing}
      </div>
      <p class="soft small">${msg('همان که مردم می‌بینند. هرچه بخواهید بنویسید؛ جایی نمی‌رود.', { id: 'studio.preview.what' })}</p>
      ${preview ?? html`<p>${msg('هنوز پرسشی نیست که نشان داده شود.', { id: 'studio.preview.none' })}</p>`}
    </section>
  `;
}
