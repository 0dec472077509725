import type { CatalogueIndex, IndexEntry, IndexFacts } from '../contract/catalogue.ts';
import { entryOf } from './entry.ts';
import { Numbered } from './numbered.ts';
import { codeOf, unpackAt } from './pack.ts';
import { wordsOfHead, type ShardHead, type ShardPage } from './shards.ts';

/** Numbers as `unpackAt` reads them, that may change: a string to whoever only reads characters. */
const late = (numberAt: (at: number) => number): string =>
  ({ charCodeAt: (at: number) => codeOf(numberAt(at)) }) as unknown as string;

/**
 * The columns of an index whose pages come one by one. What is asked for and not here is noted in `missed` and answered by a
 * stand-in: a title of the right number of words, no agency, no facts.
 */
export class Columns {
  readonly index: CatalogueIndex;
  /** Pages of which a title was asked for. */
  readonly missed = new Set<number>();
  readonly #page: number;
  readonly #here: Uint8Array;
  readonly #titles: Lookup<string>;
  readonly #agencies: Lookup<CatalogueIndex['agencies'][number]>;
  readonly #facts: Lookup<IndexFacts>;
  readonly #popularity: Uint8Array;
  #noting = false;

  constructor(head: ShardHead) {
    const { version, size, titleLengths, page, language, lexicon } = head;
    this.#page = page;
    this.#here = new Uint8Array(Math.ceil(size / page));
    this.#popularity = new Uint8Array(size);
    this.#titles = new Lookup<string>(size);
    this.#agencies = new Lookup(size);
    this.#facts = new Lookup(size);
    this.#agencies.numberOf({ id: '', name: '', county: null }, '');
    this.#facts.numberOf({ time: null, fee: { kind: 'undeclared', lines: [] }, visits: null, online: false, inPerson: false, lifeEvents: [], relations: [], hours: null }, '');
    let entry = 0;
    for (const [services, length] of titleLengths) {
      const standIn = this.#titles.numberOf(Array<string>(length).fill('…').join(' '), `${length}`);
      for (let more = services; more > 0; more--) this.#titles.numbers[entry++] = standIn;
    }
    this.index = {
      version, language, lexicon, words: wordsOfHead(head), postings: '',
      ids: Array<string>(size).fill(''),
      titles: this.#titles.list,
      titleOf: late((at) => {
        const own = Math.floor(at / this.#page);
        if (this.#noting && !this.#here[own]) this.missed.add(own);
        return this.#titles.numbers[at]!;
      }),
      agencies: this.#agencies.list,
      agencyOf: late((at) => this.#agencies.numbers[at]!),
      facts: this.#facts.list,
      factsOf: late((at) => this.#facts.numbers[at]!),
      codes: [],
      descriptions: [],
      popularity: late((at) => this.#popularity[at]!),
      needs: [],
    };
  }

  /** From now on missing pages are noted: not while a searcher only counts the words of titles. */
  note(): void {
    this.#noting = true;
  }

  put(number: number, page: ShardPage): void {
    if (this.#here[number]) return;
    this.#here[number] = 1;
    page.ids.forEach((id, at) => {
      const entry = number * this.#page + at;
      this.index.ids[entry] = id;
      this.index.codes[entry] = page.codes[at]!;
      if (page.descriptions.length) this.index.descriptions[entry] = page.descriptions[at]!;
      const title = page.titles[unpackAt(page.titleOf, at)]!;
      this.#titles.set(entry, title, `title ${title}`);
      const agency = page.agencies[unpackAt(page.agencyOf, at)]!;
      this.#agencies.set(entry, agency, agency.id);
      const facts = page.facts[unpackAt(page.factsOf, at)]!;
      this.#facts.set(entry, facts, JSON.stringify(facts));
      this.#popularity[entry] = unpackAt(page.popularity, at);
    });
  }

  /** Whose services these are; with an agency without an id only the county is known. */
  putPlace(agency: CatalogueIndex['agencies'][number], entries: ArrayLike<number>): void {
    const number = this.#agencies.numberOf(agency, agency.id || `county ${agency.county}`);
    for (let at = 0; at < entries.length; at++) {
      const known = this.#agencies.list[this.#agencies.numbers[entries[at]!]!]!;
      if (!known.id) this.#agencies.numbers[entries[at]!] = number;
    }
  }

  entryOf(number: number): IndexEntry {
    return entryOf(this.index, number);
  }
}

/** Numbered things, and the number of each service's own. */
class Lookup<T> extends Numbered<T> {
  readonly numbers: Uint16Array;

  constructor(size: number) {
    super();
    this.numbers = new Uint16Array(size);
  }

  set(entry: number, thing: T, text: string): void {
    this.numbers[entry] = this.numberOf(thing, text);
  }
}
