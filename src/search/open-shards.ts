import { learn } from './learn.ts';
import { Searcher } from './searcher.ts';
import { ShardedSearcher, type ReadShard } from './sharded.ts';
import { atOnce } from './slices.ts';

/** Opens a catalogue in shards by its head alone. */
export const openShards = (read: ReadShard): Promise<ShardedSearcher> => ShardedSearcher.open(read, (index) => atOnce(Searcher.opening(index)));

/** From now on sentences are read by the lexicon too, as far as it says something to this catalogue. */
export async function learnShards(shards: ShardedSearcher): Promise<void> {
  const lexicon = await shards.lexicon();
  learn(shards.searcher, shards.index, lexicon);
}
