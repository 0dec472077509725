import type { CatalogueIndex, CatalogueLexicon } from '../../../contract/catalogue.ts';
import { learnInSlices } from '../../../search/learn.ts';
import type { Engine } from './engine.ts';
import { inPieces, kept } from './keep.ts';
import { keep } from './keeping.ts';
import type { Source } from './opening.ts';
import { pause } from './pause.ts';

/** The index of another version: by what changed since the one that is here, or whole. */
export async function indexAfter(older: CatalogueIndex, version: string, source: Source): Promise<CatalogueIndex> {
  try {
    return await (await import('./newer.ts')).newerIndex(source, older, version, pause);
  } catch {
    return source.client.call('catalogueIndex', { params: { version } }, { signal: source.signal, read: inPieces });
  }
}

/** Keeps the catalogue for the next visit: the index first, without which the other is of no use. Shards the browser keeps. */
export async function keepCatalogue({ index, catalogue }: Engine, { client, province }: Source): Promise<void> {
  if (catalogue.shards) return;
  await keep(client.url('catalogueIndex', { version: index.version }), index);
  await keep(client.url('catalogue', {}, { province }), catalogue);
}

/**
 * Teaches an engine the lexicon that its catalogue was made with: the one that is here, the one on the device, or the
 * gateway's. `near`: nothing where it would have to be fetched.
 */
export async function teach(engine: Engine, { client, signal }: Source, here: CatalogueLexicon | undefined, near: boolean): Promise<void> {
  if (engine.learned === 'yes') return;
  const { lexicon: path } = engine.catalogue;
  const version = path.slice(path.lastIndexOf('/') + 1);
  const address = client.url('catalogueLexicon', { version });
  let lexicon = engine.ownLexicon ? await engine.ownLexicon() : here?.version === version ? here : await kept<CatalogueLexicon>(address);
  if (!lexicon) {
    if (near) return;
    lexicon = await client.call('catalogueLexicon', { params: { version } }, { signal, read: inPieces });
    void keep(address, lexicon);
  }
  await pause();
  await learnInSlices(engine.searcher, engine.index, lexicon, pause);
  engine.lexicon = lexicon;
  engine.learned = 'yes';
}
