import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { calendarOf } from '../../../core/controls/months.ts';
import { closeIcon, plusIcon } from '../../../core/icons.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber, tehranMinutes } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { jalaliMonths } from '../../../persian/jalali.ts';
import type { CalendarModel } from '../model/calendar.ts';
import { dateOf, keyOf, type Closure, type Item, type LunarHoliday, type Part, type Period } from './edits.ts';
import { formFor } from './form.ts';
import { calendarForm } from './form-view.ts';
import { intervalsText, weekLines } from './hours-text.ts';
import { mine } from './mine-view.ts';
import { changeText, dayText, kindText, partTitle, periodText, scopeText } from './texts.ts';

export { CalendarEditor } from './editor.ts';
export { calendarStyles as styles } from './calendar.styles.ts';

/** So many versions stand there at first. */
const firstVersions = 5;

/** The working calendar as it is and as somebody is about to change it. */
export function calendarPage(locale: Locale, model: CalendarModel): TemplateResult {
  const { calendar, versions, mayChange } = model.shown!;
  const { content } = model.editor!;
  const today = new Date(model.port.now().getTime() + tehranMinutes * 60_000).toISOString().slice(0, 10);
  return html`
    <p class="measure">${msg('زمان پاسخ هر درخواست با این تقویم شمرده می‌شود. با هر تغییر، درخواست‌های باز دوباره شمرده می‌شوند و شهروندی که تاریخش جابه‌جا شود دلیل آن را می‌خواند.', { id: 'console.calendar.what' })}
      <span class="soft">${msg(str`نسخه ${formatNumber(locale, calendar.version)}`, { id: 'console.calendar.version' })}</span></p>
    ${mayChange ? mine(locale, model) : nothing}
    ${section(locale, model, 'closures', content.closures, (item) => item.date < today, closureRow)}
    ${section(locale, model, 'lunarHolidays', content.lunarHolidays, (item) => item.date < today, lunarRow)}
    ${section(locale, model, 'weeklyHours', content.weeklyHours, ({ toExclusive }) => toExclusive !== null && toExclusive <= today, periodRow)}
    <section class="calendar-part">
      <details><summary>${msg('تعطیلات خورشیدی', { id: 'console.calendar.solar' })}</summary>
        <p class="soft small">${msg('هر سال در همین روز. این‌ها از قانون می‌آید و با پرونده استان عوض می‌شود.', { id: 'console.calendar.solar.what' })}</p>
        <ul class="calendar-days">${[...content.solarHolidays].sort((a, b) => a.month - b.month || a.day - b.day).map(
          ({ month, day, title }) => html`<li><b>${formatNumber(locale, day)} ${monthName(locale, month)}</b> <bdi>${title}</bdi></li>`,
        )}</ul>
      </details>
    </section>
    <section class="calendar-part" aria-labelledby="versions-title">
      <h3 id="versions-title">${msg('نسخه‌ها', { id: 'console.calendar.versions' })}</h3>
      <ol class="reports" role="list">${versions.slice(0, firstVersions).map((each) => versionRow(locale, each))}</ol>
      ${versions.length > firstVersions
        ? html`<details><summary>${msg('نسخه‌های پیش‌تر', { id: 'console.calendar.versions.older' })}</summary>
            <ol class="reports" role="list">${versions.slice(firstVersions).map((each) => versionRow(locale, each))}</ol></details>`
        : nothing}
    </section>
  `;
}

const latinMonths = ['Farvardin', 'Ordibehesht', 'Khordad', 'Tir', 'Mordad', 'Shahrivar', 'Mehr', 'Aban', 'Azar', 'Dey', 'Bahman', 'Esfand'];
/** Solar holidays go by the Persian calendar in every language. */
const monthName = (locale: Locale, month: number): string => (locale === 'fa' ? jalaliMonths : latinMonths)[month - 1]!;

type Row<T> = (locale: Locale, item: T, model: CalendarModel) => { title: string; lines: TemplateResult };

const closureRow: Row<Closure> = (locale, item, { shown }) => ({
  title: dayText(locale, item.date),
  lines: html`<p>${kindText(locale, item)} · ${scopeText(locale, item.scope, shown!)}</p><p class="soft"><bdi>${item.reason}</bdi></p>`,
});
const lunarRow: Row<LunarHoliday> = (locale, { date, title }) => ({ title: dayText(locale, date), lines: html`<p><bdi>${title}</bdi></p>` });
const periodRow: Row<Period> = (locale, period) => ({
  title: periodText(locale, period),
  lines: html`<dl class="calendar-week">${weekLines(locale, period.hours).map(({ days, hours }) => html`<div><dt>${days}</dt><dd>${hours}</dd></div>`)}</dl>`,
});

