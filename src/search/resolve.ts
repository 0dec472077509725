import { distance } from './distance.ts';
import type { Lexicon } from './lexicon.ts';
import { fromLatin, skeleton, sound } from './sounds.ts';

/** Endings that are spoken or written on to a word: my, your, plural, of. */
const endings = ['مون', 'تون', 'شون', 'های', 'هام', 'ها', 'ام', 'ات', 'اش', 'ای', 'رو', 'م', 'ت', 'ش', 'ی', 'و', 'ه'];
const maxPrefixes = 60;

/** Words of the lexicon for which a typed word may stand, each with how sure that is (0 to 1). */
export type Meanings = Map<string, number>;

export function resolve(lexicon: Lexicon, word: string, unfinished: boolean): Meanings {
  const found: Meanings = new Map();
  const known = (candidate: string) => lexicon.postings.has(candidate);
  const offer = (candidate: string, quality: number) => {
    if (candidate && (found.get(candidate) ?? 0) < quality) found.set(candidate, quality);
  };
  const exact = known(word);
  if (exact) offer(word, 1);
  if (unfinished && word.length > 1) {
    const share = exact ? 0.55 : 0.9;
    for (const candidate of startingWith(lexicon.sorted, word))
      offer(candidate, share * (word.length / candidate.length) ** 0.3);
  }
  if (/[a-z]/.test(word)) {
    if (!exact) readLatin(lexicon, word, offer);
    return found;
  }
  if (/\d/.test(word)) {
    if (!exact && word.length > 7) near(lexicon, word, 1, offer);
    return found;
  }
  const own = exact ? 0.6 : 0.88;
  for (const ending of endings) {
    if (known(word + ending)) offer(word + ending, own * 0.9);
    const stem = word.length - ending.length > 1 && word.endsWith(ending) ? word.slice(0, -ending.length) : '';
    if (!stem) continue;
    if (known(stem)) offer(stem, own);
    // «بچم» is «بچه‌ام»: the silent last letter goes when an ending comes.
    if (known(`${stem}ه`)) offer(`${stem}ه`, own * 0.95);
  }
  if (exact) return found;
  lexicon.bySound.get(sound(word))?.forEach((candidate) => offer(candidate, 0.9));
  // PDF readers turn «لا» into «ال».
  if (word.includes('ال')) {
    const mended = word.replaceAll('ال', 'لا');
    const last = word.replace(/ال(?!.*ال)/, 'لا');
    for (const candidate of [mended, last]) if (known(candidate)) offer(candidate, 0.95);
  }
  if (found.size === 0 && word.length > 3) near(lexicon, word, word.length > 7 ? 2 : 1, offer);
  return found;
}

/** Two words that were written as one. */
export function splits({ postings }: Lexicon, word: string): [string, string][] {
  const pairs: [string, string][] = [];
  if (postings.has(word)) return pairs;
  for (let at = 2; at <= word.length - 2; at++) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    if (postings.has(a) && postings.has(b)) pairs.push([a, b]);
  }
  return pairs;
}

function startingWith(sorted: string[], prefix: string): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  const words: string[] = [];
  while (words.length < maxPrefixes && sorted[low]?.startsWith(prefix)) words.push(sorted[low++]!);
  return words;
}

function near(
  { byLength }: Lexicon,
  word: string,
  limit: number,
  offer: (word: string, quality: number) => void,
): void {
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const candidate of byLength[length] ?? []) {
      const away = distance(word, candidate, limit);
      // A wrong first letter is rare.
      if (away <= limit) offer(candidate, (away === 1 ? 0.8 : 0.62) - (candidate[0] === word[0] ? 0 : 0.12));
    }
  }
}

function readLatin({ bySkeleton }: Lexicon, word: string, offer: (word: string, quality: number) => void): void {
  const persian = fromLatin(word);
  const bones = skeleton(persian);
  if (bones.length < 2) return;
  const heard = sound(persian);
  for (const candidate of bySkeleton.get(bones) ?? []) {
    const away = distance(heard, sound(candidate), 3);
    if (away <= 3 && away < candidate.length - 1) offer(candidate, 0.92 - away * 0.09);
  }
}
