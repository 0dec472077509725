import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field, Group } from '../../../contract/form.ts';
import { fieldset } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { entryAt, isGroup, isStep, itemsOf, type At, type Item, type Step } from '../model/definition.ts';
import { conditionForm } from './condition-form.ts';
import { numberField, put, selectField, textField, tick } from './controls.ts';
import { limitsForm } from './limits-form.ts';
import { optionsForm } from './options-form.ts';
import { rulesForm } from './rules-form.ts';
import { errorOf, idOf, type StudioView } from './view.ts';
import { autofills, kindName, kinds } from './words.ts';

/** Types that browsers can fill in with what they know of a person. */
const filled = new Set<Field['type']>(['text', 'mobile', 'landline', 'email', 'postalCode', 'date']);

/** What can be set of a step, group or question. */
export function settings(view: StudioView, at: At, entry: Step | Item): TemplateResult {
  if (isStep(entry)) return stepForm(view, at, entry);
  return isGroup(entry) ? groupForm(view, at, entry) : fieldForm(view, at, entry);
}

function stepForm(view: StudioView, at: At, step: Step): TemplateResult {
  const { model } = view;
  return html`
    ${textField(view, { at, name: 'title', label: msg('نام گام', { id: 'studio.step.title' }), value: step.title, set: (title) => model.edit(idOf(at, 'title'), (changing) => ((entryAt(changing, at) as Step).title = title)) })}
    ${textField(view, { at, name: 'intro', label: msg('توضیح بالای گام', { id: 'studio.step.intro' }), optional: true, long: true, value: step.intro, set: (intro) => model.edit(idOf(at, 'intro'), (changing) => ((entryAt(changing, at) as Step).intro = intro)) })}
    ${conditionForm(view, at)}
  `;
}

const words = (view: StudioView, at: At, item: Item, label: string, long = false) => {
  const set = (key: 'label' | 'hint') => (text: Field['label']) => view.model.edit(idOf(at, key), (changing) => ((entryAt(changing, at) as Item)[key] = text));
  return html`
    ${textField(view, { at, name: 'label', label, long, value: item.label, set: set('label') })}
    ${item.type === 'staticText' ? nothing : textField(view, { at, name: 'hint', label: msg('توضیح زیر آن', { id: 'studio.hint' }), optional: true, value: item.hint, set: set('hint') })}`;
};

function groupForm(view: StudioView, at: At, group: Group): TemplateResult {
  const count = (key: 'min' | 'max', label: string, error?: string) => numberField(view, {
    at, name: key, label, value: group[key], error, whole: true, needed: true, least: 0, set: (value) => view.model.edit(idOf(at, key), (changing) => ((entryAt(changing, at) as Group)[key] = value!)),
  });
  return html`
    ${words(view, at, group, msg('نام گروه', { id: 'studio.group.label' }))}
    <div class="pair">${count('min', msg('دست‌کم چند بار', { id: 'studio.group.min' }), errorOf(view, at, 'limits').error)}${count('max', msg('دست‌بالا چند بار', { id: 'studio.group.max' }))}</div>
    ${conditionForm(view, at)}
  `;
}

function fieldForm(view: StudioView, at: At, field: Field): TemplateResult {
  const { model } = view;
  const set = <K extends keyof Field>(key: K, value: Field[K] | undefined) => model.edit(idOf(at, key), (changing) => put(entryAt(changing, at) as Field, key, value));
  const known = autofills.map(([value]) => value);
  return html`
    ${words(view, at, field, field.type === 'staticText' ? msg('نوشته', { id: 'studio.staticText' }) : msg('متن پرسش', { id: 'studio.label' }), field.type === 'staticText')}
    ${field.type === 'staticText'
      ? nothing
      : tick(view, {
        at, name: 'required', label: field.type === 'declaration' ? msg('بی آن فرستاده نمی‌شود', { id: 'studio.mustAccept' }) : msg('باید پاسخ داده شود', { id: 'studio.required' }), value: field.required,
        set: (value) => model.edit(idOf(at, 'required'), (changing) => ((entryAt(changing, at) as Field).required = value)),
      })}
    ${field.type === 'choice' || field.type === 'choices' ? optionsForm(view, at, field.options ?? []) : nothing}
    ${limitsForm(view, at, field)}
    ${filled.has(field.type)
      ? selectField(view, {
        at, name: 'autocomplete', label: msg('پر شدن خودکار', { id: 'studio.autofill' }), hint: msg('مرورگر آنچه از شخص می‌داند پیشنهاد می‌کند.', { id: 'studio.autofill.hint' }),
        value: field.autocomplete ?? '', set: (value) => set('autocomplete', value || undefined),
        options: [
          ['', msg('هیچ‌کدام', { id: 'studio.none' })], ...autofills.map(([value, name]) => [value, name()] as const),
          ...(field.autocomplete && !known.includes(field.autocomplete) ? [[field.autocomplete, field.autocomplete] as const] : []),
        ],
      })
      : nothing}
    ${conditionForm(view, at)}
  `;
}

/** What stands above the steps: title, kind, where codes go, and by what two complaints are one. */
export function headForm(view: StudioView): TemplateResult {
  const { locale, model } = view;
  const definition = model.definition!;
  const name = (item: Item) => localText(locale, item.label) || item.id;
  const mobiles = itemsOf(definition).filter(({ type }) => type === 'mobile');
  const matter = definition.matter ?? [];
  const telling = itemsOf(definition).filter((item) => !['group', 'file', 'staticText', 'declaration'].includes(item.type) || matter.includes(item.id));
  return html`
    ${textField(view, { at: 'form', name: 'title', label: msg('عنوان فرم', { id: 'studio.title' }), value: definition.title, set: (title) => model.edit('title', (changing) => (changing.title = title)) })}
    ${selectField(view, {
      at: 'form', name: 'kind', label: msg('چه چیزی ثبت می‌شود', { id: 'studio.kind' }), value: definition.kind, options: kinds.map((kind) => [kind, kindName(kind)] as const),
      set: (kind) => model.edit('kind', (changing) => (changing.kind = kind as typeof changing.kind)),
    })}
    ${selectField(view, {
      at: 'form', name: 'contact', label: msg('کد تأیید و خبرها به این شماره می‌روند', { id: 'studio.contact' }), value: definition.contactField, options: mobiles.map((item) => [item.id, name(item)] as const),
      set: (id) => model.edit('contact', (changing) => (changing.contactField = id)),
    })}
    ${definition.kind === 'complaint' || matter.length
      ? fieldset({
        id: idOf('form', 'matter'), label: msg('از چه معلوم می‌شود که همان شکایت است', { id: 'studio.matter' }), ...errorOf(view, 'form', 'matter'),
        hint: msg('اگر کسی دو بار با همین پاسخ‌ها شکایت کند، از او می‌پرسیم که دومی به نخستین افزوده شود.', { id: 'studio.matter.hint' }),
      }, html`${telling.map((item) => html`<div class="tick"><label><input type="checkbox" .checked=${live(matter.includes(item.id))}
        @change=${(event: Event) => model.edit('matter', (changing) => {
          const others = (changing.matter ?? []).filter((id) => id !== item.id && itemsOf(changing).some((each) => each.id === id));
          changing.matter = (event.target as HTMLInputElement).checked ? [...others, item.id] : others;
        })} />${name(item)}</label></div>`)}`)
      : nothing}
    ${rulesForm(view)}
  `;
}
