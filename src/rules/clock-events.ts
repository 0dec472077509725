import type { Policy } from '../contract/clock.ts';
import type { Pause } from './due.ts';
import type { EventPayloads, RequestEvent } from './lifecycle.ts';

/** What the events say of the answer clock that runs now, or ran last. */
export interface ClockEvents {
  policy: Policy;
  startedAt: Date;
  /** In order; the last one may be open. */
  pauses: Pause[];
  stoppedAt: Date | null;
  /** What edits of the calendar did to it, in order. */
  recalculations: Recalculation[];
}

export interface Recalculation {
  at: Date;
  from: string;
  to: string;
  why: string;
}

/** The first event: what was frozen when the request was filed. */
export function filedIn([filed]: readonly RequestEvent[]): { at: Date; payload: EventPayloads['filed'] } {
  if (filed?.type !== 'filed') throw new RangeError('a request begins with "filed"');
  return { at: new Date(filed.at), payload: filed.payload };
}

/** Version of the calendar by which the clocks run: that of filing, or of the last edit that moved something. */
export function calendarIn(events: readonly RequestEvent[]): number {
  const moved = events.filter((event) => event.type === 'dueRecomputed').at(-1);
  return moved ? moved.payload.calendarVersion : filedIn(events).payload.calendarVersion;
}

/** A pause that reached its end by `now` is closed there, although nobody replied. */
export function clockEvents(events: readonly RequestEvent[], now: Date): ClockEvents {
  const { at: startedAt, payload: { policy } } = filedIn(events);
  const read: ClockEvents = { policy, startedAt, pauses: [], stoppedAt: null, recalculations: [] };
  let asked: { from: Date; until: Date | null } | null = null;
  const resume = (at: Date) => {
    if (asked) read.pauses.push({ ...asked, to: asked.until && asked.until < at ? asked.until : at });
    asked = null;
  };
  for (const event of events) {
    const at = new Date(event.at);
    switch (event.type) {
      case 'objected':
        Object.assign(read, { startedAt: at, pauses: [], stoppedAt: null, recalculations: [] });
        asked = null;
        break;
      case 'askedCitizen':
        asked = { from: at, until: event.payload.pausedUntil ? new Date(event.payload.pausedUntil) : null };
        break;
      case 'citizenReplied':
        resume(at);
        break;
      case 'answered':
      case 'withdrawn':
        resume(at);
        read.stoppedAt = at;
        break;
      case 'dueRecomputed': {
        const { before: from, dueAt: to, why } = event.payload;
        // Of two clocks only one may have moved.
        if (from !== to) read.recalculations.push({ at, from, to, why });
        break;
      }
    }
  }
  const still = asked as { from: Date; until: Date | null } | null;
  if (still) read.pauses.push({ ...still, to: still.until && still.until <= now ? still.until : null });
  return read;
}
