import { z } from './zod.ts';
import { Id, Instant } from './common.ts';
import { AgencyRef, Unit } from './agency.ts';
import { IndexEntry } from './catalogue.ts';
import { FieldId, RequestKind } from './form.ts';
import { LifeEvent } from './offering.ts';
import { StaffRef } from './staff.ts';

/** Name of a guide, or of a question or an answer within it; they stand in addresses that people share. */
export const GuideNodeId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

const text = z.catchall(z.object({ fa: z.string().check(z.minLength(1), z.maxLength(600)) }), z.string().check(z.maxLength(600)));
/** Words of an official title, best first: «تعویض شناسنامه». A title holds them when all words of one line stand in it. */
const words = z.array(z.string().check(z.minLength(2), z.maxLength(120))).check(z.minLength(1), z.maxLength(5));

/** An agency by its id in the province, or by words of its name, so that one tree serves every province. */
export const GuideAgency = z.union([z.object({ id: Id }), z.object({ named: words })]);
export type GuideAgency = z.infer<typeof GuideAgency>;

/** Answers to the service's own form that the way to it has already given; the form leaves aside what it does not ask. */
export const KnownAnswers = z.record(FieldId, z.union([z.string().check(z.minLength(1), z.maxLength(100)), z.boolean()]));
export type KnownAnswers = z.infer<typeof KnownAnswers>;
const known = z.optional(KnownAnswers);

/** A service by its offering, or by words of its title in the province's own catalogue, looked up when the guide is read. */
export const GuideService = z.union([z.object({ offering: Id, known }), z.object({ need: words, agency: z.optional(GuideAgency), known })]);
export type GuideService = z.infer<typeof GuideService>;

export const GuideContact = z.object({
  name: text,
  /** Digits: `194`, `02632000041`. */
  phone: z.string().check(z.regex(/^\d{3,11}$/)),
  /** What happens when one calls. */
  note: z.optional(text),
  /** Answered day and night. */
  always: z.optional(z.boolean()),
  /** Only in these provinces; everywhere when absent. */
  provinces: z.optional(z.array(Id)),
  /** No evidence for this number: it is shown as not yet confirmed. */
  illustrative: z.boolean(),
});
export type GuideContact = z.infer<typeof GuideContact>;

export const GuideOffice = z.object({ agency: GuideAgency, /** Words of the unit's name. */ unit: z.optional(words) });
export type GuideOffice = z.infer<typeof GuideOffice>;

const option = z.object({ label: text, hint: z.optional(text), to: GuideNodeId });
export const GuideQuestion = z.object({
  id: GuideNodeId,
  kind: z.literal('question'),
  text,
  hint: z.optional(text),
  options: z.array(option).check(z.maxLength(10)),
});
export type GuideQuestion = z.infer<typeof GuideQuestion>;

/**
 * Who hears a complaint: `cra` is 195, the line of the communications regulator; `samad` is 111, the line between people and
 * government; `agency` the office or company itself; `inspection` that of the province; `information` freedom of
 * information, which is no complaint; `court` the judiciary. What each wants and refuses is in src/rules/competence.ts.
 */
export const CompetentBody = z.enum(['cra', 'samad', 'agency', 'inspection', 'information', 'court']);
export type CompetentBody = z.infer<typeof CompetentBody>;

const answerHead = {
  id: GuideNodeId,
  kind: z.literal('answer'),
  title: text,
  text: z.optional(text),
  /** Somebody may be in danger: the phone number stands before anything else. */
  urgent: z.optional(z.boolean()),
  /** Who hears a complaint about this; absent where there is nothing to complain about. */
  competent: z.optional(CompetentBody),
};
export const GuideAnswer = z.object({
  ...answerHead,
  contacts: z.optional(z.array(GuideContact).check(z.maxLength(5))),
  services: z.optional(z.array(GuideService).check(z.maxLength(6))),
  offices: z.optional(z.array(GuideOffice).check(z.maxLength(4))),
});
export type GuideAnswer = z.infer<typeof GuideAnswer>;

