import { foldKey } from '../persian/fold.ts';
import { infinitivesOf } from '../persian/verbs.ts';
import { words as wordsOf } from '../persian/words.ts';
import { takenApart } from './glued.ts';
import type { Hearing } from './hearing.ts';
import { otherLayouts } from './layouts.ts';
import { spelledOut } from './letter-names.ts';
import { mostCharacters, sureQuality, type Plan, type Reader } from './readings.ts';
import { resolve, withoutEnding } from './resolve.ts';
import { sound } from './sounds.ts';

/** A plan for a text that was not typed so. */
export interface Reread {
  plan: Plan;
  readAs: string;
}

/** So sure a text must be to stay as it was typed, and by so much surer what all of its keys write on another layout. */
const enough = { latin: 0.97, persian: 0.75 };
const surer = { latin: 0.05, persian: 0.15 };
const leastOfLayout = 0.8;
/** A guess that is no surer may be chance. */
const weakGuess = 0.63;
/** Of fewer letters any keys may write a word. */
const shortest = 3;
/** From so many letters on two parts of a word that sound like one are that one. */
const longSound = 5;

/** Keys that write a letter on Persian layouts, and in Latin stand between words: «;hvj» is «کارت». */
const keysOfLetters = /[[\];'\\,`](?=[a-z])/i;

/**
 * Reads a query otherwise than it was typed where words of it are known to nobody: with the keys of another layout, all of
 * them or those of these words; with spaces where they are missing, without where they are too many; letters that are called
 * by their names. What is known stays as it is.
 */
export class Rereader {
  readonly #reader: Reader;
  readonly #hearing: Hearing;

  constructor(reader: Reader, hearing: Hearing) {
    this.#reader = reader;
    this.#hearing = hearing;
  }

  /** The surest, or nothing where what was typed is. */
  read(query: string, plain: Plan): Reread | undefined {
    const text = query.slice(0, mostCharacters);
    const unknown = new Set(plain.words.filter((_, at) => this.#isUnknown(plain, at)));
    // What is one letter away from a word is that word, though by chance it may be made of two others.
    const unread = new Set(plain.words.filter((word, at) => unknown.has(word) && !plain.readings.some((reading) => reading.at.includes(at) && reading.quality > weakGuess)));
    let best: Reread | undefined;
    const plans = new Map<string, Plan>();
    const offer = (readAs: string, least: number) => {
      const plan = plans.get(readAs) ?? this.#reader.plan(readAs);
      plans.set(readAs, plan);
      if (plan.sure > Math.max(least, best?.plan.sure ?? 0)) best = { plan, readAs };
    };
    const script = /[a-z]/i.test(text) ? 'latin' : 'persian';
    // Who is in the middle of a word has not typed another layout's.
    const begins = unknown.size === 0 && plain.readings.some(({ kind, at }) => kind === 'word' && at[0] === plain.begun);
    if (!begins && plain.sure < enough[script])
      for (const other of this.#likely(layouts(text))) offer(other, Math.max(plain.sure + surer[script], leastOfLayout));
    // What all keys write for sure is not read in part.
    if (best && best.plan.sure >= enough.latin) return best;
    const mended = this.#mended(text, unknown, unread);
    if (mended !== text) offer(mended, plain.sure);
    return best;
  }

  /** One that writes nothing but known words makes the others not worth reading; none is where all words are guesses. */
  #likely(others: string[]): string[] {
    const known = others.find((each) => wordsOf(each).every((word) => this.#isKnown(word)));
    return known === undefined ? others.filter((each) => wordsOf(each).some((word) => this.#isRead(word))) : [known];
  }

  /** Whether it may be a word as it was typed, one that sounds so or one that begins so: what takes little time to tell. */
  #isRead(word: string): boolean {
    const { vocabulary, verbs, guess } = this.#reader;
    if (/[a-z]/.test(word)) return true;
    const meanings = resolve(vocabulary, infinitivesOf(verbs, word), word, true, guess && { ...guess, near: () => undefined });
    return [...meanings.values()].some((quality) => quality > leastOfLayout);
  }

  /** Whether the word at a position is only guessed at, and is not the beginning of one. */
  #isUnknown({ words, readings, begun }: Plan, at: number): boolean {
    const { vocabulary, verbs } = this.#reader;
    const word = words[at]!;
    const isRead = readings.some((reading) => reading.at.includes(at) && (!reading.guessed || (at === begun && reading.kind === 'word' && word.length > 1)));
    return !isRead && vocabulary.numberOf(word) === undefined && !infinitivesOf(verbs, word).infinitives.length;
  }

  #mended(text: string, unknown: ReadonlySet<string>, unread: ReadonlySet<string>): string {
    const pieces = text.split(/([\s\u200c]+)/u);
    const { vocabulary } = this.#reader;
    const folded = pieces.filter((_, at) => at % 2 === 0).map(foldKey);
    const isKnown = (word: string) => vocabulary.numberOf(word) !== undefined;
    let mended = '';
    for (let at = 0; at < folded.length; at++) {
      const between = pieces[2 * at + 1] ?? '';
      const letters = spelledOut(folded, at, isKnown);
      if (letters) {
        at += letters.length - 1;
        mended += letters.abbreviation + (pieces[2 * at + 1] ?? '');
        continue;
      }
      const joined = this.#joined(folded[at]!, folded[at + 1] ?? '');
      if (joined) {
        at++;
        mended += joined + (pieces[2 * at + 1] ?? '');
        continue;
      }
      const piece = pieces[2 * at]!;
      const isOff = keysOfLetters.test(piece) || wordsOf(piece).some((word) => unknown.has(word));
      mended += (isOff ? this.#instead(piece, unread) : piece) + between;
    }
    return mended;
  }

  /** «گواحی نامه»: two parts of one word, written as they are heard. What is written right is read together anyway. */
  #joined(first: string, second: string): string | undefined {
    const { vocabulary } = this.#reader;
    if (first.length < 2 || second.length < 3 || [first, second].every((word) => vocabulary.numberOf(word) !== undefined)) return undefined;
    const heard = sound(first + second);
    const number = heard.length < longSound || vocabulary.numberOf(first + second) !== undefined ? undefined : this.#hearing.sounding(heard)[0];
    return number === undefined ? undefined : vocabulary.words[number];
  }

  /** What unknown keys may have meant; themselves where that is unknown too. */
  #instead(piece: string, unread: ReadonlySet<string>): string {
    const other = layouts(piece).find((each) => {
      const words = wordsOf(each);
      return words.join('').length >= shortest - Number(/[^a-z]/i.test(piece)) && words.every((word) => this.#isKnown(word));
    });
    if (other !== undefined) return other;
    const { vocabulary } = this.#reader;
    const isPart = (part: string) => {
      const number = vocabulary.numberOf(part);
      return number !== undefined && (part.length > 2 || vocabulary.stands(number));
    };
    return piece.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (unread.has(foldKey(word)) && takenApart(foldKey(word), isPart)?.join(' ')) || word);
  }

  /** As it is, or without an ending. */
  #isKnown(word: string): boolean {
    const { vocabulary } = this.#reader;
    let known = vocabulary.numberOf(word) !== undefined;
    if (!known && word.length > shortest) withoutEnding(vocabulary, word, 1, (number, quality) => void (known ||= number !== undefined && quality > sureQuality));
    return known;
  }
}

/** A key that writes no Latin letter was not pressed by somebody who wanted one. */
const layouts = (text: string): string[] => otherLayouts(text).filter((other) => /[\u0600-\u06ff]/.test(other) || !/[[\];',\\`]/.test(other));
