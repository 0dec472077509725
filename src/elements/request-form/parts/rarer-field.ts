import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { Upload } from '../../../contract/form.ts';
import { agreement, checkboxes } from '../../../core/controls/check-input.ts';
import { textInput } from '../../../core/controls/text-input.ts';
import type { PlaceParts, RawValue, Sought } from '../form/raw.ts';
import { fileControl } from '../upload/file-control.ts';
import { addressField } from './address-field.ts';
import { agencyField } from './agency-field.ts';
import type { RarerField } from './field-view.ts';
import { locationView } from './location-view.ts';
import { dateField, timeField } from './moment-fields.ts';
import { moneyField, paymentField } from './money-field.ts';
import { plateField } from './plate-field.ts';
import { searchChoice } from './search-choice.ts';

/** A field of a type that few forms have. */
export function rarerField(field: RarerField): TemplateResult {
  const { model, item, path, view, line, options, say } = field;
  const value = model.filling.session.value(path);
  const digits = (size: number, hint: string, autocomplete?: string) =>
    ({ ...line, hint: view.hint ?? hint, ltr: true, inputmode: 'numeric', size, autocomplete: line.autocomplete ?? autocomplete }) as const;

  switch (item.type) {
    case 'text': return agencyField(field);
    case 'choices': return checkboxes({ ...view, options, value: (value as string[] | undefined) ?? [], onInput: (chosen) => model.set(path, chosen) });
    case 'date': return dateField(model, item, path, view);
    case 'time': return timeField(model, path, view);
    case 'money': return moneyField(model.locale, item, line);
    case 'birthCertificate':
      return textInput(digits(12, msg('اگر شماره شناسنامه همان کد ملی است، صفر بنویسید', { id: 'hint.birthCertificate' })));
    case 'iban': return textInput(digits(0, msg('۲۴ رقم؛ IR را می‌توانید ننویسید', { id: 'hint.iban' }), 'off'));
    case 'card': return textInput(digits(20, msg('۱۶ رقم روی کارت', { id: 'hint.card' }), 'cc-number'));
    case 'billId': return textInput(digits(16, msg('روی قبض نوشته است', { id: 'hint.bill' })));
    case 'paymentId': return paymentField(model.locale, digits(16, msg('روی قبض نوشته است', { id: 'hint.bill' })));
    case 'plate': return plateField(model, path, view);
    case 'address': return addressField(model, item, path, view, say);
    case 'file': return fileControl(model, item, path, view, (value as Upload[] | undefined) ?? []);
    case 'location': return locationView(model, view, path, (value as PlaceParts | undefined) ?? { text: '' });
    case 'declaration': return agreement({ ...view, value: value === true, onInput: (agreed) => model.set(path, agreed || undefined) });
    default: return longChoice(field, value);
  }
}

/** What is chosen stands there by its label, what leads to nothing yet as it was typed. */
const longChoice = ({ model, path, view, options }: RarerField, value: RawValue | undefined): TemplateResult => searchChoice(model, path, {
  ...view,
  options,
  text: typeof value === 'object' ? (value as Sought).sought : (options.find((option) => option.value === value)?.label ?? ''),
  onInput: (sought) => model.set(path, sought ? { sought } : undefined),
  onChoose: (option) => model.set(path, option.value),
});
