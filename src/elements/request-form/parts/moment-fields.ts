import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { Field } from '../../../contract/form.ts';
import { dateInput } from '../../../core/controls/date-input.ts';
import { inCalendar, type DateParts } from '../../../core/controls/date-parts.ts';
import type { FieldView } from '../../../core/controls/field.ts';
import { timeInput } from '../../../core/controls/time-input.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { asDateParts } from '../form/raw.ts';
import type { FormModel } from './model.ts';
import { calendarOf, monthNames } from './months.ts';

/** A day, in the calendar of the reader. */
export function dateField(model: FormModel, item: Field, path: string, view: FieldView): TemplateResult {
  const { locale, filling: { session } } = model;
  const calendar = calendarOf(locale);
  const value = inCalendar(asDateParts(session.value(path), calendar), calendar);
  return dateInput({
    ...view,
    value,
    words: {
      day: msg('روز', { id: 'form.day' }), month: msg('ماه', { id: 'form.month' }), year: msg('سال', { id: 'form.year' }),
      noMonth: msg('ماه', { id: 'form.month' }),
    },
    // People know the months by name and by number.
    months: monthNames(locale, value.calendar).map((name, index) =>
      value.calendar === 'persian' ? msg(str`${name} (${formatNumber(locale, index + 1)})`, { id: 'form.monthAndNumber' }) : name),
    wrong: session.issue(path, 'error')?.params?.['part'] as keyof Omit<DateParts, 'calendar'> | undefined,
    birthday: item.autocomplete === 'bday',
    onInput: (typed) => model.set(path, typed),
    onLeave: () => model.leave(path),
  });
}

/** A time of day. */
export const timeField = (model: FormModel, path: string, view: FieldView): TemplateResult => timeInput({
  ...view,
  value: (model.filling.session.value(path) as string | undefined) ?? '',
  words: { hour: msg('ساعت', { id: 'form.hour' }), minute: msg('دقیقه', { id: 'form.minute' }) },
  onInput: (typed) => model.set(path, typed === ':' ? undefined : typed),
  onLeave: () => model.leave(path),
});
