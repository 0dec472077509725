import type { CatalogueLexicon } from '../contract/catalogue.ts';
import { learn } from './learn.ts';
import { Searcher } from './searcher.ts';
import { ShardedSearcher, type ReadShard } from './sharded.ts';
import { needsFile } from './shards.ts';
import { atOnce } from './slices.ts';

/** Opens a catalogue in shards by its head alone. */
export const openShards = (read: ReadShard): Promise<ShardedSearcher> => ShardedSearcher.open(read, (index) => atOnce(Searcher.opening(index)));

/** From now on sentences are read by the lexicon too; loads which services situations lead to. */
export async function learnShards({ searcher, index }: ShardedSearcher, read: ReadShard, lexicon: CatalogueLexicon): Promise<void> {
  learn(searcher, { ...index, needs: (await read(needsFile)) as string[] }, lexicon);
}
