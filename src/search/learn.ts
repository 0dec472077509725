import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { guessIn } from './guess.ts';
import { otherLayouts } from './layouts.ts';
import { Learned } from './learned.ts';
import { Searcher } from './searcher.ts';

/**
 * From now on sentences are read by the lexicon too: everyday names, what somebody wants done, what happened to them; and
 * what is misspelt, in Latin letters or typed on another layout is guessed.
 */
export function learn(searcher: Searcher, index: CatalogueIndex, lexicon: CatalogueLexicon): Learned {
  const learned = new Learned(searcher.reader.vocabulary, lexicon, index.needs, index.ids.length);
  const { reader } = searcher;
  reader.knowledge = learned;
  reader.guess = guessIn(reader.vocabulary, reader.verbs);
  searcher.otherLayouts = otherLayouts;
  return learned;
}

/** Makes an index searchable at once with all that the lexicon knows. */
export function openIndex(index: CatalogueIndex, lexicon?: CatalogueLexicon): Searcher {
  const searcher = new Searcher(index);
  if (lexicon) learn(searcher, index, lexicon);
  return searcher;
}
