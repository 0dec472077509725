import { z } from './zod.ts';
import { Id, Instant, page } from './common.ts';
import { AgencyRef, Unit } from './agency.ts';
import { Clock, FirstResponse } from './clock.ts';
import { Delay } from './delay.ts';
import { Answers, FormDefinition, RequestKind, Upload } from './form.ts';
import { SameBySms } from './news.ts';
import { Offering, OfferingRef } from './offering.ts';
import { QuestionFields } from './question.ts';
import { Message, Outcome, RequestState, TimelineEntry } from './request.ts';

export const StaffRole = z.enum(['expert', 'head', 'officer', 'supervisor', 'admin']);

export const SignInInput = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(80)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});
export const StaffSession = z.object({
  staff: z.object({
    id: z.string(), username: z.string(), name: z.string(), role: StaffRole, province: Id,
    agency: z.nullable(AgencyRef), unit: z.nullable(Unit),
  }),
  expiresAt: Instant,
});
export type StaffSession = z.infer<typeof StaffSession>;

/** A member of staff as colleagues see them. */
export const StaffRef = z.object({ id: z.string(), name: z.string() });
export type StaffRef = z.infer<typeof StaffRef>;

/** Who works on it; null while nobody has taken it. Only they answer, ask and refer. */
const assignee = z.nullable(StaffRef);
/** Last four digits of the tracking code, by which a citizen's paper and a case are told to belong together. */
const codeTail = z.nullable(z.string().check(z.regex(/^\d{4}$/)));

export const StaffTimelineEntry = z.extend(TimelineEntry, {
  /** Who of the staff did it; null for the citizen and the system. */
  staff: z.nullable(StaffRef),
  /** Who works on it after this event, where the event says so. */
  assignee,
});
export type StaffTimelineEntry = z.infer<typeof StaffTimelineEntry>;

export const QueueItem = z.object({
  id: z.string(),
  kind: RequestKind,
  state: RequestState,
  offering: OfferingRef,
  agency: AgencyRef,
  holder: z.nullable(Unit),
  assignee,
  codeTail,
  filedAt: Instant,
  dueAt: Instant,
  shareUsed: z.number(),
  overdue: z.boolean(),
  paused: z.boolean(),
  hops: z.int(),
});
export type QueueItem = z.infer<typeof QueueItem>;
/** `asOf`: the gateway's present, by which what is late is late; a desk's computer may run wrong. */
export const Queue = z.extend(page(QueueItem), { asOf: Instant });

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
  /** After an objection: 1 the head of the unit, 2 the head of the agency, 3 the supervisor. Nobody below takes, answers, asks or refers. */
  level: z.optional(z.int()),
  assignee,
  codeTail,
  filedAt: Instant,
  clock: Clock,
  /** Only where the province promises it. */
  firstResponse: z.optional(FirstResponse),
  /** Once it is answered: until when an objection is taken. */
  objectUntil: z.optional(Instant),
  /** That the answer comes later than promised, and why; only where it does. */
  delay: z.optional(Delay),
  /** The gateway's present. */
  asOf: Instant,
  hops: z.int(),
  timeline: z.array(StaffTimelineEntry),
  /** The sheet as it stood when the request was filed: the promise that binds, whatever is published now. */
  sheet: Offering,
  /** Another version is published by now, or none. */
  sheetOutdated: z.boolean(),
  form: FormDefinition,
  answers: Answers,
  messages: z.array(Message),
  files: z.array(Upload),
  /** The last e-mail to the citizen reached nobody. */
  lostMail: z.optional(z.object({ givenUpAt: Instant, bySms: z.optional(SameBySms) })),
  /** Event types that the caller may cause now. On a case of somebody else: `takenOver`, and none of the answers. */
  allowed: z.array(z.string()),
});
export type StaffCase = z.infer<typeof StaffCase>;

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
const legalBasis = z.optional(z.string().check(z.maxLength(400)));
const version = z.int();

/** `takeOver`: also when somebody else holds it. Without it that is refused, `request.heldByOther`. */
export const TakeInput = z.object({ version, takeOver: z.optional(z.boolean()) });
export const ReleaseInput = z.object({ version });
export const AssignInput = z.object({ version, assignee: z.string().check(z.minLength(1), z.maxLength(100)) });
/** A tracking code as somebody reads it out: any digits, spaces, dashes. In the body, so that it stands in no log. */
export const FindCaseInput = z.object({ code: z.string().check(z.minLength(1), z.maxLength(100)) });
export const AnswerInput = z.object({
  version, outcome: z.enum(['done', 'partlyDone', 'rejected', 'referredOut', 'duplicate']), text, legalBasis,
});
export type AnswerInput = z.infer<typeof AnswerInput>;
/** `fields`: what is asked for besides words, and replied with the rules of a form. */
export const AskInput = z.object({ version, text, fields: z.optional(QuestionFields) });
export type AskInput = z.infer<typeof AskInput>;
/** What is asked of another unit, of any agency of the province; the clock runs on. */
export const InquireInput = z.object({ version, unit: Id, text });
/** What came back, in the words of whoever works on the request. */
export const InquiryAnswerInput = z.object({ version, text });
export const ReferInput = z.object({ version, unit: Id, reason: text, legalBasis });
export type ReferInput = z.infer<typeof ReferInput>;

export const StaffList = z.object({ items: z.array(StaffRef) });
export const UnitList = z.object({ items: z.array(z.object({ agency: AgencyRef, unit: Unit })) });
