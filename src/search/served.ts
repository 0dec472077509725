import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { buildIndex, listsOf, needsAmong, type IndexInput, type Lists } from './build.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';

/** As much of a lexicon as says something to a catalogue, and where its situations lead there. */
export interface Served {
  lexicon: CompiledLexicon;
  /** As `needs` of an index. */
  needs: string[];
}

/**
 * A lexicon knows the whole of public services, and a catalogue some of them: situations that lead to no service, and other
 * names of what is in none, are not downloaded. Its version is still that of the whole.
 */
export function servedBy(lists: Lists, whole: CompiledLexicon): Served {
  const needs = needsAmong(lists, whole);
  const words = new Set(lists.words);
  const stands = (term: string): boolean => term.split(' ').every((word) => words.has(word));
  const served = <T>(list: readonly T[]): T[] => list.filter((_, number) => needs[number]);
  const { published } = whole;
  return {
    lexicon: {
      ...whole,
      published: {
        ...published,
        groups: published.groups.filter(({ terms, oneWay }) => (oneWay ? stands(terms[0]!) : terms.some(stands))),
        situations: served(published.situations),
      },
      needs: served(whole.needs),
    },
    needs: needs.filter(Boolean),
  };
}

/** An index of one file with what is published of its lexicon. */
export function buildWithLexicon(input: IndexInput): { index: CatalogueIndex; lexicon: CatalogueLexicon } {
  const lists = listsOf(input.offerings);
  const { lexicon, needs } = servedBy(lists, input.lexicon);
  return { index: buildIndex({ ...input, lexicon }, lists, needs), lexicon: lexicon.published };
}
