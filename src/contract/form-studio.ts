import { AgencyRef } from './agency.ts';
import { Id, Instant } from './common.ts';
import { FormDefinition } from './form.ts';
import { StaffRef } from './staff.ts';
import { z } from './zod.ts';

/** Where the form of a service comes from: made of its sheet, given with the province, written by officers. */
const origin = z.enum(['sheet', 'province', 'officers']);

/** A published version: who and when; `by` null for what stood there before officers wrote it. */
const saved = { version: z.int(), publishedAt: Instant, by: z.nullable(StaffRef), note: z.nullable(z.string()) };
export const FormSaved = z.object(saved);
export type FormSaved = z.infer<typeof FormSaved>;

const published = z.object({ origin, ...saved });
/** What is being written: when and by whom last, and everybody who had a hand in it. */
const draft = z.object({ changedAt: Instant, by: StaffRef, drafters: z.array(StaffRef) });

/** The services of one agency with their forms. `agencies`: all of which the caller keeps the forms. */
export const StaffFormList = z.object({
  agency: Id,
  agencies: z.array(AgencyRef),
  items: z.array(z.object({
    offering: Id, title: z.string(),
    /** Its declaration says that it may be asked for on the internet. */
    online: z.boolean(),
    published: z.nullable(published), draft: z.nullable(draft),
  })),
});
export type StaffFormList = z.infer<typeof StaffFormList>;

/** What is wrong where: ids from the step down, `step.group.field`; codes as in src/rules/form-definition.ts and form-texts.ts. */
export const FormFinding = z.object({ path: z.string(), code: z.string(), params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) });
export type FormFinding = z.infer<typeof FormFinding>;

/** The form of one service as officers see it. */
export const StaffForm = z.object({
  offering: Id, title: z.string(), agency: AgencyRef, online: z.boolean(),
  /** Another person than those who drafted it publishes it. */
  secondPerson: z.boolean(),
  published: z.nullable(z.extend(published, { definition: FormDefinition })),
  draft: z.nullable(z.extend(draft, { definition: FormDefinition, findings: z.array(FormFinding) })),
  /** What a draft begins with: what is published, else a form made of the sheet. */
  start: FormDefinition,
  /** Grows with every save, publication and discarding of the draft. */
  version: z.int(),
  /** All versions that were published, newest first; empty before officers first publish. */
  history: z.array(FormSaved),
});
export type StaffForm = z.infer<typeof StaffForm>;

export const StaffFormVersion = z.object({ ...saved, definition: FormDefinition });
export type StaffFormVersion = z.infer<typeof StaffFormVersion>;

/** `version`: the one that was read before the change, so that nobody overwrites what they have not seen. */
const seen = { version: z.int().check(z.nonnegative()) };
/** A draft may be saved with findings; it is published without. Its `id` and `version` are the gateway's to say. */
export const SaveFormInput = z.object({ ...seen, definition: FormDefinition });
export const PublishFormInput = z.object({ ...seen, /** What was changed, for those who come after. */ note: z.optional(z.string().check(z.maxLength(400))) });
/** A form from elsewhere that is to be read; the answer has it without what no form knows. */
export const ReadForm = z.object({ definition: FormDefinition });
export const DiscardFormInput = z.object(seen);

/** What goes in and comes out of each route of the form studio. */
export const formStudioSchemas = {
  /** Of one agency: the caller's own, or the first that the caller keeps when absent. */
  staffForms: { query: z.object({ agency: z.optional(z.string()) }), answer: StaffFormList },
  staffForm: { answer: StaffForm },
  staffFormVersion: { answer: StaffFormVersion },
  saveForm: { body: SaveFormInput, answer: StaffForm },
  readForm: { body: ReadForm, answer: ReadForm },
  publishForm: { body: PublishFormInput, answer: StaffForm },
  discardForm: { body: DiscardFormInput, answer: StaffForm },
} as const;
