import type { HoursRef } from '../contract/agency.ts';
import type { Policy } from '../contract/clock.ts';
import type { RatingAnswers, RatingReason } from '../contract/rating.ts';
import type { Outcome, RequestState } from '../contract/request.ts';
import type { Terms } from '../contract/terms.ts';

/** What is promised of a request: an answer, and before it somebody who turns to it. */
export type ClockName = 'answer' | 'firstResponse';

/** Who did it. `id` names a member of staff; a citizen has none. */
export interface Actor {
  role: 'citizen' | 'expert' | 'system';
  id: string | null;
}

/** How high the ladder goes: 0 expert, 1 head of unit, 2 head of agency, 3 supervisor of the province. */
export const topLevel = 3;

/** What each event says in the open. Free text and names are private payload and are not here. */
export interface EventPayloads {
  filed: {
    offering: string; offeringVersion: number; agency: string; kind: string; form: { id: string; version: number };
    /** Unit that holds the request first; null until somebody assigns it. */
    unit: string | null;
    /** Frozen at filing. */
    policy: Policy; calendarVersion: number; dueAt: string;
    /** Absent in what was filed before they were kept. */
    terms?: Terms;
    /** Where its clock runs, beside the agency: closures go by county, opening by the hours of the unit. */
    place?: { county: string | null; hours: HoursRef | null };
  };
  /** Given to a unit, or to one member of its staff. */
  assigned: { unit: string | null; assignee?: string };
  taken: Record<never, never>;
  /** From the hands of a colleague: nothing but the person changes. */
  takenOver: Record<never, never>;
  released: Record<never, never>;
  /** Unit that holds it from now on. */
  referred: { unit: string; agency?: string; legalBasis?: string };
  /** The clock runs again from `pausedUntil` even without a reply. */
  askedCitizen: { pausedUntil?: string };
  citizenReplied: Record<never, never>;
  /** A second complaint about the same matter, added to this one. */
  joined: { form: { id: string; version: number } };
  inquired: { unit: string };
  inquiryAnswered: Record<never, never>;
  /** A reason of the province's list, and when the answer is expected now. */
  delayExplained: { reason: string; expected: string };
  visitRequired: { necessity: string };
  /**
   * A step of the ladder: `share` of a clock is used, so `level` is to be told; `round`: how often that clock had begun anew. `to`: who was told, higher up
   * where nobody holds the level; null where nobody holds any. `vacant`: the levels that nobody holds.
   */
  escalated: { clock: ClockName; round: number; share: number; level: number; to: number | null; vacant: number[] };
  /** `rank`: how high up the ladder who answered stands; an objection goes to the level above. */
  answered: { outcome: Exclude<Outcome, 'withdrawn'>; legalBasis?: string; rank?: number };
  objected: Record<never, never>;
  /** `long`: more than the first two questions. */
  rated: { form: 'short' | 'long'; answers: RatingAnswers; reasons: RatingReason[]; offering: string };
  withdrawn: Record<never, never>;
  closed: Record<never, never>;
  /** The calendar was edited: from `before` to `dueAt`; `why` as whoever edited it said. */
  dueRecomputed: { why: string; calendarVersion: number; before: string; dueAt: string };
  noted: Record<never, never>;
}
export type EventType = keyof EventPayloads;

export type RequestEvent = {
  [T in EventType]: { type: T; seq: number; at: string; actor: Actor; payload: EventPayloads[T] };
}[EventType];

interface Rule {
  /** Who may cause it. */
  by: readonly Actor['role'][];
  /** States in which it may happen; `null` is before the request exists. */
  from: readonly (RequestState | null)[];
  /** State after it; absent: the state stays. */
  to?: RequestState;
  /** States that stay all the same: whoever it is given to goes on waiting. */
  keeps?: readonly RequestState[];
}

const open = ['submitted', 'inReview', 'waitingCitizen', 'waitingAgency'] as const;
const desk = ['submitted', 'inReview'] as const;
const waiting = ['waitingCitizen', 'waitingAgency'] as const;

