import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { FieldView } from '../../../core/controls/field.ts';
import { plateInput } from '../../../core/controls/plate-input.ts';
import type { FormModel } from './model.ts';

/** The number plate of a car. */
export const plateField = (model: FormModel, path: string, view: FieldView): TemplateResult => plateInput({
  ...view,
  hint: view.hint ?? msg('از چپ به راست، همان‌گونه که روی پلاک است', { id: 'hint.plate' }),
  value: (model.filling.session.value(path) as string | undefined) ?? '',
  words: {
    first: msg('دو رقم', { id: 'plate.first' }), letter: msg('حرف', { id: 'plate.letter' }), second: msg('سه رقم', { id: 'plate.second' }),
    code: msg('ایران', { id: 'plate.code' }), noLetter: msg('حرف', { id: 'plate.letter' }),
  },
  onInput: (typed) => model.set(path, typed === '|||' ? undefined : typed),
  onLeave: () => model.leave(path),
});
