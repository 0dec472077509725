import type { Meanings } from './resolve.ts';
import type { Slots } from './slots.ts';

/** What the words of a sentence hint at together, though they meet no pattern of it. */
export interface Hint<T> {
  owner: T;
  /** Positions of the words that hint at it. */
  at: number[];
  /** 0 to 1. */
  quality: number;
}

/** Below this a guess at a word hints at nothing. */
const leastSure = 0.7;
/** What a word says at least of an owner of which it is said at all, as part of what it says where it is said of it most. */
const leastBelonging = 0.4;
/** What a word that hints at nothing weighs, as part of the most telling word: the sentence is about something else too. */
const unknown = 0.5;
/** So much is added to what a sentence weighs: a short one is a smaller proof. */
const start = 2;
/** What a whole sentence of hints is worth, and what hints are worth at most, beside a pattern that is met. */
const whole = 0.75;
const mostQuality = 0.5;
const leastQuality = 0.1;
/** Of what many words are said, some are met by chance: how much less each is worth then, beyond so many words. */
const byChance = 0.3;
const fewWords = 60;
const mostHints = 3;

/** Which words are said of what, and how much each belongs to it. */
export class Hints<T> {
  readonly #slots: Slots;
  readonly #bySlot = new Map<string, { words: ReadonlySet<number>; owners: Map<T, number> }>();
  readonly #byWord = new Map<number, Map<T, number>[]>();
  /** What a word says of each owner, in all slots where it stands; made when it is first asked for. */
  readonly #belonging = new Map<number, ReadonlyMap<T, number>>();
  /** How many words are said of each. */
  readonly #spoken = new Map<T, number>();

  constructor(slots: Slots) {
    this.#slots = slots;
  }

  /** Words that are said of an owner: those of a slot. `share`: how much of what is said such a word is. */
  add(slot: string, owner: T, share: number): void {
    let said = this.#bySlot.get(slot);
    if (!said) {
      this.#bySlot.set(slot, (said = { words: new Set(this.#slots.alternatives(slot).flat()), owners: new Map<T, number>() }));
      for (const word of said.words) {
        const list = this.#byWord.get(word);
        if (list) list.push(said.owners);
        else this.#byWord.set(word, [said.owners]);
      }
    }
    const { words, owners } = said;
    if (!owners.has(owner)) this.#spoken.set(owner, (this.#spoken.get(owner) ?? 0) + words.size);
    owners.set(owner, (owners.get(owner) ?? 0) + share);
  }

  /**
   * The surest first. A word tells the more, the fewer things it is said of; what a sentence hints at is how much of all that
   * its words tell is told of it.
   */
  read(meanings: readonly Meanings[]): Hint<T>[] {
    const hints = new Map<T, { at: number[]; told: number }>();
    let all = start;
    meanings.forEach((own, at) => {
      const here = new Map<T, number>();
      let most = 0;
      for (const [word, sure] of own) {
        const owners = sure < leastSure ? undefined : this.#ownersOf(word);
        if (!owners?.size) continue;
        const telling = Math.log(1 + this.#spoken.size / owners.size);
        most = Math.max(most, telling);
        for (const [owner, share] of owners) {
          const told = sure * telling * (leastBelonging + (1 - leastBelonging) * (share / (share + 1)));
          if ((here.get(owner) ?? 0) < told) here.set(owner, told);
        }
      }
      all += most || unknown * Math.log(1 + this.#spoken.size);
      for (const [owner, told] of here) {
        const hint = hints.get(owner);
        if (hint) {
          hint.at.push(at);
          hint.told += told;
        } else hints.set(owner, { at: [at], told });
      }
    });
    return [...hints]
      .map(([owner, { at, told }]) => {
        const chance = 1 + byChance * Math.log(Math.max(1, this.#spoken.get(owner)! / fewWords));
        return { owner, at, quality: Math.min(mostQuality, (whole * told) / all / chance) };
      })
      .filter(({ at, quality }) => at.length > 1 && quality >= leastQuality)
      .sort((a, b) => b.quality - a.quality)
      .slice(0, mostHints);
  }

  #ownersOf(word: number): ReadonlyMap<T, number> {
    const known = this.#belonging.get(word);
    if (known) return known;
    const belonging = new Map<T, number>();
    for (const owners of this.#byWord.get(word) ?? []) for (const [owner, share] of owners) belonging.set(owner, (belonging.get(owner) ?? 0) + share);
    this.#belonging.set(word, belonging);
    return belonging;
  }
}
