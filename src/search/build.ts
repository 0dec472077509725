import type { CatalogueIndex, IndexFacts } from '../contract/catalogue.ts';
import type { HoursRef } from '../contract/agency.ts';
import type { Offering } from '../contract/offering.ts';
import { foldKey, tokens } from '../persian/fold.ts';
import { columnsOf, type Row } from './columns.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import { lengthOfTitle } from './entry.ts';
import { compare } from './order.ts';
import { pack } from './pack.ts';
import { fields, PostingList } from './postings.ts';
import { servingOf, wordsOfFew, type Serving } from './serving.ts';

/** As much of an offering as the index is made of. */
export type Indexable = Pick<
  Offering,
  'id' | 'title' | 'description' | 'code' | 'time' | 'fee' | 'visits' | 'channels' | 'lifeEvents' | 'relations' | 'keywords'
> & {
  agency: { id: string; name: { fa: string }; county?: string | null | undefined };
  form: unknown;
  documents: { title: string }[];
  steps: { title: string }[];
  unit?: { hours: HoursRef } | null;
};

/** What an index holds of an offering: its row, and its words. */
export interface Indexed extends Row {
  description: string;
  /** Words of its title. */
  length: number;
  /** Folded words by the field where they stand, none twice; a word of several fields by the most telling one. */
  words: readonly (readonly string[])[];
}

export interface IndexInput {
  /** Content address of the published offerings. */
  version: string;
  offerings: readonly Indexed[];
  lexicon: CompiledLexicon;
  /** Requests of late, by offering. */
  asked?: ReadonlyMap<string, number>;
}

/** Above this many services a list shows no descriptions: they would be most of the index. */
const mostDescribed = 2000;
/** Services for one need of a situation. */
const mostPerNeed = 3;
const electronic = new Set<string>(['internet', 'mobileApp', 'electronic']);
const atCounter = new Set<string>(['inPerson', 'counterOffice', 'nonElectronic']);

/** Whether a service can be asked for without going anywhere. `request`: the channels by which it is asked for. */
export const isOnline = (form: unknown, request: readonly string[]): boolean => form !== null || request.some((channel) => electronic.has(channel));

/** What a result shows of a service. */
const factsOf = ({ time, fee, visits, form, channels, lifeEvents, relations, unit }: Indexable): IndexFacts => ({
  time,
  fee: { kind: fee.kind, lines: fee.lines },
  visits,
  online: isOnline(form, channels.request),
  inPerson: channels.request.some((channel) => atCounter.has(channel)) || (visits ?? 0) > 0,
  lifeEvents,
  relations,
  hours: unit?.hours ?? null,
});

/**
 * The catalogue as the search needs it. Plain data in a stable order, so that the same offerings give the same bytes. All
 * that depends on the offerings alone is done here, once, and not on every phone.
 */
export function buildIndex({ version, offerings, lexicon, asked }: IndexInput, all = listsOf(offerings), needs = needsAmong(all, lexicon)): CatalogueIndex {
  const { sorted, words, lists } = all;
  return {
    version,
    ...columnsOf(sorted),
    descriptions: descriptionsOf(sorted, sorted.length),
    popularity: asked?.size ? pack(sorted.map(({ id }) => popularityOf(asked, id))) : '',
    words: words.join(' '),
    postings: lists.join(' '),
    language: lexicon.language,
    lexicon: lexicon.published.version,
    needs,
  };
}

/** Services in the order of an index of one file, with its words and, beside each, where it stands. */
export interface Lists {
  sorted: Indexed[];
  words: string[];
  /** Posting lists, packed. */
  lists: string[];
}

/** `known`: words to look at, all when absent. */
export function listsOf(offerings: readonly Indexed[], known?: ReadonlySet<string>): Lists {
  const sorted = inOrder(offerings);
  const postings = postingsOf(sorted, known);
  const words = [...postings.keys()].sort(compare);
  return { sorted, words, lists: words.map((word) => postings.get(word)!.packed()) };
}

