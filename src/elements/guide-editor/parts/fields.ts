import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GuideAgency, GuideTree } from '../../../contract/guide.ts';
import { describedBy, field } from '../../../core/controls/field.ts';
import type { Text } from '../model/tree.ts';
import { idOf, remarksAt, type EditorView } from './view.ts';

interface Asked {
  /** Place in the tree; findings of it stand beside the control. */
  path: string;
  label: string;
  hint?: string;
  optional?: boolean;
}
const optionalText = (): string => msg('دلخواه', { id: 'guideEditor.optional' });

/** A control of one text. `set` changes the tree. */
export function lineField(
  view: EditorView, { path, label, hint, optional, value, long, ltr, set }: Asked & { value: string; long?: boolean; ltr?: boolean; set(tree: GuideTree, value: string): void },
): TemplateResult {
  const shown = { id: idOf(path), label, hint, ...remarksAt(view, path), ...(optional && { optional: optionalText() }) };
  const onInput = (event: InputEvent) => view.model.edit(path, (tree) => set(tree, (event.target as HTMLInputElement).value));
  const direction = ltr ? 'ltr' : 'auto';
  return field(shown, long
    ? html`<textarea class="input" id=${shown.id} rows="3" maxlength="600" dir=${direction} aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)} .value=${live(value)} @input=${onInput}></textarea>`
    : html`<input class="input" id=${shown.id} type="text" maxlength="600" autocomplete="off" dir=${direction} aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)} .value=${live(value)} @input=${onInput} />`);
}

/** A text in Persian, and in English where that is asked for. */
export function textField(
  view: EditorView, { value, long, set, ...asked }: Asked & { value: Text | undefined; long?: boolean; set(tree: GuideTree, value: Text): void },
): TemplateResult {
  return html`
    ${lineField(view, { ...asked, long, value: value?.fa ?? '', set: (tree, fa) => set(tree, { ...value, fa }) })}
    ${view.english
      ? lineField(view, {
        path: `${asked.path}.en`, label: msg(str`${asked.label}، به انگلیسی`, { id: 'guideEditor.inEnglish' }), optional: true, long, ltr: true,
        value: value?.['en'] ?? '', set: (tree, en) => set(tree, { fa: '', ...value, en }),
      })
      : nothing}
  `;
}

/** Lines of words, best first. */
export const wordsField = (view: EditorView, asked: Asked & { value: readonly string[]; ltr?: boolean; set(tree: GuideTree, lines: string[]): void }): TemplateResult =>
  lineField(view, { ...asked, long: true, value: asked.value.join('\n'), set: (tree, text) => asked.set(tree, text.split('\n')) });

/** An agency: by words of its name, or by its id where the tree has it so. */
export function agencyField(view: EditorView, { value, set, ...asked }: Asked & { value: GuideAgency | undefined; set(tree: GuideTree, value: GuideAgency | undefined): void }): TemplateResult {
  if (value && 'id' in value) {
    return lineField(view, { ...asked, label: msg('شناسه دستگاه', { id: 'guideEditor.agencyId' }), ltr: true, value: value.id, set: (tree, id) => set(tree, { id: id.trim() }) });
  }
  return wordsField(view, { ...asked, value: value?.named ?? [], set: (tree, named) => set(tree, asked.optional && !named.join('').trim() ? undefined : { named }) });
}

/** A box to tick. */
export const tick = (view: EditorView, { path, label, value, set }: Asked & { value: boolean; set(tree: GuideTree, value: boolean): void }): TemplateResult => html`
  <p class="tick"><label><input type="checkbox" id=${idOf(path)} .checked=${live(value)}
    @change=${(event: Event) => view.model.edit(`${path} `, (tree) => set(tree, (event.target as HTMLInputElement).checked))} />${label}</label></p>
`;
