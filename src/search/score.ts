import { byRank } from './order.ts';
import { fieldIn, weights } from './postings.ts';
import type { Plan, Reader, Reading } from './readings.ts';

/** Part of what was asked that must be found, by weight: of a word or two, and of a long sentence. */
const leastCovered = { short: 0.25, long: 0.06 };
/** A hit far below the best one only shares a common word with it; the first few may answer another word of the query. */
const leastShare = { first: 0.07, later: 0.2 };
const firstFew = 5;
/** A word covers its part of the query whole where it stands in a title or in keywords, less in small print. */
const halfTitle = weights[0]! / 5;
/** How much more a service is worth whose whole title was named. */
const wholeTitle = 0.35;
/** Where a thing was asked for that is in no service: part of the title, or of the query, that must be met then. */
const leastNamed = 0.33;
const leastOfUnmet = 0.4;
/** A guess at a shorter word is no answer by itself. */
const longGuess = 6;
const impliedWord = 0.5;
const notNamed = 0.75;
/** What the title of a service is worth that a situation asks for, as if this part of it had been named. */
const situationTitle = 0.65;

/** By what a service was reached: by something done to it, by what it is about. */
const byIntent = 1;
const byThing = 2;

export interface Scored {
  number: number;
  score: number;
  /** Part of the query that it answers, by weight: 0 to 1. */
  covered: number;
  /** `covered`, less where a word only stands in small print or is only guessed. */
  answered: number;
}

/** Scores services for plans over one index. */
export class Scorer {
  readonly #reader: Pick<Reader, 'vocabulary'>;
  readonly #titleLengths: Uint8Array;
  /** A short title that holds the word is about it; a long one mentions it. */
  readonly #titleWeights: Float32Array;
  /** What each service is worth for each position of the query, one service after another; empty between queries. */
  #values = new Float32Array(0);
  /** By what each service was reached, and how much of its title was named; empty between queries. */
  readonly #reached: Uint8Array;
  readonly #named: Float32Array;
  /** Positions of the query at which each service was reached, a bit each: surely, and by a guess. */
  readonly #surely: Uint32Array;
  readonly #maybe: Uint32Array;

  /** `titleLengths`: words of each service's title. */
  constructor(reader: Pick<Reader, 'vocabulary'>, titleLengths: Uint8Array) {
    this.#reader = reader;
    this.#titleLengths = titleLengths;
    this.#titleWeights = Float32Array.from(this.#titleLengths, (length) => weights[0]! * (1 - Math.min(length, 12) * 0.02));
    this.#reached = new Uint8Array(titleLengths.length);
    this.#named = new Float32Array(titleLengths.length);
    this.#surely = new Uint32Array(titleLengths.length);
    this.#maybe = new Uint32Array(titleLengths.length);
  }

