import type { Reading, Sentence } from './readings.ts';

/** After these stands where or when it happened: «توی اسباب‌کشی», «وسط سفر». */
const placing = new Set(['تو', 'توی', 'وسط', 'موقع']);
/** What is left of words that tell only that. */
const left = 0.7;

/**
 * What is left of each telling word: less of where or when something happened. «شناسنامه‌ام توی اسباب‌کشی گم شد» is about a
 * paper that was lost, and hardly about moving house. All of it where nothing else is told.
 */
export function sharesIn({ words, verbs, meanings, positions }: Sentence, readings: readonly Pick<Reading, 'at'>[]): number[] {
  const around = new Set(words.flatMap((_, at) => (placing.has(words[at - 1] ?? '') && !verbs[at]!.infinitives.length ? positions([at]) : [])));
  // A name in two words is one place.
  for (const own of [...around]) if (readings.some(({ at }) => at.length === 2 && at[0] === own && at[1] === own + 1)) around.add(own + 1);
  return meanings.map((_, at) => (around.size < meanings.length && around.has(at) ? left : 1));
}

/** Readings of nothing but a circumstance say less; those that it shares with the rest of the sentence stay. */
export const lessOf = (readings: readonly Reading[], shares: readonly number[]): Reading[] =>
  readings.map((reading) => ({ ...reading, quality: reading.quality * Math.max(...reading.at.map((at) => shares[at]!)) }));
