import type { Offering } from '../../contract/offering.ts';
import { governmentService } from '../../rules/government-service.ts';
import { sha256 } from '../crypto.ts';
import { preferred, type Offered } from '../http/accept.ts';
import { ProblemException } from '../http/problem.ts';
import { immutable, matches, shortLived } from '../http/respond.ts';
import { servicePage } from '../http/service-page.ts';
import type { Ports } from '../ports.ts';
import { originOf } from './respond.ts';

/** The address of a service, for people and machines: each gets what it asks for by `Accept`. */
export const serviceAddress = (origin: string, offering: string): string => `${origin}/v1/offerings/${encodeURIComponent(offering)}`;

interface Representation extends Offered {
  write(sheet: Offering, address: string): Promise<Response> | Response;
}

const text = (body: string, mediaType: string): Response => new Response(body, { headers: { 'content-type': mediaType } });

const forMachines: Representation[] = [
  {
    mediaType: 'application/ld+json', profile: 'https://schema.org/',
    write: (sheet, address) => text(JSON.stringify(governmentService(sheet, address)), 'application/ld+json; profile="https://schema.org/"; charset=utf-8'),
  },
];
/** JSON as the contract says is what who does not care gets; the mount writes it. */
const json = { mediaType: 'application/json' };
const all: (Offered | Representation)[] = [
  json,
  { mediaType: 'text/html', write: (sheet, address) => servicePage(sheet, address, [json, ...forMachines]) },
  ...forMachines,
];

/**
 * A sheet as its reader asks for it by `Accept`; undefined when that is JSON. `lasting`: this version never changes. Throws
 * `notAcceptable` with a list of what there is.
 */
export async function representationOf(ports: Ports, request: Request, sheet: Offering, lasting: boolean): Promise<Response | undefined> {
  const chosen = preferred(request.headers.get('accept'), all);
  if (!chosen) throw new ProblemException('notAcceptable', { detail: `Accept one of: ${[...new Set(all.map(({ mediaType }) => mediaType))].join(', ')}.` });
  if (!('write' in chosen)) return undefined;
  const made = await chosen.write(sheet, serviceAddress(originOf(ports, request), sheet.id));
  const body = await made.text();
  const headers = new Headers(made.headers);
  const cache = lasting ? immutable : shortLived;
  headers.set('etag', `"${(await sha256(body)).slice(0, 32)}"`);
  // Without a public address it names the one that this reader called: no cache on the way may show it to another.
  headers.set('cache-control', ports.settings.publicUrl ? cache : cache.replace('public', 'private'));
  if (!matches(request.headers.get('if-none-match'), headers.get('etag')!)) return new Response(body, { headers });
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
}
