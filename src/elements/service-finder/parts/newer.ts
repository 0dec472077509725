import '../../../client/search.ts';
import type { CatalogueIndex } from '../../../contract/catalogue.ts';
import { applyDeltaInSlices } from '../../../search/delta.ts';
import type { Source } from './opening.ts';

/** The index of another version, from the one that is here and what changed. Rejects where it must be fetched whole. */
export async function newerIndex({ client, signal }: Source, older: CatalogueIndex, version: string, pause: () => Promise<void>): Promise<CatalogueIndex> {
  const delta = await client.call('catalogueDelta', { params: { version, older: older.version } }, { signal, retries: 0 });
  return applyDeltaInSlices(older, delta, pause);
}
