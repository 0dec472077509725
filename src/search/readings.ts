import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { infinitivesOf, readVerbs, type Verbs } from '../persian/verbs.ts';
import { words as wordsOf } from '../persian/words.ts';
import { unpack } from './pack.ts';
import { Patterns, type Met } from './patterns.ts';
import { fromLatin } from './sounds.ts';
import { resolve, splits, type Meanings } from './resolve.ts';
import { Vocabulary } from './vocabulary.ts';

/** A situation of the lexicon with the services of this catalogue that it asks for. */
export type Situation = CatalogueLexicon['situations'][number] & { needs: string };
type Intent = CatalogueLexicon['intents'][number];

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
}

/** A query, understood. */
export interface Plan {
  words: string[];
  /** Number of the part of the sentence in which each word stands. */
  parts: number[];
  readings: Reading[];
  /** What each word weighs: how telling the best of its readings is. */
  worth: number[];
  situations: Situation[];
  /** How much of it was understood, and how surely: 0 to 1. */
  sure: number;
}

interface Synonym {
  words: number[];
  meant: number[][];
  quality: number;
}

/** Nobody types more; what is pasted beyond it is not read. */
const mostCharacters = 400;
const mostWords = 32;
/** The next service of a situation, and the next for one need, are worth a little less. */
const situationQuality = 0.88;
const byNeed = 0.97;
const withinNeed = 0.95;
/** A situation is at most as telling as a word that stands in this part of all services. */
const situationShare = 0.015;
/** What a word weighs that is found in no service, as part of the rarest word. */
const unmet = { verb: 0.15, known: 0.25, unknown: 0.7 };
/** Where one need ends and another may begin. */
const partEnd = /[،,؛;.!؟?\n]+/u;
const conjunctions = new Set(['و', 'همچنین', 'بعدشم', 'ضمنا', 'بعلاوه']);

/** Reads queries with the words of one index. */
export class Reader {
  readonly vocabulary: Vocabulary;
  readonly #mostOfSituation: number;
  readonly #verbs: Verbs;
  readonly #filler: Set<string>;
  readonly #lightVerbs: Set<string>;
  readonly #synonyms = new Map<number, Synonym[]>();
  readonly #needs: readonly string[];
  #intents: Patterns<Intent> | undefined;
  #situations: Patterns<Situation> | undefined;

  constructor(index: CatalogueIndex) {
    const { filler, verbs, lightVerbs } = index.language;
    this.vocabulary = new Vocabulary(index.words, index.postings, index.ids.length);
    this.#mostOfSituation = this.vocabulary.rarityOf(Math.max(2, index.ids.length * situationShare));
    this.#verbs = readVerbs(verbs);
    this.#filler = new Set(filler);
    this.#lightVerbs = new Set(lightVerbs);
    this.#needs = index.needs;
  }

