import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chevronDownIcon } from '../icons.ts';
import { describedBy, field, fieldset, type FieldView } from './field.ts';

export interface Option {
  value: string;
  label: string;
}

export interface ChoiceView<V> extends FieldView {
  options: Option[];
  value: V;
  onInput(value: V): void;
}

/** Short enough to stand side by side. */
export const short = (options: Option[]): boolean => options.every(({ label }) => label.length <= 14);

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
