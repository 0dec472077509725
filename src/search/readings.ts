import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { infinitivesOf, namesOf, readVerbs, type VerbForm, type Verbs } from '../persian/verbs.ts';
import { words as wordsOf } from '../persian/words.ts';
import { resolve, type Guess, type Meanings } from './resolve.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A situation of the lexicon with the services of this catalogue that it asks for. */
export type Situation = CatalogueLexicon['situations'][number] & { needs: string };

/** A query in words, for what the lexicon makes of it. */
export interface Sentence {
  /** What each telling word may be. */
  meanings: Meanings[];
  /** What each word may be, filler included: it takes part in patterns as it was typed, «پس دادن» is not «دادن». */
  all: Meanings[];
  /** Of all words: as typed, as verbs, the number of the part of the sentence. */
  words: string[];
  verbs: VerbForm[];
  parts: number[];
  isFiller(at: number): boolean;
  isLight(infinitive: string): boolean;
  /** Positions among all words as those among the telling ones. */
  positions(at: number[]): number[];
}

/** What the lexicon makes of a sentence. */
export interface Known {
  readings: Reading[];
  situations: Situation[];
  /** What is left of each word where it tells only where or when something happened: 0 to 1. */
  shares(readings: Reading[]): number[];
  /** What is left of readings, also where something did not happen or is not wanted. */
  undenied(readings: Reading[], shares: number[]): Reading[];
}

/** What is known beside the words of the catalogue. */
export interface Knowledge {
  read(sentence: Sentence): Known;
  /** Positions of words that are said for politeness' sake, though each by itself may be what is wanted: «وقت بخیر». */
  polite(words: readonly string[]): Set<number>;
}

/** How a part of the query was understood. */
export type ReadingKind = 'word' | 'form' | 'synonym' | 'intent' | 'situation';

/** Something that may be meant by the words at some positions. */
export interface Reading {
  kind: ReadingKind;
  at: number[];
  /** 0 to 1. */
  quality: number;
  /** Numbers of words that must all stand in a service. */
  words: number[];
  /** Instead of words: services with a share of what a title is worth. */
  entries?: [entry: number, share: number][];
  /** With `entries`: how telling the words are. Else: how telling they are at most, however rare what they mean. */
  worth?: number;
  situation?: Situation;
  /** With `situation`: whether more than one word met it, words that say nothing by themselves included: «برق نداریم». */
  several?: boolean;
  /** Whether the words were not known as they were typed. */
  guessed?: boolean;
}

/** A query, understood. */
export interface Plan {
  words: string[];
  /** Number of the part of the sentence in which each word stands. */
  parts: number[];
  readings: Reading[];
  /** Whether each word only says which, how or whose, and never what. */
  qualifying: boolean[];
  /** Whether each word names a thing that stands in no service, under no name. */
  missing: boolean[];
  /** Position of a word that may be typed on; -1 where there is none. */
  begun: number;
  /** Whether it says what somebody does or what happens, and not only what is looked for. */
  isSentence: boolean;
  /** What each word weighs: how telling the best of its readings is. */
  worth: number[];
  situations: Situation[];
  /** How much of it was understood, and how surely: 0 to 1. */
  sure: number;
}

/** Nobody types more; what is pasted beyond it is not read. */
export const mostCharacters = 400;
const mostWords = 32;
/** A reading that is no surer is a guess: another word may have been meant. */
export const sureQuality = 0.8;
/** What a word weighs that is found in no service, as part of the rarest word. */
const unmet = { verb: 0.15, qualifying: 0.25, known: 0.5, unknown: 0.7 };
/** Where one need ends and another may begin. */
const partEnd = /[،,؛;.!؟?\n]+/u;
const conjunctions = new Set(['و', 'همچنین', 'بعدشم', 'ضمنا', 'بعلاوه']);

/** Reads queries with the words of one index. */
export class Reader {
  readonly vocabulary: Vocabulary;
  readonly verbs: Verbs;
  readonly #filler: Set<string>;
  readonly #qualifiers: Set<string>;
  readonly #lightVerbs: Set<string>;
  /** The lexicon, and guesses at what is not in it, once they are here. */
  knowledge: Knowledge | undefined;
  guess: Guess | undefined;

