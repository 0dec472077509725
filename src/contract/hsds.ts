import { z } from './zod.ts';
import { Instant, PlainDate } from './common.ts';

/**
 * As much of HSDS 3.0 (Human Services Data Specification, docs.openreferral.org) as this gateway gives. Ids are UUIDs made
 * of ours (version 5), so they stay the same for ever. Names of fields are those of the specification.
 */
const id = z.uuid();
const text = z.optional(z.string());

/** What the API is, at its base address. */
export const HsdsAbout = z.object({
  /** Of the specification. */
  version: z.string(),
  profile: z.url(),
  openapi_url: z.url(),
  description: z.string(),
  publisher: z.object({ name: z.string() }),
});

export const HsdsTaxonomy = z.object({ id, name: z.string(), description: z.string(), uri: z.string() });
export type HsdsTaxonomy = z.infer<typeof HsdsTaxonomy>;

export const HsdsTaxonomyTerm = z.object({
  id, code: z.string(), name: z.string(), description: z.string(),
  /** URI of the taxonomy. */
  taxonomy: z.string(),
  language: z.string(),
  taxonomy_detail: z.optional(HsdsTaxonomy),
});
export type HsdsTaxonomyTerm = z.infer<typeof HsdsTaxonomyTerm>;

/** Terms of a service, and with `value` what its sheet says and no field of HSDS holds. */
export const HsdsAttribute = z.object({
  id, link_id: id, link_entity: z.string(), taxonomy_term_id: id, value: text, taxonomy_term: HsdsTaxonomyTerm,
});
export type HsdsAttribute = z.infer<typeof HsdsAttribute>;

const HsdsPhone = z.object({ id, number: z.string(), type: text, description: text });

/** A unit of an agency. Floor and room stand in the description. */
export const HsdsLocation = z.object({ id, location_type: z.literal('physical'), name: z.string(), description: text, phones: z.optional(z.array(HsdsPhone)) });
export type HsdsLocation = z.infer<typeof HsdsLocation>;

const basicOrganization = { id, name: z.string(), alternate_name: text, description: z.string() };

const basicService = {
  id, name: z.string(), description: text, url: text, status: z.literal('active'),
  /** Steps, one a line. */
  application_process: text,
  /** As the agency wrote it. */
  fees_description: text,
  eligibility_description: text,
  /** When the agency last edited its sheet. */
  assured_date: z.optional(PlainDate),
  /** Says so where the facts are composed samples. */
  alert: text,
  /** When this version was published. */
  last_modified: Instant,
};

const atLocation = { id, service_id: id, location_id: id, location: HsdsLocation };

/** A service; the lists of what belongs to it come with `full=true` and with a single service. */
export const HsdsService = z.object({
  ...basicService,
  organization: z.optional(z.object(basicOrganization)),
  phones: z.optional(z.array(HsdsPhone)),
  /** Opening hours in the words of the agency. */
  schedules: z.optional(z.array(z.object({ id, description: z.string() }))),
  service_at_locations: z.optional(z.array(z.object(atLocation))),
  /** Amounts that are exact, in rial (`IRR`). */
  cost_options: z.optional(z.array(z.object({ id, option: text, currency: z.literal('IRR'), amount: z.number() }))),
  required_documents: z.optional(z.array(z.object({ id, document: z.string() }))),
  attributes: z.optional(z.array(HsdsAttribute)),
});
export type HsdsService = z.infer<typeof HsdsService>;

/** What `minimal=true` gives of a service: enough to see what changed and what is gone. */
export const HsdsServiceStamp = z.object({ id, modified_date: Instant });

export const HsdsOrganization = z.object({
  ...basicOrganization,
  locations: z.optional(z.array(HsdsLocation)),
  services: z.optional(z.array(HsdsService)),
});
export type HsdsOrganization = z.infer<typeof HsdsOrganization>;

export const HsdsServiceAtLocation = z.object({ ...atLocation, service: HsdsService });
export type HsdsServiceAtLocation = z.infer<typeof HsdsServiceAtLocation>;

const page = <T extends z.core.$ZodType>(item: T) => z.object({
  total_items: z.int(),
  total_pages: z.int(),
  /** From 1. */
  page_number: z.int(),
  /** Items on this page. */
  size: z.int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(item),
});
export const HsdsServices = page(z.union([HsdsService, HsdsServiceStamp]));
export const HsdsOrganizations = page(HsdsOrganization);
export const HsdsServicesAtLocations = page(HsdsServiceAtLocation);
export const HsdsTaxonomies = page(HsdsTaxonomy);
export const HsdsTaxonomyTerms = page(HsdsTaxonomyTerm);

/** Parameters are read by the gateway (`hsds/query.ts`), which tells what is wrong with one and what to send instead. */
const one = { page: text, per_page: text, format: text };
const filters = { search: text, taxonomy_id: text, taxonomy_term_id: text };
export const hsdsQueries = {
  services: z.object({ ...one, ...filters, organization_id: text, modified_after: text, minimal: text, full: text }),
  organizations: z.object({ ...one, ...filters, full: text, full_service: text }),
  organization: z.object({ full_service: text }),
  servicesAtLocations: z.object({ ...one, ...filters, organization_id: text, modified_after: text, full: text }),
  taxonomies: z.object({ ...one, search: text }),
  taxonomyTerms: z.object({ ...one, search: text, taxonomy_id: text, top_only: text, parent_id: text }),
};
