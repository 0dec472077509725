import type { WorkingCalendar } from '../contract/calendar.ts';
import { uninterruptedDue } from './due.ts';
import { topLevel, type RequestEvent } from './lifecycle.ts';
import { termsOf } from './terms.ts';
import type { Place } from './working-calendar.ts';

const lastDecision = (events: readonly RequestEvent[]): RequestEvent | undefined => events.filter(({ type }) => type === 'answered' || type === 'objected').at(-1);

/**
 * Until when an objection against the answer in force is taken, by the terms under which the request was filed; at that
 * moment no more. Null while there is no answer. The record decides, whether or not the request was closed in time.
 */
export function objectionUntil({ events, calendar, place }: { events: readonly RequestEvent[]; calendar: WorkingCalendar; place: Place }): Date | null {
  const last = lastDecision(events);
  return last?.type === 'answered'
    ? uninterruptedDue({ length: termsOf(events).objection, filedAt: new Date(last.at), calendar, place }).dueAt
    : null;
}

/** Whether the top of the ladder has decided over an objection: nobody stands above, so there is nobody to object to. */
export function decidedAtTop(events: readonly RequestEvent[]): boolean {
  const last = lastDecision(events);
  return last?.type === 'answered' && last.payload.rank === topLevel && events.some(({ type }) => type === 'objected');
}
