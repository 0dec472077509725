import type { CatalogueIndex, CatalogueLexicon } from '../contract/catalogue.ts';
import { guessIn } from './guess.ts';
import { Hearing } from './hearing.ts';
import { Learned } from './learned.ts';
import { Rereader } from './reread.ts';
import { Searcher } from './searcher.ts';
import { atOnce, inSlices } from './slices.ts';

function* learning(searcher: Searcher, index: CatalogueIndex, lexicon: CatalogueLexicon): Generator<void, Learned> {
  const { reader } = searcher;
  const learned = yield* Learned.from(reader, lexicon, index);
  const hearing = new Hearing(reader.vocabulary);
  yield* hearing.hear();
  reader.knowledge = learned;
  reader.guess = guessIn(reader.vocabulary, hearing, reader.verbs);
  const rereader = new Rereader(reader, hearing);
  searcher.reread = (query, plain) => rereader.read(query, plain);
  return learned;
}

/**
 * From now on sentences are read by the lexicon too: everyday names, what somebody wants done, what happened to them; and
 * what is misspelt, in Latin letters or typed on another layout is guessed.
 */
export const learn = (searcher: Searcher, index: CatalogueIndex, lexicon: CatalogueLexicon): Learned => atOnce(learning(searcher, index, lexicon));

/** As `learn`, with pauses between. */
export const learnInSlices = (searcher: Searcher, index: CatalogueIndex, lexicon: CatalogueLexicon, pause: () => Promise<void>): Promise<Learned> =>
  inSlices(learning(searcher, index, lexicon), pause);

/** Makes an index searchable at once with all that the lexicon knows. */
export function openIndex(index: CatalogueIndex, lexicon?: CatalogueLexicon): Searcher {
  const searcher = atOnce(Searcher.opening(index));
  if (lexicon) learn(searcher, index, lexicon);
  return searcher;
}
