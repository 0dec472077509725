import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../../contract/form.ts';
import { dateInput } from '../../../core/controls/date-input.ts';
import { inCalendar, readDate, type DateParts } from '../../../core/controls/date-parts.ts';
import type { FieldView } from '../../../core/controls/field.ts';
import { calendarOf } from '../../../core/controls/months.ts';
import { timeInput } from '../../../core/controls/time-input.ts';
import { calendarIcon } from '../../../core/icons.ts';
import { limitDay } from '../../../rules/form-date.ts';
import { asDateParts } from '../form/raw.ts';
import { awaited, type FormModel } from './model.ts';

/** A day, in the calendar of the reader. */
export function dateField(model: FormModel, item: Field, path: string, view: FieldView): TemplateResult {
  const { locale, filling: { session } } = model;
  const calendar = calendarOf(locale);
  const value = inCalendar(asDateParts(session.value(path), calendar), calendar);
  return dateInput({
    ...view,
    locale,
    value,
    wrong: session.issue(path, 'error')?.params?.['part'] as keyof Omit<DateParts, 'calendar'> | undefined,
    birthday: item.autocomplete === 'bday',
    below: picker(model, item, path, view, value),
    onInput: (typed) => model.set(path, typed),
    onLeave: () => model.leave(path),
  });
}

/** A button that opens a calendar beside the typed day: for days that people see rather than know by heart. */
function picker(model: FormModel, item: Field, path: string, view: FieldView, value: DateParts): TemplateResult {
  const { popup, pieces: { calendar }, filling: { session: { today } } } = model;
  const open = popup?.path === path && 'day' in popup ? popup : undefined;
  const bound = (limit: string | undefined) => limit && limitDay(limit, today);
  const [notBefore, notAfter] = [bound(item.notBefore), bound(item.notAfter)];
  const chosen = readDate(value).iso;
  const start = [chosen, notAfter && notAfter < today ? notAfter : undefined, notBefore && notBefore > today ? notBefore : undefined].find(Boolean) ?? today;
  return html`
    <p><button type="button" class="link small" id="${view.id}-calendar" aria-expanded=${open ? 'true' : 'false'} @click=${() => model.open(open ? undefined : { path, day: start, onGrid: true })}>
      ${calendarIcon}${msg('انتخاب از تقویم', { id: 'form.calendar' })}
    </button></p>
    ${open
      ? (calendar?.calendarView(model, open, { id: view.id, label: view.label, calendar: value.calendar, chosen, notBefore, notAfter }) ?? html`<p role="status">${awaited()}</p>`)
      : nothing}
  `;
}

/** A time of day. */
export const timeField = (model: FormModel, path: string, view: FieldView): TemplateResult => timeInput({
  ...view,
  value: (model.filling.session.value(path) as string | undefined) ?? '',
  words: { hour: msg('ساعت', { id: 'form.hour' }), minute: msg('دقیقه', { id: 'form.minute' }) },
  onInput: (typed) => model.set(path, typed === ':' ? undefined : typed),
  onLeave: () => model.leave(path),
});
