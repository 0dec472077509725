import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { askersIn, type Demands } from './asker.ts';
import { lessOf, sharesIn } from './circumstance.ts';
import { deniedIn, type Happenings } from './denial.ts';
import { Hints } from './hints.ts';
import { unpack } from './pack.ts';
import { Patterns, type Met } from './patterns.ts';
import { isWord, mean, type Known, type Knowledge, type Reader, type Reading, type Sentence, type Situation } from './readings.ts';
import type { Meanings } from './resolve.ts';
import { Slots } from './slots.ts';
import type { Vocabulary } from './vocabulary.ts';

type Intent = CatalogueLexicon['intents'][number];

interface Synonym {
  words: number[];
  meant: number[][];
  quality: number;
}

const situationQuality = 0.88;
/** The next service of a situation, and the next for one need, are worth a little less. */
const byNeed = 0.8;
const withinNeed = 0.95;
/** Who only hints at a situation hardly asks for all that may come after it. */
const byHintedNeed = 0.4;
/** What a word says of a situation with which it is heard; a word of a pattern of so many slots says the part of one. */
const shareOfHeard = 0.5;
/** A situation is at most as telling as a word that stands in this part of all services. */
const situationShare = 0.015;
const intentQuality = 0.85;

/** What is left of a word that is denied. */
const deniedShare = 0.4;

/**
 * A denied word asks for nothing, but still is what it is about: «شناسنامه نمی‌خواهم عوض کنم». So is who demands a paper:
 * «بانک گفته نامه بیار».
 */
function leftOf(reading: Reading): Reading[] {
  if (reading.kind === 'synonym') return [];
  return [isWord(reading) ? { ...reading, quality: reading.quality * deniedShare } : reading];
}

/** What the lexicon knows, in the words of one index: other names, what somebody wants done, what happened to them. */
export class Learned implements Knowledge {
  readonly #vocabulary: Vocabulary;
  readonly #mostOfSituation: number;
  readonly #synonyms = new Map<number, Synonym[]>();
  readonly #intents: Patterns<Intent>;
  readonly #situations: Patterns<Situation>;
  readonly #hints: Hints<Situation>;
  readonly #happenings: Happenings;
  readonly #demands: Demands;
  readonly #politeness: readonly number[][];

  private constructor(vocabulary: Vocabulary, classes: Record<string, string>, negated: ReadonlySet<string>, entries: number) {
    this.#vocabulary = vocabulary;
    this.#mostOfSituation = vocabulary.rarityOf(Math.max(2, entries * situationShare));
    const slots = new Slots(vocabulary, classes);
    this.#intents = new Patterns(slots, negated);
    this.#situations = new Patterns(slots, negated);
    this.#hints = new Hints(slots);
    const phrases = (name: string) => (classes[name] ?? '').split('/').flatMap((text) => [vocabulary.numbersOf(text.split('_')) ?? []]).filter(({ length }) => length);
    this.#happenings = { events: phrases('event'), states: phrases('state'), wishes: phrases('wish') };
    this.#demands = { askers: phrases('asker'), papers: phrases('paper') };
    this.#politeness = phrases('polite');
  }

