import type { WorkingCalendar } from '../contract/calendar.ts';
import type { Clock, ExplanationStep, Policy } from '../contract/clock.ts';
import type { RequestKind } from '../contract/form.ts';
import type { Duration } from '../contract/offering.ts';
import type { Terms } from '../contract/terms.ts';
import { clockEvents, type Recalculation } from './clock-events.ts';
import { uninterruptedDue, type Due, type Pause } from './due.ts';
import type { RequestEvent } from './lifecycle.ts';
import { countsOpenTime, lengthOf, readLength, runsAlways } from './promise.ts';
import { addOpenMinutes, openMinutesBetween, wireInstant, type Place } from './working-calendar.ts';

export type { Due, Pause } from './due.ts';

export interface DueInput {
  /** A policy, or the length of a promise alone. */
  policy: Policy | string;
  filedAt: Date;
  calendar: WorkingCalendar;
  place: Place;
  /** In order of time. */
  pauses?: readonly Pause[];
  /** Up to when an open pause is counted; without it an open pause moves nothing yet. */
  now?: Date;
}

/**
 * When a promise is due, and how that was counted. Pure: the same input gives the same answer in browser and gateway.
 *
 * Pauses move the due time by exactly the paused time as the clock counts it: open minutes, added in open time; for
 * promises in clock hours and minutes, which run day and night, the elapsed time. A pause that begins after the due
 * time moves nothing: late stays late.
 *
 * Throws `RangeError` for a length that is none and for a calendar without open days in sight.
 */
export function computeDue({ policy, filedAt, calendar, place, pauses = [], now }: DueInput): Due {
  return explained(run({ length: typeof policy === 'string' ? policy : policy.length, filedAt, calendar, place, pauses, now }), calendar);
}

function explained({ due, spans }: Run, calendar: WorkingCalendar, recalculations: readonly Recalculation[] = []): Due {
  const wire = (moment: Date) => wireInstant(calendar, moment);
  const later: { at: Date; step: ExplanationStep }[] = [
    ...spans.map(({ from, to, until }) => ({
      at: from, step: { step: 'paused' as const, from: wire(from), to: to && wire(to), ...(until && { until: wire(until) }) },
    })),
    ...recalculations.map(({ at, from, to, why }) => ({ at, step: { step: 'recalculated' as const, at: wire(at), from, to, why } })),
  ];
  if (!later.length) return due;
  later.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { ...due, explanation: [...due.explanation.slice(0, -1), ...later.map(({ step }) => step), { step: 'due', at: wire(due.dueAt) }] };
}

interface Span extends Pause {
  /** Due time before this pause moved it. */
  dueBefore: Date;
}

interface Run {
  /** With the due time as the pauses moved it, and the explanation as it was before them. */
  due: Due;
  firstDue: Date;
  spans: Span[];
}

interface RunInput {
  length: string;
  filedAt: Date;
  calendar: WorkingCalendar;
  place: Place;
  pauses: readonly Pause[];
  now?: Date | undefined;
}

function run({ length, filedAt, calendar, place, pauses, now }: RunInput): Run {
  const due = uninterruptedDue({ length, filedAt, calendar, place });
  const elapsed = runsAlways(readLength(length).unit);
  const firstDue = due.dueAt;
  const spans: Span[] = [];
  let { dueAt } = due;
  let free = due.startedAt;
  for (const pause of pauses) {
    // Pauses that overlap count once.
    const from = latest(pause.from, free);
    const end = pause.to ?? now ?? from;
    if (from > dueAt || end < from || (pause.to && end <= from)) continue;
    spans.push({ from, to: pause.to, until: pause.until ?? null, dueBefore: dueAt });
    dueAt = elapsed
      ? new Date(dueAt.getTime() + end.getTime() - from.getTime())
      : addOpenMinutes(calendar, dueAt, openMinutesBetween(calendar, from, end, place), place);
    free = latest(free, end);
  }
  return { due: { ...due, dueAt }, firstDue, spans };
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);

/** What the terms say of a complaint and of all else, or what the sheet itself promises when that is due earlier. */
export function choosePolicy(input: {
  kind: RequestKind;
  terms: Pick<Terms, 'singleWindow' | 'complaint'>;
  /** The promise of the sheet, where it makes one. */
  time: Duration | null;
  filedAt: Date;
  calendar: WorkingCalendar;
  place: Place;
}): Due & { policy: Policy } {
  const { kind, terms, time, ...rest } = input;
  const source = kind === 'complaint' ? 'complaint' : 'singleWindow';
  const rule: Policy = { source, length: terms[source] };
  const ruled = { policy: rule, ...computeDue({ policy: rule, ...rest }) };
  if (!time) return ruled;
  const sheet: Policy = { source: 'sheet', length: lengthOf(time) };
  const promised = { policy: sheet, ...computeDue({ policy: sheet, ...rest }) };
  return promised.dueAt < ruled.dueAt ? promised : ruled;
}

