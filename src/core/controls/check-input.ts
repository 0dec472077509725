import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { short, type ChoiceView } from './choice-input.ts';
import { described, describedBy, fieldset, type FieldView } from './field.ts';

type InputEvent = Event & { target: HTMLInputElement };

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
