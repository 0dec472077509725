import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { plateLetters, splitPlate } from '../../persian/identity/plate.ts';
import { describedBy, fieldset, type FieldView } from './field.ts';

export interface PlateInputView extends FieldView {
  /** The four parts from left to right as typed, with a `|` between them: `12|ب|345|68`. */
  value: string;
  words: { first: string; letter: string; second: string; code: string; noLetter: string };
  onInput(value: string): void;
  onLeave?(): void;
}

/** A number plate in its four parts, as they stand on it. */
export function plateInput(view: PlateInputView): TemplateResult {
  const { id, words } = view;
  const [first = '', letter = '', second = '', code = ''] = view.value.split('|');
  const read = (event: Event & { target: HTMLInputElement | HTMLSelectElement }) => {
    // A whole plate pasted into one control.
    const whole = splitPlate(event.target.value);
    const parts = [...event.target.closest('.plate')!.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map(({ value }) => value.replaceAll('|', ''));
    view.onInput((whole ?? parts).join('|'));
  };
  const invalid = view.error ? 'true' : 'false';
  const digits = (name: 'first' | 'second' | 'code', value: string) => html`<div class="part">
    <label class="small" for="${id}-${name}">${words[name]}</label>
    <input class="input" id="${id}-${name}" type="text" inputmode="numeric" autocomplete="off" aria-describedby=${describedBy(view)} aria-invalid=${invalid} .value=${live(value)} @input=${read} />
  </div>`;
  return fieldset(view, html`
    <div class="plate" dir="ltr" @focusout=${(event: FocusEvent & { currentTarget: HTMLElement }) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) view.onLeave?.();
    }}>
      ${digits('first', first)}
      <div class="part">
        <label class="small" for="${id}-letter">${words.letter}</label>
        <select class="input" id="${id}-letter" aria-describedby=${describedBy(view)} aria-invalid=${invalid} @change=${read}>
          <option value="" .selected=${letter === ''}>${words.noLetter}</option>
          ${plateLetters.map((one) => html`<option value=${one} .selected=${one === letter}>${one}</option>`)}
        </select>
      </div>
      ${digits('second', second)}${digits('code', code)}
    </div>
  `);
}
