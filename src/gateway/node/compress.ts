import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Below this the frame costs more than it saves. */
const least = 1024;
const compressible = /^(application\/(json|problem\+json|javascript)|text\/|image\/svg)/;

export type Encoding = 'br' | 'gzip';

/** The better of what the caller takes, `q=0` minded. */
export function chooseEncoding(accept: string): Encoding | undefined {
  const taken = new Set(
    accept.toLowerCase().split(',').map((one) => one.trim().split(/\s*;\s*/)).filter(([, q]) => !/^q=0(\.0*)?$/.test(q ?? '')).map(([name]) => name),
  );
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : undefined;
}

/** `best`: slow, for what is compressed once and sent many times. */
export function compressBytes(bytes: Uint8Array, encoding: Encoding, best: boolean): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(bytes, { level: best ? 9 : 6 });
  return brotliAsync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: best ? 11 : 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** Compressed answers that never change under their address, the search index above all. */
const kept = new Map<string, Buffer>();
const keptMost = 32;

/** The answer as the caller may take it: compressed where that is worth it. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers } = response;
  if (!response.body || headers.has('content-encoding') || !compressible.test(headers.get('content-type') ?? '')) return response;
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? '');
  if (!encoding || request.method === 'HEAD') return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length < least) return new Response(bytes, { status: response.status, headers });
  const forever = response.status === 200 && /immutable/.test(headers.get('cache-control') ?? '');
  const key = `${encoding} ${request.url}`;
  let body = forever ? kept.get(key) : undefined;
  if (!body) {
    body = await compressBytes(bytes, encoding, forever);
    if (forever) {
      if (kept.size >= keptMost) kept.delete(kept.keys().next().value!);
      kept.set(key, body);
    }
  }
  headers.set('content-encoding', encoding);
  if (!/accept-encoding/i.test(headers.get('vary') ?? '')) headers.append('vary', 'accept-encoding');
  // The same content in other bytes: a strong tag would claim too much.
  const tag = headers.get('etag');
  if (tag?.startsWith('"')) headers.set('etag', `W/${tag}`);
  return new Response(new Uint8Array(body), { status: response.status, headers });
}
