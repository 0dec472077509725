import { z } from './zod.ts';
import { Id, Instant, LocalText } from './common.ts';

/** A reason that a desk may give for a delay, out of the list of its province, and the rule that it rests on. */
export const DelayReason = z.object({ id: Id, title: LocalText, rule: LocalText });
export type DelayReason = z.infer<typeof DelayReason>;

/** Why the answer to a request comes later than was promised. */
export const Delay = z.object({
  /** Null: nobody has given a reason. */
  reason: z.nullable(DelayReason),
  /** When the answer is expected now; the promise stays as it was. */
  expected: z.nullable(Instant),
  /** When the reason was given. */
  at: z.nullable(Instant),
  /**
   * `inTime`: told before the promised time, and each later date before the one before it. `late`: told after it. `lapsed`: the new date has passed
   * as well, and nobody has told of another. `unexplained`: the promised time has passed without a word.
   */
  state: z.enum(['inTime', 'late', 'lapsed', 'unexplained']),
});
export type Delay = z.infer<typeof Delay>;

/** A reason as the staff reads it: who put it on the list, and who took it off. */
export const KnownDelayReason = z.extend(DelayReason, {
  addedAt: Instant,
  addedBy: z.string(),
  retired: z.nullable(z.object({ at: Instant, by: z.string() })),
});
export type KnownDelayReason = z.infer<typeof KnownDelayReason>;
/** `mayChange`: whether the caller may add to it. */
export const DelayReasonList = z.object({ items: z.array(KnownDelayReason), mayChange: z.boolean() });
export type DelayReasonList = z.infer<typeof DelayReasonList>;

const line = z.string().check(z.trim(), z.minLength(5), z.maxLength(300));
export const DelayReasonInput = z.object({
  title: line,
  /** The law, decree or procedure by which it takes longer. */
  rule: line,
});
export type DelayReasonInput = z.infer<typeof DelayReasonInput>;

/** What may be chosen for one request: reasons of today's list, and the ends of office hours by which the answer may be expected. */
export const DelayChoices = z.object({ reasons: z.array(DelayReason), ends: z.array(Instant) });
export type DelayChoices = z.infer<typeof DelayChoices>;

export const ExplainDelayInput = z.object({
  version: z.int(),
  reason: Id,
  /** One of the ends of `DelayChoices`. */
  expected: Instant,
  /** More words to the citizen. */
  text: z.optional(z.string().check(z.trim(), z.maxLength(4000))),
});
export type ExplainDelayInput = z.infer<typeof ExplainDelayInput>;
