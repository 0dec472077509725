import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Condition, FormDefinition } from '../../../contract/form.ts';
import { describedBy, fieldset } from '../../../core/controls/field.ts';
import { plusIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { isCondition, isLeaf, leafOf, nestedOf, whenOf, type Flat, type Leaf, type Nested, type Part } from '../model/condition.ts';
import { earlierThan, entryAt, type At, type Item } from '../model/definition.ts';
import type { TypedCode } from '../model/typed.ts';
import { conditionText } from './condition-text.ts';
import { selectField, typedField } from './controls.ts';
import { leafForm } from './leaf-form.ts';
import { errorOf, idOf, type StudioView } from './view.ts';

/** When a step, group or question is shown: always, or under conditions over earlier answers, as sentences of lists. */
export function conditionForm(view: StudioView, at: At): TemplateResult {
  const { model } = view;
  const definition = model.definition!;
  const { when } = entryAt(definition, at)!;
  const nested = nestedOf(when);
  const shown = { id: idOf(at, 'when'), label: msg('کی نشان داده شود؟', { id: 'studio.when' }), ...errorOf(view, at, 'when') };
  const put = (key: string, next: Condition | undefined) => model.edit(`when ${shown.id} ${key}`, (changing) => putWhen(changing, at, next));
  return fieldset(shown, nested
    ? nestedForm(view, at, nested, describedBy(shown), (key, next) => put(key, whenOf(next)))
    : expertForm(view, at, when!, put));
}

function putWhen(definition: FormDefinition, at: At, when: Condition | undefined): void {
  const entry = entryAt(definition, at)!;
  if (when) entry.when = when;
  else delete entry.when;
}

/** What lists cannot hold: in words, and as a text for those who know its form. */
function expertForm(view: StudioView, at: At, when: Condition, put: (key: string, next: Condition | undefined) => unknown): TemplateResult {
  const { locale, model } = view;
  return html`
    <p>${conditionText(locale, model.definition!, when)}</p>
    ${typedField<Condition>(view, {
      at, name: 'when-json', label: msg('همین شرط، به JSON', { id: 'studio.when.json' }), long: true, value: when, shown: JSON.stringify(when, null, 2), read: readCondition, set: (next) => put('json', next),
      hint: msg('این شرط چندلایه است و در فهرست‌ها جا نمی‌گیرد؛ کاربلدها اینجا عوضش کنند. درست که باشد، بالا به زبان ساده خوانده می‌شود.', { id: 'studio.when.json.hint' }),
    })}
    <button class="button quiet" type="button" @click=${() => {
      model.untype(at, 'when-');
      put('drop', undefined);
      view.focus(idOf(at, 'when-add'));
    }}>${trashIcon}${msg('شرط را بردارید', { id: 'studio.when.drop' })}</button>`;
}

function readCondition(text: string): { value?: Condition; code?: TypedCode } {
  try {
    const value: unknown = JSON.parse(text);
    return isCondition(value) ? { value } : { code: 'notCondition' };
  } catch {
    return { code: 'notJson' };
  }
}

type SetParts<T> = (key: string, next: T) => unknown;

function nestedForm(view: StudioView, at: At, { join, parts }: Nested, describing: string | typeof nothing, set: SetParts<Nested>): TemplateResult {
  const { model } = view;
  const earlier = earlierThan(model.definition!, at);
  const add = (part: Part) => {
    set(`add ${parts.length}`, { join, parts: [...parts, part] });
    view.focus(idOf(at, isLeaf(part) ? `when-${parts.length}-field` : `when-${parts.length}-0-field`));
  };
  const first = () => leafOf(earlier[0]!);
  const list = (list: readonly Part[]) => set(`remove ${parts.length}`, { join, parts: [...list] });
  return html`
    ${parts.length
      ? html`
        <ol class="leaves">${parts.map((part, number) => {
          const change = (key: string, next: Part) => set(`${key} ${number}`, { join, parts: parts.map((each, at) => (at === number ? next : each)) });
          const remove = () => removed(view, at, 'when-add', () => list(parts.filter((_, each) => each !== number)));
          return html`<li class="leaf">
            ${number ? joinText(join) : nothing}
            ${isLeaf(part)
              ? html`${leafForm(view, at, earlier, part, (name) => `when-${number}-${name}`, (next) => change('leaf', next))}${removeButton(formatNumber(view.locale, number + 1), remove)}`
              : bundleForm(view, at, earlier, part, number, (key, next) => (next.leaves.length ? change(key, next) : remove()))}
          </li>`;
        })}</ol>
        ${parts.length > 1 ? joinField(view, at, 'when-join', join, (next) => set('join', { join: next, parts })) : nothing}`
      : html`<p class="soft">${msg('همیشه نشان داده می‌شود.', { id: 'studio.when.always' })}</p>`}
    ${earlier.length
      ? html`<div class="row">
        <button class="button" type="button" id=${idOf(at, 'when-add')} aria-describedby=${describing} @click=${() => add(first())}>${plusIcon}${parts.length ? msg('شرط دیگر', { id: 'studio.when.another' }) : msg('تنها با شرط', { id: 'studio.when.add' })}</button>
        ${parts.length
          ? html`<button class="button" type="button" @click=${() => add({ join: join === 'all' ? 'any' : 'all', leaves: [first()] })}>${plusIcon}${msg('دسته شرط', { id: 'studio.when.bundle.add' })}</button>`
          : nothing}
      </div>`
      : html`<p class="hint" id=${idOf(at, 'when-add')} tabindex="-1">${msg('پیش از آن پرسشی نیست که شرط به آن تکیه کند.', { id: 'studio.when.none' })}</p>`}
  `;
}

/** Comparisons that count as one: «(الف یا ب)». */
function bundleForm(view: StudioView, at: At, earlier: readonly Item[], { join, leaves }: Flat, number: number, set: SetParts<Flat>): TemplateResult {
  const name = `when-${number}`;
  const of = (next: Leaf[]): Flat => ({ join, leaves: next });
  const add = () => {
    set(`add ${leaves.length}`, of([...leaves, leafOf(earlier[0]!)]));
    view.focus(idOf(at, `${name}-${leaves.length}-field`));
  };
  const outer = formatNumber(view.locale, number + 1);
  return fieldset({ id: idOf(at, name), label: msg(str`دسته شرط ${outer}`, { id: 'studio.when.bundle' }) }, html`
    <ol class="leaves">${leaves.map((leaf, each) => html`<li class="leaf">
      ${each ? joinText(join) : nothing}
      ${leafForm(view, at, earlier, leaf, (part) => `${name}-${each}-${part}`, (next) => set(`leaf ${each}`, of(leaves.map((old, at) => (at === each ? next : old)))))}
      ${removeButton(msg(str`${formatNumber(view.locale, each + 1)} از دسته ${outer}`, { id: 'studio.when.bundle.at' }), () =>
        removed(view, at, leaves.length > 1 ? `${name}-add` : 'when-add', () => set(`remove ${leaves.length}`, of(leaves.filter((_, old) => old !== each)))))}
    </li>`)}</ol>
    ${leaves.length > 1 ? joinField(view, at, `${name}-join`, join, (next) => set('join', { join: next, leaves })) : nothing}
    ${earlier.length ? html`<button class="button" type="button" id=${idOf(at, `${name}-add`)} @click=${add}>${plusIcon}${msg('شرط دیگر در این دسته', { id: 'studio.when.bundle.another' })}</button>` : nothing}`);
}

const joinText = (join: Flat['join']) => html`<span class="join">${join === 'all' ? msg('و', { id: 'studio.and' }) : msg('یا', { id: 'studio.or' })}</span>`;

const joinField = (view: StudioView, at: At, name: string, join: Flat['join'], set: (join: Flat['join']) => unknown) => selectField(view, {
  at, name, label: msg('با هم', { id: 'studio.when.join' }), value: join,
  options: [['all', msg('همه باید درست باشند', { id: 'studio.when.all' })], ['any', msg('یکی بس است', { id: 'studio.when.any' })]],
  set: (value) => void set(value as Flat['join']),
});

const removeButton = (which: string, remove: () => void) => html`
  <button class="button quiet" type="button" aria-label=${msg(str`شرط ${which} را بردارید`, { id: 'studio.when.remove' })} @click=${remove}>${trashIcon}</button>`;

/** Those behind it move up, so what was typed beside them is let go. */
function removed(view: StudioView, at: At, focus: string, work: () => unknown): void {
  view.model.untype(at, 'when-');
  work();
  view.say(() => msg('شرط برداشته شد.', { id: 'studio.when.removed' }));
  view.focus(idOf(at, focus));
}