/**
 * The answer clock of a request, from its events alone: the promise is the one that was frozen when it was filed. It
 * stands still while the citizen is asked, not while another agency is; an objection starts a new one.
 * `calendar`: the version that `calendarIn` names.
 */
export function clockOf(input: { events: readonly RequestEvent[]; calendar: WorkingCalendar; place: Place; now: Date }): Clock {
  const { calendar, place, now } = input;
  const { policy, startedAt: filedAt, pauses, stoppedAt, recalculations } = clockEvents(input.events, now);
  const ran = run({ length: policy.length, filedAt, calendar, place, pauses, now });
  const { dueAt, startedAt, explanation } = explained(ran, calendar, recalculations);
  const at = stoppedAt ?? now;
  const wire = (moment: Date) => wireInstant(calendar, moment);
  const last = pauses.at(-1);
  const paused = stoppedAt || !last || last.to ? null : last;
  return {
    state: stoppedAt ? 'stopped' : paused ? 'paused' : 'running',
    policy,
    calendarVersion: calendar.version,
    startedAt: wire(startedAt),
    dueAt: wire(dueAt),
    stoppedAt: stoppedAt && wire(stoppedAt),
    pausedSince: paused && wire(paused.from),
    ...(paused && { paused: { since: wire(paused.from), until: paused.until ? wire(paused.until) : null, why: 'citizen' as const } }),
    shareUsed: shareUsed(ran, at, policy.length, calendar, place),
    overdue: at > dueAt,
    explanation,
  };
}

/** Due time of one length, and which part of it is used at `now`. */
export function lengthClock(input: RunInput & { now: Date }): { dueAt: Date; shareUsed: number } {
  const ran = run(input);
  return { dueAt: ran.due.dueAt, shareUsed: shareUsed(ran, input.now, input.length, input.calendar, input.place) };
}

/**
 * Part of the promised time that is used. It stands still in pauses, is 1 at the due time exactly and grows beyond it:
 * each stretch between pauses uses up its part of what was left. Open minutes are measured where only they count.
 */
function shareUsed(
  { due, firstDue, spans }: Run, at: Date, length: string, calendar: WorkingCalendar, place: Place,
): number {
  const { measure } = measureOf(length, calendar, place);
  let share = 0;
  let from = due.startedAt;
  const stretch = (to: Date, dueAt: Date) => {
    const left = measure(from, dueAt);
    if (left > 0) share += (1 - share) * Math.min(1, measure(from, to) / left);
    else if (to >= dueAt) share = 1;
  };
  for (const span of spans) {
    if (at <= span.from) break;
    stretch(span.from, span.dueBefore);
    from = span.to ?? at;
    if (!span.to || at <= span.to) return round(share);
  }
  stretch(at, due.dueAt);
  if (at > due.dueAt) {
    const whole = measure(due.startedAt, firstDue);
    share = whole > 0 ? 1 + measure(due.dueAt, at) / whole : 1;
  }
  return round(share);
}

/** Minutes as a promise of this length counts them, and the instant so many of them later. */
function measureOf(length: string, calendar: WorkingCalendar, place: Place): { measure: (from: Date, to: Date) => number; after: (from: Date, minutes: number) => Date } {
  return countsOpenTime(readLength(length).unit)
    ? { measure: (from, to) => openMinutesBetween(calendar, from, to, place), after: (from, minutes) => addOpenMinutes(calendar, from, minutes, place) }
    : { measure: (from, to) => Math.max(0, to.getTime() - from.getTime()) / 60_000, after: (from, minutes) => new Date(from.getTime() + Math.round(minutes * 60_000)) };
}

/** When a part of a promise is used up: the inverse of the share above. Null while the clock stands still before that. */
export function instantOfShare({ share, ...input }: RunInput & { share: number }): Date | null {
  const { due, firstDue, spans } = run(input);
  const { measure, after } = measureOf(input.length, input.calendar, input.place);
  let used = 0;
  let from = due.startedAt;
  for (const span of spans) {
    const left = measure(from, span.dueBefore);
    const reached = left > 0 ? used + (1 - used) * Math.min(1, measure(from, span.from) / left) : 1;
    if (share <= reached) return used < share ? after(from, ((share - used) / (1 - used)) * left) : from;
    if (!span.to) return null;
    used = reached;
    from = span.to;
  }
  if (share > 1) return after(due.dueAt, (share - 1) * measure(due.startedAt, firstDue));
  return share === 1 ? due.dueAt : after(from, ((share - used) / (1 - used)) * measure(from, due.dueAt));
}

/** Enough for a bar and a percentage; floating-point dust stays out of the wire. */
const round = (share: number): number => Math.round(share * 10_000) / 10_000;
