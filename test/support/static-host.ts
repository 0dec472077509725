import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { serveLoopback } from './loopback.ts';

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.woff2': 'font/woff2' };

export interface StaticHost {
  url: string;
  /** Everything that was sent, by path: bytes as sent, compressed. */
  sent: { path: string; bytes: number }[];
  stop(): Promise<void>;
}

/** A web server that gives out files and knows nothing: texts by their path, and below them the files of a folder. */
export async function serveStatic(texts: ReadonlyMap<string, string>, folder: string): Promise<StaticHost> {
  const sent: StaticHost['sent'] = [];
  const compressed = new Map<string, Promise<Buffer | undefined>>();
  const contentOf = async (path: string) => texts.get(path) ?? (await readFile(join(folder, path)).catch(() => undefined));
  const bytesOf = (path: string) => {
    let bytes = compressed.get(path);
    if (!bytes) compressed.set(path, (bytes = contentOf(path).then((content) => (content === undefined ? undefined : brotliCompressSync(content)))));
    return bytes;
  };
  const { url, close } = await serveLoopback((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    void bytesOf(path).then((bytes) => {
      if (!bytes) return response.writeHead(404).end();
      sent.push({ path, bytes: bytes.length });
      return response.writeHead(200, {
        'content-type': types[extname(path)] ?? (path === '/' ? types['.html'] : 'application/json'), 'content-encoding': 'br', 'content-length': bytes.length,
        'cache-control': 'max-age=3600',
      }).end(bytes);
    });
  });
  return { url, sent, stop: close };
}