  /** From now on sentences are read by the lexicon too. */
  learn({ classes, groups, intents, situations }: CatalogueLexicon): void {
    const { vocabulary } = this;
    const says = [...intents, ...situations].flatMap((each) => each.says);
    for (const texts of [says, Object.values(classes), groups.flatMap(({ terms }) => terms)])
      for (const text of texts) vocabulary.add(text.replace(/\{[^}]*\}/g, ' ').split(/[_/ ]+/));
    const met = situations.map((situation, number) => ({ ...situation, needs: this.#needs[number] ?? '' })).filter(({ needs }) => needs);
    this.#intents = new Patterns(vocabulary, classes, intents, (each) => each.says);
    this.#situations = new Patterns(vocabulary, classes, met, (each) => each.says);
    for (const { terms, oneWay, sure } of groups) this.#addGroup(terms, oneWay, sure);
  }

  /** Says nothing about what is wanted. */
  isFiller(word: string): boolean {
    const persian = /[a-z]/.test(word) ? fromLatin(word) : word;
    if (this.#filler.has(persian)) return true;
    const { infinitives } = infinitivesOf(this.#verbs, persian);
    return infinitives.some((infinitive) => this.#lightVerbs.has(infinitive));
  }

  /** Numbers of the telling words of official wording, or undefined when one is unknown. */
  numbersOf(text: string): number[] | undefined {
    const words = wordsOf(text);
    const telling = words.filter((word) => !this.#filler.has(word));
    return this.#numbers(telling.length ? telling : words);
  }

  #numbers(words: string[]): number[] | undefined {
    const numbers = words.map((word) => this.vocabulary.numberOf(word));
    return numbers.includes(undefined) ? undefined : (numbers as number[]);
  }

  #addGroup(terms: string[], oneWay: boolean, sure: number): void {
    const numbered = terms.map((term) => this.#numbers(term.split(' ')));
    numbered.forEach((words, at) => {
      const others = oneWay ? (at === 0 ? [] : [numbered[0]]) : numbered.filter((other) => other !== words);
      const meant = others.filter((other) => other !== undefined);
      if (!words?.length || !meant.length) return;
      const synonym = { words, meant, quality: sure };
      const list = this.#synonyms.get(words[0]!);
      if (list) list.push(synonym);
      else this.#synonyms.set(words[0]!, [synonym]);
    });
  }

  /** What a group of words may be called otherwise, with how sure. */
  synonymsOf(words: readonly number[]): { words: number[]; quality: number }[] {
    return (this.#synonyms.get(words[0]!) ?? [])
      .filter((synonym) => synonym.words.length === words.length && synonym.words.every((word, at) => word === words[at]))
      .flatMap(({ meant, quality }) => meant.map((other) => ({ words: other, quality })));
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
    const last = words.length - 1;
    const isTelling = words.map((word, at) => (unfinished && at === last && words.length < 3) || !this.isFiller(word));
    const telling = isTelling.includes(true) ? words.flatMap((_, at) => (isTelling[at] ? [at] : [])) : words.map((_, at) => at);
    // Filler takes part in patterns, as it was typed: «پس دادن» is not «دادن».
    const all = words.map((word, at) =>
      telling.includes(at) ? resolve(this.vocabulary, this.#verbs, word, unfinished && at === last) : this.#exactly(word),
    );
    parts = telling.map((at) => parts[at]!);
    const place = new Map(telling.map((at, position) => [at, position]));
    const meanings = telling.map((at) => all[at]!);
    const patterns = this.#patterns(all, (at) => at.flatMap((each) => place.get(each) ?? []));
    words = telling.map((at) => words[at]!);
    const { readings, situations } = this.#read(words, meanings, patterns);
    const rarest = this.vocabulary.rarityOf(0);
    const worth = words.map((word, at) => {
      const inside = readings.filter((reading) => reading.at.includes(at));
      if (inside.length) return Math.max(...inside.map((reading) => this.#telling(reading, at, meanings)));
      // A verb or an everyday word that leads nowhere asks for less than a word that nobody knows.
      const share = infinitivesOf(this.#verbs, word).infinitives.length ? unmet.verb : meanings[at]!.size ? unmet.known : unmet.unknown;
      return rarest * Math.min(share, (3 * share) / words.length);
    });
    const sum = worth.reduce((total, each) => total + each, 0);
    const best = words.map((_, at) => readings.reduce((most, { at: own, quality }) => (own.includes(at) ? Math.max(most, quality) : most), 0));
    return { words, parts, readings, worth, situations, sure: sum ? worth.reduce((total, each, at) => total + each * best[at]!, 0) / sum : 0 };
  }

  #telling({ words, entries }: Reading, at: number, meanings: Meanings[]): number {
    if (entries) return this.#situationWorth(meanings[at]!);
    return mean(words.map((word) => this.vocabulary.rarity(word)));
  }

  /** What a word weighs by which a situation was recognised: what it weighs as a word, if it is one of services. */
  #situationWorth(own: Meanings): number {
    let best = Infinity;
    for (const [word, quality] of own)
      if (quality > 0.8 && this.vocabulary.stands(word)) best = Math.min(best, this.vocabulary.rarity(word));
    return Math.min(best, this.#mostOfSituation);
  }

  #exactly(word: string): Meanings {
    const exactly: Meanings = new Map();
    for (const each of [word, ...infinitivesOf(this.#verbs, word).infinitives]) {
      const number = this.vocabulary.numberOf(each);
      if (number !== undefined) exactly.set(number, each === word ? 1 : 0.9);
    }
    return exactly;
  }

  /** What of the lexicon a sentence meets, filler included; positions are those of its telling words. */
  #patterns(all: Meanings[], positions: (at: number[]) => number[]): { intents: Met<Intent>[]; situations: Met<Situation>[] } {
    const telling = <T>(met: Met<T>[]) => met.map((each) => ({ ...each, at: positions(each.at) })).filter(({ at }) => at.length);
    return { intents: telling(this.#intents?.met(all) ?? []), situations: telling(this.#situations?.met(all) ?? []) };
  }

  /** All that the words may mean: themselves, near words, words joined or split, and what the lexicon leads to. */
  #read(words: string[], meanings: Meanings[], patterns: { intents: Met<Intent>[]; situations: Met<Situation>[] }): { readings: Reading[]; situations: Situation[] } {
    const { vocabulary } = this;
    const readings: Reading[] = [];
    const infinitives = words.map((word) => infinitivesOf(this.#verbs, word).infinitives.map((each) => vocabulary.numberOf(each)));
    meanings.forEach((own, at) => {
      for (const [word, quality] of own) {
        // A verb that is no word of the sentence leads to patterns only: «میدین» asks for no service that gives.
        if (!vocabulary.stands(word) || (infinitives[at]!.includes(word) && vocabulary.words[word] !== words[at])) continue;
        const written = vocabulary.words[word]!;
        const kind = written.startsWith(words[at]!) || words[at]!.startsWith(written) ? 'word' : 'form';
        readings.push({ kind, at: [at], words: [word], quality });
      }
      const next = words[at + 1];
      const joined = next === undefined ? undefined : vocabulary.numberOf(words[at]! + next);
      if (joined !== undefined) {
        if (vocabulary.stands(joined)) readings.push({ kind: 'word', at: [at, at + 1], words: [joined], quality: 1 });
      }
      for (const pair of splits(vocabulary, words[at]!)) readings.push({ kind: 'word', at: [at], words: pair, quality: 0.85 });
    });
    meanings.forEach((own, at) => {
      for (const first of own.keys()) {
        for (const synonym of this.#synonyms.get(first) ?? []) {
          const span = synonym.words.length;
          if (at + span > words.length) continue;
          const sure = Math.min(...synonym.words.map((word, offset) => meanings[at + offset]!.get(word) ?? 0));
          if (sure <= 0.5) continue;
          const positions = synonym.words.map((_, offset) => at + offset);
          // Another name of what stands in services itself is not worth more than that.
          const own = sure > 0.8 && synonym.words.every((word) => vocabulary.stands(word)) ? { worth: mean(synonym.words.map((word) => vocabulary.rarity(word))) } : {};
          for (const meant of synonym.meant) readings.push({ kind: 'synonym', at: positions, words: meant, quality: sure * synonym.quality, ...own });
        }
      }
    });
    for (const { owner, at, quality } of patterns.intents) {
      // What is done, and not what it is done to: «کارت ملی شکسته» asks to change this card and no other paper.
      const done = at.filter((position) => ![...meanings[position]!].some(([word, sure]) => sure > 0.8 && vocabulary.stands(word)));
      for (const meant of owner.means) {
        const numbers = this.#numbers(meant.split(' '));
        if (numbers) readings.push({ kind: 'intent', at: done.length ? done : at, words: numbers, quality: quality * 0.85 });
      }
    }
    const met = patterns.situations.filter(({ owner, at }) => !owner.topic || at.length === words.length);
    for (const { owner, at, quality } of met) {
      const entries = owner.needs
        .split(' ')
        .flatMap((need, order) => unpack(need).map((entry, rank): [number, number] => [entry, byNeed ** order * withinNeed ** rank]));
      const worth = at.map((position) => this.#situationWorth(meanings[position]!));
      readings.push({ kind: 'situation', at, words: [], quality: quality * situationQuality, entries, worth: mean(worth), situation: owner });
    }
    met.sort((a, b) => b.at.length * b.quality - a.at.length * a.quality);
    return { readings, situations: met.map(({ owner }) => owner) };
  }
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
