import type { VerbForm } from '../persian/verbs.ts';
import type { Meanings } from './resolve.ts';

/** What did not happen or is not wanted, word by word. */
export interface Happenings {
  /** Each as words that follow each other; the last may be an infinitive: «آتش گرفتن». Denied by any light verb after it. */
  events: readonly number[][];
  /** Denied by «نشدن» and «نبودن» alone: «بازنشسته‌ام نمی‌کنند» is a complaint. */
  states: readonly number[][];
  /** Words that with a negated verb say that something is not wanted: «لازم ندارم». */
  wishes: readonly number[][];
}

/** A sentence as far as it tells what is denied. */
export interface Denying {
  words: readonly string[];
  verbs: readonly VerbForm[];
  /** What each word may be. */
  all: readonly Meanings[];
  /** Number of the part of the sentence in which each word stands. */
  parts: readonly number[];
  isLight(infinitive: string): boolean;
  isFiller(at: number): boolean;
}

const becoming = new Set(['شدن', 'بودن']);
const contrasts = new Set(['ولی', 'اما', 'بلکه', 'فقط', 'چون']);
/** Where somebody says what must be instead. */
const demands = new Set(['باید', 'باس', 'بایس', 'بایستی', 'مجبورم']);
/** Light verbs that need no prefix to be said as a wish: «نمی‌خواهم عوض کنم». */
const bare = /^(کن|شو|ش|باش)(م|ی|ه|یم|ید|ین|ند|ن|د)$/;
const leastSure = 0.75;

/**
 * Positions of a sentence whose words are denied. Most that is said in the negative is a need («حقوقم را نمی‌دهند», «کارتم
 * نیامده», «گواهینامه ندارم», «نمی‌توانم بروم»), so a negated verb denies nothing by itself. Two things do:
 * - An event that did not happen: «برقم قطع نشده» denies «قطع», «آتش نگرفته» both of its words. Which words are events is
 *   said by the lexicon; what somebody should have got or been given is none of them.
 * - What somebody says not to want of their own: «نمی‌خواهم طلاق بگیرم», «کنتور لازم ندارم». It denies what follows up to
 *   the verb that it governs, else what stands before it in the same part. «شوهرم نمی‌خواهد نفقه بدهد» is a complaint.
 *
 * A denied word meets no pattern, except one that says so itself by a negated infinitive: «بچه‌دار نشدن», «سربازی نخواستن».
 */
export function deniedIn(sentence: Denying, { events, states, wishes }: Happenings): Set<number> {
  const { words, verbs, all, isLight, isFiller } = sentence;
  const denied = new Set<number>();
  const isAt = (number: number, at: number) => (all[at]?.get(number) ?? 0) > leastSure;
  /** Where a phrase ends at a position, its first position. */
  const startOf = (phrase: readonly number[], last: number) => {
    const first = last - phrase.length + 1;
    return first >= 0 && phrase.every((number, offset) => isAt(number, first + offset)) ? first : undefined;
  };
  const deny = (from: number, to: number) => {
    for (let at = from; at <= to; at++) denied.add(at);
  };
  verbs.forEach(({ infinitives, negated }, at) => {
    if (!negated) return;
    const light = infinitives.some(isLight);
    // «خراب که نیست»
    const before = light ? [at - 1, ...(isFiller(at - 1) ? [at - 2] : [])] : [at];
    const denies = (phrases: readonly number[][]) =>
      before.flatMap((last) => phrases.flatMap((phrase) => startOf(phrase, last) ?? [])).forEach((first) => deny(first, at));
    denies(events);
    if (infinitives.some((each) => becoming.has(each))) denies(states);
    const mine = infinitives.includes('خواستن') && /م(ش|شون|شان)?$/.test(words[at]!);
    if (mine || (light && before.some((last) => wishes.some((phrase) => startOf(phrase, last) !== undefined)))) refuse(at);
  });
  return denied;

  /** Denies what somebody does not want. */
  function refuse(at: number): void {
    const { parts } = sentence;
    const isVerb = (position: number) => verbs[position]!.infinitives.length > 0;
    const isWish = (position: number) => (isVerb(position) && words[position]!.startsWith('ب')) || bare.test(words[position]!);
    const isOfIt = (position: number) => parts[position] === parts[at] && !contrasts.has(words[position]!);
    const isSaid = (from: number, to: number) => words.some((_, position) => position >= from && position <= to && !isFiller(position) && !isVerb(position));
    let end = at;
    while (isOfIt(end + 1) && (end === at || !isWish(end))) {
      end++;
      // Another statement: «کنتور آب نمی‌خواهم، کنتور برق می‌خواهم».
      if (isVerb(end) && !isWish(end)) {
        end = at;
        break;
      }
    }
    // «نمی‌خواهم بروم سربازی», but not «نمی‌خواهم بیمه بدهم باید مغازه بزنم».
    if (isWish(end) && !isSaid(at + 1, end)) while (isOfIt(end + 1) && !demands.has(words[end + 1]!)) end++;
    let start = at;
    if (!isSaid(at + 1, end)) while (isOfIt(start - 1) && !isVerb(start - 1)) start--;
    deny(start, end);
  }
}
