import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { codeIn } from './entry.ts';
import { Columns } from './late-columns.ts';
import { learn } from './learn.ts';
import { unpack, unpackAt } from './pack.ts';
import type { Plan } from './readings.ts';
import { Searcher, type SearchOptions, type SearchResult } from './searcher.ts';
import {
  codesFile, fileOf, headFile, needsFile, pageFile, placesFile, readRuns, sizeUnit, wordsFile, type ShardCodes, type ShardHead, type ShardPage, type ShardPlaces,
} from './shards.ts';

/** Gives a file of the shards by its path within their folder. */
export type ReadShard = (path: string) => Promise<unknown>;

export type ShardedOptions = Omit<SearchOptions, 'where'> & {
  /** Most characters of posting lists to load for one query, as they stand in their files; 9,000 when absent. */
  most?: number;
};

const usualMost = 9_000;
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
  /** Opens with the head alone; what the lexicon knows comes with {@link learn}. Rejects with what `read` rejects with. */
  static async open(read: ReadShard): Promise<ShardedSearcher> {
    return new ShardedSearcher(read, (await read(headFile)) as ShardHead);
  }

  readonly head: ShardHead;
  readonly #read: ReadShard;
  readonly #loading = new Map<string, Promise<void>>();
  readonly #columns: Columns;
  readonly #index: CatalogueIndex;
  readonly #searcher: Searcher;
  /** By word: its posting file. */
  readonly #fileOfWord: Uint32Array;

  private constructor(read: ReadShard, head: ShardHead) {
    this.head = head;
    this.#read = read;
    this.#columns = new Columns(head);
    this.#index = this.#columns.index;
    this.#searcher = new Searcher(this.#index);
    this.#columns.note();
    const lengths = unpack(head.lengths);
    this.#searcher.reader.vocabulary.supplyLater(lengths);
    this.#fileOfWord = Uint32Array.from(unpack(head.files).flatMap((words, file) => Array<number>(words).fill(file)));
  }

  /** From now on sentences are read by the lexicon too; loads which services situations lead to. */
  async learn(lexicon: CatalogueLexicon): Promise<void> {
    const needs = (await this.#read(needsFile)) as string[];
    learn(this.#searcher, { ...this.#index, needs }, lexicon);
  }

  /** Ten services at most when `limit` is absent. Rejects with what `read` rejects with; the next search tries again. */
  async search(query: string, { most = usualMost, limit = usualLimit, ...narrowed }: ShardedOptions = {}): Promise<SearchResult> {
    const options = { ...narrowed, limit };
    const { agency, near } = options;
    const places = [agency && `agency ${agency}`, near?.agency && `agency ${near.agency}`, near?.county && `county ${near.county}`];
    await Promise.all(places.map((place) => place && this.#loadPlace(place)));
    await this.#loadCodes(query, most);
    const { readAs } = this.#searcher.search(query, options);
    await this.#loadWords(this.#searcher.reader.plan(readAs ?? query), most);
    for (let round = 1, allowed = limit + morePages; ; round++) {
      this.#columns.missed.clear();
      const result = this.#searcher.search(query, options);
      // In the order of rank: the first are those that are shown.
      const pages = [...this.#columns.missed].slice(0, allowed);
      if (!pages.length || round >= mostRounds) return { ...result, hits: result.hits.filter(({ entry }) => entry.id) };
      allowed -= pages.length;
      await this.#loadPages(pages);
    }
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
    for (const [word] of [...worth].sort(([, a], [, b]) => b - a)) {
      const file = this.#fileOfWord[word];
      if (file === undefined || files.has(file)) continue;
      const own = this.#loading.has(wordsFile(file)) ? 0 : unpackAt(this.head.sizes, file) * sizeUnit;
      // What is too much is left out; a shorter list of less worth may still fit.
      if (files.size && size + own > most) continue;
      size += own;
      files.add(file);
    }
    await Promise.all([...files].map((file) => this.#once(wordsFile(file), (content) => this.#putWords(file, content as string))));
  }

  #putWords(file: number, content: string): void {
    const first = this.#fileOfWord.indexOf(file);
    content.split(' ').forEach((list, at) => this.#searcher.reader.vocabulary.put(first + at, readRuns(list)));
  }

  async #loadPages(pages: number[]): Promise<void> {
    await Promise.all(pages.map((page) => this.#once(pageFile(page), (content) => this.#columns.put(page, content as ShardPage))));
  }

  async #loadPlace(name: string): Promise<void> {
    const file = fileOf(name, this.head.places);
    await this.#once(placesFile(file), (content) => {
      for (const [key, { name: title, county, entries }] of Object.entries(content as ShardPlaces)) {
        const id = key.startsWith('agency ') ? key.slice('agency '.length) : '';
        this.#columns.putPlace({ id, name: title, county }, readRuns(entries).entries);
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
      for (const [code, entries] of content as ShardCodes) this.#searcher.codes.set(code, entries);
    })));
  }
}
