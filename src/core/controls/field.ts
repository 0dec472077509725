import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, infoIcon } from '../icons.ts';

export interface FieldView {
  /** Id of the control; hint and error get `-hint` and `-error`. All stand in one shadow root. */
  id: string;
  label: string;
  hint?: string;
  /** What is wrong and what to do now. */
  error?: string;
  /** A remark that does not stop anybody. */
  warning?: string;
  /** Given, it is shown beside the label: optional fields are marked, required ones are not. */
  optional?: string;
}

/** Value for `aria-describedby` of the control of this field. */
export const describedBy = ({ id, hint, error, warning }: FieldView): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`].filter(Boolean).join(' ') || nothing;

const hint = (view: FieldView) => (view.hint ? html`<p class="hint" id="${view.id}-hint">${view.hint}</p>` : nothing);

const remarks = (view: FieldView) => html`
  ${view.error ? html`<p class="error" id="${view.id}-error">${alertIcon}<span>${view.error}</span></p>` : nothing}
  ${view.warning ? html`<p class="warning" id="${view.id}-warning">${infoIcon}<span>${view.warning}</span></p>` : nothing}
`;

/** Hint, control, error and warning, where the label stands elsewhere: beside a checkbox. */
export const described = (view: FieldView, control: TemplateResult): TemplateResult => html`${hint(view)}${control}${remarks(view)}`;

const optional = (view: FieldView) => (view.optional ? html` <span class="soft small">(${view.optional})</span>` : nothing);

/** A control with its label above, hint under the label, error beside the control. */
export const field = (view: FieldView, control: TemplateResult): TemplateResult => html`
  <div class="field"><label for=${view.id}>${view.label}${optional(view)}</label>${described(view, control)}</div>
`;

/** Several controls under one legend. */
export const fieldset = (view: FieldView, control: TemplateResult): TemplateResult => html`
  <fieldset class="field" id=${view.id} tabindex="-1" aria-describedby=${describedBy(view)}>
    <legend class="label">${view.label}${optional(view)}</legend>${described(view, control)}
  </fieldset>
`;
