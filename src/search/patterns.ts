import type { Meanings } from './resolve.ts';
import type { Alternative, Slots } from './slots.ts';

interface Pattern<T> {
  slots: Alternative[][];
  owner: T;
  /** It is about what does not happen or is not wanted: «بچه‌دار نشدن». */
  isAbsence: boolean;
}

interface Place {
  at: number;
  quality: number;
  denied: boolean;
}

/** A pattern that a sentence meets. */
export interface Met<T> {
  owner: T;
  /** Positions of the words that met it. */
  at: number[];
  /** 0 to 1. */
  quality: number;
}

/** Below this a guess at a word meets no pattern. */
const leastQuality = 0.6;
/** This many words may stand between those of a pattern; more make it doubtful. */
const freeGap = 4;
const byGap = 0.04;

/** Patterns of words, found by the words that they wait for. */
export class Patterns<T> {
  readonly #byWord = new Map<number, Pattern<T>[]>();

  readonly #slots: Slots;
  readonly #negated: ReadonlySet<string>;

  /** `negated`: infinitives that say that something is not done: «نشدن». */
  constructor(slots: Slots, negated: ReadonlySet<string>) {
    this.#slots = slots;
    this.#negated = negated;
  }

  /** Adds what owners say, some at a time. */
  *add(owners: readonly T[], saysOf: (owner: T) => readonly string[]): Generator<void> {
    for (const owner of owners) {
      yield;
      for (const says of saysOf(owner)) {
        const slots = says.split(' ').map((text) => this.#slots.alternatives(text));
        const pattern = { slots, owner, isAbsence: says.split(/[ /_]/).some((word) => this.#negated.has(word)) };
        const fewest = slots.reduce((least, each) => (each.length < least.length ? each : least));
        // A slot without a known word is never found.
        for (const number of new Set(fewest.map(([first]) => first!))) {
          const list = this.#byWord.get(number);
          if (list) list.push(pattern);
          else this.#byWord.set(number, [pattern]);
        }
      }
    }
  }

  /** The best way in which each owner is met; `denied`: positions that only patterns about absence may take. */
  met(meanings: readonly Meanings[], denied: ReadonlySet<number>): Met<T>[] {
    const places = new Map<number, Place[]>();
    meanings.forEach((own, at) => {
      for (const [number, quality] of own) {
        if (quality < leastQuality) continue;
        const place = { at, quality, denied: denied.has(at) };
        const list = places.get(number);
        if (list) list.push(place);
        else places.set(number, [place]);
      }
    });
    const best = new Map<T, Met<T>>();
    const tried = new Set<Pattern<T>>();
    for (const number of places.keys()) {
      for (const pattern of this.#byWord.get(number) ?? []) {
        if (tried.has(pattern)) continue;
        tried.add(pattern);
        const met = meet(pattern, places);
        const before = met && best.get(pattern.owner);
        if (met && (!before || before.at.length * before.quality < met.at.length * met.quality)) best.set(pattern.owner, met);
      }
    }
    return [...best.values()];
  }
}

function meet<T>({ slots, owner, isAbsence }: Pattern<T>, places: Map<number, Place[]>): Met<T> | undefined {
  const used = new Set<number>();
  let quality = 1;
  for (const alternatives of slots) {
    let chosen: { at: number[]; quality: number } | undefined;
    for (const words of alternatives) {
      const found = wordsAt(words, places, used, isAbsence);
      if (found && (!chosen || found.quality * found.at.length > chosen.quality * chosen.at.length)) chosen = found;
    }
    if (!chosen) return undefined;
    chosen.at.forEach((position) => used.add(position));
    quality = Math.min(quality, chosen.quality);
  }
  const at = [...used].sort((a, b) => a - b);
  // Words far apart are less likely to belong together.
  const gap = at.at(-1)! - at[0]! + 1 - at.length;
  quality *= 1 - Math.min(0.5, Math.max(0, gap - freeGap) * byGap);
  return quality < leastQuality ? undefined : { owner, at, quality };
}

/** Where the words of one alternative follow each other, on places that no other slot has taken. */
function wordsAt(words: Alternative, places: Map<number, Place[]>, used: Set<number>, isAbsence: boolean) {
  let best: { at: number[]; quality: number } | undefined;
  for (const first of places.get(words[0]!) ?? []) {
    if (first.denied && !isAbsence) continue;
    const at = [first.at];
    let quality = first.quality;
    for (let next = 1; next < words.length && at.length === next; next++) {
      const place = places.get(words[next]!)?.find((each) => each.at === first.at + next && (isAbsence || !each.denied));
      if (!place) break;
      at.push(place.at);
      quality = Math.min(quality, place.quality);
    }
    if (at.length === words.length && !at.some((position) => used.has(position)) && (!best || quality > best.quality)) best = { at, quality };
  }
  return best;
}
