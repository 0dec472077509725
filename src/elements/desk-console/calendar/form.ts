import type { WeeklyHours } from '../../../contract/calendar.ts';
import { dateParts, noDate, readDate, type Calendar, type DateParts } from '../../../core/controls/date-parts.ts';
import { keyOf, withHours, type Closure, type Edit, type Item, type LunarHoliday, type Part, type Period } from './edits.ts';
import { readIntervals, weekdays, type Weekday } from './hours-text.ts';

/** What stands in the open form, as typed. */
export interface FormDraft {
  part: Part;
  /** What is changed; null: something new. */
  before: Item | null;
  /** The day; of hours the first one. */
  date: DateParts;
  /** The last day of hours; empty: until further notice. */
  until: DateParts;
  /** Name of the holiday, or why it is closed. */
  title: string;
  scope: 'province' | 'counties' | 'agencies';
  counties: string[];
  agencies: string[];
  /** Narrows the list of agencies. */
  search: string;
  kind: Closure['kind'];
  hours: string;
  week: Record<Weekday, string>;
  /** The holiday of the day after moves along. */
  both: boolean;
}
export type Wrong = 'date' | 'until' | 'title' | 'scope' | 'hours' | Weekday;

type Words = (intervals: WeeklyHours[Weekday]) => string;
const moved = (iso: string, days: number): string => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const dayBefore = (iso: string): string => moved(iso, -1);

/** A form for something new, or with what is to be changed. `words`: how hours are typed. `week`: which hours a new period begins with. */
export function formFor(part: Part, before: Item | null, calendar: Calendar, words: Words, week: WeeklyHours): FormDraft {
  const closure = before as Closure | null;
  const { counties = [], agencies = [] } = (part === 'closures' && closure?.scope) || {};
  const hours = part === 'weeklyHours' && before ? (before as Period).hours : week;
  return {
    part, before,
    date: before ? dateParts('from' in before ? before.from : before.date, calendar) : noDate(calendar),
    until: before && 'from' in before && before.toExclusive ? dateParts(dayBefore(before.toExclusive), calendar) : noDate(calendar),
    title: !before || 'from' in before ? '' : 'title' in before ? before.title : before.reason,
    scope: agencies.length ? 'agencies' : counties.length ? 'counties' : 'province',
    counties, agencies, search: '',
    kind: (part === 'closures' && closure?.kind) || 'closed',
    hours: part === 'closures' && closure ? words(closure.hours) : '',
    week: Object.fromEntries(weekdays.map((day) => [day, words(hours[day])])) as FormDraft['week'],
    both: true,
  };
}

/** The holiday of the day after one, which mostly moves along: Fitr is two days. */
export const dayAfter = (holidays: readonly LunarHoliday[], { date }: LunarHoliday): LunarHoliday | undefined => holidays.find((other) => other.date === moved(date, 1));

/** Puts the day so many days later. */
export const shifted = (draft: FormDraft, days: number): DateParts | undefined => {
  const { iso } = readDate(draft.date);
  return iso ? dateParts(moved(iso, days), draft.date.calendar) : undefined;
};

/** What is to be mended first, or the edit. */
export function readForm(draft: FormDraft, province: string, content: { lunarHolidays: LunarHoliday[]; weeklyHours: Period[] }): { edit?: Edit; wrong: Set<Wrong> } {
  const { part, before, scope } = draft;
  const wrong = new Set<Wrong>();
  const date = readDate(draft.date).iso;
  if (!date) wrong.add('date');
  const edit = (after: Item, old = before): Edit => ({ part, before: old ? [old] : [], after: [after] });

  if (part === 'weeklyHours') {
    const until = readDate(draft.until);
    if (until.problem || (date && until.iso && until.iso < date)) wrong.add('until');
    const week = weekdays.map((day) => [day, readIntervals(draft.week[day])] as const);
    for (const [day, read] of week) if (!read) wrong.add(day);
    if (wrong.size) return { wrong };
    const hours = Object.fromEntries(week) as WeeklyHours;
    if (before) return { wrong, edit: edit({ from: (before as Period).from, toExclusive: (before as Period).toExclusive, hours }) };
    return { wrong, edit: withHours(content.weeklyHours, { from: date!, toExclusive: until.iso ? moved(until.iso, 1) : null, hours }) };
  }

  const title = draft.title.trim();
  if (!title) wrong.add('title');
  if (part === 'lunarHolidays') {
    if (wrong.size) return { wrong };
    const old = before as LunarHoliday | null;
    const after = { date: date!, title };
    if (!old) return { wrong, edit: edit(after) };
    const next = draft.both && old.date !== date ? dayAfter(content.lunarHolidays, old) : undefined;
    const days = (Date.parse(date!) - Date.parse(old.date)) / 86_400_000;
    return { wrong, edit: next ? { part, before: [old, next], after: [after, { date: moved(next.date, days), title: next.title }] } : edit(after) };
  }

  const old = before as Closure | null;
  if (scope !== 'province' && !draft[scope].length) wrong.add('scope');
  // Closed has none, whatever was typed before; remote may have some, in which people are received.
  const hours = draft.kind === 'closed' ? [] : readIntervals(draft.hours);
  if (!hours || (draft.kind === 'reduced' && !hours.length)) wrong.add('hours');
  if (wrong.size) return { wrong };
  // Narrowed in a way that the form does not show, it stays as it was.
  const same = old && keyOf([old.scope.counties ?? [], old.scope.agencies ?? []]) === keyOf([draft.counties, draft.agencies])
    && scope === (draft.agencies.length ? 'agencies' : draft.counties.length ? 'counties' : 'province');
  return { wrong, edit: edit({ date: date!, scope: same ? old.scope : scope === 'province' ? { province } : { [scope]: draft[scope] }, kind: draft.kind, hours: hours!, reason: title }) };
}
