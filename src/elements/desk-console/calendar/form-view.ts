import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dateInput } from '../../../core/controls/date-input.ts';
import { inCalendar, readDate } from '../../../core/controls/date-parts.ts';
import { describedBy, field, fieldset, type FieldView } from '../../../core/controls/field.ts';
import { calendarOf } from '../../../core/controls/months.ts';
import { localText } from '../../../core/facts/place.ts';
import { plusIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { foldKey } from '../../../persian/fold.ts';
import type { CalendarModel } from '../model/calendar.ts';
import { dayAfter, shifted, type FormDraft, type Wrong } from './form.ts';
import type { LunarHoliday, Period } from './edits.ts';
import { weekdayName, weekdays } from './hours-text.ts';
import { dayText, partTitle, periodText } from './texts.ts';

/** So many agencies are drawn; a word more in the search narrows the rest. */
const most = 40;

interface View {
  locale: Locale;
  model: CalendarModel;
  form: FormDraft;
  set(change: Partial<FormDraft>): void;
}

/** Adds or changes one day or the hours of a period. */
export function calendarForm(locale: Locale, model: CalendarModel): TemplateResult {
  const editor = model.editor!;
  const form = editor.form!;
  const view: View = { locale, model, form, set: (change) => {
    Object.assign(form, change);
    editor.keep();
  } };
  return html`<form class="calendar-form" aria-labelledby="calendar-form-title" novalidate @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    void editor.take();
  }}>
    <h4 id="calendar-form-title" tabindex="-1">${form.before ? ('from' in form.before ? periodText(locale, form.before) : dayText(locale, form.before.date)) : msg(str`${partTitle(form.part)}: تازه`, { id: 'console.calendar.fresh' })}</h4>
    ${form.part === 'closures' ? closureFields(view) : form.part === 'lunarHolidays' ? lunarFields(view) : hoursFields(view)}
    <div class="row">
      <button class="button primary" type="submit">${plusIcon}${msg('به تغییرهای من بیفزایید', { id: 'console.calendar.take' })}</button>
      <button class="button quiet" type="button" @click=${() => editor.closeForm()}>${msg('انصراف', { id: 'console.calendar.leave' })}</button>
    </div>
  </form>`;
}

const fault = ({ model }: View, name: Wrong, text: () => string): string | undefined => (model.editor!.wrong.has(name) ? text() : undefined);

function dateField(view: View, name: 'date' | 'until', label: string, hint?: string, optional?: string): TemplateResult {
  const { locale, form } = view;
  const value = inCalendar(form[name], calendarOf(locale));
  const { iso } = readDate(value);
  return dateInput({
    id: `calendar-${name}`, label, hint, optional, locale, value,
    error: fault(view, name, () => (name === 'until'
      ? msg('روز آخر باید درست و پس از روز نخست باشد.', { id: 'console.calendar.until.wrong' })
      : msg('روز، ماه و سال را درست و کامل بنویسید.', { id: 'console.calendar.date.wrong' }))),
    // The day of the week tells a slip at once.
    below: html`<p class="soft small" role="status">${iso ? dayText(locale, iso) : nothing}</p>`,
    onInput: (parts) => view.set({ [name]: parts }),
  });
}

function textField(view: View, name: 'title' | 'hours', words: FieldView): TemplateResult {
  return field(words, html`<input class="input" id=${words.id} type="text" maxlength="200" dir="auto" autocomplete="off" aria-describedby=${describedBy(words)} aria-invalid=${words.error ? 'true' : nothing}
    .value=${live(view.form[name])} @input=${(event: InputEvent) => view.set({ [name]: (event.target as HTMLInputElement).value })} />`);
}

const radio = (name: string, label: string, checked: boolean, pick: () => void): TemplateResult =>
  html`<label class="choice"><input type="radio" name=${name} .checked=${live(checked)} @change=${pick} /><span>${label}</span></label>`;

function closureFields(view: View): TemplateResult {
  const { form, set } = view;
  return html`
    ${dateField(view, 'date', msg('چه روزی؟', { id: 'console.calendar.date' }))}
    ${fieldset({ id: 'calendar-scope', label: msg('کجا؟', { id: 'console.calendar.scope' }) }, html`<div class="choices">
      ${radio('scope', msg('همه استان', { id: 'console.calendar.everywhere' }), form.scope === 'province', () => set({ scope: 'province' }))}
      ${radio('scope', msg('چند شهرستان', { id: 'console.calendar.someCounties' }), form.scope === 'counties', () => set({ scope: 'counties' }))}
      ${radio('scope', msg('چند دستگاه', { id: 'console.calendar.someAgencies' }), form.scope === 'agencies', () => set({ scope: 'agencies' }))}
    </div>`)}
    ${form.scope === 'province' ? nothing : places(view, form.scope)}
    ${fieldset({ id: 'calendar-kind', label: msg('چگونه؟', { id: 'console.calendar.kind' }) }, html`<div class="choices">
      ${radio('kind', msg('تعطیل', { id: 'console.calendar.closed' }), form.kind === 'closed', () => set({ kind: 'closed' }))}
      ${radio('kind', msg('دورکاری', { id: 'console.calendar.remoteKind' }), form.kind === 'remote', () => set({ kind: 'remote' }))}
      ${radio('kind', msg('ساعت کمتر', { id: 'console.calendar.reducedKind' }), form.kind === 'reduced', () => set({ kind: 'reduced' }))}
    </div>`)}
    ${form.kind === 'closed'
      ? nothing
      : textField(view, 'hours', {
        id: 'calendar-hours', error: fault(view, 'hours', hoursWrong),
        ...(form.kind === 'reduced'
          ? { label: msg('ساعت همان روز', { id: 'console.calendar.dayHours' }), hint: hoursHint() }
          : { label: msg('ساعت مراجعه همان روز', { id: 'console.calendar.visitHours' }), hint: `${hoursHint()} ${msg('خالی: بی‌مراجعه.', { id: 'console.calendar.visitHours.empty' })}`, optional: msg('اختیاری', { id: 'form.optional' }) }),
      })}
    ${textField(view, 'title', {
      id: 'calendar-reason', label: msg('علت', { id: 'console.calendar.reason' }), hint: msg('در شرح شمارش زمان می‌آید؛ مانند «آلودگی هوا».', { id: 'console.calendar.reason.hint' }),
      error: fault(view, 'title', () => msg('علت را بنویسید.', { id: 'console.calendar.reason.missing' })),
    })}
  `;
}

const hoursHint = (): string => msg('مانند «۷:۳۰ تا ۱۳»؛ اگر دو نوبت است، «۷:۳۰ تا ۱۲ و ۱۴ تا ۱۶».', { id: 'console.calendar.hours.hint' });
const hoursWrong = (): string => msg('ساعت آغاز و پایان را بنویسید، مانند «۷:۳۰ تا ۱۳».', { id: 'console.calendar.hours.wrong' });

function places(view: View, scope: 'counties' | 'agencies'): TemplateResult {
  const { locale, model, form, set } = view;
  const chosen = form[scope];
  const known = model.shown![scope];
  // One that is not known by name is still there to be taken off.
  const all = [...known, ...chosen.filter((id) => !known.some((each) => each.id === id)).map((id) => ({ id, name: { fa: id } }))];
  const words = foldKey(form.search).split(' ').filter(Boolean);
  const found = scope === 'counties' ? all : all.filter(({ id, name }) => chosen.includes(id) || words.every((word) => foldKey(`${name.fa} ${localText(locale, name)}`).includes(word)));
  const drawn = found.filter(({ id }, at) => at < most || chosen.includes(id));
  const error = fault(view, 'scope', () => msg('دست‌کم یکی را برگزینید.', { id: 'console.calendar.scope.missing' }));
  return html`
    ${scope === 'agencies'
      ? field({ id: 'calendar-search', label: msg('جست‌وجوی دستگاه', { id: 'console.calendar.search' }) }, html`<input class="input" id="calendar-search" type="search" autocomplete="off" .value=${live(form.search)}
          @input=${(event: InputEvent) => set({ search: (event.target as HTMLInputElement).value })}
          @keydown=${(event: KeyboardEvent) => {
            // Enter here looks for an agency; it does not take the form.
            if (event.key === 'Enter') event.preventDefault();
          }} />`)
      : nothing}
    ${fieldset({ id: 'calendar-places', label: scope === 'counties' ? msg('شهرستان‌ها', { id: 'console.calendar.counties' }) : msg('دستگاه‌ها', { id: 'console.calendar.agencies' }), error }, html`<div class="choices places">
      ${drawn.map(({ id, name }, index) => html`<label class="choice"><input type="checkbox" aria-invalid=${error && index === 0 ? 'true' : nothing} .checked=${live(chosen.includes(id))}
        @change=${() => set({ [scope]: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] })} /><span><bdi>${localText(locale, name)}</bdi></span></label>`)}
      ${found.length ? nothing : html`<p class="soft">${msg('نامی پیدا نشد.', { id: 'console.calendar.search.none' })}</p>`}
    </div>
    ${drawn.length < found.length ? html`<p class="soft small">${msg(str`${formatNumber(locale, found.length - drawn.length)} دستگاه دیگر هم هست؛ نام را بنویسید.`, { id: 'console.calendar.search.more' })}</p>` : nothing}`)}
  `;
}

function lunarFields(view: View): TemplateResult {
  const { locale, model, form, set } = view;
  const old = form.before as LunarHoliday | null;
  const next = old ? dayAfter(model.editor!.content.lunarHolidays, old) : undefined;
  const move = (days: number, label: string) => html`<button class="button" type="button" @click=${() => {
    const date = shifted(form, days);
    if (date) set({ date });
  }}>${label}</button>`;
  return html`
    ${textField(view, 'title', {
      id: 'calendar-reason', label: msg('نام روز', { id: 'console.calendar.holiday' }),
      error: fault(view, 'title', () => msg('نام روز را بنویسید.', { id: 'console.calendar.holiday.missing' })),
    })}
    ${dateField(view, 'date', msg('چه روزی؟', { id: 'console.calendar.date' }))}
    ${old ? html`<div class="row moves">${move(-1, msg('یک روز زودتر', { id: 'console.calendar.earlier' }))}${move(1, msg('یک روز دیرتر', { id: 'console.calendar.later' }))}</div>` : nothing}
    ${next
      ? html`<label class="choice"><input type="checkbox" id="calendar-both" .checked=${live(form.both)} @change=${() => set({ both: !form.both })} />
          <span>${msg(str`«${next.title}» در ${dayText(locale, next.date)} هم با آن جابه‌جا شود`, { id: 'console.calendar.both' })}</span></label>`
      : nothing}
  `;
}

function hoursFields(view: View): TemplateResult {
  const { locale, form, set } = view;
  const period = form.before as Period | null;
  return html`
    ${period
      ? nothing
      : html`${dateField(view, 'date', msg('از چه روزی؟', { id: 'console.calendar.from' }), msg('ساعت پیشین تا شب پیش از این روز می‌ماند.', { id: 'console.calendar.from.hint' }))}
        ${dateField(view, 'until', msg('روز آخر', { id: 'console.calendar.until' }), msg('خالی: تا اطلاع بعدی. پس از روز آخر، ساعت پیشین برمی‌گردد.', { id: 'console.calendar.until.hint' }), msg('اختیاری', { id: 'form.optional' }))}`}
    <p class="hint" id="calendar-week-hint">${hoursHint()} ${msg('خالی: تعطیل.', { id: 'console.calendar.hours.empty' })}</p>
    <div class="calendar-hours">${weekdays.map((day) => {
      const wrong = fault(view, day, hoursWrong);
      const words: FieldView = { id: `calendar-${day}`, label: weekdayName(locale, day), error: wrong };
      return field(words, html`<input class="input" id=${words.id} type="text" maxlength="80" dir="auto" autocomplete="off" aria-describedby="calendar-week-hint${wrong ? ` ${words.id}-error` : ''}" aria-invalid=${wrong ? 'true' : nothing}
        .value=${live(form.week[day])} @input=${(event: InputEvent) => set({ week: { ...form.week, [day]: (event.target as HTMLInputElement).value } })} />`);
    })}</div>
  `;
}
