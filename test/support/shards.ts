import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { CatalogueLexicon } from '../../src/contract/catalogue.ts';
import type { IndexInput } from '../../src/search/build.ts';
import type { SearchResult } from '../../src/search/searcher.ts';
import { ShardedSearcher, type ShardedOptions } from '../../src/search/sharded.ts';
import { buildShards } from '../../src/search/shards.ts';

/** What any web server does with a folder of plain files: sends the compressed one that lies beside it. */
export async function serveFolder(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
    readFile(`${path}.br`).then(
      (bytes) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br', 'content-length': bytes.length }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

export interface Transfer {
  files: number;
  /** As sent, compressed. */
  bytes: number;
}

/** A page that searches shards at an address for the first time: it has nothing, not even the head. */
export async function coldSearch(
  url: string, lexicon: CatalogueLexicon | undefined, query: string, options: ShardedOptions = {},
): Promise<Transfer & { result: SearchResult; searcher: ShardedSearcher }> {
  const transfer = { files: 0, bytes: 0 };
  const searcher = await ShardedSearcher.open(async (path) => {
    const answer = await fetch(`${url}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    transfer.files++;
    transfer.bytes += Number(answer.headers.get('content-length'));
    return answer.json();
  });
  if (lexicon) await searcher.learn(lexicon);
  const result = await searcher.search(query, options);
  return { ...transfer, result, searcher };
}

/**
 * What each query transfers from static hosting to a page that has nothing yet: head, needs, posting lists, pages, as
 * brotli. The lexicon, one for all catalogues, comes to that: `lexicon`. For the bench; 100,000 services take a minute.
 */
export async function measureShards(input: IndexInput, queries: readonly string[]): Promise<{ files: number; lexicon: number; transfers: (Transfer & { query: string; ms: number })[] }> {
  const shards = buildShards(input);
  const sizes = new Map<string, number>();
  const sizeOf = (path: string): number => {
    let size = sizes.get(path);
    if (size === undefined) sizes.set(path, (size = brotliCompressSync(shards.get(path)!).length));
    return size;
  };
  const transfers: (Transfer & { query: string; ms: number })[] = [];
  for (const query of queries) {
    const transfer = { query, files: 0, bytes: 0, ms: 0 };
    const searcher = await ShardedSearcher.open(async (path) => {
      transfer.files++;
      transfer.bytes += sizeOf(path);
      return JSON.parse(shards.get(path)!) as unknown;
    });
    await searcher.learn(input.lexicon.published);
    // Warm, so that reading and scoring are measured and not the loading.
    await searcher.search(query);
    const start = performance.now();
    await searcher.search(query);
    transfer.ms = performance.now() - start;
    transfers.push(transfer);
  }
  return { files: shards.size, lexicon: brotliCompressSync(JSON.stringify(input.lexicon.published)).length, transfers };
}
