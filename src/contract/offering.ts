import { z } from './zod.ts';
import { Id, Instant, LocalText, PlainDate, Rial } from './common.ts';
import { AgencyRef, Unit } from './agency.ts';

/** The closed list of life events of the national service sheet. */
export const LifeEvent = z.enum([
  'birth', 'education', 'health', 'tax', 'business', 'socialSecurity', 'property', 'utilities', 'insurance',
  'marriage', 'retirement', 'documents', 'death', 'other',
]);
export type LifeEvent = z.infer<typeof LifeEvent>;

export const DurationUnit = z.enum(['minute', 'hour', 'workHour', 'day', 'workDay', 'month']);

/** How long a service takes. `min` is null for "at most"; 0 days means the same day. */
export const Duration = z.object({
  min: z.nullable(z.number()),
  max: z.number(),
  unit: DurationUnit,
});
export type Duration = z.infer<typeof Duration>;

export const Fee = z.object({
  kind: z.enum(['free', 'fixed', 'range', 'from', 'formula', 'undeclared']),
  /** One line for each amount that could be read. `amountRial` null: the amount is a formula, told in the text. */
  lines: z.array(
    z.object({ label: z.nullable(z.string()), amountRial: z.nullable(Rial), maxRial: z.nullable(Rial) }),
  ),
  /** As the agency wrote it; empty when nothing was declared. */
  text: z.string(),
});
export type Fee = z.infer<typeof Fee>;

export const Channel = z.enum([
  'internet', 'mobileApp', 'sms', 'voice', 'counterOffice', 'inPerson', 'post', 'electronic', 'nonElectronic', 'other',
]);
export type Channel = z.infer<typeof Channel>;

export const RequiredDocument = z.object({
  title: z.string(),
  form: z.enum(['originalSeen', 'upload', 'inquiry', 'copy']),
  /** Copies of identity documents may not be asked for (circular of the Administrative and Employment Organization). */
  forbiddenCopy: z.boolean(),
});

/** What is said of a service and may be the same in all provinces. */
const shared = {
  /** National code, opaque; never invented, so often null. */
  code: z.nullable(z.string()),
  parentCode: z.nullable(z.string()),
  description: z.string(),
  relations: z.array(z.enum(['G2C', 'G2B', 'G2G'])),
  audience: z.array(z.string()),
  nature: z.nullable(z.enum(['sovereign', 'operational'])),
  levels: z.array(z.enum(['national', 'regional', 'provincial', 'urban', 'rural'])),
  lifeEvents: z.array(LifeEvent),
  trigger: z.nullable(z.string()),
  documents: z.array(RequiredDocument),
  laws: z.array(z.string()),
  time: z.nullable(Duration),
  /** As the agency wrote it; empty when nothing was declared. */
  timeText: z.string(),
  frequency: z.nullable(z.string()),
  /** Visits in person; null when nothing was declared. */
  visits: z.nullable(z.int()),
  visitReason: z.nullable(z.string()),
  fee: Fee,
  channels: z.object({
    inform: z.array(Channel), request: z.array(Channel), produce: z.array(Channel), deliver: z.array(Channel),
  }),
  steps: z.array(z.object({ title: z.string(), unit: z.nullable(z.string()), post: z.nullable(z.string()) })),
  keywords: z.array(z.string()),
  questions: z.array(z.object({ question: z.string(), answer: z.string() })),
};

/** What a national sheet says for all provinces, by name; `time` goes with its text, `visits` with their reason. */
export const NationalField = z.enum([
  'code', 'parentCode', 'description', 'relations', 'audience', 'nature', 'levels', 'lifeEvents', 'trigger', 'documents', 'laws', 'time', 'frequency',
  'visits', 'fee', 'channels', 'steps', 'keywords', 'questions',
]);
export type NationalField = z.infer<typeof NationalField>;

/** The national sheet of a service, under which the agencies of all provinces give it. */
export const NationalSheet = z.object({
  id: Id,
  version: z.int(),
  organisation: z.object({ id: Id, name: LocalText }),
  title: z.string(),
  ...shared,
  editedOn: z.nullable(PlainDate),
  illustrative: z.boolean(),
  /** Since when each field that says anything says what it does. */
  since: z.partialRecord(NationalField, Instant),
});
export type NationalSheet = z.infer<typeof NationalSheet>;

/** What is said in one field, or in those that go together. */
export const NationalValues = z.partial(z.object(shared));
export type NationalValues = z.infer<typeof NationalValues>;

/** How an offering and its national sheet go together: a field that says nothing nationally stands in none of the lists. */
export const NationalMarks = z.object({
  sheet: Id,
  version: z.int(),
  organisation: z.object({ id: Id, name: LocalText }),
  /** The agency declares nothing here: the sheet has what the national one says. */
  inherited: z.array(NationalField),
  /** The agency declares the same as the national sheet. A change of that would be hidden by it. */
  repeated: z.array(z.object({ field: NationalField, since: Instant })),
  /** The agency declares something else, which is what the sheet has. */
  overridden: z.array(
    z.object({
      field: NationalField,
      /** Since when it is known to be so declared. */
      since: Instant,
      /** What the national sheet says. */
      national: NationalValues,
      nationalSince: Instant,
      /** The national sheet says so only after the agency last looked at its own: nobody may know yet. */
      hidden: z.boolean(),
    }),
  ),
});
export type NationalMarks = z.infer<typeof NationalMarks>;

/**
 * A service as one agency gives it: the service sheet with the agency's own fee, time, unit and hours on top. What the agency
 * leaves open comes from the national sheet, where there is one.
 */
export const Offering = z.object({
  id: Id,
  version: z.int(),
  province: Id,
  agency: AgencyRef,
  title: z.string(),
  ...shared,
  /** The agency's own system for this service. */
  link: z.nullable(z.string()),
  inquiries: z.array(z.string()),
  unit: z.nullable(Unit),
  /** Opening hours as the agency wrote them. */
  hoursText: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** When the agency last edited its sheet. */
  editedOn: z.nullable(PlainDate),
  /** Whether it can be filed here, and with which form. */
  form: z.nullable(z.object({ id: Id, version: z.int() })),
  /** Null where there is no national sheet. */
  national: z.nullable(NationalMarks),
  /** Facts of this sheet are composed samples and must be shown as such. */
  illustrative: z.boolean(),
});
export type Offering = z.infer<typeof Offering>;

/** A version of a sheet with when it was first published on this gateway, which is when it was declared. Neither ever changes. */
export const PublishedOffering = z.extend(Offering, { publishedAt: Instant });
export type PublishedOffering = z.infer<typeof PublishedOffering>;

/** As much of an offering as stands in a list or on a request. */
export const OfferingRef = z.object({ id: Id, title: z.string() });
export type OfferingRef = z.infer<typeof OfferingRef>;
