import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GuideTree, KnownAnswers } from '../../../contract/guide.ts';
import { plusIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { idOf, type EditorView } from './view.ts';

type Rows = [field: string, value: string | boolean][];

/** Boxes of forms are ticked or not; both are written as words, of the reader's language. Call while rendering. */
const yes = (): string => msg('بله', { id: 'answer.yes' });
const no = (): string => msg('خیر', { id: 'answer.no' });
const written = (value: string | boolean): string => (value === true ? yes() : value === false ? no() : value);
/** The words of every language are understood in every language. */
const meant = (text: string): string | boolean => (/^(بله|yes)$/i.test(text) ? true : /^(خیر|no)$/i.test(text) ? false : text);

/** What the way to a service has answered of its form: a row for each field. */
export function knownRows(view: EditorView, path: string, known: KnownAnswers, set: (tree: GuideTree, known: KnownAnswers) => void): TemplateResult {
  const rows: Rows = Object.entries(known);
  const id = idOf(path);
  const put = (key: string, next: Rows): void => view.model.edit(`${path} ${key}`, (tree) => set(tree, Object.fromEntries(next)));
  const replaced = (at: number, row: Rows[number]): Rows => rows.map((each, index) => (index === at ? row : each));
  const add = () => {
    put(`add ${rows.length}`, [...rows, ['', '']]);
    view.focus(`${id}_${rows.length}`);
  };
  return html`
    <details class="known" ?open=${rows.length > 0}>
      <summary>${msg('پاسخ‌هایی که برای فرم همراه می‌رود', { id: 'guideEditor.known' })}</summary>
      <p class="hint">${msg(str`نام فیلد فرم و پاسخش؛ برای خانه‌های تیک‌دار «${yes()}» یا «${no()}» بنویسید.`, { id: 'guideEditor.known.hint' })}</p>
      ${rows.map(([field, value], at) => {
        const number = formatNumber(view.locale, at + 1);
        return html`<div class="pair">
          <input class="input" id="${id}_${at}" type="text" dir="ltr" autocomplete="off" spellcheck="false" maxlength="40" aria-label=${msg(str`نام فیلد ${number}`, { id: 'guideEditor.known.field' })}
            .value=${live(field)} @change=${(event: Event) => put(`field ${at}`, replaced(at, [(event.target as HTMLInputElement).value.trim(), value]))} />
          <input class="input" type="text" dir="auto" autocomplete="off" maxlength="100" aria-label=${msg(str`پاسخ فیلد ${number}`, { id: 'guideEditor.known.value' })}
            .value=${live(written(value))} @change=${(event: Event) => put(`value ${at}`, replaced(at, [field, meant((event.target as HTMLInputElement).value.trim())]))} />
          <button class="button quiet" type="button" aria-label=${msg(str`سطر ${number} را بردارید`, { id: 'guideEditor.known.remove' })}
            @click=${() => { put(`remove ${at} ${rows.length}`, rows.filter((_, index) => index !== at)); view.focus(`${id}_add`); }}>${trashIcon}</button>
        </div>`;
      })}
      ${rows.some(([field]) => !field) ? nothing : html`<button class="button quiet" type="button" id="${id}_add" @click=${add}>${plusIcon}${msg('سطر تازه', { id: 'guideEditor.known.add' })}</button>`}
    </details>
  `;
}
