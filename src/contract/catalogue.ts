import { z } from './zod.ts';
import { Id, LocalText } from './common.ts';
import { Agency } from './agency.ts';
import { Duration, Fee, LifeEvent } from './offering.ts';

/** What a province publishes: who is in it and where the search index of this version lies. */
export const Catalogue = z.object({
  province: z.object({ id: Id, name: LocalText }),
  /** Content address of the published offerings. */
  version: z.string(),
  /** Path of the search index, relative to the gateway; its content never changes under one path. */
  index: z.string(),
  offerings: z.int(),
  agencies: z.array(Agency),
  /** People to turn to when nothing is found. */
  helpPhone: z.nullable(z.string()),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** One service in the index: what a result shows, and the words by which it is found. */
export const IndexEntry = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  agency: Id,
  code: z.nullable(z.string()),
  time: z.nullable(Duration),
  fee: z.pick(Fee, { kind: true, lines: true }),
  visits: z.nullable(z.int()),
  online: z.boolean(),
  lifeEvents: z.array(LifeEvent),
  keywords: z.array(z.string()),
  /** Titles of required documents: people search for them too. */
  documents: z.array(z.string()),
});
export type IndexEntry = z.infer<typeof IndexEntry>;

export const CatalogueIndex = z.object({
  version: z.string(),
  entries: z.array(IndexEntry),
  /** Groups of words that stand for each other; one-way groups lead from the later words to the first. */
  synonyms: z.array(z.object({ terms: z.array(z.string()), oneWay: z.boolean() })),
});
export type CatalogueIndex = z.infer<typeof CatalogueIndex>;

export const SearchAnswer = z.object({
  query: z.string(),
  version: z.string(),
  total: z.int(),
  items: z.array(z.object({ entry: IndexEntry, score: z.number(), matched: z.array(z.string()) })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
