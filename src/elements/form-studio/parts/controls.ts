import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field } from '../../../core/controls/field.ts';
import { localDigits } from '../../../i18n/formats.ts';
import { same, type At, type Text } from '../model/definition.ts';
import { readTyped, type NumberLimits, type TypedCode } from '../model/typed.ts';
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

/** A control of one text. `set` is given what is typed, `settle` what stands there when the control is left. */
export function lineField(
  view: StudioView, asked: Asked & { value: string; long?: boolean; ltr?: boolean; digits?: boolean; set(value: string): void; settle?(value: string): void },
): TemplateResult {
  const shown = shownOf(view, asked);
  const onInput = (event: InputEvent) => asked.set((event.target as HTMLInputElement).value);
  const onChange = (event: Event) => asked.settle?.((event.target as HTMLInputElement).value);
  const direction = asked.ltr ? 'ltr' : 'auto';
  return field(shown, asked.long
    ? html`<textarea class="input" id=${shown.id} rows="3" maxlength="2000" dir=${direction} aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)} .value=${live(asked.value)} @input=${onInput} @change=${onChange}></textarea>`
    : html`<input class=${asked.digits ? 'input short' : 'input'} id=${shown.id} type="text" inputmode=${asked.digits ? 'numeric' : nothing} maxlength="600" autocomplete="off" dir=${direction}
        aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)} .value=${live(asked.value)} @input=${onInput} @change=${onChange} />`);
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

/**
 * A control whose text stands for a value. What is no value stays as it was typed, and is told when the control is left.
 * `read` gives the code of what is wrong, `shown` the text of the value that counts.
 */
export function typedField<V>(
  view: StudioView, { at, read, value, shown, set, ...asked }: Asked & { value: V; long?: boolean; shown: string; read(text: string): { value?: V; code?: TypedCode }; set(value: V): void },
): TemplateResult {
  const { model } = view;
  const { name } = asked;
  const typed = model.typed.text(model.definition!, at, name);
  const current = typed === undefined ? undefined : read(typed);
  return lineField(view, {
    ...asked, at, digits: !asked.long, ltr: true, value: current && (current.code || same(current.value, value)) ? typed! : shown,
    set: (text) => {
      const { value: next, code } = read(text);
      model.type(at, name, text, code);
      if (!code && !same(next, value)) set(next as V);
    },
    settle: (text) => {
      const { code } = read(text);
      if (code) model.type(at, name, text, code, true);
      else model.untype(at, name);
    },
  });
}

/** A whole or decimal number, in any digits; undefined where nothing stands. */
export const numberField = (view: StudioView, { whole, needed, least, most, ...asked }: Asked & NumberLimits & { value: number | undefined; set(value: number | undefined): void }): TemplateResult =>
  typedField<number | undefined>(view, {
    ...asked, shown: asked.value === undefined ? '' : localDigits(view.locale, String(asked.value)).replace('.', view.locale === 'fa' ? '٫' : '.'),
    read: (text) => readTyped(text, { whole, needed, least, most }),
  });

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
