import type { Clock } from '../contract/clock.ts';
import type { Delay } from '../contract/delay.ts';
import type { WorkingCalendar } from '../contract/calendar.ts';
import type { RequestEvent } from './lifecycle.ts';
import { dayAt, instantAt, wallTime, type Place } from './working-calendar.ts';

/** So many days ahead an answer may be put off at once. */
const mostDays = 90;

/** A delay as the events tell it; the list of the province knows the reason by its id. */
export type DelayInEvents = Omit<Delay, 'reason' | 'at'> & { reason: string | null; at: string | null };

/**
 * Why an answer comes later than promised, of the clock that runs now, or ran last. Null: it came in time, or its time has not passed and no delay was told.
 * A delay must be told before the promised time, and again before each new date, or it counts as told late, or as unexplained.
 */
export function delayIn(events: readonly RequestEvent[], { dueAt, stoppedAt, overdue }: Pick<Clock, 'dueAt' | 'stoppedAt' | 'overdue'>, now: Date): DelayInEvents | null {
  const told = toldIn(events);
  const last = told.at(-1);
  if (!last) return overdue ? { reason: null, expected: null, at: null, state: 'unexplained' } : null;
  if (stoppedAt && !overdue) return null;
  let inTime = true;
  let promised = Date.parse(dueAt);
  for (const { at, payload } of told) {
    inTime &&= Date.parse(at) < promised;
    promised = Math.max(promised, Date.parse(payload.expected));
  }
  const { payload: { reason, expected }, at } = last;
  const end = stoppedAt ? Date.parse(stoppedAt) : now.getTime();
  return { reason, expected, at, state: end > promised ? 'lapsed' : inTime ? 'inTime' : 'late' };
}

/** What was told of the clock that runs now: an objection begins anew. */
const toldIn = (events: readonly RequestEvent[]) =>
  events.slice(events.map(({ type }) => type).lastIndexOf('objected') + 1).filter((event) => event.type === 'delayExplained');

/** Ends of office hours by which an answer that comes late may be expected: after today, after the promised time, and after what was told before. */
export function expectedEnds(
  { events, calendar, place }: { events: readonly RequestEvent[]; calendar: WorkingCalendar; place: Place }, dueAt: Date, now: Date,
): Date[] {
  const told = toldIn(events).map(({ payload }) => Date.parse(payload.expected));
  const after = Math.max(now.getTime(), dueAt.getTime(), ...told);
  const first = wallTime(calendar, now).day + 1;
  return Array.from({ length: mostDays }, (_, n) => {
    const end = dayAt(calendar, first + n, place).open.at(-1)?.[1];
    return end === undefined ? undefined : instantAt(calendar, first + n, end);
  }).filter((end) => end !== undefined).filter((end) => end.getTime() > after);
}
