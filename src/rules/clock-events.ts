import type { Policy } from '../contract/clock.ts';
import type { Pause } from './due.ts';
import type { EventPayloads, EventType, RequestEvent } from './lifecycle.ts';

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
  let asked: Asked | null = null;
  for (const event of events) {
    // Of a long log most say nothing of the clock, and to read a moment takes longest here.
    if (!told.has(event.type)) continue;
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
        if (asked) read.pauses.push(endedAt(asked, at));
        asked = null;
        break;
      case 'answered':
      case 'withdrawn':
        if (asked) read.pauses.push(endedAt(asked, at));
        asked = null;
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
  if (asked) read.pauses.push({ ...asked, to: asked.until && asked.until <= now ? asked.until : null });
  return read;
}

interface Asked {
  from: Date;
  until: Date | null;
}

/** By the reply, or before it where nobody replied in time. */
const endedAt = (asked: Asked, at: Date): Pause => ({ ...asked, to: asked.until && asked.until < at ? asked.until : at });

const told: ReadonlySet<EventType> = new Set<EventType>(['objected', 'askedCitizen', 'citizenReplied', 'answered', 'withdrawn', 'dueRecomputed']);
