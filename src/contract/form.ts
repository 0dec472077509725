import { z } from './zod.ts';
import { Id, Instant, LocalText, PlainDate } from './common.ts';

export const RequestKind = z.enum(['application', 'complaint', 'enquiry', 'information']);
export type RequestKind = z.infer<typeof RequestKind>;

/** Name of a field within its form: letters, digits, dashes. */
export const FieldId = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/));

/** Interpreted over earlier answers, never evaluated as code. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: string; op: 'eq' | 'ne' | 'gte' | 'lte'; value: string | number | boolean }
  | { field: string; op: 'in'; value: (string | number)[] }
  | { field: string; op: 'answered' }
  /** A date that lies more than so many days before today. */
  | { field: string; op: 'olderThanDays'; value: number };
export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(Condition) }),
    z.object({ any: z.array(Condition) }),
    z.object({ not: Condition }),
    z.object({
      field: FieldId,
      op: z.enum(['eq', 'ne', 'gte', 'lte']),
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
    z.object({ field: FieldId, op: z.literal('in'), value: z.array(z.union([z.string(), z.number()])) }),
    z.object({ field: FieldId, op: z.literal('answered') }),
    z.object({ field: FieldId, op: z.literal('olderThanDays'), value: z.int() }),
  ]),
);

export const FieldType = z.enum([
  'text', 'longText', 'number', 'choice', 'choices', 'yesNo', 'date', 'time', 'nationalId', 'legalId', 'foreignerId',
  'birthCertificate', 'mobile', 'landline', 'email', 'postalCode', 'address', 'money', 'iban', 'card', 'billId', 'paymentId',
  'plate', 'file', 'location', 'declaration', 'staticText',
]);
export type FieldType = z.infer<typeof FieldType>;

/** A day, `today`, or a day so many days, months or years of the Persian calendar from it: `today-18y`, `today+30d`. */
export const DateLimit = z.union([PlainDate, z.string().check(z.regex(/^today([+-]\d{1,3}[dmy])?$/))]);

export const Field = z.object({
  id: FieldId,
  type: FieldType,
  /** For `staticText`: the text itself. It is shown and never answered, so `required` says nothing there. */
  label: LocalText,
  hint: z.optional(LocalText),
  required: z.boolean(),
  when: z.optional(Condition),
  /** For `choice` and `choices`. */
  options: z.optional(z.array(z.object({ value: z.string(), label: LocalText }))),
  /** Letters counted as a reader counts them (code points). */
  minLength: z.optional(z.int()),
  maxLength: z.optional(z.int()),
  /** What may be written: `digits`, `digitsAndDash`, `persianLetters`. */
  charset: z.optional(z.enum(['digits', 'digitsAndDash', 'persianLetters'])),
  /** For `text`: names that are offered while it is typed. Others may be written all the same. */
  suggest: z.optional(z.enum(['agencies'])),
  /** For `number`, and in rials for `money`. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  exclusiveMin: z.optional(z.boolean()),
  integer: z.optional(z.boolean()),
  /** For `date`: the earliest and the latest day. */
  notBefore: z.optional(DateLimit),
  notAfter: z.optional(DateLimit),
  /** For `address`: the one province that counts, by its id, which is then not asked for. */
  province: z.optional(Id),
  /** For `address`: the counties to choose from, by name; typed when absent. */
  counties: z.optional(z.array(z.string())),
  /** For `address`: it is not right without its postal code. */
  needsPostalCode: z.optional(z.boolean()),
  /** For `paymentId`: the `billId` field that it belongs to, which stands before it. */
  bill: z.optional(FieldId),
  /** For `nationalId`: a foreigner's 12-digit code may stand in its place. */
  orForeignerId: z.optional(z.boolean()),
  /** For `file`: media types by content; bytes each; how many. */
  accept: z.optional(z.array(z.string())),
  maxBytes: z.optional(z.int()),
  maxFiles: z.optional(z.int()),
  autocomplete: z.optional(z.string()),
});
export type Field = z.infer<typeof Field>;

/** Fields that repeat together. Its answer is an array of objects by field id. */
export const Group = z.object({
  id: FieldId,
  type: z.literal('group'),
  label: LocalText,
  hint: z.optional(LocalText),
  when: z.optional(Condition),
  min: z.int(),
  max: z.int(),
  fields: z.array(Field),
});
export type Group = z.infer<typeof Group>;

/** A rule over more than one field. */
export const Constraint = z.object({
  kind: z.literal('sumAtMost'),
  group: FieldId,
  field: FieldId,
  limit: z.number(),
  message: LocalText,
});

export const FormDefinition = z.object({
  id: Id,
  version: z.int(),
  kind: RequestKind,
  title: LocalText,
  steps: z.array(
    z.object({
      id: FieldId,
      title: LocalText,
      intro: z.optional(LocalText),
      when: z.optional(Condition),
      items: z.array(z.union([Group, Field])),
    }),
  ),
  constraints: z.optional(z.array(Constraint)),
  /** The mobile field to which one-time codes and messages go. */
  contactField: FieldId,
  /**
   * Answers that together say what a complaint is about: two of one mobile number with the same ones, while the first is
   * open, are one matter. Absent: none is ever taken for another.
   */
  matter: z.optional(z.array(FieldId)),
});
export type FormDefinition = z.infer<typeof FormDefinition>;

/** How much of a file has come. */
export const UploadOffset = z.object({
  /** Bytes that lie with the gateway: where the sender goes on. */
  offset: z.int(),
  /** Bytes of the whole file. */
  bytes: z.int(),
  expiresAt: Instant,
});

/** A file already sent to the gateway. The id is a secret of the one who sent it until the request is filed. */
export const Upload = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  /** Media type found by content. */
  mediaType: z.string(),
  expiresAt: z.optional(Instant),
});
export type Upload = z.infer<typeof Upload>;

/** The way to a file of a request, for minutes: `GET /v1/files/{link}` gives it to whoever holds the link. */
export const FileLink = z.object({ link: z.string(), expiresAt: Instant });
export type FileLink = z.infer<typeof FileLink>;

export const Place = z.object({
  text: z.string(),
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
});
export type Place = z.infer<typeof Place>;

/** Where post arrives. Each part as text; `province` by its id (`alborz`), `postalCode` of ten digits. */
export const Address = z.strictObject({
  province: z.optional(z.string()),
  county: z.optional(z.string()),
  /** City or village. */
  city: z.optional(z.string()),
  /** Street, alley, number, floor. */
  rest: z.optional(z.string()),
  postalCode: z.optional(z.string()),
});
export type Address = z.infer<typeof Address>;

/**
 * By field id. Text, dates (`2026-11-24`), times (`08:30`) and all numbers that are names are strings in canonical form;
 * `number` is a number, `money` whole rials; `yesNo` and `declaration` are booleans; `choices` is an array of values; `file` an array of
 * uploads; `location` a place; `address` an address; a group an array of such objects.
 */
export type AnswerValue = string | number | boolean | string[] | Upload[] | Place | Address | Answers[];
export interface Answers {
  [field: string]: AnswerValue | undefined;
}
export const Answers: z.ZodMiniType<Answers> = z.lazy(() =>
  z.record(
    FieldId,
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(Upload), Place, Address, z.array(Answers)]),
  ),
) as unknown as z.ZodMiniType<Answers>;
