import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { learn } from './learn.ts';
import { fieldIn, fields } from './postings.ts';
import type { Plan, Reading } from './readings.ts';
import { Searcher } from './searcher.ts';

export interface Serving {
  number: number;
  score: number;
}

const inKeywords = fields.indexOf('keywords');

/** Finds the services that meet a need, told in official words: all its words, or other names of them, in title or keywords. */
export function servingOf(index: CatalogueIndex, lexicon: CatalogueLexicon): (wording: string) => Serving[] {
  const searcher = new Searcher(index);
  const learned = learn(searcher, index, lexicon);
  const { reader } = searcher;

  const placed = (plan: Plan, at: number, entry: number): boolean =>
    plan.readings.some(
      (reading) =>
        reading.at.includes(at) &&
        reading.words.every((word) => {
          const field = fieldIn(reader.vocabulary.postings(word), entry);
          return field >= 0 && field <= inKeywords;
        }),
    );

  return (wording) => {
    const words = reader.vocabulary.numbersOf(reader.telling(wording));
    if (!words?.length) return [];
    const readings: Reading[] = words.map((word, at) => ({ kind: 'word', at: [at], words: [word], quality: 1 }));
    for (let span = 1; span <= words.length; span++) {
      for (let from = 0; from + span <= words.length; from++) {
        const at = Array.from({ length: span }, (_, offset) => from + offset);
        for (const { words: other, quality } of learned.synonymsOf(words.slice(from, from + span))) readings.push({ kind: 'synonym', at, words: other, quality });
      }
    }
    const plan: Plan = { words: words.map(String), parts: words, readings, qualifying: [], missing: [], isSentence: false, worth: words.map(() => 1), situations: [], sure: 1 };
    return searcher.scorer.score(plan).filter(({ number }) => words.every((_, at) => placed(plan, at, number)));
  };
}
