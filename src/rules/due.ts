import type { WorkingCalendar } from '../contract/calendar.ts';
import type { ExplanationStep } from '../contract/clock.ts';
import { fromJalali, jalaliMonthLength, toJalali } from '../persian/jalali.ts';
import { readLength } from './promise.ts';
import {
  addOpenMinutes, dateOfDay, dayAt, dayOfDate, instantAt, isOpenAt, nextOpening, openDayFrom, wallTime, wireInstant, type Place,
} from './working-calendar.ts';

export interface Due {
  dueAt: Date;
  startedAt: Date;
  explanation: ExplanationStep[];
}

/** A time in which the clock stands still; `to` null while it lasts. */
export interface Pause {
  from: Date;
  to: Date | null;
  /** When it ends even without a reply. */
  until?: Date | null;
}

interface Run {
  length: string;
  filedAt: Date;
  calendar: WorkingCalendar;
  place: Place;
}

const minute = 60_000;

/** The due time of a promise that nothing interrupts, with the steps by which it was counted. */
export function uninterruptedDue(run: Run): Due {
  const { count, unit } = readLength(run.length);
  switch (unit) {
    case 'TH':
      return elapsed(run, count * 60);
    case 'TM':
      return elapsed(run, count);
    case 'D':
      return calendarDays(run, (filed) => filed + count);
    case 'M':
      return calendarDays(run, (filed) => dayOfDate(addMonths(dateOfDay(filed), count)));
    case 'WD':
      return workingDays(run, count);
    case 'TWH':
      return workingHours(run, count);
  }
}

function elapsed(run: Run, minutes: number): Due {
  const dueAt = new Date(run.filedAt.getTime() + minutes * minute);
  const first = wallTime(run.calendar, run.filedAt).day;
  return finish(run, run.filedAt, dueAt, [counted(run, first, wallTime(run.calendar, dueAt).day)]);
}

/** At the close of office on the day counted to; where that is closed, or its office hours are over, on the next open day. */
function calendarDays(run: Run, target: (filed: number) => number): Due {
  const { calendar, place, filedAt } = run;
  const { day: filed, minutes } = wallTime(calendar, filedAt);
  const last = target(filed);
  const over = last === filed && (dayAt(calendar, filed, place).open.at(-1)?.[1] ?? 0) <= minutes;
  const day = openDay(run, over ? last + 1 : last);
  const steps: ExplanationStep[] = [counted(run, Math.min(filed + 1, last), last)];
  if (day !== last) steps.push(...closedDays('closed', run, last, day), { step: 'dueMoved', from: dateOfDay(last), to: dateOfDay(day) });
  return finish(run, filedAt, closeOf(run, day), steps);
}

function workingDays(run: Run, count: number): Due {
  const start = startInOfficeHours(run);
  const startDay = wallTime(run.calendar, start.at).day;
  let day = startDay;
  let first = startDay;
  for (let left = count; left > 0; left--) {
    day = openDay(run, day + 1);
    if (left === count) first = day;
  }
  return finish(run, start.at, closeOf(run, day), [...start.steps, counted(run, first, day), ...closedDays('skipped', run, startDay + 1, day)]);
}

function workingHours(run: Run, count: number): Due {
  const start = startInOfficeHours(run);
  const dueAt = addOpenMinutes(run.calendar, start.at, count * 60, run.place);
  const first = wallTime(run.calendar, start.at).day;
  // A due time at midnight belongs to the day that ends there.
  const last = wallTime(run.calendar, new Date(dueAt.getTime() - 1)).day;
  return finish(run, start.at, dueAt, [...start.steps, counted(run, first, Math.max(first, last)), ...closedDays('skipped', run, first + 1, last)]);
}

/** What is filed while the office is closed counts as filed at the next opening. */
function startInOfficeHours(run: Run): { at: Date; steps: ExplanationStep[] } {
  const { calendar, place, filedAt } = run;
  if (isOpenAt(calendar, filedAt, place)) return { at: filedAt, steps: [] };
  const at = nextOpening(calendar, filedAt, place) ?? noOpenDay(run, wallTime(calendar, filedAt).day);
  return {
    at,
    steps: [
      ...closedDays('closed', run, wallTime(calendar, filedAt).day, wallTime(calendar, at).day),
      { step: 'startMoved', to: wireInstant(calendar, at) },
    ],
  };
}

const counted = ({ length }: Run, first: number, last: number): ExplanationStep => ({
  step: 'counted', length, firstDay: dateOfDay(first), lastDay: dateOfDay(last),
});

/** The closed days from one day to the day before another, each with its reason. */
function closedDays(step: 'skipped' | 'closed', { calendar, place }: Run, from: number, before: number): ExplanationStep[] {
  const steps: ExplanationStep[] = [];
  for (let day = from; day < before; day++) {
    const { date, closed } = dayAt(calendar, day, place);
    if (closed) steps.push({ step, date, ...closed });
  }
  return steps;
}

const finish = ({ calendar, filedAt }: Run, startedAt: Date, dueAt: Date, steps: ExplanationStep[]): Due => ({
  startedAt,
  dueAt,
  explanation: [
    { step: 'filed', at: wireInstant(calendar, filedAt) }, ...steps, { step: 'due', at: wireInstant(calendar, dueAt) },
  ],
});

const closeOf = ({ calendar, place }: Run, day: number): Date =>
  instantAt(calendar, day, dayAt(calendar, day, place).open.at(-1)![1]);

const openDay = (run: Run, from: number): number => openDayFrom(run.calendar, from, run.place) ?? noOpenDay(run, from);

function noOpenDay({ calendar }: Run, from: number): never {
  throw new RangeError(`the calendar of ${calendar.province} has no open day after ${dateOfDay(from)}`);
}

/** The same day of the Persian month so many months on, or the last day of a month that is shorter. */
function addMonths(date: string, count: number): string {
  const { year, month, day } = toJalali(date);
  const months = year * 12 + month - 1 + count;
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return fromJalali({ ...target, day: Math.min(day, jalaliMonthLength(target.year, target.month)) });
}
