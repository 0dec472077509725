import { z } from './zod.ts';
import { Id, LocalText } from './common.ts';
import { Agency, HoursRef } from './agency.ts';
import { Duration, Fee, LifeEvent } from './offering.ts';

/** What a province publishes: who is in it and where the search index of this version lies. */
export const Catalogue = z.object({
  province: z.object({ id: Id, name: LocalText }),
  /** Content address of the published offerings. */
  version: z.string(),
  /**
   * Path of the search index, relative to the gateway; its content never changes under one path. Null where there are too
   * many services for one file: their index lies in `shards` then.
   */
  index: z.nullable(z.string()),
  /** Path of the folder of the index in shards, relative to the gateway, without a slash at its end; null where one file does. */
  shards: z.nullable(z.string()),
  /** Path of the lexicon that the index was made with; its content never changes either, and many catalogues share it. */
  lexicon: z.string(),
  offerings: z.int(),
  /** Of a catalogue in shards, which may have thousands, only with `?agencies=all`: what a page needs of them comes with the services. */
  agencies: z.array(Agency),
  /** People to turn to when nothing is found. */
  helpPhone: z.nullable(z.string()),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** What a result shows of a service beside its title, and by what results are narrowed. */
export const IndexFacts = z.object({
  time: z.nullable(Duration),
  fee: z.pick(Fee, { kind: true, lines: true }),
  visits: z.nullable(z.int()),
  online: z.boolean(),
  inPerson: z.boolean(),
  lifeEvents: z.array(LifeEvent),
  /** For whom: citizens, business, agencies. */
  relations: z.array(z.enum(['G2C', 'G2B', 'G2G'])),
  /** Hours of the unit in charge; null when no unit was declared. */
  hours: z.nullable(HoursRef),
});
export type IndexFacts = z.infer<typeof IndexFacts>;

/** One service as a result shows it. */
export const IndexEntry = z.extend(IndexFacts, {
  id: Id,
  title: z.string(),
  /** Empty in catalogues of more than some thousand services. */
  description: z.string(),
  agency: Id,
  code: z.nullable(z.string()),
});
export type IndexEntry = z.infer<typeof IndexEntry>;

/**
 * The search index, in columns: entry `n` is `ids[n]`, `titles[titleOf[n]]` and so on. Numbers are packed as one character
 * each (`src/search/pack.ts`). A posting list is a string of `step * 6 + field`, `step` from the entry before, `field` one of
 * title, keywords, agency, documents, steps, description: the best in which the word stands; 0 skips 8000 entries.
 */
export const CatalogueIndex = z.object({
  version: z.string(),
  agencies: z.array(z.object({ id: Id, name: z.string(), county: z.nullable(Id) })),
  ids: z.array(Id),
  titles: z.array(z.string()),
  titleOf: z.string(),
  agencyOf: z.string(),
  facts: z.array(IndexFacts),
  factsOf: z.string(),
  /** National codes, empty where none was declared. */
  codes: z.array(z.string()),
  /** By entry, or empty: see `IndexEntry.description`. */
  descriptions: z.array(z.string()),
  /** Requests of late, as a power of two, 0 to 15; empty where nothing is known. */
  popularity: z.string(),
  /** Folded words in their order, parted by spaces. */
  words: z.string(),
  /** A list for each word, parted by spaces; empty for a word that only the lexicon knows. */
  postings: z.string(),
  /**
   * Words that say nothing about what is wanted; verbs as `past present,present [infinitive]`; infinitives that say nothing;
   * words that only say which or how.
   */
  language: z.object({
    filler: z.array(z.string()), verbs: z.array(z.string()), lightVerbs: z.array(z.string()), qualifiers: z.array(z.string()),
  }),
  /** Version of the lexicon that `needs` belongs to. */
  lexicon: z.string(),
  /**
   * For each situation of the lexicon the services that it asks for: a packed list of entry numbers for each need that
   * this catalogue meets, in their order, parted by spaces.
   */
  needs: z.array(z.string()),
});
export type CatalogueIndex = z.infer<typeof CatalogueIndex>;

/**
 * Words that lead to other words, folded and without filler. A pattern is met when all its slots, parted by spaces, are in
 * a sentence in any order; a slot is alternatives `a/b`, or `{class}`; `_` joins words that must follow each other.
 */
export const CatalogueLexicon = z.object({
  version: z.string(),
  classes: z.record(z.string(), z.string()),
  /** Groups of words that stand for each other; one-way groups lead from the later words to the first. */
  groups: z.array(z.object({ terms: z.array(z.string()), oneWay: z.boolean(), sure: z.number() })),
  /** What somebody wants done, and words that stand in the titles of services that do it. */
  intents: z.array(z.object({ says: z.array(z.string()), means: z.array(z.string()) })),
  /** What happened to somebody. `topic`: only where a sentence says nothing else. `hears`: words that hint at it, parted by `/`. */
  situations: z.array(
    z.object({ id: z.string(), title: LocalText, lifeEvent: z.nullable(LifeEvent), topic: z.boolean(), says: z.array(z.string()), hears: z.string() }),
  ),
});
export type CatalogueLexicon = z.infer<typeof CatalogueLexicon>;

export const SearchAnswer = z.object({
  query: z.string(),
  version: z.string(),
  total: z.int(),
  items: z.array(
    z.object({
      entry: IndexEntry,
      score: z.number(),
      /** Folded words by which it was found, to mark them. */
      matched: z.array(z.string()),
      /** What was typed and as what it was read. */
      why: z.array(z.object({ kind: z.enum(['word', 'form', 'synonym', 'intent', 'situation']), typed: z.string(), meant: z.string() })),
    }),
  ),
  /** The query as it was read, where that is not as it was typed: on another keyboard layout, with other spaces. */
  readAs: z.optional(z.string()),
  /** What seems to have happened, with the services that it asks for in their order. */
  situations: z.array(z.object({ id: z.string(), title: LocalText, entries: z.array(IndexEntry) })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
