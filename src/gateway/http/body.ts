import type { ProblemCode } from '../../contract/problem.ts';
import type { RouteName } from '../../contract/routes.ts';
import type { Arriving } from '../ports.ts';
import { ProblemException } from './problem.ts';

export const jsonLimit = 1024 * 1024;
export const uploadLimit = 25 * 1024 * 1024;
/** Files of some routes may be larger: of a declaration of 50,000 services. */
export const largerUploads: Partial<Record<RouteName, number>> = { handIn: 100_000_000, declare: 100_000_000 };

/**
 * A body piece by piece, counted as it comes: `content-length` is only what a sender says. What is too large is read on for a
 * while and thrown away, so that the sender gets our answer instead of a broken connection. With `keep` a body that ends
 * too early is what came of it.
 */
async function* piecesOf(request: Request, limit: number, tooLarge: ProblemCode, cut: 'refuse' | 'keep' = 'refuse'): AsyncGenerator<Uint8Array> {
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  let length = 0;
  // The sender may go away, or the body be cut short.
  const read = () => reader!.read().catch(() => {
    if (cut === 'refuse') throw new ProblemException('input.malformed', { detail: 'The body ended before it was complete.' });
    return { done: true, value: undefined } as const;
  });
  if (!reader) return;
  for (let next = await read(); !next.done; next = await read()) {
    length += next.value.byteLength;
    if (length > limit * 4) {
      await reader.cancel().catch(() => undefined);
      break;
    }
    if (length <= limit) yield next.value;
  }
  if (length > limit) throw new ProblemException(tooLarge, { detail: `At most ${limit} bytes.` });
}

/** A body in memory. */
export async function readLimited(request: Request, limit: number, tooLarge: ProblemCode, cut?: 'refuse' | 'keep'): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of piecesOf(request, limit, tooLarge, cut)) chunks.push(chunk);
  const all = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

/** A large file; `release` lets go of it. */
export async function receiveFile(request: Request, limit: number, arriving: Arriving | undefined): ReturnType<Arriving> {
  if (arriving) return arriving(piecesOf(request, limit, 'upload.tooLarge'));
  const bytes = (await readLimited(request, limit, 'upload.tooLarge')) as Uint8Array<ArrayBuffer>;
  return { file: new Blob([bytes]), release: async () => undefined };
}

const isJson = (mediaType: string) => /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(mediaType);

/** The body as JSON. An empty one is undefined. */
export function parseJson(request: Request, bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  if (!isJson(request.headers.get('content-type') ?? '')) throw new ProblemException('input.mediaType');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemException('input.malformed');
  }
  requireSound(value);
  return value;
}

/** Deeper than any body of the contract; schemas walk by recursion and must not run out of stack. */
const deepest = 64;
/** Far more than any form has. A megabyte of empty rows would hold a schema, and so everybody, for seconds. */
const mostValues = 20_000;
/** Half of a letter: JSON can escape it, but it has no UTF-8 and so no digest. */
const halfLetter = /\p{Surrogate}/u;

function requireSound(body: unknown): void {
  const waiting: [value: unknown, depth: number][] = [[body, 0]];
  let seen = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (++seen > mostValues) throw new ProblemException('input.tooLarge', { detail: `At most ${mostValues} values.` });
    if (typeof value === 'string' && halfLetter.test(value)) {
      throw new ProblemException('input.malformed', { detail: 'A text holds half of a letter (a lone surrogate).' });
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) throw new ProblemException('input.malformed', { detail: `Nested deeper than ${deepest}.` });
    for (const [key, inner] of Object.entries(value)) {
      waiting.push([inner, depth + 1]);
      if (!Array.isArray(value)) waiting.push([key, depth + 1]);
    }
  }
}
