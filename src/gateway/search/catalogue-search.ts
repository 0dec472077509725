import type { SearchResult } from '../../search/searcher.ts';
import { learnShards, openShards } from '../../search/open-shards.ts';
import type { ShardedOptions, ShardedSearcher } from '../../search/sharded.ts';
import { shardReader } from '../catalogue/shard-store.ts';
import { KeepLast } from '../keep-last.ts';
import type { Ports } from '../ports.ts';

/** Catalogues that are open at once. */
const mostOpen = 8;
/** A catalogue of which so much was read is opened anew: what was read stays in memory. Characters. */
const mostRead = 30_000_000;

/**
 * The other way to search than with the index as a file: over the posting lists and services that lie in PostgreSQL, read
 * as a query asks for them, by the reading and ranking that pages use.
 */
export class CatalogueSearch {
  readonly #ports: Ports;
  readonly #open = new KeepLast<ShardedSearcher>(mostOpen);

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Rejects when no such version was published. */
  async search(version: string, query: string, options: ShardedOptions): Promise<SearchResult> {
    const searcher = await this.#open.get(version, () => this.#opened(version));
    return searcher.search(query, { ...options, most: Infinity });
  }

  async #opened(version: string): Promise<ShardedSearcher> {
    const { db } = this.#ports;
    let read = 0;
    const readShard = shardReader(db, version, (characters) => {
      read += characters;
      if (read > mostRead) this.#open.forget(version);
    });
    const searcher = await openShards(readShard);
    await learnShards(searcher);
    return searcher;
  }
}
