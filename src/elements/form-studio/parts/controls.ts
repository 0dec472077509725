import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field } from '../../../core/controls/field.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { localDigits } from '../../../i18n/formats.ts';
import type { At, Text } from '../model/definition.ts';
import { errorOf, idOf, type StudioView } from './view.ts';

interface Asked {
  /** Place and name of the control: its id, and what findings stand beside it. */
  at: At | 'form';
  name: string;
  label: string;
  hint?: string | undefined;
  /** Need not be written. */
  optional?: boolean;
  /** The control whose finding stands beside this one, where it is not its own. */
  error?: string | undefined;
}
const shownOf = (view: StudioView, { at, name, label, hint, optional, error }: Asked) => ({
  id: idOf(at, name), label, ...(hint && { hint }), ...(error ? { error } : errorOf(view, at, name)), ...(optional && { optional: msg('دلخواه', { id: 'studio.optional' }) }),
});

/** A control of one text. `set` is given what is typed. */
export function lineField(
  view: StudioView, asked: Asked & { value: string; long?: boolean; ltr?: boolean; digits?: boolean; set(value: string): void },
): TemplateResult {
  const shown = shownOf(view, asked);
  const onInput = (event: InputEvent) => asked.set((event.target as HTMLInputElement).value);
  const direction = asked.ltr ? 'ltr' : 'auto';
  return field(shown, asked.long
    ? html`<textarea class="input" id=${shown.id} rows="3" maxlength="2000" dir=${direction} aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)} .value=${live(asked.value)} @input=${onInput}></textarea>`
    : html`<input class=${asked.digits ? 'input short' : 'input'} id=${shown.id} type="text" inputmode=${asked.digits ? 'numeric' : nothing} maxlength="600" autocomplete="off" dir=${direction}
        aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)} .value=${asked.digits ? asked.value : live(asked.value)} @input=${onInput} />`);
}

/** A text in Persian, and in English where that is asked for. */
export function textField(view: StudioView, { value, set, ...asked }: Asked & { value: Text | undefined; long?: boolean; set(value: Text): void }): TemplateResult {
  return html`
    ${lineField(view, { ...asked, value: value?.fa ?? '', set: (fa) => set({ ...value, fa }) })}
    ${view.english
      ? lineField(view, {
        ...asked, hint: undefined, name: `${asked.name}-en`, label: msg(str`${asked.label}، به انگلیسی`, { id: 'studio.inEnglish' }), optional: true, ltr: true,
        value: value?.['en'] ?? '', set: (en) => set({ fa: '', ...value, en }),
      })
      : nothing}
  `;
}

/** A whole or decimal number, in any digits; undefined where nothing stands. What is no number is left out. */
export function numberField(view: StudioView, { value, set, ...asked }: Asked & { value: number | undefined; set(value: number | undefined): void }): TemplateResult {
  return lineField(view, {
    ...asked, digits: true, ltr: true, value: value === undefined ? '' : localDigits(view.locale, String(value)),
    set: (text) => {
      const digits = toAsciiDigits(text).replace(/[^\d.-]/g, '');
      const number = digits === '' ? undefined : Number(digits);
      set(number !== undefined && Number.isFinite(number) ? number : undefined);
    },
  });
}

/** One of several, in a list. `noneText`: what stands there while none is chosen, and can be chosen. */
export function selectField(
  view: StudioView, { value, options, noneText, set, ...asked }: Asked & { value: string; options: readonly (readonly [value: string, name: string])[]; noneText?: string; set(value: string): void },
): TemplateResult {
  const shown = shownOf(view, asked);
  const known = options.some(([each]) => each === value);
  return field(shown, html`<select class="input" id=${shown.id} aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)}
    @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
    ${noneText !== undefined || !known ? html`<option value=${known ? '' : value} .selected=${live(!known)}>${noneText ?? msg('برگزینید', { id: 'studio.choose' })}</option>` : nothing}
    ${options.map(([each, name]) => html`<option value=${each} .selected=${live(each === value)}>${name}</option>`)}
  </select>`);
}

/** A box to tick. */
export const tick = (view: StudioView, { at, name, label, hint, value, set }: Asked & { value: boolean; set(value: boolean): void }): TemplateResult => html`
  <div class="tick"><label><input type="checkbox" id=${idOf(at, name)} aria-describedby=${hint ? `${idOf(at, name)}-hint` : nothing} .checked=${live(value)}
    @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} />${label}</label>${hint ? html`<p class="hint" id="${idOf(at, name)}-hint">${hint}</p>` : nothing}</div>
`;

/** Puts a value where there is one, and takes the key out where there is none. */
export function put<T extends object, K extends keyof T>(holder: T, key: K, value: T[K] | undefined): void {
  if (value === undefined || value === false || value === '') delete holder[key];
  else holder[key] = value;
}
