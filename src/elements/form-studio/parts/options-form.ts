import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, FormDefinition } from '../../../contract/form.ts';
import { fieldset } from '../../../core/controls/field.ts';
import { chevronDownIcon, plusIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { entryAt, type At } from '../model/definition.ts';
import { textField } from './controls.ts';
import { errorOf, idOf, type StudioView } from './view.ts';

type Options = NonNullable<Field['options']>;
const optionsIn = (definition: FormDefinition, at: At): Options => ((entryAt(definition, at) as Field).options ??= []);

/** What can be chosen, in the order in which people see it. */
export function optionsForm(view: StudioView, at: At, options: Options): TemplateResult {
  const { locale, model } = view;
  const id = idOf(at, 'options');
  const text = (number: number) => idOf(at, `option-${number}`);
  const add = () => {
    model.edit(`add ${id} ${options.length}`, (changing) => {
      const list = optionsIn(changing, at);
      const taken = list.map(({ value }) => Number(/^option-(\d+)$/.exec(value)?.[1] ?? 0));
      list.push({ value: `option-${Math.max(0, ...taken) + 1}`, label: { fa: '' } });
    });
    view.focus(text(options.length));
  };
  const remove = (number: number) => {
    model.edit(`remove ${id} ${number} ${options.length}`, (changing) => void optionsIn(changing, at).splice(number, 1));
    view.say(() => msg('گزینه برداشته شد.', { id: 'studio.option.removed' }));
    view.focus(options.length > 1 ? text(Math.min(number, options.length - 2)) : `${id}-add`);
  };
  const move = (number: number, by: 1 | -1) => {
    const to = number + by;
    if (to < 0 || to >= options.length) return;
    model.edit(`move ${id} ${number} ${by}`, (changing) => {
      const list = optionsIn(changing, at);
      list.splice(to, 0, ...list.splice(number, 1));
    });
    view.say(() => msg(str`اکنون گزینه ${formatNumber(locale, to + 1)} است.`, { id: 'studio.option.moved' }));
    view.focus(`${text(to)}-${by < 0 ? 'up' : 'down'}`);
  };
  return fieldset({ id, label: msg('گزینه‌ها', { id: 'studio.options' }), ...errorOf(view, at, 'options') }, html`
    <ol class="options">${options.map((option, number) => {
      const name = formatNumber(locale, number + 1);
      return html`<li class="option">
        ${textField(view, {
          at, name: `option-${number}`, label: msg(str`گزینه ${name}`, { id: 'studio.option' }), value: option.label,
          set: (label) => model.edit(text(number), (changing) => (optionsIn(changing, at)[number]!.label = label)),
        })}
        <div class="row tools">
          <button class="button quiet up" type="button" id="${text(number)}-up" aria-label=${msg(str`گزینه ${name} بالاتر برود`, { id: 'studio.option.up' })} aria-disabled=${number ? nothing : 'true'} @click=${() => move(number, -1)}>${chevronDownIcon}</button>
          <button class="button quiet" type="button" id="${text(number)}-down" aria-label=${msg(str`گزینه ${name} پایین‌تر برود`, { id: 'studio.option.down' })} aria-disabled=${number < options.length - 1 ? nothing : 'true'} @click=${() => move(number, 1)}>${chevronDownIcon}</button>
          <button class="button quiet" type="button" aria-label=${msg(str`گزینه ${name} را بردارید`, { id: 'studio.option.remove' })} @click=${() => remove(number)}>${trashIcon}</button>
        </div>
      </li>`;
    })}</ol>
    <button class="button" type="button" id="${id}-add" @click=${add}>${plusIcon}${msg('گزینه تازه', { id: 'studio.option.add' })}</button>
  `);
}
