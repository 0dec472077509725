import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { descriptionsOf, listsOf, needsAmong, popularityOf, postingsOf, wordsOfNeeds, type Indexed, type IndexInput } from './build.ts';
import { columnsOf, type RowColumns } from './columns.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import { briefLexicon, partServed } from './served.ts';
import { compare } from './order.ts';
import { largest, pack, unpack, unpackAt } from './pack.ts';
import { fields, longestStep, type Postings } from './postings.ts';

/**
 * The index of a large catalogue in many small files, for static hosting: a page loads the head, and for a query only the
 * lists of its words and the pages of the services that it shows. Services stand in an order of their own, those of one
 * title beside each other: national ones are given by every county's office, and become runs.
 */
export interface ShardHead {
  version: string;
  /** How many services. */
  size: number;
  /**
   * Folded words in their order: how many letters each has in common with the one before, packed, and its other letters as
   * numbers in `letters`, packed, one word's parted from the next one's by a space.
   */
  letters: string;
  shared: string;
  words: string;
  /** By word: the length of its posting list in an index of one file, packed. */
  lengths: string;
  /** By posting file: how many words are in it, and its size in units of 64 characters, packed. */
  files: string;
  sizes: string;
  /** Words of titles in the order of services: so many services with titles of so many words. */
  titleLengths: [services: number, words: number][];
  /** Services on one page. */
  page: number;
  /** First code of each file of codes. */
  codes: string[];
  /** Over how many files agencies and counties are spread. */
  places: number;
  language: CatalogueIndex['language'];
  lexicon: string;
}

/** Services as a result shows them. */
export interface ShardPage extends RowColumns {
  /** Empty in a large catalogue, as in an index of one file. */
  descriptions: string[];
  popularity: string;
}

/** National codes in their order, with the services that carry them. */
export type ShardCodes = [code: string, entries: number[]][];
/** By `agency ID` or `county ID`, without an ID those of the whole province: their services, as a posting list. */
export type ShardPlaces = Record<string, { name: string; county: string | null; entries: string }>;

type Situations = CatalogueLexicon['situations'];
/** What the lexicon says to this catalogue: of situations those that lead to a service here, without their names. */
export interface ShardLexicon extends Omit<CatalogueLexicon, 'situations'> {
  situations: Pick<Situations[number], 'topic' | 'says' | 'hears'>[];
  /** By situation, as `needs` of an index of one file. */
  needs: string[];
}
/** Names of situations, in the order of a `ShardLexicon`, so many in a file. */
export type ShardSituations = Omit<Situations[number], 'topic' | 'says' | 'hears'>[];
export const situationsInFile = 32;

/** So many services are one file at most, which every page loads; more are searched in shards, which then bring less of the lexicon. */
export const mostInOneFile = 10_000;

/** Each path is a folder and a file. */
export const headFile = 'head/0.json';
export const lexiconFile = 'lexicon/0.json';
export const situationsFile = (number: number): string => `situations/${number}.json`;
export const wordsFile = (number: number): string => `words/${number}.json`;
export const pageFile = (number: number): string => `pages/${number}.json`;
export const codesFile = (number: number): string => `codes/${number}.json`;
export const placesFile = (number: number): string => `places/${number}.json`;

const pageSize = 10;
/** Posting files hold lists up to so many characters together, or one longer list. */
const fileSize = 500;
const codesInFile = 400;
const placesInFile = 60;
/** Needs are looked for among so many titles at most, as one file can number. */
const mostTitles = 50_000;
export const sizeUnit = 64;

/** In which of `files` a name is. */
export function fileOf(name: string, files: number): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) >>> 0;
  return hash % files;
}