  constructor(vocabulary: Vocabulary, { filler, verbs, lightVerbs, qualifiers }: CatalogueIndex['language']) {
    this.vocabulary = vocabulary;
    this.verbs = readVerbs(verbs);
    this.#filler = new Set(filler);
    this.#qualifiers = new Set(qualifiers);
    this.#lightVerbs = new Set(lightVerbs);
  }

  #isStanding(word: string): boolean {
    const number = this.vocabulary.numberOf(word);
    return number !== undefined && this.vocabulary.stands(number);
  }

  /** As it was typed; in Latin letters, as its sound may be written: «kode posti» is «کدپستی». */
  #written(word: string): string[] {
    return (/[a-z]/.test(word) && this.guess?.spellings(word)) || [word];
  }

  /** Of a word in all its spellings, the likeliest first. */
  #verb(written: string[]): VerbForm {
    const forms = written.map((each) => infinitivesOf(this.verbs, each));
    return forms.find(({ infinitives }) => infinitives.length) ?? forms[0]!;
  }

  /** Says nothing about what is wanted. */
  #isFiller(written: string[], verb: VerbForm): boolean {
    if (this.#filler.has(written[0]!)) return true;
    if (this.#isStanding(written[0]!)) return false;
    if (written.some((each) => this.#filler.has(each))) return true;
    return !written.some((each) => this.#isStanding(each)) && verb.infinitives.some((infinitive) => this.#lightVerbs.has(infinitive));
  }

  plan(query: string): Plan {
    const text = query.slice(0, mostCharacters);
    const unfinished = /[\p{L}\p{N}]$/u.test(text);
    let words: string[] = [];
    let parts: number[] = [];
    let number = 0;
    for (const part of text.split(partEnd)) {
      number++;
      for (const word of wordsOf(part)) {
        if (conjunctions.has(word)) number++;
        if (!word || words.length >= mostWords) continue;
        words.push(word);
        parts.push(number);
      }
    }
    const polite = this.knowledge?.polite(words);
    const ending = polite?.has(words.length - 1);
    [words, parts] = [words, parts].map((each) => each.filter((_, at) => !polite?.has(at))) as [string[], number[]];
    const last = ending ? -1 : words.length - 1;
    const written = words.map((word) => this.#written(word));
    const verbs = written.map((each) => this.#verb(each));
    const isTelling = words.map(
      (word, at) => (unfinished && at === last && words.length < 3 && this.vocabulary.startingWith(word, 2).some((number) => this.vocabulary.words[number] !== word)) || !this.#isFiller(written[at]!, verbs[at]!),
    );
    // A letter by itself is what is left of an ending, or the beginning of a word to come.
    const isWhole = (word: string, at: number) =>
      word.length > 1 || /\d/.test(word) || (unfinished && at === last) || (at > 0 && this.#isStanding(words[at - 1]! + word));
    if (words.some((word, at) => word.length > 1 && isTelling[at])) words.forEach((word, at) => (isTelling[at] &&= isWhole(word, at)));
    const telling = words.flatMap((_, at) => (isTelling[at] ? [at] : []));
    const all = words.map((word, at) =>
      isTelling[at] ? resolve(this.vocabulary, verbs[at]!, word, unfinished && at === last, this.guess) : this.#exactly(word, verbs[at]!),
    );
    const place = new Map(telling.map((at, position) => [at, position]));
    const meanings = telling.map((at) => all[at]!);
    const known = this.knowledge?.read({
      meanings, all, words, verbs, parts,
      positions: (at) => at.flatMap((each) => place.get(each) ?? []),
      isFiller: (at) => isTelling[at] === false,
      isLight: (infinitive) => this.#lightVerbs.has(infinitive),
    });
    parts = telling.map((at) => parts[at]!);
    words = telling.map((at) => words[at]!);
    const tellingVerbs = telling.map((at) => verbs[at]!);
    const readings = [...this.#read(words, meanings, tellingVerbs), ...(known?.readings ?? [])];
    const shares = known?.shares(readings) ?? [];
    const exactly = meanings.map((own) => [...own.values()].some((quality) => quality > sureQuality));
    for (const reading of readings) reading.guessed = isWord(reading) ? reading.quality <= sureQuality : !reading.at[reading.kind === 'synonym' ? 'some' : 'every']((at) => exactly[at]);
    const rarest = this.vocabulary.rarityOf(0);
    const qualifying = meanings.map((own) => [...own].some(([number, quality]) => quality > sureQuality && this.#qualifiers.has(this.vocabulary.words[number]!)));
    const worth = words.map((_, at) => {
      const inside = readings.filter((reading) => reading.at.includes(at));
      if (inside.length) return Math.max(...inside.map((reading) => this.#worth(reading))) * (shares[at] ?? 1);
      // A verb or an everyday word that leads nowhere asks for less than a word that nobody knows.
      const share = tellingVerbs[at]!.infinitives.length ? unmet.verb : qualifying[at] ? unmet.qualifying : exactly[at] ? unmet.known : unmet.unknown;
      return rarest * Math.min(share, (3 * share) / words.length);
    });
    const sum = worth.reduce((total, each) => total + each, 0);
    const best = words.map((_, at) => readings.reduce((most, { at: own, quality }) => (own.includes(at) ? Math.max(most, quality) : most), 0));
    const situations = known?.situations ?? [];
    const stand = (numbers: number[]) => numbers.every((number) => this.vocabulary.stands(number));
    const missing = words.map(
      (_, at) =>
        !qualifying[at] &&
        !tellingVerbs[at]!.infinitives.length &&
        !readings.some((reading) => !reading.guessed && reading.at.includes(at) && stand(reading.words)),
    );
    // «خرید» is a verb form, but a thing that services are about.
    const isSentence = tellingVerbs.some(({ infinitives }, at) => infinitives.length > 0 && !readings.some((reading) => isWord(reading) && reading.at.includes(at) && !reading.guessed));
    const sure = sum ? worth.reduce((total, each, at) => total + each * best[at]!, 0) / sum : 0;
    return { words, parts, readings: known ? known.undenied(readings, shares) : readings, qualifying, missing, begun: unfinished && telling.at(-1) === last ? words.length - 1 : -1, isSentence, worth, situations, sure };
  }

  #worth({ words, entries, worth = 0 }: Reading): number {
    return entries ? worth : mean(words.map((word) => this.vocabulary.rarity(word)));
  }

  #exactly(word: string, verb: VerbForm): Meanings {
    const exactly: Meanings = new Map();
    for (const each of [word, ...namesOf(verb)]) {
      const number = this.vocabulary.numberOf(each);
      if (number !== undefined) exactly.set(number, each === word ? 1 : 0.9);
    }
    return exactly;
  }

  /** All that the words may be in services: themselves, near words, words joined or split. */
  #read(words: string[], meanings: Meanings[], verbs: VerbForm[]): Reading[] {
    const { vocabulary } = this;
    const readings: Reading[] = [];
    const infinitives = verbs.map((verb) => verb.infinitives.map((each) => vocabulary.numberOf(each)));
    meanings.forEach((own, at) => {
      for (const [word, quality] of own) {
        // A verb that is no word of the sentence leads to patterns only: «میدین» asks for no service that gives.
        if (!vocabulary.stands(word) || (infinitives[at]!.includes(word) && vocabulary.words[word] !== words[at])) continue;
        const written = vocabulary.words[word]!;
        const typed = words[at]!;
        // Nobody is asked whether with «خونه» they meant «خانه».
        const isOwn = written.startsWith(typed) || typed.startsWith(written) || (quality > sureQuality && !/[a-z]/.test(typed));
        const kind = isOwn ? 'word' : 'form';
        readings.push({ kind, at: [at], words: [word], quality });
      }
      const next = words[at + 1];
      for (const joined of next ? this.#written(words[at]! + next) : [])
        if (this.#isStanding(joined)) readings.push({ kind: 'word', at: [at, at + 1], words: [vocabulary.numberOf(joined)!], quality: joined.startsWith(words[at]!) ? 1 : 0.88 });
    });
    return readings;
  }
}

export const isWord = ({ kind }: Reading): boolean => kind === 'word' || kind === 'form';

export const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
