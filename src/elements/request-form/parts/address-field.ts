import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Address, Field } from '../../../contract/form.ts';
import type { Option } from '../../../core/controls/choice-input.ts';
import { fieldset, type FieldView } from '../../../core/controls/field.ts';
import { textInput } from '../../../core/controls/text-input.ts';
import { addressPartName, provinceName } from '../../../core/facts/address.ts';
import { provinceNames } from '../../../persian/provinces.ts';
import { addressParts } from '../../../rules/form-address.ts';
import { controlId, type FormModel } from './model.ts';
import { searchChoice } from './search-choice.ts';

type Part = (typeof addressParts)[number];

const purposes: Record<Part, string> = {
  province: 'address-level1', county: 'address-level2', city: 'address-level3', rest: 'street-address', postalCode: 'postal-code',
};

/** An address in its parts, each with a mistake of its own. `say` gives the text of what is wrong at a path. */
export function addressField(
  model: FormModel, item: Field, path: string, view: FieldView, say: (path: string, severity: 'error' | 'warning') => string | undefined,
): TemplateResult {
  const { locale, filling: { session } } = model;
  const value = (session.value(path) as Address | undefined) ?? {};
  const part = (name: Part): TemplateResult => {
    const at = `${path}.${name}`;
    const set = (text: string) => model.set(path, { ...value, [name]: text });
    const shared = {
      id: controlId(at), label: addressPartName(name), error: say(at, 'error'), warning: say(at, 'warning'),
      optional: name === 'postalCode' && item.required && !item.needsPostalCode ? msg('اختیاری', { id: 'form.optional' }) : undefined,
      autocomplete: purposes[name],
    };
    const options: Option[] | undefined =
      name === 'province' ? Object.keys(provinceNames).map((id) => ({ value: id, label: provinceName(locale, id) }))
      : name === 'county' ? item.counties?.map((county) => ({ value: county, label: county }))
      : undefined;
    if (options) {
      const chosen = options.find((option) => option.value === value[name]);
      return searchChoice(model, at, { ...shared, options, text: chosen?.label ?? value[name] ?? '', onInput: set, onChoose: (option) => set(option.value) });
    }
    return textInput({
      ...shared,
      value: value[name] ?? '',
      ...(name === 'postalCode' ? { ltr: true, inputmode: 'numeric', size: 12, hint: msg('۱۰ رقم، بی خط تیره', { id: 'hint.postalCode' }) } : {}),
      ...(name === 'rest' ? { rows: 2, hint: msg('خیابان، کوچه، پلاک، طبقه و واحد', { id: 'form.restHint' }) } : {}),
      onInput: set,
      onLeave: () => model.leave(at),
    });
  };
  return fieldset(view, html`<div class="address">${addressParts.filter((name) => name !== 'province' || !item.province).map(part)}</div>`);
}
