import type { WorkingCalendar } from '../contract/calendar.ts';
import { clockEvents, filedIn } from './clock-events.ts';
import { clockOf, lengthClock } from './clock.ts';
import { responseIn } from './first-response.ts';
import type { RequestEvent } from './lifecycle.ts';
import { termsOf } from './terms.ts';
import { dayAt, wallTime, type Place } from './working-calendar.ts';

/** How far beyond its due time a clock that stands still may come before it is looked at again. */
const daysAhead = 60;

/** Due times of the answer before and after an edit of the calendar, as the wire carries them. */
export interface Moved {
  before: string;
  dueAt: string;
}

/**
 * What a newer version of the calendar does to the clocks of a request that run: null where it moves none of them. One that has stopped stays as it was; one
 * that stands still goes by the newer days as soon as they differ, because it may yet reach them. Due times move both ways, but never to
 * a moment that has passed: nobody becomes late by an edit.
 */
export function recalculate(input: { events: readonly RequestEvent[]; calendar: WorkingCalendar; newer: WorkingCalendar; place: Place; now: Date }): Moved | null {
  const { events, calendar, newer, place, now } = input;
  const answer = (by: WorkingCalendar) => clockOf({ events, calendar: by, place, now });
  const [old, next] = [answer(calendar), answer(newer)];
  if (old.state === 'stopped') return null;
  const first = (by: WorkingCalendar): Date | null => {
    const length = responseIn(events) ? null : termsOf(events).firstResponse;
    return length === null ? null : lengthClock({ length, filedAt: filedIn(events).at, calendar: by, place, pauses: [], now }).dueAt;
  };
  const moves = [[new Date(old.dueAt), new Date(next.dueAt)], [first(calendar), first(newer)]]
    .flatMap(([from, to]) => (from && to && from.getTime() !== to.getTime() ? [to] : []));
  if (moves.some((to) => to <= now)) return null;
  if (!moves.length && !(old.state === 'paused' && daysDiffer(input, new Date(old.dueAt)))) return null;
  return { before: old.dueAt, dueAt: next.dueAt };
}

function daysDiffer({ events, calendar, newer, place, now }: Parameters<typeof recalculate>[0], due: Date): boolean {
  const from = wallTime(calendar, clockEvents(events, now).pauses.at(-1)!.from).day;
  const to = wallTime(calendar, due).day + daysAhead;
  for (let day = from; day <= to; day++) if (String(dayAt(calendar, day, place).open) !== String(dayAt(newer, day, place).open)) return true;
  return false;
}
