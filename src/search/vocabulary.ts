import { distance } from './distance.ts';
import { readPostings, type Postings } from './postings.ts';
import { skeleton, sound } from './sounds.ts';

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
  readonly #sounds: Sounds = { sounds: [], bySound: new Map(), byBones: new Map(), byLength: [], letters: [] };

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

  /** Words that sound the same. */
  sounding(heard: string): readonly number[] {
    return this.#heard().bySound.get(heard) ?? [];
  }

  /** Words with the same consonants. */
  withBones(bones: string): readonly number[] {
    return this.#heard().byBones.get(bones) ?? [];
  }

  /** Calls back with the words that sound nearly so: at most `limit` letters differ. */
  near(heard: string, limit: number, found: (number: number, away: number) => void): void {
    const { byLength, sounds, letters } = this.#heard();
    const own = lettersOf(heard);
    for (let length = Math.max(2, heard.length - limit); length <= heard.length + limit; length++) {
      for (const number of byLength[length] ?? []) {
        // Each edit changes at most two of the letters that occur: most words are ruled out without comparing.
        if (bits(letters[number]! ^ own) > 2 * limit) continue;
        const away = distance(heard, sounds[number]!, limit);
        if (away <= limit) found(number, away);
      }
    }
  }

  /** Listens to some words after another, so that none of it has to be done at a keystroke. */
  *hear(): Generator<void> {
    const { sounds, letters, bySound, byBones, byLength } = this.#sounds;
    while (sounds.length < this.words.length) {
      const number = sounds.length;
      const word = this.words[number]!;
      const heard = sound(word);
      sounds.push(heard);
      letters.push(lettersOf(heard));
      (byLength[heard.length] ??= []).push(number);
      put(bySound, heard, number);
      put(byBones, skeleton(word), number);
      if (number % 200 === 0) yield;
    }
  }

  #heard(): Sounds {
    for (const _ of this.hear());
    return this.#sounds;
  }
}

interface Sounds {
  sounds: string[];
  bySound: Map<string, number[]>;
  byBones: Map<string, number[]>;
  byLength: number[][];
  /** Which letters occur, a bit each. */
  letters: number[];
}

const put = (map: Map<string, number[]>, key: string, number: number): void =>
  void (map.get(key)?.push(number) ?? map.set(key, [number]));

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
