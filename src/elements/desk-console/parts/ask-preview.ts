import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { StaffCase } from '../../../contract/staff.ts';
import { QuestionFields } from '../../../core/question-fields.ts';
import { named } from '../../../core/staff/named.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CaseModel } from '../model/case.ts';
import type { Draft } from '../model/draft.ts';

/** What is shown of a draft, and in which language; made when the expert first looks. */
const previews = new WeakMap<Draft, { fields: QuestionFields; of: string; locale: Locale }>();

/** The fields of a question as the citizen will see them. Nothing that is written in it goes anywhere. */
export function askPreview(locale: Locale, { draft, port }: CaseModel, { offering, agency }: StaffCase): TemplateResult | typeof nothing {
  const fields = [...draft.again, ...draft.own].map((field) => ({ ...field, label: named(field.label, msg('بی‌نام', { id: 'console.ask.unnamed' })) }));
  if (!fields.length) return nothing;
  const question = { fields, offering: { ...offering, agency } };
  const of = JSON.stringify(fields);
  const shown = previews.get(draft);
  if (shown && shown.of !== of) shown.fields.show(question);
  Object.assign(shown ?? {}, { of, locale });
  const look = (event: Event): void => {
    if (!(event.target as HTMLDetailsElement).open || previews.has(draft)) return;
    const made = new QuestionFields(question, {
      locale: () => previews.get(draft)!.locale, gateway: () => port.client().gateway, update: () => port.update(),
    }, () => import('./question.define.ts'));
    previews.set(draft, { fields: made, of, locale });
    port.update();
  };
  return html`<details class="ask-again preview-of" @toggle=${look}>
    <summary>${msg('پیش‌نمایش برای شهروند', { id: 'console.ask.preview' })}</summary>
    <p class="soft small">${msg('همان که مردم می‌بینند. هرچه بخواهید بنویسید؛ جایی نمی‌رود.', { id: 'studio.preview.what' })}</p>
    ${shown?.fields.view(false) ?? nothing}
  </details>`;
}
