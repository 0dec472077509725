import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { codeIn } from './entry.ts';
import { Columns } from './late-columns.ts';
import { unpack, unpackAt } from './pack.ts';
import type { Plan, Situation } from './readings.ts';
import type { Searcher, SearchOptions, SearchResult } from './searcher.ts';
import {
  codesFile, fileOf, headFile, lexiconFile, pageFile, placesFile, readRuns, situationsFile, situationsInFile, sizeUnit, wordsFile,
  type ShardCodes, type ShardHead, type ShardLexicon, type ShardPage, type ShardPlaces, type ShardSituations,
} from './shards.ts';

/** Gives a file of the shards by its path within their folder. */
export type ReadShard = (path: string) => Promise<unknown>;

export type ShardedOptions = Pick<SearchOptions, 'limit' | 'near'> & {
  /** Only this agency's services. */
  agency?: string | undefined;
  /** Only services of this county, and those of the whole province. */
  county?: string | undefined;
  /** Most characters of posting lists to load for one query, as they stand in their files; 12,000 when absent. */
  most?: number;
};

const usualMost = 12_000;
/** Fewer than in one file: each may lie on a page of its own. */
const usualLimit = 10;
/** Pages beyond those that are shown, for titles that may come forward when they are known. */
const morePages = 4;
/** Titles that came late may bring other services forward, whose titles are then asked for. */
const mostRounds = 4;

/**
 * Searches a catalogue in shards by the same reading and scoring as one of a single file: the one searcher runs over what
 * is here, says what it misses, and runs again. A file is read once.
 */
export class ShardedSearcher {
  /** Opens with the head alone. `make` makes the one searcher of an index. Rejects with what `read` rejects with. */
  static async open(read: ReadShard, make: (index: CatalogueIndex) => Searcher): Promise<ShardedSearcher> {
    return new ShardedSearcher(read, (await read(headFile)) as ShardHead, make);
  }

  readonly head: ShardHead;
  readonly #read: ReadShard;
  readonly #loading = new Map<string, Promise<void>>();
  readonly #columns: Columns;
  /** As much of it as is here. */
  readonly index: CatalogueIndex;
  readonly searcher: Searcher;
  /** By place: its services. */
  readonly #places = new Map<string, Set<number>>();
  readonly #situations: ShardSituations = [];
  /** By word: its posting file. */
  readonly #fileOfWord: Uint32Array;

  private constructor(read: ReadShard, head: ShardHead, make: (index: CatalogueIndex) => Searcher) {
    this.head = head;
    this.#read = read;
    this.#columns = new Columns(head);
    this.index = this.#columns.index;
    this.searcher = make(this.index);
    this.#columns.note();
    const lengths = unpack(head.lengths);
    this.searcher.reader.vocabulary.supplyLater(lengths);
    this.#fileOfWord = Uint32Array.from(unpack(head.files).flatMap((words, file) => Array<number>(words).fill(file)));
  }

