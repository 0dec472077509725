import { sha256 } from '../crypto.ts';
import { matches, shortLived } from '../http/respond.ts';
import type { Ports } from '../ports.ts';
import { streamOf } from './stream.ts';

/** Address of the gateway for what is written into an answer, without a slash at the end. */
export function originOf(ports: Ports, request: Request): string {
  if (ports.settings.publicUrl) return ports.settings.publicUrl;
  const called = new URL(request.url);
  // A proxy in front that ends TLS says so; the word is only shown back to who sent it.
  if (request.headers.get('x-forwarded-proto') === 'https') called.protocol = 'https:';
  return called.origin;
}

/** How an answer may be kept that holds addresses of this gateway: without a public one they are those of one reader, and no cache on the way may show it to another. */
export const keptWithAddresses = (ports: Ports, cache: string): string => (ports.settings.publicUrl ? cache : cache.replace('public', 'private'));

/** Changes when what files look like does, so that nobody keeps files of an earlier make. */
const make = 2;

export interface Tagged {
  /** What the content depends on. */
  of: (string | number)[];
  mediaType: string;
  /** Addresses of this gateway stand in it: without a public one they are those of one reader. */
  holdsAddresses: boolean;
  modified: Date | null;
}

/** Weak: the same content may come compressed. */
export const tagOf = async (of: Tagged['of']): Promise<string> => `W/"${(await sha256([make, ...of].join('\n'))).slice(0, 32)}"`;

/** Answers 304 to who has the content already, else the stream: nothing is read before it is asked for, nothing is kept. */
export async function streamed(ports: Ports, request: Request, about: Tagged, chunks: () => AsyncIterable<string | Uint8Array>): Promise<Response> {
  const headers = new Headers({
    etag: await tagOf(about.of),
    'cache-control': about.holdsAddresses ? keptWithAddresses(ports, shortLived) : shortLived,
    vary: 'accept-encoding',
    ...(about.modified && { 'last-modified': about.modified.toUTCString() }),
  });
  if (matches(request.headers.get('if-none-match'), headers.get('etag')!)) return new Response(null, { status: 304, headers });
  headers.set('content-type', about.mediaType);
  if (request.method === 'HEAD') return new Response(null, { headers });
  const body = streamOf(chunks());
  // By itself, because the compression of small answers would wait for the whole.
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers.get('accept-encoding') ?? '') && !/spreadsheetml/.test(about.mediaType)) {
    headers.set('content-encoding', 'gzip');
    return new Response(body.pipeThrough(new CompressionStream('gzip')), { headers });
  }
  return new Response(body, { headers });
}
