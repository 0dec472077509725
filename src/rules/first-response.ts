import type { WorkingCalendar } from '../contract/calendar.ts';
import type { FirstResponse } from '../contract/clock.ts';
import { calendarIn, filedIn } from './clock-events.ts';
import { lengthClock } from './clock.ts';
import type { EventType, RequestEvent } from './lifecycle.ts';
import { termsOf } from './terms.ts';
import { wireInstant, type Place } from './working-calendar.ts';

/** By which somebody of the desk turns to the matter itself; to be handed about is no response. */
const responses: ReadonlySet<EventType> = new Set<EventType>(['taken', 'takenOver', 'askedCitizen', 'inquired', 'answered']);

/** The event by which somebody first turned to a request. */
export const responseIn = (events: readonly RequestEvent[]): RequestEvent | undefined => events.find(({ type }) => responses.has(type));

/**
 * How long the citizen waits until somebody turns to the request. It never starts anew, and no edit of the calendar touches it once
 * somebody did. Null where the terms promise none. `calendars`: each version that the events name.
 */
export function firstResponseOf(input: { events: readonly RequestEvent[]; calendars: ReadonlyMap<number, WorkingCalendar>; place: Place; now: Date }): FirstResponse | null {
  const { events, calendars, place, now } = input;
  const length = termsOf(events).firstResponse;
  if (!length) return null;
  const response = responseIn(events) ?? events.find(({ type }) => type === 'withdrawn');
  const calendar = calendars.get(calendarIn(response ? events.slice(0, events.indexOf(response)) : events));
  if (!calendar) throw new RangeError('a calendar that the events name is not at hand');
  const stoppedAt = response ? new Date(response.at) : null;
  const { dueAt, shareUsed } = lengthClock({ length, filedAt: filedIn(events).at, calendar, place, pauses: [], now: stoppedAt ?? now });
  return {
    length,
    dueAt: wireInstant(calendar, dueAt),
    stoppedAt: stoppedAt && wireInstant(calendar, stoppedAt),
    shareUsed,
    overdue: (stoppedAt ?? now) > dueAt,
  };
}
