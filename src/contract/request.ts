import { z } from './zod.ts';
import { Id, Instant, TrackingCode } from './common.ts';
import { AgencyRef, Unit } from './agency.ts';
import { Delay } from './delay.ts';
import { Clock, FirstResponse } from './clock.ts';
import { Answers, FormDefinition, RequestKind, Upload } from './form.ts';
import { NewsChoices } from './news.ts';
import { OfferingRef } from './offering.ts';
import { QuestionFields } from './question.ts';

export const RequestState = z.enum([
  'submitted', 'inReview', 'waitingCitizen', 'waitingAgency', 'answered', 'closed', 'withdrawn',
]);
export type RequestState = z.infer<typeof RequestState>;

export const Outcome = z.enum(['done', 'partlyDone', 'rejected', 'referredOut', 'duplicate', 'withdrawn']);
export type Outcome = z.infer<typeof Outcome>;

export const ProofInput = z.object({
  otp: z.string().check(z.regex(/^\d{6}$/)),
  /** Without it, codes are tried that were asked for from the same network address. */
  challenge: z.optional(z.string().check(z.maxLength(100))),
});

export const RequestInput = z.object({
  offering: Id,
  form: z.object({ id: Id, version: z.int() }),
  answers: Answers,
  /** Language in which messages to the citizen are written. */
  language: z.optional(z.string()),
  /**
   * After `request.sameMatter`: `separate` files another request all the same; the one-time code that went to the mobile adds
   * this one to the earlier one.
   */
  sameMatter: z.optional(z.union([z.literal('separate'), ProofInput])),
});
export type RequestInput = z.infer<typeof RequestInput>;

/** What a citizen holds after filing. */
export const Filed = z.object({
  code: TrackingCode,
  /** JWS (Ed25519) of the receipt claims; the tracking code is printed beside it and is not in it. */
  receipt: z.string(),
  filedAt: Instant,
  offering: OfferingRef,
  agency: AgencyRef,
  holder: z.nullable(Unit),
  clock: Clock,
  /** It was added to an earlier complaint about the same matter: code, receipt, time and clock are those of the earlier one. */
  joined: z.optional(z.boolean()),
  /** This gateway also gives the receipt as a PDF (`receiptPdf`). */
  pdf: z.optional(z.literal(true)),
});
export type Filed = z.infer<typeof Filed>;

/**
 * A request that is kept and not yet filed: the mobile number has to be proven by the code that was sent to it. Until then
 * no unit has it, there is no tracking code and no clock runs.
 */
export const Accepted = z.object({
  /** Names it in the two calls that follow. Known to its sender only. */
  accepted: z.string(),
  /** Erased at this moment, unless it was filed. */
  until: Instant,
  /** How long a code is good. */
  validSeconds: z.int(),
  /** Seconds until another code may be sent; 0 when it may be at once. */
  resendAfterSeconds: z.int(),
});
export type Accepted = z.infer<typeof Accepted>;

/** What a citizen holds of a request: with both at once its receipt is printed, and with nothing else. */
export const ReceiptPdfInput = z.object({
  receipt: z.string().check(z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/), z.maxLength(2000)),
  code: TrackingCode,
  /** BCP 47; Persian when absent or unknown. */
  language: z.optional(z.string().check(z.maxLength(35))),
  /** Page on which the request is tracked, with its code: where the QR codes lead. */
  page: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(600))),
});

export const ReceiptClaims = z.object({
  v: z.literal(1),
  request: z.string(),
  offering: Id,
  agency: Id,
  filedAt: Instant,
  dueAt: Instant,
  policy: z.string(),
  calendarVersion: z.int(),
  /** SHA-256 of the first event, hex. */
  event: z.string(),
});
export type ReceiptClaims = z.infer<typeof ReceiptClaims>;

