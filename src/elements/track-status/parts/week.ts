import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { WorkingCalendar } from '../../../contract/calendar.ts';
import { formatDay, formatTime } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { dayAt, instantAt, wallTime, type Day, type Place } from '../../../rules/working-calendar.ts';

const shownDays = 7;
/** So far holidays are named. */
const namedDays = 30;
const noon = 720;
const midnight = 1440;

/** When the unit is open on the days to come, and which of the month to come are holidays: closures of its county and agency count. */
export function weekView(locale: Locale, calendar: WorkingCalendar, place: Place, now: Date): TemplateResult {
  const today = wallTime(calendar, now).day;
  const nameOf = (day: number) => (day === today ? msg('امروز', { id: 'track.week.today' }) : formatDay(locale, instantAt(calendar, day, noon), now));
  const hoursOf = ({ open, closed }: Day): string =>
    open.map(([start, end]) => end - start === midnight
      ? msg('شبانه‌روز', { id: 'track.week.always' })
      : msg(str`${formatTime(locale, instantAt(calendar, today, start))} تا ${formatTime(locale, instantAt(calendar, today, end))}`, { id: 'track.week.range' })).join(locale === 'fa' ? ' و ' : ' and ')
    || (closed?.title ? msg(str`تعطیل: ${closed.title}`, { id: 'track.week.holiday' }) : msg('تعطیل', { id: 'track.week.closed' }));
  const days = Array.from({ length: namedDays }, (_, at) => ({ day: today + at, is: dayAt(calendar, today + at, place) }));
  const later = days.slice(shownDays).filter(({ is }) => is.closed && is.closed.reason !== 'weekend');
  const title = msg('ساعت کار روزهای پیش رو', { id: 'track.week' });
  return html`<details class="why no-print">
    <summary>${title}</summary>
    <div class="small">
      <table class="week" aria-label=${title}><tbody>${days.slice(0, shownDays).map(({ day, is }) => html`<tr><th scope="row">${nameOf(day)}</th><td>${hoursOf(is)}</td></tr>`)}</tbody></table>
      ${later.length
        ? html`<p>${msg('پس از آن در این یک ماه تعطیل است:', { id: 'track.week.later' })}</p>
            <ul>${later.map(({ day, is }) => html`<li>${nameOf(day)}${is.closed!.title ? html` · <bdi>${is.closed!.title}</bdi>` : nothing}</li>`)}</ul>`
        : nothing}
    </div>
  </details>`;
}