/** By situation: services for its needs, found as a search finds them that knows no situations. Those of a need are numbers, packed. */
export function needsAmong({ sorted, words, lists }: Lists, { published, needs }: CompiledLexicon): string[] {
  const serving = servingOf({ words, lists, titleLengths: Uint8Array.from(sorted, ({ length }) => length) }, published);
  return needs.map((own) => bestOf(serving, own));
}

/** Words that needs are told and found by. */
export const wordsOfNeeds = ({ published, needs }: CompiledLexicon): ReadonlySet<string> =>
  new Set([...needs.flat(), ...published.groups.flatMap(({ terms }) => terms), ...wordsOfFew(published)].flatMap((text) => text.split(/[ |]/)));

/** Descriptions as a list of a catalogue of so many services shows them. */
export const descriptionsOf = (offerings: readonly Indexed[], size: number): string[] =>
  size > mostDescribed ? [] : offerings.map(({ description }) => description);

/** The order of services in an index. */
export const inOrder = <T extends { id: string; agency: { id: string } }>(offerings: readonly T[]): T[] =>
  [...offerings].sort((a, b) => compare(a.agency.id, b.agency.id) || compare(a.id, b.id));

/** Requests of late as a power of two. */
export const popularityOf = (asked: IndexInput['asked'], id: string): number =>
  Math.min(15, Math.floor(Math.log2(1 + (asked?.get(id) ?? 0))));

/** Reads offerings once, for all that is built of them. A word or a text that many share is folded once. */
export function readOfferings(offerings: readonly Indexable[]): Indexed[] {
  const folded = new Map<string, string>();
  const read = new Map<string, string[]>();
  const remember = <T>(known: Map<string, T>, text: string, make: (text: string) => T): T => {
    let made = known.get(text);
    if (made === undefined) known.set(text, (made = make(text)));
    return made;
  };
  const fold = (word: string) => remember(folded, word, foldKey);
  const wordsOf = (text: string) => remember(read, text, () => tokens(text, fold));
  return offerings.map((offering) => {
    const { id, title, description, code, agency } = offering;
    const seen = new Set<string>();
    const own = (texts: string[]): string[] => texts.flatMap(wordsOf).filter((word) => !seen.has(word) && seen.add(word));
    const texts: Record<(typeof fields)[number], string[]> = {
      title: [title],
      keywords: offering.keywords,
      agency: [agency.name.fa],
      documents: offering.documents.map((document) => document.title),
      steps: offering.steps.map((step) => step.title),
      description: [description],
    };
    return {
      id, title, length: lengthOfTitle(title), description, code: code ?? '', agency: { id: agency.id, name: agency.name.fa, county: agency.county ?? null },
      facts: factsOf(offering), words: fields.map((field) => own(texts[field])),
    };
  });
}

/** By word: where it stands, each entry with the best field. `known`: words to look at, all when absent. */
export function postingsOf(offerings: readonly Indexed[], known?: ReadonlySet<string>): Map<string, PostingList> {
  const lists = new Map<string, PostingList>();
  // Ten thousand services stand at half a million places: iterators that are made for each of them cost more than the lists.
  for (let entry = 0; entry < offerings.length; entry++) {
    const { words } = offerings[entry]!;
    for (let field = 0; field < words.length; field++) {
      for (const word of words[field]!) {
        if (known && !known.has(word)) continue;
        let list = lists.get(word);
        if (!list) lists.set(word, (list = new PostingList()));
        list.add(entry, field);
      }
    }
  }
  return lists;
}

/** Services for each need: those that hold all words of it in title or keywords, the best first. */
function bestOf(serving: (wording: string) => Serving[], needs: string[]): string {
  const taken = new Set<number>();
  const lists: string[] = [];
  for (const need of needs) {
    const found = need.split('|').flatMap(serving).sort((a, b) => b.score - a.score);
    const best = found[0]?.score ?? 0;
    const own: number[] = [];
    for (const { number, score } of found) {
      if (score < best * 0.8 || own.length >= mostPerNeed) break;
      if (!taken.has(number)) own.push(number);
      taken.add(number);
    }
    if (own.length) lists.push(pack(own));
  }
  return lists.join(' ');
}
