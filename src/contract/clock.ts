import { z } from './zod.ts';
import { Instant, PlainDate } from './common.ts';

/**
 * Length of a promise: `P10D` calendar days, `P10WD` working days, `PT72H` clock hours, `PT24WH` working hours,
 * `PT30M` minutes, `P2M` months of the Persian calendar.
 */
export const PromiseLength = z.string().check(z.regex(/^P(\d+(D|WD|M)|T\d+(H|WH|M))$/));

export const Policy = z.object({
  /** What the province promises for all (10 days) and for complaints (72 hours), or the shorter promise of the sheet itself. */
  source: z.enum(['singleWindow', 'complaint', 'sheet']),
  length: PromiseLength,
});
export type Policy = z.infer<typeof Policy>;

const closedDay = {
  date: PlainDate,
  reason: z.enum(['weekend', 'holiday', 'closure']),
  /** Of the holiday, or why it was closed. */
  title: z.nullable(z.string()),
};

/** One step of how a due time was counted, in order. The reader's language is chosen where it is shown. */
export const ExplanationStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('filed'), at: Instant }),
  /** Filed while the office was closed: it counts as filed at the next opening. */
  z.object({ step: z.literal('startMoved'), to: Instant }),
  z.object({ step: z.literal('counted'), length: PromiseLength, firstDay: PlainDate, lastDay: PlainDate }),
  /** A day that does not count, inside a promise of working time. */
  z.object({ step: z.literal('skipped'), ...closedDay }),
  /** A day that counts like any other but on which nobody can answer or receive: the step after it says what moved. */
  z.object({ step: z.literal('closed'), ...closedDay }),
  /** The day counted to was closed: the due time moved to the next open day. */
  z.object({ step: z.literal('dueMoved'), from: PlainDate, to: PlainDate }),
  /** `until`: from when it runs on without a reply; it did when that is also `to`. */
  z.object({ step: z.literal('paused'), from: Instant, to: z.nullable(Instant), until: z.optional(Instant) }),
  /** The calendar was edited after filing: when that moved the due time, from where to where, and why it was edited. */
  z.object({ step: z.literal('recalculated'), at: Instant, from: Instant, to: Instant, why: z.string() }),
  z.object({ step: z.literal('due'), at: Instant }),
]);
export type ExplanationStep = z.infer<typeof ExplanationStep>;

export const Clock = z.object({
  state: z.enum(['running', 'paused', 'stopped']),
  policy: Policy,
  calendarVersion: z.int(),
  startedAt: Instant,
  dueAt: Instant,
  stoppedAt: z.nullable(Instant),
  pausedSince: z.nullable(Instant),
  /** While it stands still: since when, for whom, and from when it runs on all the same; null where nothing was said. */
  paused: z.optional(z.object({ since: Instant, until: z.nullable(Instant), why: z.enum(['citizen']) })),
  /** Part of the promised time that is used: 0 to 1 and beyond when late. */
  shareUsed: z.number(),
  overdue: z.boolean(),
  explanation: z.array(ExplanationStep),
});
export type Clock = z.infer<typeof Clock>;

/** How long it took until somebody of the desk turned to a request; still open without `stoppedAt`. */
export const FirstResponse = z.object({
  length: PromiseLength,
  dueAt: Instant,
  stoppedAt: z.nullable(Instant),
  shareUsed: z.number(),
  overdue: z.boolean(),
});
export type FirstResponse = z.infer<typeof FirstResponse>;
