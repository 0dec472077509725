import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText } from '../../../core/facts/place.ts';
import { alertIcon, chevronDownIcon, copyIcon, plusIcon, trashIcon } from '../../../core/icons.ts';
import type { FormDefinition } from '../../../contract/form.ts';
import type { FormFinding } from '../../../contract/form-studio.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { addItem, addStep, duplicate, entryAt, isGroup, isStep, move, remove, same, wayOf, type At, type FieldType, type Item, type Step } from '../model/definition.ts';
import { conditionText } from './condition-text.ts';
import { findingText, nameAt } from './finding-text.ts';
import { settings } from './settings.ts';
import { findingsAt, idOf, type StudioView } from './view.ts';
import { typeGroups, typeName } from './words.ts';

/** The first control of what is open. */
const firstControl = (entry: Step | Item | undefined): string => (entry && isStep(entry) ? 'title' : 'label');

/** The form as an outline: steps, questions in them, questions in groups; what is open is written in its place. */
export function outline(view: StudioView): TemplateResult {
  const { model } = view;
  const { steps } = model.definition!;
  return html`
    <ol class="tree steps">${steps.map((_, step) => entryView(view, [step]))}</ol>
    ${view.writes
      ? html`<p><button class="button" type="button" id="add-step" @click=${() => {
        open(view, model.edit(`step ${steps.length}`, addStep)!);
      }}>${plusIcon}${msg('گام تازه', { id: 'studio.step.add' })}</button></p>`
      : nothing}
  `;
}

/** The same outline to be read: of an earlier version, or of somebody else's. */
export function readOutline(locale: Locale, definition: FormDefinition): TemplateResult {
  const list = (items: readonly Item[]): TemplateResult => html`<ol class="tree">${items.map((item) => html`<li>
    <p class="read">${localText(locale, item.label)} <span class="soft small">${typeName(item.type)}</span>${marks(item)}</p>
    ${item.when ? html`<p class="when soft small">${whenText(locale, definition, item.when)}</p>` : nothing}
    ${isGroup(item) ? list(item.fields) : nothing}</li>`)}</ol>`;
  return html`<ol class="tree steps">${definition.steps.map(({ title, items, when }) => html`<li class="step">
    <p class="read"><b>${localText(locale, title)}</b></p>
    ${when ? html`<p class="when soft small">${whenText(locale, definition, when)}</p>` : nothing}${list(items)}</li>`)}</ol>`;
}

const whenText = (locale: Locale, definition: FormDefinition, when: NonNullable<Step['when']>) =>
  msg(str`تنها اگر ${conditionText(locale, definition, when)}`, { id: 'studio.onlyIf' });

const marks = (item: Item): TemplateResult | typeof nothing =>
  (item.type !== 'group' && item.type !== 'staticText' && !item.required ? html` <span class="chip">${msg('دلخواه', { id: 'studio.optional' })}</span>` : nothing);

function open(view: StudioView, at: At): void {
  view.model.open = at;
  view.focus(idOf(at, firstControl(entryAt(view.model.definition!, at))), idOf(at, 'edit'));
}

function entryView(view: StudioView, at: At): TemplateResult {
  const { locale, model } = view;
  const definition = model.definition!;
  const entry = entryAt(definition, at)!;
  const isOpen = same(model.open, at);
  const toggle = () => {
    if (!isOpen) return open(view, at);
    model.open = undefined;
    view.focus(idOf(at, 'edit'));
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || !view.writes || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    shift(view, at, event.key === 'ArrowUp' ? -1 : 1, 'edit');
  };
  return html`<li class=${isStep(entry) ? 'step' : 'question'}>
    <p class="node-head"><button type="button" class="opener" id=${idOf(at, 'edit')} aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle} @keydown=${onKey}>
      <span class="name">${isStep(entry) ? html`<span class="soft">${msg(str`گام ${formatNumber(locale, at[0]! + 1)}:`, { id: 'studio.step' })}</span> ` : nothing}${nameAt(locale, definition, at)}</span>
      ${isStep(entry) ? nothing : html`<span class="soft small">${typeName(entry.type)}</span>${marks(entry)}`}
    </button></p>
    ${entry.when && !isOpen ? html`<p class="when soft small">${whenText(locale, definition, entry.when)}</p>` : nothing}
    ${findingsList(view, findingsAt(view, at))}
    ${isOpen ? html`<div class="form"><fieldset ?disabled=${!view.writes}>${settings(view, at, entry)}</fieldset>${tools(view, at)}</div>` : nothing}
    ${isStep(entry) ? children(view, at, entry.items) : isGroup(entry) ? children(view, at, entry.fields) : nothing}
  </li>`;
}

