import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { backIcon, forwardIcon } from '../icons.ts';
import type { Calendar } from './date-parts.ts';
import { addMonths, dayByKey, inDays, monthGrid, placeInWeek } from './month-grid.ts';

export interface DateGridView {
  id: string;
  calendar: Calendar;
  rtl: boolean;
  /** The day that the keys stand on, ISO. */
  day: string;
  /** The focus belongs to it: after a key, not after a button that turns the pages. */
  onGrid: boolean;
  chosen: string | undefined;
  today: string;
  notBefore: string | undefined;
  notAfter: string | undefined;
  words: { title: string; earlierMonth: string; laterMonth: string; earlierYear: string; laterYear: string; close: string };
  /** «آذر ۱۴۰۵». */
  monthName(iso: string): string;
  /** The day of the month in the reader's digits. */
  dayNumber(day: number): string;
  /** «سه‌شنبه ۳ آذر ۱۴۰۵», for those who hear it. */
  dayName(iso: string): string;
  /** Short and whole name of a day of the week, by any day that is one. */
  weekday(iso: string): { short: string; whole: string };
  onDay(iso: string, onGrid: boolean): void;
  onChoose(iso: string): void;
  onClose(): void;
}

/** A moment later: what is new is not in the page yet while it is made. */
const focusNow = (element?: Element) => queueMicrotask(() => (element as HTMLElement | undefined)?.focus());

/** A month as a grid of days, after the date picker of the ARIA Authoring Practices. */
export function dateGrid(view: DateGridView): TemplateResult {
  const { id, calendar, day, words } = view;
  const closed = (iso: string) => (view.notBefore !== undefined && iso < view.notBefore) || (view.notAfter !== undefined && iso > view.notAfter);
  const weeks = monthGrid(day, calendar);
  const week = weeks.find((one) => one.every(Boolean)) as string[];
  const onKey = (event: KeyboardEvent) => {
    const to = dayByKey(day, event, calendar, view.rtl);
    if (to) view.onDay(to, true);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (!closed(day)) view.onChoose(day);
    } else return;
    event.preventDefault();
  };
  const turn = (label: string, months: number, icon: unknown) => html`<button type="button" class="link icon-only" aria-label=${label} title=${label} @click=${() => view.onDay(addMonths(day, months, calendar), false)}>${icon}</button>`;
  return html`
    <div class="calendar" role="dialog" aria-label=${words.title} @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      view.onClose();
    }}>
      <div class="row calendar-head">
        <span>${turn(words.earlierYear, -12, html`${backIcon}${backIcon}`)}${turn(words.earlierMonth, -1, backIcon)}</span>
        <strong id="${id}-month-name" aria-live="polite">${view.monthName(day)}</strong>
        <span>${turn(words.laterMonth, 1, forwardIcon)}${turn(words.laterYear, 12, html`${forwardIcon}${forwardIcon}`)}</span>
      </div>
      <table role="grid" aria-labelledby="${id}-month-name" @keydown=${onKey}>
        <thead><tr>${[...week].sort((a, b) => placeInWeek(a, calendar) - placeInWeek(b, calendar)).map((one) => {
          const { short, whole } = view.weekday(one);
          return html`<th scope="col" abbr=${whole}>${short}</th>`;
        })}</tr></thead>
        <tbody>
          ${weeks.map((days) => html`<tr>${days.map((one) => one
            ? html`<td
                role="gridcell"
                tabindex=${one === day ? '0' : '-1'}
                aria-label=${view.dayName(one)}
                aria-selected=${one === view.chosen ? 'true' : 'false'}
                aria-disabled=${closed(one) ? 'true' : 'false'}
                aria-current=${one === view.today ? 'date' : nothing}
                ${one === day && view.onGrid ? ref(focusNow) : nothing}
                @click=${() => !closed(one) && view.onChoose(one)}
              >${view.dayNumber(inDays(one, calendar).day)}</td>`
            : html`<td role="gridcell" class="none"></td>`)}</tr>`)}
        </tbody>
      </table>
      <button type="button" class="link small" @click=${view.onClose}>${words.close}</button>
    </div>
  `;
}