  /** Reads what the lexicon says to this catalogue, to be learned. Situations are named by their number until one is met. */
  async lexicon(): Promise<CatalogueLexicon> {
    const { needs, situations, ...lexicon } = (await this.#read(lexiconFile)) as ShardLexicon;
    this.index.needs = needs;
    // A part of the lexicon is no version of it.
    return { ...lexicon, version: '', situations: situations.map((each, number) => ({ ...each, id: String(number), title: { fa: '' }, lifeEvent: null })) };
  }

  /** How many services an agency has, or a county with what the whole province offers it; all of them when neither is named. */
  async count({ agency, county }: Pick<ShardedOptions, 'agency' | 'county'>): Promise<number> {
    const places = agency ? [`agency ${agency}`] : county ? ['county ', `county ${county}`] : [];
    await Promise.all(places.map((place) => this.#loadPlace(place)));
    return places.length ? places.reduce((sum, place) => sum + (this.#places.get(place)?.size ?? 0), 0) : this.head.size;
  }

  /** Ten services at most when `limit` is absent. Rejects with what `read` rejects with; the next search tries again. */
  async search(query: string, { agency, county, near, most = usualMost, limit = usualLimit }: ShardedOptions = {}): Promise<SearchResult> {
    const places = [
      ...(agency ? [`agency ${agency}`] : []), ...(near?.agency ? [`agency ${near.agency}`] : []),
      ...(county ? ['county ', `county ${county}`] : []), ...(near?.county ? [`county ${near.county}`] : []),
    ];
    await Promise.all(places.map((place) => this.#loadPlace(place)));
    const within = (place: string, number: number) => this.#places.get(place)?.has(number) ?? false;
    const among = agency || county
      ? (number: number) => (!agency || within(`agency ${agency}`, number)) && (!county || within(`county ${county}`, number) || within('county ', number))
      : undefined;
    const options: SearchOptions = { among, limit, ...(near && { near }) };
    await this.#loadCodes(query, most);
    const { readAs } = this.searcher.search(query, options);
    const plan = this.searcher.reader.plan(readAs ?? query);
    const told = new Set(plan.readings.flatMap(({ situation }) => situation ?? []));
    await Promise.all([this.#loadWords(plan, most), ...[...told].map((situation) => this.#name(situation))]);
    for (let round = 1, allowed = limit + morePages; ; round++) {
      this.#columns.missed.clear();
      const result = this.searcher.search(query, options);
      // In the order of rank: the first are those that are shown.
      const pages = [...this.#columns.missed].slice(0, allowed);
      if (!pages.length || round >= mostRounds) {
        const situations = result.situations.map((each) => ({ ...each, entries: each.entries.filter(({ id }) => id) }));
        return { ...result, hits: result.hits.filter(({ entry }) => entry.id), situations };
      }
      allowed -= pages.length;
      await this.#loadPages(pages);
    }
  }

  /** Gives a situation that was learned by its number the name that people read. */
  async #name(situation: Situation): Promise<void> {
    if (situation.title.fa) return;
    const number = Number(situation.id);
    const file = Math.floor(number / situationsInFile);
    await this.#once(situationsFile(file), (content) => (content as ShardSituations).forEach((each, at) => (this.#situations[file * situationsInFile + at] = each)));
    Object.assign(situation, this.#situations[number]);
  }

  #once(path: string, use: (content: unknown) => void): Promise<void> {
    let loading = this.#loading.get(path);
    if (!loading) {
      loading = this.#read(path).then(use);
      // A line that was cut for a moment is tried again with the next query.
      loading.catch(() => this.#loading.delete(path));
      this.#loading.set(path, loading);
    }
    return loading;
  }

  /** Lists of the words that the query most likely means, as far as they are worth their bytes. */
  async #loadWords(plan: Plan, most: number): Promise<void> {
    const worth = new Map<number, number>();
    for (const { words, quality } of plan.readings) {
      for (const word of words) if ((worth.get(word) ?? 0) < quality) worth.set(word, quality);
    }
    const files = new Set<number>();
    let size = 0;
    const sizeOf = (file: number): number => (this.#loading.has(wordsFile(file)) ? 0 : unpackAt(this.head.sizes, file) * sizeUnit);
    const wanted = [...worth].flatMap(([word, quality]) => {
      const file = this.#fileOfWord[word];
      return file === undefined ? [] : [{ file, quality, own: sizeOf(file) }];
    });
    // Of two that the query means as surely the rarer says more and costs less.
    for (const { file, own } of wanted.sort((a, b) => b.quality - a.quality || a.own - b.own)) {
      if (files.has(file)) continue;
      // What is too much is left out; a shorter list of less worth may still fit.
      if (files.size && size + own > most) continue;
      size += own;
      files.add(file);
    }
    await Promise.all([...files].map((file) => this.#once(wordsFile(file), (content) => this.#putWords(file, content as string))));
  }

  #putWords(file: number, content: string): void {
    const first = this.#fileOfWord.indexOf(file);
    content.split(' ').forEach((list, at) => this.searcher.reader.vocabulary.put(first + at, readRuns(list)));
  }

  async #loadPages(pages: number[]): Promise<void> {
    await Promise.all(pages.map((page) => this.#once(pageFile(page), (content) => this.#columns.put(page, content as ShardPage))));
  }

  async #loadPlace(name: string): Promise<void> {
    const file = fileOf(name, this.head.places);
    await this.#once(placesFile(file), (content) => {
      for (const [key, { name: title, county, entries }] of Object.entries(content as ShardPlaces)) {
        const id = key.startsWith('agency ') ? key.slice('agency '.length) : '';
        const numbers = readRuns(entries).entries;
        this.#places.set(key, new Set(numbers));
        if (id || county) this.#columns.putPlace({ id, name: title, county }, numbers);
      }
    });
  }

  /** Codes that a query may be: those beside it in their order, and all of them where bytes do not count. */
  async #loadCodes(query: string, most: number): Promise<void> {
    const digits = codeIn(query);
    if (!digits) return;
    const { codes } = this.head;
    const file = codes.filter((first) => first <= digits).length - 1;
    const near = codes.flatMap((first, each) => (most === Infinity || each === file || (each === file + 1 && first.startsWith(digits)) ? [each] : []));
    await Promise.all(near.map((each) => this.#once(codesFile(each), (content) => {
      for (const [code, entries] of content as ShardCodes) this.searcher.codes.set(code, entries);
    })));
  }
}