  /** Learns some at a time, in the words of an index and its reader. */
  static *from({ vocabulary, verbs }: Pick<Reader, 'vocabulary'> & { verbs: Pick<Reader['verbs'], 'negated'> }, lexicon: CatalogueLexicon, { needs, ids }: Pick<CatalogueIndex, 'needs' | 'ids'>): Generator<void, Learned> {
    const { classes, groups, intents, situations } = lexicon;
    for (const texts of [Object.values(classes), ...groups.map(({ terms }) => terms), ...[...intents, ...situations].map(({ says }) => says), situations.map(({ hears }) => hears)]) {
      for (const text of texts) {
        vocabulary.add(text.replace(/\{[^}]*\}/g, ' ').split(/[_/ ]+/));
        yield;
      }
    }
    const learned = new Learned(vocabulary, classes, verbs.negated, ids.length);
    const served = situations.map((situation, number) => ({ ...situation, needs: needs[number] ?? '' })).filter((each) => each.needs);
    yield* learned.#intents.add(intents, (each) => each.says);
    yield* learned.#situations.add(served, (each) => each.says);
    for (const situation of served) {
      if (!situation.topic) learned.#addHints(situation);
      yield;
    }
    for (const { terms, oneWay, sure } of groups) {
      learned.#addGroup(terms, oneWay, sure);
      yield;
    }
    return learned;
  }

  #addHints(situation: Situation): void {
    for (const says of situation.says) {
      const slots = says.split(' ');
      for (const slot of slots) this.#hints.add(slot, situation, 1 / slots.length);
    }
    for (const word of situation.hears.split('/')) if (word) this.#hints.add(word, situation, shareOfHeard);
  }

  #addGroup(terms: string[], oneWay: boolean, sure: number): void {
    const numbered = terms.map((term) => this.#vocabulary.numbersOf(term.split(' ')));
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

  polite(words: readonly string[]): Set<number> {
    const numbers = words.map((word) => this.#vocabulary.numberOf(word));
    const polite = new Set<number>();
    for (const phrase of this.#politeness) {
      numbers.forEach((_, from) => {
        if (phrase.every((number, offset) => numbers[from + offset] === number)) phrase.forEach((__, offset) => polite.add(from + offset));
      });
    }
    return polite;
  }

  read(sentence: Sentence): Known {
    const { meanings, all, positions } = sentence;
    const denied = deniedIn(sentence, this.#happenings);
    const telling = <T>(met: Met<T>[]) => met.map((each) => ({ ...each, at: positions(each.at), several: each.at.length > 1 })).filter(({ at }) => at.length);
    // «پول پیش» is a name, though «پیش» by itself says nothing: the words of such a name follow each other as they were typed.
    const withFiller = (at: number[]) => {
      const own = positions(at);
      return own.length < at.length ? own : [];
    };
    const readings = [...this.#otherNames(meanings), ...this.#otherNames(all, withFiller), ...this.#wanted(telling(this.#intents.met(all, denied)), meanings)];
    const situations = telling(this.#situations.met(all, denied))
      .filter(({ owner, at }) => !owner.topic || at.length === meanings.length)
      .sort((a, b) => b.at.length * b.quality - a.at.length * a.quality);
    for (const { owner, at, quality, several } of situations) readings.push(this.#leading(owner, meanings, { at, quality: quality * situationQuality, several }, byNeed));
    for (const { owner, at, quality } of this.#hints.read(meanings)) {
      // Words that met a pattern say that, and need no guess.
      const said = situations.some((met) => met.owner === owner || (met.several && at.every((position) => met.at.includes(position))));
      if (!said) readings.push(this.#leading(owner, meanings, { at, quality, several: false }, byHintedNeed));
    }
    const without = new Set(positions([...denied]));
    const askers = new Set(positions([...askersIn(sentence, this.#demands)]));
    const aside = ({ at }: Reading) => at.some((position) => without.has(position)) || at.every((position) => askers.has(position));
    return {
      readings,
      situations: situations.map(({ owner }) => owner),
      shares: (all) => sharesIn(sentence, all),
      undenied: (given, shares) => lessOf(given.flatMap((reading) => (aside(reading) ? leftOf(reading) : reading)), shares),
    };
  }

  /** To the services of a situation. `byNeed`: what those of the next need are worth, as part of those before. */
  #leading(situation: Situation, meanings: Meanings[], { at, quality, several }: Pick<Reading, 'at' | 'quality'> & { several: boolean }, byNeed: number): Reading {
    const entries = situation.needs
      .split(' ')
      .flatMap((need, order) => unpack(need).map((entry, rank): [number, number] => [entry, byNeed ** order * withinNeed ** rank]));
    const worth = mean(at.map((position) => this.#situationWorth(meanings[position]!)));
    return { kind: 'situation', at, words: [], quality, entries, worth, situation, several };
  }

  /** `placed`: positions of a name among the telling words; none where it is not to be read. */
  #otherNames(meanings: Meanings[], placed = (at: number[]) => at): Reading[] {
    const vocabulary = this.#vocabulary;
    const readings: Reading[] = [];
    meanings.forEach((own, start) => {
      for (const first of own.keys()) {
        for (const { words, meant, quality } of this.#synonyms.get(first) ?? []) {
          if (start + words.length > meanings.length) continue;
          const sure = Math.min(...words.map((word, offset) => meanings[start + offset]!.get(word) ?? 0));
          if (sure <= 0.5) continue;
          const at = placed(words.map((_, offset) => start + offset));
          if (!at.length) continue;
          // Another name of what stands in services itself is not worth more than that.
          const standing = sure > 0.8 && words.every((word) => vocabulary.stands(word));
          const worth = standing ? mean(words.map((word) => vocabulary.rarity(word))) : undefined;
          for (const other of meant)
            readings.push({ kind: 'synonym', at, words: other, quality: sure * quality, ...(worth !== undefined && { worth }) });
        }
      }
    });
    return readings;
  }

  #wanted(intents: Met<Intent>[], meanings: Meanings[]): Reading[] {
    return intents.flatMap(({ owner, at, quality }) => {
      // What is done, and not what it is done to: «کارت ملی شکسته» asks to change this card and no other paper.
      const isThing = (position: number) => [...meanings[position]!].some(([word, sure]) => sure > 0.8 && this.#vocabulary.names(word));
      const done = at.filter((position) => !isThing(position));
      return owner.means.flatMap((meant): Reading[] => {
        const words = this.#vocabulary.numbersOf(meant.split(' '));
        return words ? [{ kind: 'intent', at: done.length ? done : at, words, quality: quality * intentQuality }] : [];
      });
    });
  }

  /** What a word weighs by which a situation was recognised: what it weighs as a word, if it is one of services. */
  #situationWorth(own: Meanings): number {
    let best = this.#mostOfSituation;
    for (const [word, quality] of own)
      if (quality > 0.8 && this.#vocabulary.stands(word)) best = Math.min(best, this.#vocabulary.rarity(word));
    return best;
  }
}
