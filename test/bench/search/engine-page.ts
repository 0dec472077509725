import type { CatalogueIndex, CatalogueLexicon } from '../../../src/contract/catalogue.ts';
import { learnInSlices } from '../../../src/search/learn.ts';
import { readLines } from '../../../src/search/lines.ts';
import { Searcher } from '../../../src/search/searcher.ts';
import { inSlices } from '../../../src/search/slices.ts';

/** Milliseconds of each query in each round, and of the steps of opening. */
export interface Measured {
  times: number[][];
  open: { parse: number; index: number; parseLexicon: number; learn: number; longestSlice: number; firstGuess: number };
}

declare global {
  interface Window {
    measure(index: string, lexicon: string, queries: string[], rounds: number): Promise<Measured>;
  }
}

window.measure = async (indexPath, lexiconPath, queries, rounds) => {
  const [indexText, lexiconText] = await Promise.all([indexPath, lexiconPath].map(async (path) => (await (await fetch(path)).blob()).text()));
  const took = <T>(work: () => T): [T, number] => {
    const start = performance.now();
    const made = work();
    return [made, performance.now() - start];
  };
  let longestSlice = 0;
  const sliced = async <T>(work: (pause: () => Promise<void>) => Promise<T>): Promise<[T, number]> => {
    let sum = 0;
    let from = performance.now();
    const rest = async () => {
      const slice = performance.now() - from;
      longestSlice = Math.max(longestSlice, slice);
      sum += slice;
      await new Promise((resolve) => setTimeout(resolve));
      from = performance.now();
    };
    const made = await work(rest);
    await rest();
    return [made, sum];
  };
  const [index, parse] = await sliced(async (pause) => (await readLines(indexText!, pause)) as CatalogueIndex);
  const [searcher, opened] = await sliced((pause) => inSlices(Searcher.opening(index), pause));
  const [lexicon, parseLexicon] = await sliced(async (pause) => (await readLines(lexiconText!, pause)) as CatalogueLexicon);
  const [, learn] = await sliced((pause) => learnInSlices(searcher, index, lexicon, pause));
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
  return { times, open: { parse, index: opened, parseLexicon, learn, longestSlice, firstGuess } };
};
