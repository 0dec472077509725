import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Below this the frame costs more than it saves. */
const least = 1024;
/** Streams of events are not: what is compressed is waited for to its end. */
const compressible = /^(application\/(json|problem\+json|javascript)|text\/(?!event-stream)|image\/svg)/;

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

/**
 * Compressed answers that never change under their address, the search index above all, by their content: however it is
 * asked for, each is compressed at its best once. It begins when it is asked for first, so that publishing is not slow.
 */
const kept = new Map<string, { body?: Buffer; made: Promise<Buffer> }>();
const keptMost = 32;
/** Who asks first waits so long for the best; then a quick one, that caches may keep for a minute only, is better than none. */
const patienceMs = 400;
const forNow = 'public, max-age=60';

function bestOf(bytes: Uint8Array, encoding: Encoding): { body?: Buffer; made: Promise<Buffer> } {
  const key = `${encoding} ${createHash('sha256').update(bytes).digest('base64')}`;
  let entry = kept.get(key);
  if (entry) {
    // What is asked for stays.
    kept.delete(key);
  } else {
    const making = compressBytes(bytes, encoding, true);
    const own: { body?: Buffer; made: Promise<Buffer> } = (entry = { made: making });
    making.then((body) => (own.body = body), () => kept.delete(key));
    if (kept.size >= keptMost) kept.delete(kept.keys().next().value!);
  }
  kept.set(key, entry);
  return entry;
}

/** The best when it is there or soon will be. */
async function soon({ body, made }: { body?: Buffer; made: Promise<Buffer> }): Promise<Buffer | undefined> {
  if (body) return body;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => { timer = setTimeout(resolve, patienceMs, undefined); });
  try {
    return await Promise.race([made, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer as the caller may take it: compressed where that is worth it. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers } = response;
  if (!response.body || headers.has('content-encoding') || !compressible.test(headers.get('content-type') ?? '')) return response;
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? '');
  if (!encoding || request.method === 'HEAD') return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length < least) return new Response(bytes, { status: response.status, headers });
  // What an answer names as its content's own address never changes there either.
  const forever = response.status === 200 && (headers.has('content-location') || /immutable/.test(headers.get('cache-control') ?? ''));
  let body = forever ? await soon(bestOf(bytes, encoding)) : undefined;
  if (!body) {
    body = await compressBytes(bytes, encoding, false);
    if (forever) headers.set('cache-control', forNow);
  }
  headers.set('content-encoding', encoding);
  if (!/accept-encoding/i.test(headers.get('vary') ?? '')) headers.append('vary', 'accept-encoding');
  // The same content in other bytes: a strong tag would claim too much.
  const tag = headers.get('etag');
  if (tag?.startsWith('"')) headers.set('etag', `W/${tag}`);
  return new Response(new Uint8Array(body), { status: response.status, headers });
}