const children = (view: StudioView, at: At, items: readonly Item[]): TemplateResult => html`
  <ol class="tree inner">${items.map((_, item) => entryView(view, [...at, item]))}</ol>
  ${view.writes ? adder(view, at, items.length) : nothing}
`;

/** A list of kinds, and the button that adds one of them. */
function adder(view: StudioView, at: At, count: number): TemplateResult {
  const inGroup = at.length === 2;
  const id = idOf(at, 'kind');
  const where = isolated(view.locale, nameAt(view.locale, view.model.definition!, at));
  const add = (event: Event) => {
    const select = (event.currentTarget as Element).parentElement!.querySelector('select')!;
    open(view, view.model.edit(`add ${id} ${count}`, (changing) => addItem(changing, at, select.value as FieldType))!);
  };
  return html`<p class="adder">
    <select class="input" id=${id} aria-label=${msg(str`نوع پرسش تازه در «${where}»`, { id: 'studio.add.kind' })}>
      ${typeGroups.map(([name, types]) => html`<optgroup label=${name()}>${types.filter((type) => !inGroup || type !== 'group').map((type) => html`<option value=${type}>${typeName(type)}</option>`)}</optgroup>`)}
    </select>
    <button class="button" type="button" id=${idOf(at, 'add')} aria-label=${msg(str`به «${where}» بیفزایید`, { id: 'studio.add.to' })} @click=${add}>${plusIcon}${msg('بیفزایید', { id: 'studio.add' })}</button>
  </p>`;
}

export function findingsList({ locale, model }: StudioView, findings: readonly FormFinding[]): TemplateResult | typeof nothing {
  if (!findings.length) return nothing;
  return html`<ul class="findings">${findings.map((finding) => html`<li class="error">${alertIcon}<span>${findingText(locale, model.definition!, finding)}</span></li>`)}</ul>`;
}

/** Moves something by one place; the focus goes along. */
function shift(view: StudioView, at: At, by: 1 | -1, focus: 'edit' | 'up' | 'down'): void {
  const { model } = view;
  if (!wayOf(model.definition!, at, by)) return;
  const wasOpen = same(model.open, at);
  const to = model.edit(`move ${at.join()} ${by}`, (changing) => move(changing, at, by))!;
  if (wasOpen) model.open = to;
  else if (model.open !== undefined && model.open !== 'form') model.open = undefined;
  const name = nameAt(view.locale, model.definition!, to);
  view.say(() => msg(str`«${name}» جابه‌جا شد؛ اکنون شماره ${formatNumber(view.locale, to.at(-1)! + 1)} است.`, { id: 'studio.moved' }));
  view.focus(idOf(to, focus));
}

function tools(view: StudioView, at: At): TemplateResult {
  const { model } = view;
  const definition = model.definition!;
  const close = () => {
    model.open = undefined;
    view.focus(idOf(at, 'edit'));
  };
  const button = (name: string, label: string, icon: TemplateResult, act: () => void, disabled = false) => html`<button
    class=${`button quiet ${name}`} type="button" id=${idOf(at, name)} aria-disabled=${disabled ? 'true' : nothing} @click=${act}>${icon}${label}</button>`;
  const doubled = () => {
    const to = model.edit(`copy ${at.join()}`, (changing) => duplicate(changing, at))!;
    view.say(() => msg('رونوشت پس از آن آمد.', { id: 'studio.copied' }));
    open(view, to);
  };
  const removed = () => {
    const name = nameAt(view.locale, definition, at);
    model.edit(`remove ${at.join()}`, (changing) => remove(changing, at));
    model.open = undefined;
    view.say(() => msg(str`«${name}» برداشته شد. با «کار آخر را برگردانید» برمی‌گردد.`, { id: 'studio.removed' }));
    view.focus('undo');
  };
  return html`<div class="row tools">
    ${view.writes
      ? html`
        ${button('up', msg('بالاتر', { id: 'studio.up' }), chevronDownIcon, () => shift(view, at, -1, 'up'), !wayOf(definition, at, -1))}
        ${button('down', msg('پایین‌تر', { id: 'studio.down' }), chevronDownIcon, () => shift(view, at, 1, 'down'), !wayOf(definition, at, 1))}
        ${button('copy', msg('رونوشت', { id: 'studio.copy' }), copyIcon, doubled)}
        ${button('remove', msg('بردارید', { id: 'studio.remove' }), trashIcon, removed)}`
      : nothing}
    <button class="button" type="button" @click=${close}>${msg('بستن', { id: 'studio.close' })}</button>
  </div>`;
}
