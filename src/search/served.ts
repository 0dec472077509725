import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { buildIndex, listsOf, needsAmong, type IndexInput, type Lists } from './build.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import { knownClasses } from './lexicon-data.ts';

/** As much of a lexicon as says something to a catalogue, and where its situations lead there. */
export interface Served {
  lexicon: CompiledLexicon;
  /** As `needs` of an index. */
  needs: string[];
}

/**
 * A lexicon knows the whole of public services, and a catalogue some of them: situations that lead to no service, other names
 * of what is in none, and classes that then nothing names, are not downloaded. `needs`: by situation, empty where no service
 * meets one; `words`: all words of the catalogue. The version is still that of the whole.
 */
export function partServed(whole: CatalogueLexicon, needs: readonly string[], words: Iterable<string>): CatalogueLexicon {
  const known = new Set(words);
  const stands = (term: string): boolean => term.split(' ').every((word) => known.has(word));
  const situations = whole.situations.filter((_, number) => needs[number]);
  const named = new Set([...whole.intents, ...situations].flatMap(({ says }) => says.join(' ').match(/(?<={)[^}]*/g) ?? []));
  return {
    ...whole,
    classes: Object.fromEntries(Object.entries(whole.classes).filter(([name]) => named.has(name) || knownClasses.has(name))),
    groups: whole.groups.filter(({ terms, oneWay }) => (oneWay ? stands(terms[0]!) : terms.some(stands))),
    situations,
  };
}

/** For an index of one file. */
export function servedBy(lists: Lists, whole: CompiledLexicon): Served {
  const needs = needsAmong(lists, whole);
  return { lexicon: { ...only(whole, (number) => Boolean(needs[number])), published: partServed(whole.published, needs, lists.words) }, needs: needs.filter(Boolean) };
}

/** Without the finest situations and without words that only hint: with them a query would cost a phone more than 150 kB where the catalogue is very large. */
export function briefLexicon(whole: CompiledLexicon): CompiledLexicon {
  const part = only(whole, (number) => !whole.fine.has(number));
  return { ...part, published: { ...part.published, situations: part.published.situations.map((each) => ({ ...each, hears: '' })) } };
}

/** Some of its situations. */
function only(whole: CompiledLexicon, has: (number: number) => boolean): CompiledLexicon {
  const some = <T>(list: readonly T[]): T[] => list.filter((_, number) => has(number));
  const kept = some(whole.needs.map((_, number) => number));
  return {
    ...whole,
    published: { ...whole.published, situations: some(whole.published.situations) },
    needs: some(whole.needs),
    fine: new Set(kept.flatMap((number, now) => (whole.fine.has(number) ? [now] : []))),
  };
}

/** An index of one file with what is published of its lexicon. */
export function buildWithLexicon(input: IndexInput): { index: CatalogueIndex; lexicon: CatalogueLexicon } {
  const lists = listsOf(input.offerings);
  const { lexicon, needs } = servedBy(lists, input.lexicon);
  return { index: buildIndex({ ...input, lexicon }, lists, needs), lexicon: lexicon.published };
}
