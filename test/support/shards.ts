import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchResult } from '../../src/search/searcher.ts';
import { learnShards, openShards } from '../../src/search/open-shards.ts';
import type { ShardedOptions, ShardedSearcher } from '../../src/search/sharded.ts';
import { serveLoopback } from './loopback.ts';

/** What any web server does with a folder of plain files: sends the compressed one that lies beside it. */
export async function serveFolder(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { url, close } = await serveLoopback((request, response) => {
    const path = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
    readFile(`${path}.br`).then(
      (bytes) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br', 'content-length': bytes.length }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return { url, stop: close };
}

export interface Transfer {
  files: number;
  /** As sent, compressed. */
  bytes: number;
}

/** A page that searches shards at an address for the first time: it has nothing, not even the head. */
export async function coldSearch(
  url: string, learned: boolean, query: string, options: ShardedOptions = {},
): Promise<Transfer & { result: SearchResult; searcher: ShardedSearcher }> {
  const transfer = { files: 0, bytes: 0 };
  const read = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${url}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    transfer.files++;
    transfer.bytes += Number(answer.headers.get('content-length'));
    return answer.json();
  };
  const searcher = await openShards(read);
  if (learned) await learnShards(searcher);
  const result = await searcher.search(query, options);
  return { ...transfer, result, searcher };
}
