import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GuideTree } from '../../../contract/guide.ts';
import { field } from '../../../core/controls/field.ts';
import { lifeEventIcons, lifeEventLabel } from '../../../core/facts/life-event.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { lineField, textField, tick } from './fields.ts';
import { nameOf } from './finding-text.ts';
import { remarksAt, type EditorView } from './view.ts';

type LifeEvent = NonNullable<GuideTree['lifeEvent']>;

/** What stands above the questions: title, hint, place in the list, where it begins. */
export function headForm(view: EditorView): TemplateResult {
  const { locale, model } = view;
  const tree = model.tree!;
  const start = { id: 'start', label: msg('پرسش نخست', { id: 'guideEditor.start' }), ...remarksAt(view, 'start') };
  return html`
    ${textField(view, { path: 'title', label: msg('عنوان', { id: 'guideEditor.title' }), value: tree.title, set: (changing, title) => (changing.title = title) })}
    ${textField(view, { path: 'hint', label: msg('توضیح زیر عنوان', { id: 'guideEditor.title.hint' }), optional: true, value: tree.hint, set: (changing, hint) => (changing.hint = hint) })}
    ${tick(view, {
      path: 'urgent', label: msg('فوری است و پیش از همه راهنماها می‌آید', { id: 'guideEditor.urgent.head' }), value: tree.urgent === true,
      set: (changing, urgent) => {
        if (urgent) changing.urgent = true;
        else delete changing.urgent;
      },
    })}
    ${lineField(view, {
      path: 'order', label: msg('جای آن در فهرست', { id: 'guideEditor.order' }), hint: msg('عدد کوچک‌تر، بالاتر', { id: 'guideEditor.order.hint' }), ltr: true, value: String(tree.order),
      set: (changing, order) => (changing.order = Number.parseInt(toAsciiDigits(order), 10) || 0),
    })}
    ${field({ id: 'lifeEvent', label: msg('رویداد زندگی', { id: 'guideEditor.lifeEvent' }) }, html`<select class="input" id="lifeEvent"
      @change=${(event: Event) => model.edit('lifeEvent', (changing) => (changing.lifeEvent = ((event.target as HTMLSelectElement).value || null) as LifeEvent | null))}>
      <option value="" .selected=${live(tree.lifeEvent === null)}>${msg('هیچ‌کدام', { id: 'guideEditor.lifeEvent.none' })}</option>
      ${(Object.keys(lifeEventIcons) as LifeEvent[]).map((life) => html`<option value=${life} .selected=${live(tree.lifeEvent === life)}>${lifeEventLabel(life)}</option>`)}
    </select>`)}
    ${field(start, html`<select class="input" id="start" @change=${(event: Event) => model.edit('start', (changing) => (changing.start = (event.target as HTMLSelectElement).value))}>
      ${tree.nodes.filter(({ kind, id }) => kind === 'question' || id === tree.start).map(({ id }) => html`<option value=${id} .selected=${live(id === tree.start)}>${nameOf(locale, tree, id)}</option>`)}
    </select>`)}
  `;
}
