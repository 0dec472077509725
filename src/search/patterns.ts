import type { Meanings } from './resolve.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words of one alternative; all must be found. */
type Alternative = number[];

interface Pattern<T> {
  slots: Alternative[][];
  owner: T;
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

  readonly #vocabulary: Vocabulary;
  readonly #classes: Record<string, string>;

  constructor(vocabulary: Vocabulary, classes: Record<string, string>) {
    this.#vocabulary = vocabulary;
    this.#classes = classes;
  }

  /** Adds what owners say, some at a time. */
  *add(owners: readonly T[], saysOf: (owner: T) => readonly string[]): Generator<void> {
    const vocabulary = this.#vocabulary;
    const classes = this.#classes;
    const numbers = (text: string): Alternative | undefined => {
      const found = text.split('_').map((word) => vocabulary.numberOf(word));
      return found.includes(undefined) ? undefined : (found as number[]);
    };
    const known = new Map<string, Alternative[]>();
    const slot = (text: string): Alternative[] => {
      let found = known.get(text);
      if (!found) {
        const expanded = text.replace(/\{([^}]*)\}/g, (_, name: string) => classes[name] ?? '');
        known.set(text, (found = expanded.split('/').map(numbers).filter((words) => words !== undefined)));
      }
      return found;
    };
    for (const owner of owners) {
      yield;
      for (const says of saysOf(owner)) {
        const slots = says.split(' ').map(slot);
        const fewest = slots.reduce((least, each) => (each.length < least.length ? each : least));
        // A slot without a known word is never found.
        for (const number of new Set(fewest.map(([first]) => first!))) {
          const list = this.#byWord.get(number);
          if (list) list.push({ slots, owner });
          else this.#byWord.set(number, [{ slots, owner }]);
        }
      }
    }
  }

  /** The best way in which each owner is met. */
  met(meanings: readonly Meanings[]): Met<T>[] {
    const places = new Map<number, [position: number, quality: number][]>();
    meanings.forEach((own, position) => {
      for (const [number, quality] of own) {
        if (quality < leastQuality) continue;
        const list = places.get(number);
        if (list) list.push([position, quality]);
        else places.set(number, [[position, quality]]);
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

function meet<T>({ slots, owner }: Pattern<T>, places: Map<number, [number, number][]>): Met<T> | undefined {
  const used = new Set<number>();
  let quality = 1;
  for (const alternatives of slots) {
    let chosen: { at: number[]; quality: number } | undefined;
    for (const words of alternatives) {
      const found = wordsAt(words, places, used);
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
function wordsAt(words: Alternative, places: Map<number, [number, number][]>, used: Set<number>) {
  let best: { at: number[]; quality: number } | undefined;
  for (const [start, first] of places.get(words[0]!) ?? []) {
    const at = [start];
    let quality = first;
    for (let next = 1; next < words.length && at.length === next; next++) {
      const place = places.get(words[next]!)?.find(([position]) => position === start + next);
      if (!place) break;
      at.push(place[0]);
      quality = Math.min(quality, place[1]);
    }
    if (at.length === words.length && !at.some((position) => used.has(position)) && (!best || quality > best.quality)) best = { at, quality };
  }
  return best;
}
