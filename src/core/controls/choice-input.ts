import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chevronDownIcon } from '../icons.ts';
import { described, describedBy, field, fieldset, type FieldView } from './field.ts';

export interface Option {
  value: string;
  label: string;
}

interface ChoiceView<V> extends FieldView {
  options: Option[];
  value: V;
  onInput(value: V): void;
}

type InputEvent = Event & { target: HTMLInputElement };

const short = (options: Option[]): boolean => options.every(({ label }) => label.length <= 14);

/** One of a few. `clear` is the text of a button that takes an optional choice back: a radio cannot be unchecked. */
export const radios = (view: ChoiceView<string> & { clear?: string }): TemplateResult => fieldset(
  view,
  html`
    <div class="options ${short(view.options) ? 'short' : ''}">
      ${view.options.map(({ value, label }, index) => html`
        <label class="option">
          <input
            type="radio"
            name=${view.id}
            id="${view.id}-${index}"
            value=${value}
            .checked=${live(view.value === value)}
            @change=${() => view.onInput(value)}
          /><span>${label}</span>
        </label>
      `)}
    </div>
    ${view.clear && view.value !== ''
      ? html`<button type="button" class="link small" @click=${() => view.onInput('')}>${view.clear}</button>`
      : nothing}
  `,
);

/** Any of several. */
export const checkboxes = (view: ChoiceView<string[]>): TemplateResult => fieldset(
  view,
  html`
    <div class="options ${short(view.options) ? 'short' : ''}">
      ${view.options.map(({ value, label }, index) => html`
        <label class="option">
          <input
            type="checkbox"
            id="${view.id}-${index}"
            value=${value}
            .checked=${live(view.value.includes(value))}
            @change=${(event: InputEvent) => view.onInput(
              // In the order of the form, however they were ticked.
              view.options.map((option) => option.value).filter((option) => (option === value ? event.target.checked : view.value.includes(option))),
            )}
          /><span>${label}</span>
        </label>
      `)}
    </div>
  `,
);

/** One of many. `empty` is what stands there before something is chosen. */
export const select = (view: ChoiceView<string> & { empty: string }): TemplateResult => field(
  view,
  html`<span class="select"><select
    class="input"
    id=${view.id}
    aria-describedby=${describedBy(view)}
    aria-invalid=${view.error ? 'true' : 'false'}
    aria-required=${view.optional ? 'false' : 'true'}
    @change=${(event: Event & { target: HTMLSelectElement }) => view.onInput(event.target.value)}
  >
    <option value="" .selected=${view.value === ''}>${view.empty}</option>
    ${view.options.map(({ value, label }) => html`<option value=${value} .selected=${view.value === value}>${label}</option>`)}
  </select>${chevronDownIcon}</span>`,
);

/** One sentence to agree to. */
export const agreement = (view: FieldView & { value: boolean; onInput(value: boolean): void }): TemplateResult => html`
  <div class="field">
    ${described(view, html`<label class="option agreement">
      <input
        type="checkbox"
        id=${view.id}
        aria-describedby=${describedBy(view)}
        aria-invalid=${view.error ? 'true' : 'false'}
        aria-required=${view.optional ? 'false' : 'true'}
        .checked=${live(view.value)}
        @change=${(event: InputEvent) => view.onInput(event.target.checked)}
      /><span>${view.label}${view.optional ? html` <span class="soft small">(${view.optional})</span>` : nothing}</span>
    </label>`)}
  </div>
`;
