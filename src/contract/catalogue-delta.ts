import { z } from './zod.ts';
import { Id } from './common.ts';
import { CatalogueIndex, IndexFacts } from './catalogue.ts';

/** A service in a delta: what is not named is as it was. */
const row = {
  title: z.optional(z.string()),
  agency: z.optional(Id),
  code: z.optional(z.string()),
  description: z.optional(z.string()),
  /** Number in the delta's own `facts`. */
  facts: z.optional(z.int()),
  /** Its folded words by field, parted by spaces, as fields are numbered in posting lists. */
  words: z.optional(z.array(z.string())),
};

/**
 * What changed from one published index to another, by services and not by bytes: numbers, posting lists and tables follow
 * from it. `src/search/delta.ts` puts it on an index and gives the other one, byte by byte.
 */
export const CatalogueDelta = z.object({
  from: z.string(),
  to: z.string(),
  /** Threes of numbers in the order of services: so many stay, so many leave, so many come. */
  steps: z.array(z.int()),
  /** Those that come, in their order; all of a row is named. */
  added: z.array(z.object({ id: Id, ...row })),
  /** Those that stay and differ, by their new number. */
  changed: z.array(z.object({ at: z.int(), ...row })),
  facts: z.array(IndexFacts),
  /** Agencies that are new or differ. */
  agencies: z.array(CatalogueIndex.shape.agencies.def.element),
  /** Whether the new index shows descriptions. */
  described: z.boolean(),
  popularity: z.string(),
  /** Absent: as it was. */
  language: z.optional(CatalogueIndex.shape.language),
  lexicon: z.string(),
  /** How many situations the new lexicon has, and the needs that do not follow from the old ones. */
  needs: z.object({ count: z.int(), changed: z.array(z.object({ at: z.int(), needs: z.string() })) }),
});
export type CatalogueDelta = z.infer<typeof CatalogueDelta>;
