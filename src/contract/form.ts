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
  'mobile', 'landline', 'email', 'postalCode', 'file', 'location', 'declaration',
]);
export type FieldType = z.infer<typeof FieldType>;

export const Field = z.object({
  id: FieldId,
  type: FieldType,
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
  /** For `number`. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  exclusiveMin: z.optional(z.boolean()),
  integer: z.optional(z.boolean()),
  /** For `date`: the earliest and latest, or `today`. */
  notBefore: z.optional(z.union([PlainDate, z.literal('today')])),
  notAfter: z.optional(z.union([PlainDate, z.literal('today')])),
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
});
export type FormDefinition = z.infer<typeof FormDefinition>;

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

export const Place = z.object({
  text: z.string(),
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
});
export type Place = z.infer<typeof Place>;

/**
 * By field id. Text, dates (`2026-11-24`), times (`08:30`) and all numbers that are names are strings in canonical form;
 * `number` is a number; `yesNo` and `declaration` are booleans; `choices` is an array of values; `file` an array of
 * uploads; `location` a place; a group an array of such objects.
 */
export type AnswerValue = string | number | boolean | string[] | Upload[] | Place | Answers[];
export interface Answers {
  [field: string]: AnswerValue | undefined;
}
export const Answers: z.ZodMiniType<Answers> = z.lazy(() =>
  z.record(
    FieldId,
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(Upload), Place, z.array(Answers)]),
  ),
) as unknown as z.ZodMiniType<Answers>;
