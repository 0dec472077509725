import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { combobox, type ComboboxView } from '../../../core/controls/combobox.ts';
import type { Option } from '../../../core/controls/choice-input.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { FormModel } from './model.ts';

type What = Pick<ComboboxView, 'id' | 'label' | 'hint' | 'error' | 'warning' | 'optional' | 'options' | 'text' | 'find' | 'autocomplete' | 'onInput'> & {
  /** Said where nothing in the list is like what was typed. */
  none?: string;
  onChoose(option: Option): void;
};

/** A list that is narrowed by typing, at a path of the form. */
export function searchChoice(model: FormModel, path: string, what: What): TemplateResult {
  const { locale, popup } = model;
  const n = (count: number) => formatNumber(locale, count);
  return combobox({
    ...what,
    hint: what.hint ?? msg('چند حرف از نام را بنویسید یا از فهرست انتخاب کنید', { id: 'form.searchHint' }),
    active: popup?.path === path && 'active' in popup ? popup.active : undefined,
    told: (found, shown) =>
      !found ? what.none ?? msg('چیزی با این نوشته در فهرست نیست.', { id: 'form.noOption' })
      : found > shown ? msg(str`${n(shown)} گزینه از ${n(found)}؛ حرف‌های بیشتری بنویسید.`, { id: 'form.someOptions' })
      : msg(str`${n(found)} گزینه`, { id: 'form.optionCount' }),
    onActive: (active) => model.open(active === undefined ? undefined : { path, active }),
    onLeave: () => model.leave(path),
  });
}