/** All files by their path. Throws what `buildIndex` throws. */
export function buildShards({ version, offerings, lexicon: whole, asked }: IndexInput, { sorted: oneFile, words, lists } = listsOf(offerings)): Map<string, string> {
  const lexicon = offerings.length > mostInOneFile ? briefLexicon(whole) : whole;
  const { needed, needs } = neededAmong(oneFile, lexicon);
  const sorted = arranged(oneFile, needed);
  const numbers = new Map(sorted.map(({ id }, number) => [id, number]));
  const files = new Map<string, string>();
  const put = (path: string, content: unknown): void => void files.set(path, JSON.stringify(content));

  const { counts, sizes } = putWords(put, words, postingsOf(sorted));
  for (let from = 0; from < sorted.length; from += pageSize) put(pageFile(from / pageSize), pageOf(sorted.slice(from, from + pageSize), sorted.length, asked));
  const codes = putCodes(put, sorted);
  const places = putPlaces(put, sorted);
  putLexicon(put, partServed(lexicon.published, needs, words), needs.filter(Boolean).map((own) => own.split(' ').map((list) => pack(unpack(list).map((number) => numbers.get(needed[number]!.id)!))).join(' ')));
  const head: ShardHead = {
    version,
    size: sorted.length,
    ...shortened(words),
    lengths: pack(lists.map(({ length }) => Math.min(length, largest))),
    files: pack(counts),
    sizes: pack(sizes),
    titleLengths: runsOf(sorted.map(({ length }) => length)),
    page: pageSize,
    codes,
    places,
    language: lexicon.language,
    lexicon: lexicon.published.version,
  };
  put(headFile, head);
  return files;
}

function putLexicon(put: (path: string, content: unknown) => void, lexicon: CatalogueLexicon, needs: string[]): void {
  const content: ShardLexicon = { ...lexicon, situations: lexicon.situations.map(({ topic, says, hears }) => ({ topic, says, hears })), needs };
  put(lexiconFile, content);
  const names: ShardSituations = lexicon.situations.map(({ id, title, lifeEvent }) => ({ id, title, lifeEvent }));
  for (let from = 0; from < names.length; from += situationsInFile) put(situationsFile(from / situationsInFile), names.slice(from, from + situationsInFile));
}

function shortened(words: string[]): Pick<ShardHead, 'letters' | 'shared' | 'words'> {
  const letters = [...new Set(words.join(''))].sort(compare);
  const numbers = new Map(letters.map((letter, number) => [letter, number]));
  // By whole letters: some are two characters.
  const spelt = words.map((word) => [...word]);
  const shared = spelt.map((word, number) => {
    const before = spelt[number - 1] ?? [];
    let same = 0;
    while (same < word.length && word[same] === before[same]) same++;
    return same;
  });
  const rest = (word: string, number: number) => pack([...word].slice(shared[number]).map((letter) => numbers.get(letter)!));
  return { letters: letters.join(''), shared: pack(shared), words: words.map(rest).join(' ') };
}

/** The words of a head, parted by spaces. */
export function wordsOfHead({ letters, shared, words }: ShardHead): string {
  if (!shared) return '';
  const alphabet = [...letters];
  let before: string[] = [];
  const whole = words.split(' ').map((rest, number) => {
    before = [...before.slice(0, unpackAt(shared, number)), ...unpack(rest).map((letter) => alphabet[letter]!)];
    return before.join('');
  });
  return whole.join(' ');
}

/** Services for the needs of situations: one of each title is enough to look among. `needs` counts in `needed`. */
function neededAmong(offerings: readonly Indexed[], lexicon: CompiledLexicon): { needed: Indexed[]; needs: string[] } {
  const byTitle = new Map<string, Indexed>();
  for (const offering of offerings) if (byTitle.size < mostTitles && !byTitle.has(offering.title)) byTitle.set(offering.title, offering);
  const own = [...byTitle.values()];
  const found = needsAmong(listsOf(own, wordsOfNeeds(lexicon)), lexicon);
  const used = [...new Set(found.flatMap((needs) => unpack(needs.replaceAll(' ', ''))))].sort((a, b) => a - b);
  const place = new Map(used.map((number, at) => [number, at]));
  return {
    needed: used.map((number) => own[number]!),
    needs: found.map((needs) => needs.split(' ').map((list) => pack(unpack(list).map((number) => place.get(number)!))).join(' ')),
  };
}

/** First those that situations lead to, whose numbers must be small; then by title. One title's are in the usual order. */
function arranged(offerings: readonly Indexed[], needed: readonly Indexed[]): Indexed[] {
  const first = new Set(needed);
  const byTitle = new Map<string, Indexed[]>();
  for (const offering of offerings) {
    if (first.has(offering)) continue;
    const list = byTitle.get(offering.title);
    if (list) list.push(offering);
    else byTitle.set(offering.title, [offering]);
  }
  const lists = [...byTitle.values()].sort(([a], [b]) => a!.length - b!.length || compare(a!.title, b!.title));
  return [...needed, ...lists.flat()];
}

