import { namesOf, type VerbForm } from '../persian/verbs.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is written or spoken on to a word, in this order: plural, of or a, my, your, and it, is. */
const endings = (() => {
  const made = new Set<string>();
  for (const plural of ['', 'ها', 'ا', 'ات', 'ان'])
    for (const of of ['', 'ی', 'یی', 'ای'])
      for (const whose of ['', 'م', 'ت', 'ش', 'ام', 'ات', 'اش', 'مان', 'تان', 'شان', 'مون', 'تون', 'شون'])
        for (const last of ['', 'و', 'رو', 'ه', 'ست', 'س']) made.add(plural + of + whose + last);
  made.delete('');
  return made;
})();
const longestEnding = Math.max(...[...endings].map(({ length }) => length));
/** «زنم», «چکش»: on a word of two letters only these are an ending. */
const possessive = new Set(['م', 'ت', 'ش', 'مون', 'تون', 'شون', 'مان', 'تان', 'شان']);
/** What a word may have lost, as in «بچم» for «بچه». */
const lost = ['های', 'ها', 'ه', 'ی'];
const mostPrefixed = 60;
const mostOfLetter = 300;

/** Numbers of the words for which a typed word may stand, each with how sure that is (0 to 1). */
export type Meanings = Map<number, number>;

export type Offer = (number: number | undefined, quality: number) => void;

/** Guesses at words that are not known as they were typed. */
export interface Guess {
  /** Words that sound the same. */
  alike(word: string, offer: Offer): void;
  /** `known`: it may be a known word with an ending. */
  near(word: string, known: boolean, offer: Offer): void;
  /** Words that are written otherwise than they are spoken. */
  spoken(word: string, offer: Offer): void;
  /** Persian in Latin letters. */
  latin(word: string, offer: Offer): void;
  /** The same in each way in which it may be written, letter by letter first. */
  spellings(word: string): string[];
}

export function resolve(vocabulary: Vocabulary, verb: VerbForm, word: string, unfinished: boolean, guess?: Guess): Meanings {
  const found: Meanings = new Map();
  const offer: Offer = (number, quality) => {
    if (number !== undefined && (found.get(number) ?? 0) < quality) found.set(number, quality);
  };
  const exact = vocabulary.numberOf(word);
  offer(exact, 1);
  const sure = exact === undefined;
  const standing = !sure && vocabulary.stands(exact);
  if (unfinished) {
    const share = standing ? 0.55 : 0.9;
    for (const number of vocabulary.startingWith(word, word.length > 1 ? mostPrefixed : mostOfLetter))
      offer(number, share * (word.length / vocabulary.words[number]!.length) ** 0.3);
  }
  if (word.length < 2 || /\d/.test(word)) return found;
  if (/[a-z]/.test(word)) {
    if (exact !== undefined || !guess) return found;
    guess.latin(word, offer);
    return found;
  }

  for (const infinitive of namesOf(verb)) offer(vocabulary.numberOf(infinitive), 0.9);
  // «بدیم» is a form of «دادن» and hardly «بد» with an ending.
  const own = verb.sure || standing ? 0.62 : sure ? 0.88 : 0.8;
  // «کارت» in a title is no «کار» of yours.
  withoutEnding(vocabulary, word, own, offer, !sure && vocabulary.names(exact));
  if (!standing) guess?.spoken(word, offer);
  if (!sure) return found;

  guess?.alike(word, offer);
  const known = [...found.keys()].some((number) => vocabulary.stands(number));
  // A cut ending may be chance: «سختمان» is hardly «سختِ ما».
  if (!verb.infinitives.length && word.length > (known ? 4 : 2)) guess?.near(word, known, offer);
  return found;
}

/** Words of which it may be a form. `isName`: it stands in titles itself, and nobody's belongings are meant. */
export function withoutEnding(vocabulary: Vocabulary, word: string, own: number, offer: Offer, isName = false): void {
  // The least is cut first: «کارتم» is «کارت» and hardly «کار».
  let share = own;
  for (let length = 1; length <= longestEnding && length < word.length - 1; length++) {
    const ending = word.slice(-length);
    if (!endings.has(ending) || (isName && possessive.has(ending))) continue;
    const stem = word.slice(0, -length);
    // An ending on a very short word is most often a part of another word.
    if (stem.length < 2 || (stem.length === 2 && ending.length !== 2 && !possessive.has(ending.replace(/[وه]$/, '')))) continue;
    const known = vocabulary.numberOf(stem);
    // «بچم» is «بچه‌ام»: the silent last letter goes when an ending comes.
    const silent = vocabulary.numberOf(`${stem}ه`);
    offer(known, share);
    offer(silent, share * 0.95);
    if ([known, silent].some((number) => number !== undefined && vocabulary.stands(number))) share = own * 0.6;
  }
  if (word.length > 2) for (const ending of lost) offer(vocabulary.numberOf(word + ending), own * 0.9);
}
