import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormDefinition } from '../../../contract/form.ts';
import { fieldset } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { plusIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { isGroup, itemsOf } from '../model/definition.ts';
import { numberField, selectField, textField } from './controls.ts';
import { errorOf, idOf, type StudioView } from './view.ts';

type Rule = NonNullable<FormDefinition['constraints']>[number];

/** Rules over a whole group: what the numbers of one of its questions may come to together, and what is said when it is more. */
export function rulesForm(view: StudioView): TemplateResult | typeof nothing {
  const { locale, model } = view;
  const definition = model.definition!;
  const { constraints = [] } = definition;
  const summed = itemsOf(definition).filter(isGroup).flatMap((group) => group.fields.filter(({ type }) => type === 'number').map((field) => ({ group, field })));
  if (!constraints.length && !summed.length) return nothing;
  const id = idOf('form', 'rules');
  const options = summed.map(({ group, field }) => [`${group.id}.${field.id}`, `${localText(locale, group.label) || group.id}: ${localText(locale, field.label) || field.id}`] as const);
  const ofChoice = (value: string): Pick<Rule, 'group' | 'field'> => {
    const [group = '', field = ''] = value.split('.');
    return { group, field };
  };
  const add = () => {
    model.edit(`add ${id} ${constraints.length}`, (changing) => void (changing.constraints ??= []).push({ kind: 'sumAtMost', ...ofChoice(options[0]![0]), limit: 100, message: { fa: '' } }));
    view.focus(idOf('form', `rule-${constraints.length}-field`));
  };
  const remove = (number: number) => {
    model.untype('form', 'rule-');
    model.edit(`remove ${id} ${constraints.length}`, (changing) => void changing.constraints!.splice(number, 1));
    view.say(() => msg('قاعده برداشته شد.', { id: 'studio.rule.removed' }));
    view.focus(`${id}-add`, id, idOf('form', 'title'));
  };
  return fieldset({ id, label: msg('قاعده‌ها', { id: 'studio.rules' }), hint: msg('جمع یک عدد در همه بارهای یک گروه از اندازه‌ای بیشتر نشود، مانند سهم‌ها که روی هم بیش از ۱۰۰ نیستند.', { id: 'studio.rules.hint' }), ...errorOf(view, 'form', 'rules') }, html`
    ${constraints.length ? html`<ol class="options">${constraints.map((rule, number) => html`<li class="rule">${ruleForm(view, rule, number, options, ofChoice)}
      <button class="button quiet" type="button" aria-label=${msg(str`قاعده ${formatNumber(locale, number + 1)} را بردارید`, { id: 'studio.rule.removeAt' })} @click=${() => remove(number)}>${trashIcon}</button></li>`)}</ol>` : nothing}
    ${options.length ? html`<button class="button" type="button" id="${id}-add" @click=${add}>${plusIcon}${msg('قاعده تازه', { id: 'studio.rule.add' })}</button>` : nothing}`);
}

function ruleForm(view: StudioView, rule: Rule, number: number, options: readonly (readonly [string, string])[], ofChoice: (value: string) => Pick<Rule, 'group' | 'field'>): TemplateResult {
  const name = (part: string) => `rule-${number}-${part}`;
  const set = (part: string, change: Partial<Rule>) => view.model.edit(idOf('form', name(part)), (changing) => void Object.assign(changing.constraints![number]!, change));
  return html`
    <div class="pair">
      ${selectField(view, { at: 'form', name: name('field'), label: msg('جمع کدام پرسش', { id: 'studio.rule.field' }), value: `${rule.group}.${rule.field}`, options, set: (value) => set('field', ofChoice(value)) })}
      ${numberField(view, { at: 'form', name: name('limit'), label: msg('دست‌بالا', { id: 'studio.rule.atMost' }), needed: true, value: rule.limit, set: (limit) => set('limit', { limit: limit! }) })}
    </div>
    ${textField(view, { at: 'form', name: name('message'), label: msg('وقتی بیشتر شد، چه گفته شود', { id: 'studio.rule.message' }), value: rule.message, set: (message) => set('message', { message }) })}`;
}
