import { msg } from '@lit/localize';
import { html } from 'lit';
import { closeIcon, searchIcon } from '../../../core/icons.ts';
import type { Speaking } from './speech.ts';

export interface FieldModel {
  text: string;
  placeholder: string;
  /** To speak instead of to type. */
  speak: Speaking | undefined;
  onInput(event: Event): void;
  onClear(): void;
}

const longestQuery = 240;
/** The question, and the field to answer it in. */
export function fieldView({ text, placeholder, speak, onInput, onClear }: FieldModel) {
  return html`<label id="question" for="q">${msg('چه کاری دارید؟', { id: 'finder.question' })}</label>
    <div class="search">
      ${searchIcon}
      <input
        id="q"
        part="field"
        class="input"
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        maxlength=${longestQuery}
        aria-describedby="count keys"
        .value=${text}
        @input=${onInput}
        placeholder=${placeholder}
      />
      <span id="keys" hidden>${msg('با کلید پایین به نتیجه‌ها بروید.', { id: 'finder.keys' })}</span>
      ${
        text && !speak?.now
          ? html`<button type="button" class="clear no-print" aria-label=${msg('پاک کردن نوشته', { id: 'finder.clear' })} @click=${onClear}>${closeIcon}</button>`
          : speak?.button
      }
    </div>
    ${speak?.told}`;
}
