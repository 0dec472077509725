import type { WorkingCalendar } from '../contract/calendar.ts';
import type { Clock, ExplanationStep, Policy } from '../contract/clock.ts';
import type { RequestKind } from '../contract/form.ts';
import type { Duration } from '../contract/offering.ts';
import type { RequestEvent } from './lifecycle.ts';
import type { Place } from './working-calendar.ts';

/** A time in which the clock stands still; `to` null while it lasts. */
export interface Pause {
  from: Date;
  to: Date | null;
}

export interface Due {
  dueAt: Date;
  startedAt: Date;
  explanation: ExplanationStep[];
}

export interface DueInput {
  policy: Policy | string;
  filedAt: Date;
  calendar: WorkingCalendar;
  place: Place;
  pauses?: readonly Pause[];
  now?: Date;
}
export function computeDue(input: DueInput): Due {
  throw new Error(`not yet ${input}`);
}
export function choosePolicy(input: {
  kind: RequestKind; time: Duration | null; filedAt: Date; calendar: WorkingCalendar; place: Place;
}): Due & { policy: Policy } {
  throw new Error(`not yet ${input}`);
}
export function clockOf(input: {
  events: readonly RequestEvent[]; policy: Policy; calendar: WorkingCalendar; place: Place; now: Date;
}): Clock {
  throw new Error(`not yet ${input}`);
}
