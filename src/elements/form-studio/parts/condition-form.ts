import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Condition, FormDefinition } from '../../../contract/form.ts';
import { describedBy, fieldset } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { plusIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { flatOf, leafOf, opsFor, whenOf, type Flat, type Leaf, type Op } from '../model/condition.ts';
import { earlierThan, entryAt, type At, type Item } from '../model/definition.ts';
import { conditionText, opText } from './condition-text.ts';
import { lineField, numberField, selectField } from './controls.ts';
import { errorOf, idOf, type StudioView } from './view.ts';

/** When a step, group or question is shown: always, or under conditions over earlier answers, as sentences of lists. */
export function conditionForm(view: StudioView, at: At): TemplateResult {
  const { locale, model } = view;
  const definition = model.definition!;
  const { when } = entryAt(definition, at)!;
  const earlier = earlierThan(definition, at);
  const flat = flatOf(when);
  const id = idOf(at, 'when');
  const shown = { id, label: msg('کی نشان داده شود؟', { id: 'studio.when' }), ...errorOf(view, at, 'when') };
  const set = (key: string, next: Flat | undefined) => model.edit(`when ${id} ${key}`, (changing) => putWhen(changing, at, next && whenOf(next)));

  if (!flat) {
    return fieldset(shown, html`
      <p>${conditionText(locale, definition, when!)}</p>
      <p class="hint">${msg('این شرط تودرتو است و اینجا تنها برداشته می‌شود؛ سپس شرطی تازه بنویسید.', { id: 'studio.when.deep' })}</p>
      <button class="button quiet" type="button" @click=${() => set('drop', undefined)}>${trashIcon}${msg('شرط را بردارید', { id: 'studio.when.drop' })}</button>`);
  }
  const { join, leaves } = flat;
  const add = () => {
    set(`add ${leaves.length}`, { join, leaves: [...leaves, leafOf(earlier[0]!)] });
    view.focus(idOf(at, `when-${leaves.length}-field`));
  };
  const remove = (number: number) => {
    set(`remove ${leaves.length}`, { join, leaves: leaves.filter((_, each) => each !== number) });
    view.say(() => msg('شرط برداشته شد.', { id: 'studio.when.removed' }));
    view.focus(idOf(at, 'when-add'));
  };
  return fieldset(shown, html`
    ${leaves.length
      ? html`
        <ol class="leaves">${leaves.map((leaf, number) => html`<li class="leaf">
          ${number ? html`<span class="join">${join === 'all' ? msg('و', { id: 'studio.and' }) : msg('یا', { id: 'studio.or' })}</span>` : nothing}
          ${leafForm(view, at, earlier, leaf, number, (next) => set(`leaf ${number}`, { join, leaves: leaves.map((each, at) => (at === number ? next : each)) }))}
          <button class="button quiet" type="button" aria-label=${msg(str`شرط ${formatNumber(locale, number + 1)} را بردارید`, { id: 'studio.when.remove' })} @click=${() => remove(number)}>${trashIcon}</button>
        </li>`)}</ol>
        ${leaves.length > 1
          ? selectField(view, {
            at, name: 'when-join', label: msg('با هم', { id: 'studio.when.join' }), value: join,
            options: [['all', msg('همه باید درست باشند', { id: 'studio.when.all' })], ['any', msg('یکی بس است', { id: 'studio.when.any' })]],
            set: (value) => set('join', { join: value as Flat['join'], leaves }),
          })
          : nothing}`
      : html`<p class="soft">${msg('همیشه نشان داده می‌شود.', { id: 'studio.when.always' })}</p>`}
    ${earlier.length
      ? html`<button class="button" type="button" id=${idOf(at, 'when-add')} aria-describedby=${describedBy(shown)} @click=${add}>${plusIcon}${leaves.length ? msg('شرط دیگر', { id: 'studio.when.another' }) : msg('تنها با شرط', { id: 'studio.when.add' })}</button>`
      : html`<p class="hint" id=${idOf(at, 'when-add')} tabindex="-1">${msg('پیش از آن پرسشی نیست که شرط به آن تکیه کند.', { id: 'studio.when.none' })}</p>`}
  `);
}

function putWhen(definition: FormDefinition, at: At, when: Condition | undefined): void {
  const entry = entryAt(definition, at)!;
  if (when) entry.when = when;
  else delete entry.when;
}

/** One comparison: which question, what of it, and with what. */
function leafForm(view: StudioView, at: At, earlier: readonly Item[], leaf: Leaf, number: number, set: (leaf: Leaf) => void): TemplateResult {
  const { locale } = view;
  const item = earlier.find(({ id }) => id === leaf.field);
  const ops: readonly Op[] = item ? [...new Set([...opsFor(item), leaf.op])] : [leaf.op];
  const name = (part: string) => `when-${number}-${part}`;
  return html`<div class="leaf-parts">
    ${selectField(view, {
      at, name: name('field'), label: msg('اگر پاسخ', { id: 'studio.when.field' }), value: leaf.field,
      options: earlier.map((each) => [each.id, localText(locale, each.label) || each.id] as const),
      set: (id) => set(leafOf(earlier.find((each) => each.id === id)!)),
    })}
    ${selectField(view, {
      at, name: name('op'), label: msg('چه باشد', { id: 'studio.when.op' }), value: leaf.op, options: ops.map((op) => [op, opText(op, item?.type)] as const),
      set: (op) => item && set(leafOf(item, op as Op)),
    })}
    ${valueForm(view, at, item, leaf, name('value'), set)}
  </div>`;
}

function valueForm(view: StudioView, at: At, item: Item | undefined, leaf: Leaf, name: string, set: (leaf: Leaf) => void): TemplateResult | typeof nothing {
  const label = msg('مقدار', { id: 'studio.when.value' });
  if (leaf.op === 'answered') return nothing;
  if (leaf.op === 'olderThanDays') {
    return numberField(view, { at, name, label: msg('چند روز', { id: 'studio.when.days' }), value: leaf.value, set: (value) => set({ ...leaf, value: Math.trunc(value ?? 0) }) });
  }
  const options = item && 'options' in item ? (item.options ?? []) : [];
  if (leaf.op === 'in') {
    return html`<div class="ticks">${options.map(({ value, label: text }) => html`<div class="tick"><label><input type="checkbox" .checked=${live(leaf.value.includes(value))}
      @change=${(event: Event) => set({ ...leaf, value: (event.target as HTMLInputElement).checked ? [...leaf.value, value] : leaf.value.filter((each) => each !== value) })} />${localText(view.locale, text) || value}</label></div>`)}</div>`;
  }
  const { value } = leaf;
  if (typeof value === 'boolean') {
    return selectField(view, {
      at, name, label, value: String(value), options: [['true', msg('بله', { id: 'studio.yes' })], ['false', msg('نه', { id: 'studio.no' })]],
      set: (next) => set({ ...leaf, value: next === 'true' }),
    });
  }
  if (options.length) {
    return selectField(view, {
      at, name, label, value: String(value), options: options.map((each) => [each.value, localText(view.locale, each.label) || each.value] as const), set: (next) => set({ ...leaf, value: next }),
    });
  }
  if (typeof value === 'number') return numberField(view, { at, name, label, value, set: (next) => set({ ...leaf, value: next ?? 0 }) });
  return lineField(view, { at, name, label, value, set: (next) => set({ ...leaf, value: next }) });
}
