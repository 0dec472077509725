import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldView } from './field.ts';

export interface TextInputView extends FieldView {
  value: string;
  /** Numbers that are names, addresses: read from left to right also in a Persian form. */
  ltr?: boolean;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  autocomplete?: string;
  /** Letters that are usually written: the width says what is expected. */
  size?: number;
  /** Given, a textarea of so many lines. */
  rows?: number;
  /** Stands under the control: a counter, a unit. */
  below?: TemplateResult | typeof nothing;
  /** Id of what stands below, to be read with the control. */
  belowId?: string;
  onInput(value: string): void;
  /** The person left the control after a change. */
  onLeave?(): void;
}

type TextEvent = Event & { target: HTMLInputElement };

/** One line or, with `rows`, several. Never `type=number`: it drops Persian digits, commas and leading zeros. */
export function textInput(view: TextInputView): TemplateResult {
  const describedby = [describedBy(view), view.belowId].filter((id) => id && id !== nothing).join(' ') || nothing;
  const input = (event: TextEvent) => view.onInput(event.target.value);
  const leave = () => view.onLeave?.();
  const invalid = view.error ? 'true' : 'false';
  const width = view.size ? (view.size <= 4 ? 'w-4' : view.size <= 12 ? 'w-12' : view.size <= 20 ? 'w-20' : '') : '';
  const control = view.rows
    ? html`<textarea
        class="input"
        id=${view.id}
        rows=${view.rows}
        dir=${ifDefined(view.ltr ? 'ltr' : undefined)}
        autocomplete=${ifDefined(view.autocomplete)}
        aria-describedby=${describedby}
        aria-invalid=${invalid}
        aria-required=${view.optional ? 'false' : 'true'}
        .value=${live(view.value)}
        @input=${input}
        @change=${leave}
      ></textarea>`
    : html`<input
        class="input ${width}"
        id=${view.id}
        type=${view.inputmode === 'email' ? 'email' : view.inputmode === 'tel' ? 'tel' : 'text'}
        inputmode=${ifDefined(view.inputmode)}
        dir=${ifDefined(view.ltr ? 'ltr' : undefined)}
        autocomplete=${ifDefined(view.autocomplete)}
        autocapitalize=${ifDefined(view.ltr ? 'off' : undefined)}
        spellcheck=${ifDefined(view.ltr ? 'false' : undefined)}
        aria-describedby=${describedby}
        aria-invalid=${invalid}
        aria-required=${view.optional ? 'false' : 'true'}
        .value=${live(view.value)}
        @input=${input}
        @change=${leave}
      />`;
  return field(view, html`${control}${view.below ?? nothing}`);
}