/** The lifecycle as data: what may happen when, by whom, and what follows. */
export const transitions: Readonly<Record<EventType, Rule>> = {
  filed: { by: ['citizen', 'expert'], from: [null], to: 'submitted' },
  assigned: { by: ['system', 'expert'], from: open, to: 'inReview', keeps: waiting },
  taken: { by: ['expert'], from: desk, to: 'inReview' },
  takenOver: { by: ['expert'], from: ['inReview', ...waiting] },
  released: { by: ['expert'], from: ['inReview'], to: 'inReview' },
  referred: { by: ['expert'], from: desk },
  askedCitizen: { by: ['expert'], from: ['inReview'], to: 'waitingCitizen' },
  citizenReplied: { by: ['citizen'], from: ['waitingCitizen'], to: 'inReview' },
  // A question of the desk still waits for its reply.
  joined: { by: ['citizen'], from: open },
  inquired: { by: ['expert'], from: ['inReview'], to: 'waitingAgency' },
  inquiryAnswered: { by: ['expert', 'system'], from: ['waitingAgency'], to: 'inReview' },
  delayExplained: { by: ['expert'], from: open },
  visitRequired: { by: ['expert'], from: ['inReview'] },
  escalated: { by: ['system'], from: open },
  // Also while waiting: a citizen who never replies, or another agency that never does, must not keep a request open for ever.
  answered: { by: ['expert'], from: ['inReview', 'waitingCitizen', 'waitingAgency'], to: 'answered' },
  objected: { by: ['citizen'], from: ['answered'], to: 'inReview' },
  rated: { by: ['citizen'], from: ['answered', 'closed'] },
  withdrawn: { by: ['citizen'], from: open, to: 'withdrawn' },
  closed: { by: ['system'], from: ['answered'], to: 'closed' },
  dueRecomputed: { by: ['system', 'expert'], from: open },
  noted: { by: ['expert'], from: [...open, 'answered', 'closed', 'withdrawn'] },
};

export const eventTypes = Object.keys(transitions) as EventType[];

/** An event that the present state does not allow. */
export class TransitionError extends Error {
  override readonly name = 'TransitionError';
  constructor(readonly state: RequestState | null, readonly type: string) {
    super(`"${type}" is not allowed while the request is ${state ?? 'not filed'}`);
  }
}

/** Events that may follow; before filing (`null`) only `filed`. */
export const allowedEvents = (state: RequestState | null): EventType[] =>
  eventTypes.filter((type) => transitions[type].from.includes(state));

export function assertAllowed(state: RequestState | null, type: string): asserts type is EventType {
  if (!Object.hasOwn(transitions, type) || !transitions[type as EventType].from.includes(state)) {
    throw new TransitionError(state, type);
  }
}

function stateAfter(state: RequestState | null, type: EventType): RequestState | null {
  const { to, keeps }: Rule = transitions[type];
  return to && !(state && keeps?.includes(state)) ? to : state;
}

/** What the events add up to. */
export interface Projection {
  state: RequestState;
  outcome: Outcome | null;
  holderUnit: string | null;
  /** Who of the staff works on it. */
  assignee: string | null;
  /** Referrals and visits that the citizen had to make. */
  hops: number;
  /** Who may decide: 0 expert, 1 head of unit, 2 head of agency, 3 supervisor. */
  level: number;
  /** The highest of them that was told of it; null: none. */
  told: number | null;
  pausedSince: string | null;
  /** Until when its delay is explained; null: nothing was told of one. */
  explainedUntil: string | null;
  /** Sequence number of the last event. */
  version: number;
}

/** Replays the log. Throws `TransitionError` at the first event that the one before it does not allow. */
export function project(events: readonly RequestEvent[]): Projection {
  let state: RequestState | null = null;
  const p: Omit<Projection, 'state'> = {
    outcome: null, holderUnit: null, assignee: null, hops: 0, level: 0, told: null, pausedSince: null, explainedUntil: null, version: 0,
  };
  let answeredBy = 0;
  for (const event of events) {
    assertAllowed(state, event.type);
    state = stateAfter(state, event.type);
    p.version = event.seq;
    if (state !== 'waitingCitizen') p.pausedSince = null;
    switch (event.type) {
      case 'filed':
        p.holderUnit = event.payload.unit;
        break;
      case 'assigned':
        p.holderUnit = event.payload.unit;
        p.assignee = event.payload.assignee ?? null;
        break;
      case 'taken':
      case 'takenOver':
        p.assignee = event.actor.id;
        break;
      case 'released':
        p.assignee = null;
        break;
      case 'referred':
        p.holderUnit = event.payload.unit;
        p.assignee = null;
        p.hops += 1;
        break;
      case 'visitRequired':
        p.hops += 1;
        break;
      case 'askedCitizen':
        p.pausedSince = event.at;
        p.assignee ??= event.actor.id;
        break;
      case 'delayExplained':
        p.explainedUntil = event.payload.expected;
        break;
      case 'escalated':
        if (event.payload.to !== null) p.told = Math.max(p.told ?? 0, event.payload.to);
        break;
      case 'answered':
        p.outcome = event.payload.outcome;
        answeredBy = event.payload.rank ?? p.level;
        p.assignee ??= event.actor.id;
        break;
      case 'objected':
        p.outcome = null;
        p.explainedUntil = null;
        // One level above decides now, and nobody there has taken it yet.
        p.assignee = null;
        p.level = Math.min(answeredBy + 1, topLevel);
        break;
      case 'withdrawn':
        p.outcome = 'withdrawn';
        break;
    }
  }
  if (!state) throw new RangeError('a request has at least one event');
  return { state, ...p };
}