function putWords(put: (path: string, content: unknown) => void, words: string[], postings: ReturnType<typeof postingsOf>): { counts: number[]; sizes: number[] } {
  const counts: number[] = [];
  const sizes: number[] = [];
  let lists: string[] = [];
  let size = 0;
  const close = () => {
    if (!lists.length) return;
    put(wordsFile(counts.length), lists.join(' '));
    counts.push(lists.length);
    sizes.push(Math.min(largest, Math.ceil(size / sizeUnit)));
    lists = [];
    size = 0;
  };
  for (const word of words) {
    const list = packRuns(postings.get(word)!);
    if (size + list.length > fileSize) close();
    lists.push(list);
    size += list.length + 1;
    postings.delete(word);
  }
  close();
  return { counts, sizes };
}

const pageOf = (offerings: readonly Indexed[], size: number, asked: IndexInput['asked']): ShardPage => ({
  ...columnsOf(offerings),
  descriptions: descriptionsOf(offerings, size),
  popularity: pack(offerings.map(({ id }) => popularityOf(asked, id))),
});

function putCodes(put: (path: string, content: unknown) => void, sorted: readonly Indexed[]): string[] {
  const byCode = new Map<string, number[]>();
  sorted.forEach(({ code }, number) => {
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), number]);
  });
  const all: ShardCodes = [...byCode].sort(([a], [b]) => compare(a, b));
  const firsts: string[] = [];
  for (let from = 0; from < all.length; from += codesInFile) {
    put(codesFile(firsts.length), all.slice(from, from + codesInFile));
    firsts.push(all[from]![0]);
  }
  return firsts;
}

function putPlaces(put: (path: string, content: unknown) => void, sorted: readonly Indexed[]): number {
  const lists = new Map<string, { name: string; county: string | null; entries: number[] }>();
  sorted.forEach(({ agency: { id, name, county } }, number) => {
    const names = [[`agency ${id}`, name], [`county ${county ?? ''}`, '']] as const;
    for (const [key, own] of names) {
      const list = lists.get(key);
      if (list) list.entries.push(number);
      else lists.set(key, { name: own, county, entries: [number] });
    }
  });
  const count = Math.max(1, Math.ceil(lists.size / placesInFile));
  const files: ShardPlaces[] = Array.from({ length: count }, () => ({}));
  for (const [key, { entries, ...place }] of lists) {
    const list = { entries, fields: new Uint8Array(entries.length) };
    files[fileOf(key, count)]![key] = { ...place, entries: packRuns(list) };
  }
  files.forEach((file, number) => put(placesFile(number), file));
  return count;
}

function runsOf(values: number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.[1] === value) last[0]++;
    else runs.push([1, value]);
  }
  return runs;
}

const runFactor = fields.length * 2;
const longestRunStep = Math.floor(longestStep / 2);

/**
 * A posting list with its runs: `(step * 6 + field) * 2`, one more where the next number says how many entries follow one
 * by one in the same field; 0 skips 4000 entries.
 */
export function packRuns({ entries, fields: where }: { entries: ArrayLike<number>; fields: ArrayLike<number> }): string {
  const numbers: number[] = [];
  let last = -1;
  for (let at = 0; at < entries.length; ) {
    let step = entries[at]! - last;
    for (; step > longestRunStep; step -= longestRunStep) numbers.push(0);
    let end = at + 1;
    while (end < entries.length && entries[end] === entries[end - 1]! + 1 && where[end] === where[at] && end - at <= 50_000) end++;
    const more = end - at - 1;
    const number = step * runFactor + where[at]! * 2;
    // A run of one is shorter as an entry of its own.
    if (more > 1) numbers.push(number + 1, more);
    else numbers.push(number);
    last = more > 1 ? entries[end - 1]! : entries[at]!;
    at = more > 1 ? end : at + 1;
  }
  return pack(numbers);
}

export function readRuns(packed: string): Postings {
  const entries: number[] = [];
  const where: number[] = [];
  let entry = -1;
  for (let at = 0; at < packed.length; at++) {
    const number = unpackAt(packed, at);
    if (number === 0) {
      entry += longestRunStep;
      continue;
    }
    entry += Math.floor(number / runFactor);
    const field = Math.floor((number % runFactor) / 2);
    entries.push(entry);
    where.push(field);
    if (number % 2) {
      for (let more = unpackAt(packed, ++at); more > 0; more--) {
        entries.push(++entry);
        where.push(field);
      }
    }
  }
  return { entries: Uint32Array.from(entries), fields: Uint8Array.from(where) };
}