  /** The best first. `only`: positions of the query to look at; the others do as if they had not been typed. */
  score(plan: Plan, only?: readonly number[]): Scored[] {
    const positions = only ?? plan.words.map((_, at) => at);
    const stride = positions.length;
    const readings = only ? plan.readings.filter(({ at }) => at.every((position) => only.includes(position))) : plan.readings;
    if (this.#values.length < stride * this.#reached.length) this.#values = new Float32Array(stride * this.#reached.length);
    const values = this.#values;
    const reached = this.#reached;
    const touched: number[] = [];
    const strong = new Map<number, number>();
    /** Words with how much each counts as naming a title: what was typed more than what it may mean. */
    const titleWords = new Map<number, number>();

    for (const reading of readings) {
      const offsets = only ? reading.at.map((position) => only.indexOf(position)) : reading.at;
      const way = reading.kind === 'intent' || reading.at.every((position) => plan.qualifying[position]) ? byIntent : byThing;
      const met = reading.guessed && (reading.kind !== 'word' || reading.at[0] !== plan.begun) ? this.#maybe : this.#surely;
      const bits = way === byThing ? offsets.reduce((sum, offset) => sum | (1 << offset), 0) : 0;
      const keep = (entry: number, value: number) => {
        if (!reached[entry]) touched.push(entry);
        reached[entry]! |= way;
        met[entry]! |= bits;
        for (const offset of offsets) {
          const at = entry * stride + offset;
          if (values[at]! < value) values[at] = value;
        }
      };
      if (reading.entries) {
        const worth = reading.quality * weights[0]! * reading.worth!;
        const told = this.#toldApart(plan, reading);
        for (const [entry, share] of reading.entries) {
          keep(entry, worth * share * (told.get(entry) ?? 1));
          if (reading.several && !reading.guessed) strong.set(entry, situationTitle);
        }
        continue;
      }
      const share = reading.kind === 'word' || reading.kind === 'form' ? 1 : impliedWord;
      for (const word of reading.words) titleWords.set(word, Math.max(share, titleWords.get(word) ?? 0));
      this.#eachEntry(reading, keep);
    }
    for (const [word, share] of titleWords) {
      const { entries, fields } = this.#reader.vocabulary.postings(word);
      for (let at = 0; at < entries.length; at++) if (fields[at] === 0 && reached[entries[at]!]) this.#named[entries[at]!]! += share;
    }

    const missing = positions.reduce((sum, position, offset) => (plan.missing[position] ? sum | (1 << offset) : sum), 0);
    const guessable = positions.reduce((sum, position, offset) => (stride === 1 || plan.words[position]!.length >= longGuess ? sum | (1 << offset) : sum), 0);
    const worth = positions.map((position) => plan.worth[position]!);
    const all = worth.reduce((sum, each) => sum + each, 0) || 1;
    const long = Math.min(1, Math.max(0, (stride - 3) / 5));
    const least = leastCovered.short + (leastCovered.long - leastCovered.short) * long;
    const found: Scored[] = [];
    let best = 0;
    for (const entry of touched) {
      let sum = 0;
      let covered = 0;
      for (let at = 0; at < stride; at++) {
        const value = values[entry * stride + at]!;
        values[entry * stride + at] = 0;
        sum += value;
        covered += Math.min(worth[at]!, value / halfTitle);
      }
      covered /= all;
      const named = Math.max(strong.get(entry) ?? 0, Math.min(1, this.#named[entry]! / this.#titleLengths[entry]!));
      const score = sum * covered * (1 + wholeTitle * named);
      const met = this.#surely[entry]! | (this.#maybe[entry]! & guessable);
      const unmet = (missing & ~met) !== 0;
      // «قیمت هواپیما»: who asks about a thing that no service knows is not sent to one that has another price, nor
      // with «بلیت کنسرت» to one that has another ticket: two words of it must be met, or a part of the title. Who
      // tells what happened says much that no service needs to know.
      const little = !plan.isSentence && ((countBits(met) < 2 && named < leastNamed) || covered < leastOfUnmet * (1 - long));
      const byNothing = unmet && !strong.has(entry) && (reached[entry] === byIntent || little);
      this.#surely[entry] = 0;
      this.#maybe[entry] = 0;
      reached[entry] = 0;
      this.#named[entry] = 0;
      if ((covered < least && !strong.has(entry)) || byNothing || score < best * leastShare.first) continue;
      best = Math.max(best, score);
      found.push({ number: entry, score, covered, answered: sum / (all * weights[0]!) });
    }
    found.sort(byRank);
    return found.filter(({ score }, rank) => score >= best * (rank < firstFew ? leastShare.first : leastShare.later));
  }

  /**
   * «قبض آب به اسم صاحب قبلی» is one situation for water, power and gas: where a word that met it stands in the titles of
   * some of its services, the others are meant less.
   */
  #toldApart(plan: Plan, { at, entries = [] }: Reading): Map<number, number> {
    const shares = new Map<number, number>();
    for (const position of at) {
      for (const { kind, at: own, words, quality } of plan.readings) {
        if (kind !== 'word' || own.length > 1 || own[0] !== position || words.length > 1 || quality < 0.8) continue;
        const list = this.#reader.vocabulary.postings(words[0]!);
        const without = entries.filter(([entry]) => fieldIn(list, entry) !== 0);
        if (without.length < entries.length) for (const [entry] of without) shares.set(entry, (shares.get(entry) ?? 1) * notNamed);
      }
    }
    return shares;
  }

  /** Services in which all words of a reading stand, with what they are worth there. */
  #eachEntry({ words, quality, worth = Infinity }: Reading, found: (entry: number, value: number) => void): void {
    const { vocabulary } = this.#reader;
    const rarities = words.map((word) => vocabulary.rarity(word));
    const share = (quality / words.length) * Math.min(1, (worth * words.length) / rarities.reduce((sum, each) => sum + each, 0));
    const lists = words.map((word) => vocabulary.postings(word));
    const shortest = lists.reduce((least, each) => (each.entries.length < least.entries.length ? each : least));
    const { entries, fields } = shortest;
    if (lists.length === 1) {
      const all = share * rarities[0]!;
      for (let at = 0; at < entries.length; at++) found(entries[at]!, all * this.#weight(fields[at]!, entries[at]!));
      return;
    }
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at]!;
      let sum = 0;
      for (let word = 0; word < lists.length && sum >= 0; word++) {
        const field = lists[word] === shortest ? fields[at]! : fieldIn(lists[word]!, entry);
        sum = field < 0 ? -1 : sum + this.#weight(field, entry) * rarities[word]!;
      }
      if (sum >= 0) found(entry, share * sum);
    }
  }

  #weight(field: number, entry: number): number {
    return field === 0 ? this.#titleWeights[entry]! : weights[field]!;
  }

  /** What a reading is worth in one entry; 0 where it does not stand. */
  worthIn({ words, entries, quality, worth = entries ? 0 : Infinity }: Reading, entry: number): number {
    if (entries) return (entries.find(([number]) => number === entry)?.[1] ?? 0) * quality * weights[0]! * worth;
    let sum = 0;
    let telling = 0;
    for (const word of words) {
      const field = fieldIn(this.#reader.vocabulary.postings(word), entry);
      if (field < 0) return 0;
      const rarity = this.#reader.vocabulary.rarity(word);
      sum += this.#weight(field, entry) * rarity;
      telling += rarity;
    }
    return (quality * sum * Math.min(1, (worth * words.length) / telling)) / words.length;
  }
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}