/** One line of the history as everybody who holds the code may read it: no names, no free text. */
export const TimelineEntry = z.object({
  seq: z.int(),
  /** An event type of src/rules/lifecycle; one that a reader does not know is shown as "changed". */
  type: z.string(),
  at: Instant,
  by: z.enum(['citizen', 'expert', 'system']),
  /** The unit that holds the request after this event, where it changed; of an inquiry the unit that is asked. */
  unit: z.nullable(Unit),
  outcome: z.nullable(Outcome),
  /**
   * Of `escalated`: which part of which promised time was used, and who was told of it: 0 the expert, 1 the head of the unit, 2 the head of the agency,
   * 3 the supervisor of the province, null nobody, because nobody holds these places.
   */
  escalation: z.optional(z.object({ clock: z.enum(['answer', 'firstResponse']), share: z.number(), to: z.nullable(z.int()) })),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** What a tracking code alone opens: state, clock, holder. */
export const RequestStatus = z.object({
  kind: RequestKind,
  state: RequestState,
  outcome: z.nullable(Outcome),
  offering: OfferingRef,
  agency: AgencyRef,
  holder: z.nullable(Unit),
  filedAt: Instant,
  clock: Clock,
  /** Only where the province promises it. */
  firstResponse: z.optional(FirstResponse),
  /** Once it is answered: until when an objection is taken; at that moment no more. Absent after a decision of the top of the ladder over an objection. */
  objectUntil: z.optional(Instant),
  /** That the answer comes later than promised, and why, as far as anybody has told; only where it does. */
  delay: z.optional(Delay),
  /** The gateway's present, by which what is late is late; a citizen's phone may run wrong. */
  asOf: Instant,
  hops: z.int(),
  /** Grows with every event, also those that are not shown. */
  version: z.int(),
  timeline: z.array(TimelineEntry),
});
export type RequestStatus = z.infer<typeof RequestStatus>;

/** What a stream tells: that the request has come to this version. What is new is asked for by the status. */
export const LiveChange = z.object({ version: z.int() });
export type LiveChange = z.infer<typeof LiveChange>;

/** Words that passed between desk and citizen; opened by proof only. */
export const Message = z.object({
  seq: z.int(),
  at: Instant,
  from: z.enum(['citizen', 'expert']),
  /** `question` from the desk, `reply` to it, `addition` of a second complaint about the same matter, `referral` reason, `answer`, `objection` to it, `withdrawal`, more words about a `delay`; for the staff alone also `inquiry` of another unit and `inquiryAnswer`. */
  kind: z.enum(['question', 'reply', 'addition', 'referral', 'answer', 'objection', 'withdrawal', 'delay', 'inquiry', 'inquiryAnswer']),
  /** Empty where a reply says everything in its fields. */
  text: z.string(),
  legalBasis: z.nullable(z.string()),
  /** Of a `question`: what is asked for besides words. */
  fields: z.optional(QuestionFields),
  /** Of a `reply`: by the fields of the question before it; its files are among those of the request. */
  answers: z.optional(Answers),
});
export type Message = z.infer<typeof Message>;

/** The whole request, for the citizen who proved the filed mobile number. */
export const RequestRecord = z.object({
  status: RequestStatus,
  form: FormDefinition,
  answers: Answers,
  messages: z.array(Message),
  files: z.array(Upload),
  receipt: z.string(),
  /** How news of this request reach the citizen, where that can be chosen. */
  news: z.optional(NewsChoices),
  /** This gateway also gives the receipt as a PDF (`receiptPdf`). */
  pdf: z.optional(z.literal(true)),
});
export type RequestRecord = z.infer<typeof RequestRecord>;

/** Another request of the number that was proven: what its code alone would open, in one line. */
export const OwnRequest = z.object({
  code: z.string(),
  state: RequestState,
  outcome: z.nullable(Outcome),
  offering: OfferingRef,
  agency: AgencyRef,
  filedAt: Instant,
  clock: Clock,
});
export type OwnRequest = z.infer<typeof OwnRequest>;
/** Newest first, at most 50; `total`: how many there are. */
export const OwnRequests = z.object({ items: z.array(OwnRequest), total: z.int() });
export type OwnRequests = z.infer<typeof OwnRequests>;

export const ReplyInput = z.object({
  /** May be left out where a field of the question is answered. */
  text: z.optional(z.string().check(z.trim(), z.maxLength(4000))),
  /** `seq` of the question it was written for: another one that waits by now does not get it. */
  question: z.optional(z.int()),
  /** By the fields of the question, as a form's. */
  answers: z.optional(Answers),
});
export type ReplyInput = z.infer<typeof ReplyInput>;
export const ObjectInput = z.object({ text: z.string().check(z.minLength(1), z.maxLength(4000)) });
export const WithdrawInput = z.object({ text: z.optional(z.string().check(z.maxLength(4000))) });

/** Asking for a one-time code is answered alike whether the tracking code exists or not. */
export const ProofAsked = z.object({
  validSeconds: z.int(),
  resendAfterSeconds: z.int(),
  /** Names this asking. Sent back with the code, so that wrong tries of somebody else do not count here. */
  challenge: z.string(),
});
export const Proof = z.object({ token: z.string(), expiresAt: Instant });
export type Proof = z.infer<typeof Proof>;

export const AcceptedProofInput = z.object({ otp: z.string().check(z.regex(/^\d{6}$/)) });
/** `proof` opens the request; as the bearer token of a further filing with the same number it makes that one need no code. */
export const AcceptedFiled = z.object({ filed: Filed, proof: Proof });
