import type { CatalogueLexicon } from '../../../contract/catalogue.ts';
import { learnInSlices } from '../../../search/learn.ts';
import type { Engine } from './engine.ts';
import { keep, kept } from './keep.ts';
import type { Source } from './opening.ts';

/**
 * Teaches an engine the lexicon that its catalogue was made with: the one that is here, the one on the device, or the
 * gateway's. `near`: nothing where it would have to be fetched.
 */
export async function teach(engine: Engine, { client, signal }: Source, pause: () => Promise<void>, here: CatalogueLexicon | undefined, near: boolean): Promise<void> {
  const { lexicon: path } = engine.catalogue;
  const version = path.slice(path.lastIndexOf('/') + 1);
  const input = { params: { version } };
  let lexicon = here?.version === version ? here : await kept<CatalogueLexicon, 'catalogueLexicon'>(client, 'catalogueLexicon', input);
  if (!lexicon) {
    if (near) return;
    lexicon = await client.call('catalogueLexicon', input, { signal });
    void keep(client, 'catalogueLexicon', input, lexicon);
  }
  await pause();
  await learnInSlices(engine.searcher, engine.index, lexicon, pause);
  engine.lexicon = lexicon;
  engine.learned = 'yes';
}
