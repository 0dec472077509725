import { z } from './zod.ts';
import { Id, Instant, page } from './common.ts';
import { AgencyRef, Unit } from './agency.ts';
import { Clock } from './clock.ts';
import { Answers, FormDefinition, RequestKind, Upload } from './form.ts';
import { OfferingRef } from './offering.ts';
import { Message, Outcome, RequestState, TimelineEntry } from './request.ts';

export const StaffRole = z.enum(['expert', 'head', 'officer', 'supervisor', 'admin']);

export const SignInInput = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(80)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});
export const StaffSession = z.object({
  staff: z.object({
    id: z.string(), username: z.string(), name: z.string(), role: StaffRole,
    agency: z.nullable(AgencyRef), unit: z.nullable(Unit),
  }),
  expiresAt: Instant,
});
export type StaffSession = z.infer<typeof StaffSession>;

export const QueueItem = z.object({
  id: z.string(),
  kind: RequestKind,
  state: RequestState,
  offering: OfferingRef,
  agency: AgencyRef,
  holder: z.nullable(Unit),
  filedAt: Instant,
  dueAt: Instant,
  shareUsed: z.number(),
  overdue: z.boolean(),
  paused: z.boolean(),
  hops: z.int(),
});
export type QueueItem = z.infer<typeof QueueItem>;
export const Queue = page(QueueItem);

export const StaffCase = z.object({
  id: z.string(),
  /** Number of events: sent back with a change, so that nobody overwrites what they have not seen. */
  version: z.int(),
  kind: RequestKind,
  state: RequestState,
  outcome: z.nullable(Outcome),
  offering: OfferingRef,
  agency: AgencyRef,
  holder: z.nullable(Unit),
  filedAt: Instant,
  clock: Clock,
  hops: z.int(),
  timeline: z.array(TimelineEntry),
  form: FormDefinition,
  answers: Answers,
  messages: z.array(Message),
  files: z.array(Upload),
  /** Event types that may follow now. */
  allowed: z.array(z.string()),
});
export type StaffCase = z.infer<typeof StaffCase>;

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
const legalBasis = z.optional(z.string().check(z.maxLength(400)));
const version = z.int();

export const TakeInput = z.object({ version });
export const AnswerInput = z.object({
  version, outcome: z.enum(['done', 'partlyDone', 'rejected', 'referredOut', 'duplicate']), text, legalBasis,
});
export type AnswerInput = z.infer<typeof AnswerInput>;
export const AskInput = z.object({ version, text });
export const ReferInput = z.object({ version, unit: Id, reason: text, legalBasis });
export type ReferInput = z.infer<typeof ReferInput>;

export const UnitList = z.object({ items: z.array(z.object({ agency: AgencyRef, unit: Unit })) });
