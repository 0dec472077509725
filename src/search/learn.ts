import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { guessIn } from './guess.ts';
import { otherLayouts } from './layouts.ts';
import { Learned } from './learned.ts';
import { Searcher } from './searcher.ts';

/** A phone's page stays alive when nothing takes longer than this at a stretch. */
const sliceMs = 6;

function* learning(searcher: Searcher, index: CatalogueIndex, lexicon: CatalogueLexicon): Generator<void, Learned> {
  const { reader } = searcher;
  const learned = yield* Learned.from(reader.vocabulary, lexicon, index.needs, index.ids.length);
  yield* reader.vocabulary.hear();
  reader.knowledge = learned;
  reader.guess = guessIn(reader.vocabulary, reader.verbs);
  searcher.otherLayouts = otherLayouts;
  return learned;
}

/**
 * From now on sentences are read by the lexicon too: everyday names, what somebody wants done, what happened to them; and
 * what is misspelt, in Latin letters or typed on another layout is guessed.
 */
export function learn(searcher: Searcher, index: CatalogueIndex, lexicon: CatalogueLexicon): Learned {
  const steps = learning(searcher, index, lexicon);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `learn`, in slices with a pause between, so that the page that it runs in never stalls. */
export async function learnInSlices(searcher: Searcher, index: CatalogueIndex, lexicon: CatalogueLexicon, pause: () => Promise<void>): Promise<void> {
  const steps = learning(searcher, index, lexicon);
  for (let until = performance.now() + sliceMs; !steps.next().done; ) {
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + sliceMs;
  }
}

/** Makes an index searchable at once with all that the lexicon knows. */
export function openIndex(index: CatalogueIndex, lexicon?: CatalogueLexicon): Searcher {
  const searcher = new Searcher(index);
  if (lexicon) learn(searcher, index, lexicon);
  return searcher;
}
