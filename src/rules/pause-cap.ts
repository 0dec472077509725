import type { WorkingCalendar } from '../contract/calendar.ts';
import { clockEvents } from './clock-events.ts';
import { computeDue } from './clock.ts';
import type { RequestEvent } from './lifecycle.ts';
import { termsOf } from './terms.ts';
import type { Place } from './working-calendar.ts';

/**
 * Until when a question that is asked now makes the clock wait. The terms give a time for all questions of one clock
 * together: it is counted like a promise that starts with the first question and stands still while no reply is waited
 * for. Once it is used up, a question pauses nothing.
 */
export function pauseUntil(input: { events: readonly RequestEvent[]; calendar: WorkingCalendar; place: Place; now: Date }): Date {
  const { events, calendar, place, now } = input;
  const { pauses } = clockEvents(events, now);
  const [first] = pauses;
  const between = pauses.map(({ to }, i) => ({ from: to ?? now, to: pauses[i + 1]?.from ?? now }));
  const { dueAt } = computeDue({ policy: termsOf(events).pauseCap, filedAt: first?.from ?? now, calendar, place, pauses: between });
  return dueAt > now ? dueAt : now;
}
