import { distance } from './distance.ts';
import { skeleton, sound } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How the words of a vocabulary sound, for what is written as it is heard, or not quite right. */
export class Hearing {
  readonly #sounds: Sounds = { sounds: [], bySound: new Map(), byBones: new Map(), byLength: [], letters: [] };

  constructor(private readonly vocabulary: Vocabulary) {}

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
    while (sounds.length < this.vocabulary.words.length) {
      const number = sounds.length;
      const word = this.vocabulary.words[number]!;
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
