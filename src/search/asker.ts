import type { Denying } from './denial.ts';

/** By what a demand is recognised, each as words that follow each other. */
export interface Demands {
  /** Who demands: «دفترخانه», «سفارت». */
  askers: readonly number[][];
  /** What is demanded: «نامه», «گواهی». */
  papers: readonly number[][];
}

const saying = new Set(['گفتن', 'خواستن']);
const bringing = new Set(['اوردن', 'بردن', 'دادن']);
/** So many words may stand between who demands and that they do. */
const farthest = 5;
const leastSure = 0.75;
/** «گفتم» is said by the person, and «می‌خواهم» wanted by them. */
const mine = /م(ش|شون|شان)?$/;

/**
 * Positions of who demands a paper: «بانک گفته نامه بیار که بدهی نداری» asks for a letter about debts, and for nothing of a
 * bank. Where no paper is spoken of, the office is what the sentence is about: «بانک گفته وام نمی‌دهیم».
 */
export function askersIn({ words, verbs, all, parts }: Denying, { askers, papers }: Demands): Set<number> {
  const found = new Set<number>();
  const placesOf = (phrases: readonly number[][]): number[][] =>
    words.flatMap((_, from) =>
      phrases.flatMap((phrase) => (phrase.every((number, offset) => (all[from + offset]?.get(number) ?? 0) > leastSure) ? [phrase.map((__, offset) => from + offset)] : [])),
    );
  const says = (at: number) => !mine.test(words[at]!) && verbs[at]!.infinitives.some((each) => saying.has(each));
  const isBrought = verbs.some(({ infinitives }, at) => /^ب/.test(words[at]!) && infinitives.some((each) => bringing.has(each)));
  if (!words.some((_, at) => says(at)) || (!isBrought && !placesOf(papers).length)) return found;
  for (const places of placesOf(askers)) {
    const last = places.at(-1)!;
    for (let at = last + 1; at <= last + farthest && parts[at] === parts[last]; at++) {
      if (!says(at)) continue;
      places.forEach((place) => found.add(place));
      break;
    }
  }
  return found;
}
