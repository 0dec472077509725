import type { CatalogueIndex, CatalogueLexicon } from '../../../src/contract/catalogue.ts';
import { learnInSlices } from '../../../src/search/learn.ts';
import { Searcher } from '../../../src/search/searcher.ts';

/** Milliseconds of each query in each round, and of the steps of opening. */
export interface Measured {
  times: number[][];
  open: { parse: number; index: number; learn: number; longestSlice: number; firstGuess: number };
}

declare global {
  interface Window {
    measure(index: string, lexicon: string, queries: string[], rounds: number): Promise<Measured>;
  }
}

window.measure = async (indexPath, lexiconPath, queries, rounds) => {
  const [indexText, lexiconText] = await Promise.all([indexPath, lexiconPath].map(async (path) => (await fetch(path)).text()));
  const took = <T>(work: () => T): [T, number] => {
    const start = performance.now();
    const made = work();
    return [made, performance.now() - start];
  };
  const [[index, lexicon], parse] = took(() => [JSON.parse(indexText!) as CatalogueIndex, JSON.parse(lexiconText!) as CatalogueLexicon] as const);
  const [searcher, opened] = took(() => new Searcher(index));
  const slices: number[] = [];
  let from = performance.now();
  await learnInSlices(searcher, index, lexicon, async () => {
    slices.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve));
    from = performance.now();
  });
  slices.push(performance.now() - from);
  const [, firstGuess] = took(() => searcher.search('شناسنامع'));
  const times: number[][] = queries.map(() => []);
  // The first round warms the code up, as a page is after a few letters.
  for (let round = 0; round <= rounds; round++) {
    for (const [at, text] of queries.entries()) {
      const [, time] = took(() => searcher.search(text));
      if (round) times[at]!.push(time);
    }
    // A pause, as between two people's queries: collecting garbage is not left to the last.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { times, open: { parse, index: opened, learn: slices.reduce((sum, slice) => sum + slice), longestSlice: Math.max(...slices), firstGuess } };
};
