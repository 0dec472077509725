import type { Ports } from '../ports.ts';
import { uploadLimit } from './body.ts';
import { ProblemException } from './problem.ts';

/** Headers that scripts of an agency's page may read. */
const exposed = 'date, etag, retry-after, idempotency-replayed, x-request-id, location, tus-resumable, upload-expires, upload-length, upload-offset';

/** Staff answers and pages belong to the gateway's own origin; everything else may be read from any agency's page. */
export const isOpen = (path: string): boolean => !/^\/(v1\/staff|desk$|desk\/|docs|dev|metrics)/.test(path);

const isUpload = (path: string): boolean => /^\/v1\/uploads(\/|$)/.test(path);
/** What tus clients ask for by OPTIONS. */
const tusOffer = { 'tus-resumable': '1.0.0', 'tus-version': '1.0.0', 'tus-extension': 'creation,expiration,termination', 'tus-max-size': String(uploadLimit) };

/** Answer to a preflight, kept by browsers for a day. */
export function preflight(path: string): Response {
  if (!isOpen(path)) return new Response(null, { status: 403 });
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
      'access-control-allow-headers': 'altcha, authorization, content-type, idempotency-key, if-none-match, tus-resumable, upload-length, upload-metadata, upload-offset',
      'access-control-max-age': '86400',
      'cache-control': 'public, max-age=86400',
      ...(isUpload(path) && tusOffer),
    },
  });
}

/**
 * Refuses a change on a staff route that a page of another origin caused. `SameSite=Strict` already keeps the cookie
 * from it; this also holds for a sister site under the same registrable domain, and for signing in.
 */
export function requireOwnOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const own = site ? site === 'same-origin' : !origin || origin.replace(/^https?:\/\//, '') === request.headers.get('host');
  if (!own) throw new ProblemException('staff.forbidden', { detail: 'Staff routes are for pages of the gateway itself.' });
}

const lockedDown = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What every answer carries, whoever made it. What the answer itself says wins. */
export function addStandardHeaders(ports: Ports, path: string, headers: Headers): void {
  const add = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  // The clock by which drafts on people's devices grow old. Files are as old as the browser's cache sees them.
  if (path.startsWith('/v1/')) add('date', ports.now().toUTCString());
  add('x-content-type-options', 'nosniff');
  add('referrer-policy', 'no-referrer');
  add('content-security-policy', lockedDown);
  if (ports.settings.production) add('strict-transport-security', 'max-age=31536000');
  if (isUpload(path)) add('tus-resumable', '1.0.0');
  if (isOpen(path)) {
    add('access-control-allow-origin', '*');
    add('access-control-expose-headers', exposed);
    // Pages that isolate themselves (COEP) may still load scripts and data of the desk.
    add('cross-origin-resource-policy', 'cross-origin');
  } else {
    add('cross-origin-resource-policy', 'same-origin');
  }
}