const head = {
  id: GuideNodeId,
  /** Null for what is no life event: a complaint, a danger. */
  lifeEvent: z.nullable(LifeEvent),
  title: text,
  hint: z.optional(text),
  /** Somebody may be in danger: it stands before all others. */
  urgent: z.optional(z.boolean()),
  /** Place in the list, smallest first. */
  order: z.int(),
  start: GuideNodeId,
};

/** A tree of questions as officers keep it. What must hold of it is in src/rules/guide.ts. */
export const GuideTree = z.object({ ...head, nodes: z.array(z.union([GuideQuestion, GuideAnswer])).check(z.maxLength(80)) });
export type GuideTree = z.infer<typeof GuideTree>;

/** A service as an answer shows it. `files`: the kind of request that its form here files; null where it has none here. */
export const FoundService = z.extend(z.pick(IndexEntry, { id: true, title: true, time: true, fee: true, visits: true, online: true }), {
  agency: AgencyRef, files: z.nullable(RequestKind), known,
});
export type FoundService = z.infer<typeof FoundService>;
export const FoundOffice = z.object({ agency: AgencyRef, unit: z.nullable(Unit) });
export type FoundOffice = z.infer<typeof FoundOffice>;

/** An answer with all that its words led to in the province; what is not there is left out. */
export const ResolvedAnswer = z.object({
  ...answerHead, contacts: z.array(GuideContact), services: z.array(FoundService), offices: z.array(FoundOffice),
});
export type ResolvedAnswer = z.infer<typeof ResolvedAnswer>;

/** A guide as citizens read it. */
export const Guide = z.object({
  ...head, province: Id, version: z.int(), nodes: z.array(z.union([GuideQuestion, ResolvedAnswer])),
});
export type Guide = z.infer<typeof Guide>;

export const GuideList = z.object({
  items: z.array(z.object({ id: GuideNodeId, title: text, hint: z.optional(text), urgent: z.optional(z.boolean()), lifeEvent: z.nullable(LifeEvent), version: z.int() })),
  /** People to turn to when no answer fits. */
  help: z.object({ phone: z.nullable(z.string()), offices: z.array(FoundOffice) }),
});
export type GuideList = z.infer<typeof GuideList>;

/** What is wrong where: `nodes.place.options.1.to`. An error keeps a tree from being saved, a warning does not. */
export const GuideFinding = z.object({
  path: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type GuideFinding = z.infer<typeof GuideFinding>;

/** Who saved a version, and when; `by` null for one that came with a publication. */
const saved = { version: z.int(), savedAt: Instant, by: z.nullable(StaffRef), note: z.nullable(z.string()) };

export const StaffGuide = z.object({
  tree: GuideTree,
  ...saved,
  findings: z.array(GuideFinding),
  /** All versions, newest first. */
  history: z.array(z.object(saved)),
});
export type StaffGuide = z.infer<typeof StaffGuide>;

export const StaffGuideList = z.object({
  items: z.array(z.object({ id: GuideNodeId, title: text, lifeEvent: z.nullable(LifeEvent), ...saved, errors: z.int(), warnings: z.int() })),
});

/** `version`: the one that was read before the change, 0 for a new guide, so that nobody overwrites what they have not seen. */
export const SaveGuideInput = z.object({
  version: z.int().check(z.nonnegative()),
  tree: GuideTree,
  /** What was changed, for those who come after. */
  note: z.optional(z.string().check(z.maxLength(400))),
});
export const CheckGuideInput = z.object({ tree: GuideTree });
/** What a service or an office of a tree finds in the province: `nodes.certificate.services.0`. */
export const GuideFound = z.object({
  path: z.string(),
  /** Title of the service, or name of the unit; null where the office is the agency as a whole. */
  names: z.array(z.object({ title: z.nullable(z.string()), agency: z.string() })),
});
export type GuideFound = z.infer<typeof GuideFound>;
export const GuideFindings = z.object({ findings: z.array(GuideFinding), found: z.array(GuideFound) });