const addText = (part: Part): string =>
  part === 'closures' ? msg('روز بسته یا کوتاه تازه', { id: 'console.calendar.newClosure' })
    : part === 'lunarHolidays' ? msg('تعطیل قمری تازه', { id: 'console.calendar.newLunar' }) : msg('ساعت کار تازه', { id: 'console.calendar.newHours' });

function section<T extends Item>(locale: Locale, model: CalendarModel, part: Part, items: readonly T[], past: (item: T) => boolean, row: Row<T>): TemplateResult {
  const { editor, shown } = model;
  const { form, edits } = editor!;
  const mayChange = shown!.mayChange;
  const fresh = new Set(edits.flatMap(({ after }) => after.map(keyOf)));
  const open = (before: T | null) => editor!.openForm(formFor(part, before, calendarOf(locale), (intervals) => intervalsText(locale, intervals), editor!.content.weeklyHours.at(-1)!.hours));
  const list = (some: readonly T[]) => html`<ul class="reports" role="list">${some.map((item) => {
    if (form?.before && form.part === part && keyOf(form.before) === keyOf(item)) return html`<li>${calendarForm(locale, model)}</li>`;
    const { title, lines } = row(locale, item, model);
    return html`<li class="calendar-row" data-date=${dateOf(item)}>
      <h4>${title}${fresh.has(keyOf(item)) ? html` <span class="chip draft">${msg('هنوز ذخیره نشده', { id: 'console.calendar.unsaved' })}</span>` : nothing}</h4>
      ${lines}
      ${mayChange && !form
        ? html`<div class="row">
            <button class="button quiet" type="button" aria-label=${msg(str`تغییر دهید: ${title}`, { id: 'console.calendar.changeOf' })} @click=${() => open(item)}>${msg('تغییر دهید', { id: 'console.calendar.change' })}</button>
            ${part === 'weeklyHours' ? nothing : html`<button class="button quiet" type="button" aria-label=${msg(str`بردارید: ${title}`, { id: 'console.reasons.retireOf' })} @click=${() => void editor!.add({ part, before: [item], after: [] })}>${closeIcon}${msg('بردارید', { id: 'console.reasons.retire' })}</button>`}
          </div>`
        : nothing}
    </li>`;
  })}</ul>`;
  const [gone, coming] = [items.filter(past), items.filter((item) => !past(item))];
  const changing = form?.part === part && form.before && past(form.before as T);
  return html`<section class="calendar-part" aria-labelledby="${part}-title">
    <div class="bar">
      <h3 id="${part}-title" tabindex="-1">${partTitle(part)}</h3>
      ${mayChange && !form ? html`<button class="button" type="button" @click=${() => open(null)}>${plusIcon}${addText(part)}</button>` : nothing}
    </div>
    ${form?.part === part && !form.before ? calendarForm(locale, model) : nothing}
    ${form?.part === part && form.before && !items.some((item) => keyOf(item) === keyOf(form.before))
      ? html`<p class="note warn">${msg('آنچه تغییرش می‌دادید دیگر در تقویم نیست؛ نوشته شما اینجاست.', { id: 'console.calendar.gone' })}</p>${calendarForm(locale, model)}`
      : nothing}
    ${coming.length ? list(coming) : html`<p class="soft">${msg('هیچ روزی در پیش نیست.', { id: 'console.calendar.none' })}</p>`}
    ${gone.length ? html`<details ?open=${changing}><summary>${msg(str`گذشته (${formatNumber(locale, gone.length)})`, { id: 'console.calendar.past' })}</summary>${list([...gone].reverse())}</details>` : nothing}
  </section>`;
}

export function versionRow(locale: Locale, { version, at, by, why, changes }: NonNullable<CalendarModel['shown']>['versions'][number]): TemplateResult {
  return html`<li>
    <h4>${msg(str`نسخه ${formatNumber(locale, version)}`, { id: 'console.calendar.version' })}</h4>
    ${why ? html`<p><bdi>${why}</bdi></p>` : nothing}
    ${changes.length ? html`<ul class="changes">${changes.slice(0, 12).map((change) => html`<li>${changeText(locale, change)}</li>`)}</ul>` : nothing}
    ${changes.length > 12 ? html`<p class="soft small">${msg(str`و ${formatNumber(locale, changes.length - 12)} تغییر دیگر`, { id: 'console.calendar.moreChanges' })}</p>` : nothing}
    <p class="soft small"><bdi>${by}</bdi> · ${momentText(locale, at)}</p>
  </li>`;
}
