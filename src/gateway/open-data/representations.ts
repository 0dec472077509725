import { governmentService } from '../../rules/government-service.ts';
import { agencies, province } from '../catalogue/store.ts';
import { preferred, type Offered } from '../http/accept.ts';
import { ProblemException } from '../http/problem.ts';
import { immutable, matches, shortLived, tagOfText } from '../http/respond.ts';
import { servicePage } from '../http/service-page.ts';
import type { Ports } from '../ports.ts';
import type { PublishedSheet } from './published.ts';
import { jsonLd, jsonLdFoot, jsonLdHead } from './rdf/json-ld.ts';
import type { Resource } from './rdf/model.ts';
import { serviceResources } from './rdf/service.ts';
import { sharedResources } from './rdf/shared.ts';
import { turtle, turtleHead } from './rdf/turtle.ts';
import { cpsvAp, schemaOrg, serviceAddress } from './rdf/vocabulary.ts';
import { keptWithAddresses, originOf } from './respond.ts';

interface Shown extends PublishedSheet {
  ports: Ports;
  origin: string;
  address: string;
}
interface Representation extends Offered {
  write(shown: Shown): Promise<Response>;
}

const text = (body: string, mediaType: string): Response => new Response(body, { headers: { 'content-type': `${mediaType}; charset=utf-8` } });

/** The service and what it points to, as the file of its province says it. */
async function resources({ ports: { db }, sheet, at, origin }: Shown): Promise<Resource[]> {
  const own = (await agencies(db, sheet.province)).filter(({ id }) => id === sheet.agency.id);
  return [...sharedResources(origin, await province(db, sheet.province), own), ...serviceResources({ sheet, at }, origin)];
}

const forMachines: Representation[] = [
  {
    mediaType: 'application/ld+json', profile: cpsvAp,
    write: async (shown) => text(`${jsonLdHead}${(await resources(shown)).map(jsonLd).join(',\n')}${jsonLdFoot}`, `application/ld+json; profile="${cpsvAp}"`),
  },
  { mediaType: 'text/turtle', write: async (shown) => text(turtleHead + (await resources(shown)).map(turtle).join(''), 'text/turtle') },
  {
    mediaType: 'application/ld+json', profile: schemaOrg,
    write: async ({ sheet, address }) => text(JSON.stringify(governmentService(sheet, address)), `application/ld+json; profile="${schemaOrg}"`),
  },
];
/** JSON as the contract says is what who does not care gets; the mount writes it. */
const json = { mediaType: 'application/json' };
const all: (Offered | Representation)[] = [
  json,
  { mediaType: 'text/html', write: ({ sheet, at, address }) => servicePage({ sheet, at }, address, [json, ...forMachines]) },
  ...forMachines,
];

/**
 * A sheet as its reader asks for it by `Accept`; undefined when that is JSON. `lasting`: this version never changes. Throws
 * `notAcceptable` with a list of what there is.
 */
export async function representationOf(ports: Ports, request: Request, published: PublishedSheet, lasting: boolean): Promise<Response | undefined> {
  const chosen = preferred(request.headers.get('accept'), all);
  if (!chosen) throw new ProblemException('notAcceptable', { detail: `Accept one of: ${[...new Set(all.map(({ mediaType }) => mediaType))].join(', ')}.` });
  if (!('write' in chosen)) return undefined;
  const origin = originOf(ports, request);
  const made = await chosen.write({ ...published, ports, origin, address: serviceAddress(origin, published.sheet.id) });
  const body = await made.text();
  const headers = new Headers(made.headers);
  headers.set('etag', await tagOfText(body));
  headers.set('cache-control', keptWithAddresses(ports, lasting ? immutable : shortLived));
  if (!matches(request.headers.get('if-none-match'), headers.get('etag')!)) return new Response(body, { headers });
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
}
