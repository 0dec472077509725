import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GuideQuestion, GuideTree } from '../../../contract/guide.ts';
import { describedBy, field } from '../../../core/controls/field.ts';
import { chevronDownIcon, plusIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { addNode, most, nodeOf, type GuideNode } from '../model/tree.ts';
import { textField } from './fields.ts';
import { nameOf } from './finding-text.ts';
import { idOf, remarksAt, type EditorView } from './view.ts';

/** The question of an id in a tree that is being changed. */
const questionIn = (tree: GuideTree, id: string): GuideQuestion => nodeOf(tree, id) as GuideQuestion;

export function questionForm(view: EditorView, node: GuideQuestion): TemplateResult {
  const path = `nodes.${node.id}`;
  return html`
    ${textField(view, { path: `${path}.text`, label: msg('پرسش', { id: 'guideEditor.question' }), value: node.text, set: (tree, text) => (questionIn(tree, node.id).text = text) })}
    ${textField(view, { path: `${path}.hint`, label: msg('توضیح زیر پرسش', { id: 'guideEditor.hint' }), optional: true, value: node.hint, set: (tree, hint) => (questionIn(tree, node.id).hint = hint) })}
    <ol class="options">${node.options.map((_, at) => optionForm(view, node, at))}</ol>
    ${node.options.length < most.options
      ? html`<button class="button" type="button" id="${idOf(path)}_add" @click=${() => addOption(view, node)}>${plusIcon}${msg('گزینه تازه', { id: 'guideEditor.option.add' })}</button>`
      : html`<p class="soft small">${msg('بیش از ده گزینه در یک پرسش نمی‌گنجد.', { id: 'guideEditor.option.most' })}</p>`}
  `;
}

function optionForm(view: EditorView, node: GuideQuestion, at: number): TemplateResult {
  const { locale } = view;
  const { label, hint } = node.options[at]!;
  const path = `nodes.${node.id}.options.${at}`;
  const number = formatNumber(locale, at + 1);
  const option = (tree: GuideTree) => questionIn(tree, node.id).options[at]!;
  return html`
    <li class="part"><fieldset>
      <legend class="label">${msg(str`گزینه ${number}`, { id: 'guideEditor.option' })}</legend>
      ${textField(view, { path: `${path}.label`, label: msg('متن گزینه', { id: 'guideEditor.option.label' }), value: label, set: (tree, text) => (option(tree).label = text) })}
      ${textField(view, { path: `${path}.hint`, label: msg('توضیح گزینه', { id: 'guideEditor.option.hint' }), optional: true, value: hint, set: (tree, text) => (option(tree).hint = text) })}
      ${target(view, node, at)}
      <div class="row tools">
        ${view.model.tree!.nodes.length < most.nodes
          ? html`
              <button class="button quiet" type="button" @click=${() => lead(view, node, at, 'question')}>${plusIcon}${msg('به پرسشی تازه ببرد', { id: 'guideEditor.option.newQuestion' })}</button>
              <button class="button quiet" type="button" @click=${() => lead(view, node, at, 'answer')}>${plusIcon}${msg('به پاسخی تازه ببرد', { id: 'guideEditor.option.newAnswer' })}</button>`
          : nothing}
        <button class="button quiet up" type="button" id="${idOf(path)}_up" aria-label=${msg(str`گزینه ${number} بالاتر برود`, { id: 'guideEditor.option.up' })}
          aria-disabled=${at === 0 ? 'true' : nothing} @click=${() => move(view, node, at, -1)}>${chevronDownIcon}</button>
        <button class="button quiet" type="button" id="${idOf(path)}_down" aria-label=${msg(str`گزینه ${number} پایین‌تر برود`, { id: 'guideEditor.option.down' })}
          aria-disabled=${at === node.options.length - 1 ? 'true' : nothing} @click=${() => move(view, node, at, 1)}>${chevronDownIcon}</button>
        <button class="button quiet" type="button" aria-label=${msg(str`گزینه ${number} را بردارید`, { id: 'guideEditor.option.remove' })} @click=${() => remove(view, node, at)}>${trashIcon}</button>
      </div>
    </fieldset></li>
  `;
}

/** Where an option leads: any other question or answer of the tree, by its name. */
function target(view: EditorView, node: GuideQuestion, at: number): TemplateResult {
  const { locale, model } = view;
  const tree = model.tree!;
  const { to } = node.options[at]!;
  const path = `nodes.${node.id}.options.${at}.to`;
  const shown = { id: idOf(path), label: msg('می‌رود به', { id: 'guideEditor.option.to' }), ...remarksAt(view, path) };
  const choices = (kind: GuideNode['kind']) => tree.nodes.filter((each) => each.kind === kind && each.id !== node.id)
    .map(({ id }) => html`<option value=${id} .selected=${live(id === to)}>${nameOf(locale, tree, id)}</option>`);
  return field(shown, html`
    <select class="input" id=${shown.id} aria-invalid=${shown.error ? 'true' : nothing} aria-describedby=${describedBy(shown)}
      @change=${(event: Event) => model.edit(path, (changing) => (questionIn(changing, node.id).options[at]!.to = (event.target as HTMLSelectElement).value))}>
      ${nodeOf(tree, to) ? nothing : html`<option value=${to} .selected=${live(true)}>${msg('برگزینید', { id: 'guideEditor.choose' })}</option>`}
      <optgroup label=${msg('پرسش‌ها', { id: 'guideEditor.questions' })}>${choices('question')}</optgroup>
      <optgroup label=${msg('پاسخ‌ها', { id: 'guideEditor.answers' })}>${choices('answer')}</optgroup>
    </select>`);
}

function addOption(view: EditorView, { id, options }: GuideQuestion): void {
  view.model.edit(`add ${id} ${options.length}`, (tree) => void questionIn(tree, id).options.push({ label: { fa: '' }, to: '' }));
  view.focus(idOf(`nodes.${id}.options.${options.length}.label`));
}

function move(view: EditorView, { id, options }: GuideQuestion, at: number, by: 1 | -1): void {
  const to = at + by;
  if (to < 0 || to >= options.length) return;
  view.model.edit(`move ${id} ${at} ${by}`, (tree) => {
    const list = questionIn(tree, id).options;
    list.splice(to, 0, ...list.splice(at, 1));
  });
  view.say(() => msg(str`اکنون گزینه ${formatNumber(view.locale, to + 1)} است.`, { id: 'guideEditor.option.moved' }));
  view.focus(`${idOf(`nodes.${id}.options.${to}`)}_${by < 0 ? 'up' : 'down'}`);
}

function remove(view: EditorView, { id, options }: GuideQuestion, at: number): void {
  view.model.edit(`remove ${id} ${at} ${options.length}`, (tree) => void questionIn(tree, id).options.splice(at, 1));
  view.say(() => msg('گزینه برداشته شد.', { id: 'guideEditor.option.removed' }));
  view.focus(options.length > 1 ? idOf(`nodes.${id}.options.${Math.min(at, options.length - 2)}.label`) : `${idOf(`nodes.${id}`)}_add`);
}

/** Makes what the option leads to, and opens it for writing. */
function lead(view: EditorView, { id, options }: GuideQuestion, at: number, kind: GuideNode['kind']): void {
  let made = '';
  view.model.edit(`lead ${id} ${at} ${options[at]!.to}`, (tree) => {
    made = addNode(tree, kind, id);
    questionIn(tree, id).options[at]!.to = made;
  });
  view.model.open = made;
  view.focus(idOf(`nodes.${made}.${kind === 'question' ? 'text' : 'title'}`));
}
