import type { Route } from '../../contract/routes.ts';
import { sha256 } from '../crypto.ts';

/** For handlers: an answer that never changes under its address. */
export const immutable = 'public, max-age=31536000, immutable';
/** For handlers: an answer that may be a minute old, and is shown older while a new one is fetched. */
export const shortLived = 'public, max-age=60, stale-while-revalidate=600';

/** Whether `if-none-match` names the tag; weak and strong ones alike. */
export const matches = (sent: string | null, tag: string): boolean =>
  sent !== null && sent.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, '') || one.trim() === '*');

/** Strong tag of a text, by its content. */
export const tagOfText = async (text: string): Promise<string> => `"${(await sha256(text)).slice(0, 32)}"`;

/** JSON with a tag of its content where it may be cached: who holds it already gets 304 without the body. */
export async function jsonAnswer(request: Request, route: Route, body: unknown, headers: Headers, status?: number): Promise<Response> {
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  const code = status ?? route.status ?? 200;
  if (code === 204) return new Response(null, { status: code, headers });
  const text = JSON.stringify(body);
  headers.set('content-type', 'application/json; charset=utf-8');
  headers.append('vary', 'accept-encoding');
  if (route.method === 'GET' && headers.get('cache-control') !== 'no-store') {
    const tag = await tagOfText(text);
    headers.set('etag', tag);
    if (matches(request.headers.get('if-none-match'), tag)) {
      headers.delete('content-type');
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(text, { status: code, headers });
}
