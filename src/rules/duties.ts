import type { WorkingCalendar } from '../contract/calendar.ts';
import { clockEvents, filedIn } from './clock-events.ts';
import { instantOfShare } from './clock.ts';
import { responseIn } from './first-response.ts';
import { project, type ClockName, type RequestEvent } from './lifecycle.ts';
import { objectionUntil } from './objection.ts';
import { termsOf } from './terms.ts';
import type { Place } from './working-calendar.ts';

/** A step of the ladder that is to be taken: who stands at `level` is told that `share` of a clock is used. */
export interface Escalation {
  duty: 'escalate';
  at: Date;
  clock: ClockName;
  /** How often the clock had begun anew before: an objection begins another round. */
  round: number;
  share: number;
  level: number;
}

/** What time alone brings about. `close`: nobody objected while that was possible. */
export type Duty = Escalation | { duty: 'close'; at: Date };

export interface Duties {
  /** To be done by now, in order of their time. */
  due: Duty[];
  /** When the request must be looked at next; in the past while something is due. Null: time brings nothing about any more. */
  wakeAt: Date | null;
}

/**
 * What is to be done for a request because time passed, from its events alone. A step that the events tell of is done: it
 * comes once, however often and by however many this is asked.
 */
export function dutiesOf({ events, calendar, place, now }: { events: readonly RequestEvent[]; calendar: WorkingCalendar; place: Place; now: Date }): Duties {
  const { state } = project(events);
  const at = { calendar, place };
  if (state === 'answered') return sorted([{ duty: 'close', at: objectionUntil({ events, ...at })! }], null, now);
  if (state === 'closed' || state === 'withdrawn') return { due: [], wakeAt: null };

  const taken = new Set(events.flatMap((event) => (event.type === 'escalated' ? keyOf(event.payload) : [])));
  const { ladder, firstResponse } = termsOf(events);
  const steps = (clock: ClockName, round: number, instant: (share: number) => Date | null): Duty[] =>
    ladder.flatMap(({ share, level }) => {
      if (taken.has(keyOf({ clock, round, share }))) return [];
      const when = instant(share);
      return when ? { duty: 'escalate', at: when, clock, round, share, level } : [];
    });

  const { policy, startedAt, pauses, stoppedAt } = clockEvents(events, now);
  const round = events.filter(({ type }) => type === 'objected').length;
  const answer = stoppedAt ? [] : steps('answer', round, (share) => instantOfShare({ length: policy.length, filedAt: startedAt, pauses, now, share, ...at }));
  const first = !firstResponse || responseIn(events)
    ? []
    : steps('firstResponse', 0, (share) => instantOfShare({ length: firstResponse, filedAt: filedIn(events).at, pauses: [], now, share, ...at }));
  const waiting = pauses.at(-1);
  return sorted([...answer, ...first], (waiting && !waiting.to && waiting.until) || null, now);
}

const keyOf = ({ clock, round, share }: Pick<Escalation, 'clock' | 'round' | 'share'>): string => `${clock} ${round} ${share}`;

function sorted(duties: Duty[], wake: Date | null, now: Date): Duties {
  duties.sort((a, b) => a.at.getTime() - b.at.getTime());
  const wakes = [...duties.map(({ at }) => at), ...(wake ? [wake] : [])];
  return { due: duties.filter(({ at }) => at <= now), wakeAt: wakes.length ? new Date(Math.min(...wakes.map(Number))) : null };
}
