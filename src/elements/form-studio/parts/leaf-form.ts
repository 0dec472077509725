import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { localText } from '../../../core/facts/place.ts';
import { leafOf, opsFor, type Leaf, type Op } from '../model/condition.ts';
import type { At, Item } from '../model/definition.ts';
import { opText } from './condition-text.ts';
import { lineField, numberField, selectField } from './controls.ts';
import type { StudioView } from './view.ts';

/** One comparison: which question, what of it, and with what. */
export function leafForm(view: StudioView, at: At, earlier: readonly Item[], leaf: Leaf, name: (part: string) => string, choose: (leaf: Leaf) => void): TemplateResult {
  const { locale } = view;
  const item = earlier.find(({ id }) => id === leaf.field);
  const ops: readonly Op[] = item ? [...new Set([...opsFor(item), leaf.op])] : [leaf.op];
  /** Another question or comparison: what was typed for the former value is not meant for it. */
  const set = (next: Leaf) => {
    view.model.untype(at, name('value'));
    choose(next);
  };
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
    ${valueForm(view, at, item, leaf, name('value'), choose)}
  </div>`;
}

function valueForm(view: StudioView, at: At, item: Item | undefined, leaf: Leaf, name: string, set: (leaf: Leaf) => void): TemplateResult | typeof nothing {
  const label = msg('مقدار', { id: 'studio.when.value' });
  if (leaf.op === 'answered') return nothing;
  if (leaf.op === 'olderThanDays') {
    return numberField(view, { at, name, label: msg('چند روز', { id: 'studio.when.days' }), value: leaf.value, whole: true, needed: true, least: 0, set: (value) => set({ ...leaf, value: value! }) });
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
  if (typeof value === 'number') return numberField(view, { at, name, label, value, needed: true, set: (next) => set({ ...leaf, value: next! }) });
  return lineField(view, { at, name, label, value, set: (next) => set({ ...leaf, value: next }) });
}
