import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Pages } from '../ports.ts';
import { chooseEncoding, compressBytes, type Encoding } from './compress.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.map': 'application/json; charset=utf-8',
};
/** Only these lie open: the loader, its sheet, the file with everything, and the chunks. */
const open = /^\/(desk(\.all)?\.(js|css)|assets\/[\w.-]+|embed\/[\w.-]+)$/;

interface Kept {
  modified: number;
  bytes: Buffer;
  tag: string;
  encoded: Partial<Record<Encoding, Buffer>>;
}

/** The browser build, compressed once a file and kept in memory: it is small and asked for by every page. */
export function browserFiles(folder: string): Pages {
  const files = new Map<string, Kept>();

  async function load(path: string): Promise<Kept | undefined> {
    const file = join(folder, path);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = files.get(path);
    if (known?.modified === found.mtimeMs) return known;
    const bytes = await readFile(file);
    const made = { modified: found.mtimeMs, bytes, tag: createHash('sha256').update(bytes).digest('hex').slice(0, 32), encoded: {} };
    files.set(path, made);
    return made;
  }

  return {
    async file(path, acceptEncoding) {
      const type = types[extname(path)];
      if (!type || !open.test(path) || path.includes('..')) return undefined;
      const kept = await load(path);
      if (!kept) return undefined;
      const headers = new Headers({
        'content-type': type,
        vary: 'accept-encoding',
        etag: `W/"${kept.tag}"`,
        // Chunks carry a hash in their name; the loader keeps its name, so that a webmaster's tag never changes.
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300, stale-while-revalidate=86400',
      });
      const encoding = extname(path) === '.woff2' ? undefined : chooseEncoding(acceptEncoding);
      if (!encoding) return new Response(new Uint8Array(kept.bytes), { headers });
      const body = (kept.encoded[encoding] ??= await compressBytes(kept.bytes, encoding, true));
      headers.set('content-encoding', encoding);
      return new Response(new Uint8Array(body), { headers });
    },
  };
}
