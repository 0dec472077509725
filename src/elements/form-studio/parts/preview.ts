import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormDefinition } from '../../../contract/form.ts';
import type { LocalText } from '../../../contract/common.ts';
import { tagOf } from '../../../core/define.ts';
import { refreshIcon } from '../../../core/icons.ts';
import { named } from '../../../core/staff/named.ts';
import { visibleSteps } from '../../../rules/form.ts';
import { isGroup } from '../model/definition.ts';
import { unnamed, unnamedStep } from './finding-text.ts';
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

const shown = new WeakMap<FormDefinition, FormDefinition>();

/** What has no text yet is called so, as in the outline; one form in, one form out, for another one starts afresh. */
function withNames(definition: FormDefinition): FormDefinition {
  const labelled = <T extends { label: LocalText }>(item: T): T => ({ ...item, label: named(item.label, unnamed()) });
  let known = shown.get(definition);
  if (!known) {
    const steps = definition.steps.map((step) => ({
      ...step,
      title: named(step.title, unnamedStep()),
      items: step.items.map((item) => labelled(isGroup(item) ? { ...item, fields: item.fields.map(labelled) } : item)),
    }));
    shown.set(definition, (known = { ...definition, steps }));
  }
  return known;
}

/** Shows in it what is written now, at the step that is open. */
export function feed(preview: Preview, { locale, model: { id, definition, open } }: StudioView, gateway: string): void {
  Object.assign(preview, { lang: locale, gateway, service: id, definition: withNames(definition!), step: open === 'form' || !open ? undefined : definition!.steps[open[0]!]?.id });
}

/** Whether anybody would see anything of it. */
export const canPreview = (definition: FormDefinition): boolean => visibleSteps(definition, {}, new Date().toISOString().slice(0, 10)).some(({ items }) => items.length > 0);

export function previewView(preview: Preview | undefined): TemplateResult {
  return html`
    <section class="card preview" role="tabpanel" id="side-preview" aria-labelledby="preview-title">
      <div class="row bar">
        <h3 id="preview-title" tabindex="-1">${msg('پیش‌نمایش', { id: 'studio.preview' })}</h3>
        ${preview ? html`<button class="button quiet" type="button" @click=${() => void preview.restart()}>${refreshIcon}${msg('از نو پر کنید', { id: 'studio.preview.restart' })}</button>` : nothing}
      </div>
      <p class="soft small">${msg('همان که مردم می‌بینند. هرچه بخواهید بنویسید؛ جایی نمی‌رود.', { id: 'studio.preview.what' })}</p>
      ${preview ?? html`<p>${msg('هنوز پرسشی نیست که نشان داده شود.', { id: 'studio.preview.none' })}</p>`}
    </section>
  `;
}
