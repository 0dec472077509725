import { readPostings, type Postings } from './postings.ts';

const nowhere = readPostings('');

/** All folded words that the catalogue and the lexicon know, by number, with where each stands. */
export class Vocabulary {
  readonly words: string[];
  readonly #numbers = new Map<string, number>();
  readonly #packed: readonly string[];
  readonly #postings: (Postings | undefined)[] = [];
  readonly #entries: number;
  /** Words of the catalogue, in their order; those of the lexicon follow. */
  readonly #own: number;

  /** How long lists are that come later. */
  #lengths: ArrayLike<number> | undefined;

  constructor(words: string, postings: string, entries: number) {
    this.words = words ? words.split(' ') : [];
    this.#packed = postings.split(' ');
    this.#entries = entries;
    this.#own = this.words.length;
    this.words.forEach((word, number) => this.#numbers.set(word, number));
  }

  /** From now on lists are only known by their length, and empty until they are put here. */
  supplyLater(lengths: ArrayLike<number>): void {
    this.#lengths = lengths;
  }

  put(number: number, postings: Postings): void {
    this.#postings[number] = postings;
  }

  /** Adds words that only the lexicon knows. */
  add(words: Iterable<string>): void {
    for (const word of words) {
      if (!word || this.#numbers.has(word)) continue;
      this.#numbers.set(word, this.words.length);
      this.words.push(word);
    }
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** Of all of them, or undefined when one is unknown. */
  numbersOf(words: readonly string[]): number[] | undefined {
    const numbers = words.map((word) => this.#numbers.get(word));
    return numbers.includes(undefined) ? undefined : (numbers as number[]);
  }

  /** Whether it stands in some service; else only the lexicon knows it. */
  stands(number: number): boolean {
    return this.#length(number) > 0;
  }

  /** Whether it stands in the title of some service. */
  names(number: number): boolean {
    return this.postings(number).fields.includes(0);
  }

  postings(number: number): Postings {
    if (this.#lengths) return this.#postings[number] ?? nowhere;
    return (this.#postings[number] ??= readPostings(this.#packed[number] ?? ''));
  }

  /** How telling a word is: the rarer, the more. */
  rarity(number: number): number {
    return this.rarityOf(this.#length(number));
  }

  #length(number: number): number {
    return (this.#lengths ? this.#lengths[number] : this.#packed[number]?.length) ?? 0;
  }

  rarityOf(entries: number): number {
    return Math.log(1 + this.#entries / ((entries || 1) + 0.5));
  }

  /** Numbers of the catalogue's words that begin so, `most` of them. */
  startingWith(prefix: string, most: number): number[] {
    let low = 0;
    let high = this.#own;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    while (found.length < most && low < this.#own && this.words[low]!.startsWith(prefix)) found.push(low++);
    return found;
  }
}
