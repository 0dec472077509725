import { governmentService } from '../../../rules/government-service.ts';
import type { Format, Source } from '../format.ts';
import type { PublishedSheet } from '../published.ts';
import { jsonLd, jsonLdFoot, jsonLdHead } from './json-ld.ts';
import type { Resource } from './model.ts';
import { serviceResources } from './service.ts';
import { sharedResources } from './shared.ts';
import { turtle, turtleHead } from './turtle.ts';
import { cpsvAp, schemaOrg, serviceAddress } from './vocabulary.ts';

/** The resources of a catalogue, as many at a time as sheets are read. */
async function* resources({ published, agencies, origin, pages }: Source): AsyncGenerator<Resource[]> {
  yield sharedResources(origin, published.province, agencies);
  for await (const page of pages) yield page.flatMap((each) => serviceResources(each, origin));
}

export const turtleFormat: Format = {
  name: 'cpsv-ap.ttl',
  mediaType: 'text/turtle; charset=utf-8',
  conformsTo: cpsvAp,
  async *write(source) {
    yield turtleHead;
    for await (const part of resources(source)) yield part.map(turtle).join('');
  },
};

/** `@graph` of what comes page by page. */
async function* graph<T>(head: string, pages: AsyncIterable<T[]>, line: (item: T) => string): AsyncGenerator<string> {
  yield head;
  let first = true;
  for await (const page of pages) {
    if (!page.length) continue;
    yield `${first ? '' : ',\n'}${page.map(line).join(',\n')}`;
    first = false;
  }
  yield jsonLdFoot;
}

export const jsonLdFormat: Format = {
  name: 'cpsv-ap.jsonld',
  mediaType: 'application/ld+json',
  conformsTo: cpsvAp,
  write: (source) => graph(jsonLdHead, resources(source), jsonLd),
};

/** A sheet as schema.org, without the context that the document has once. */
export function schemaOrgNode({ sheet }: PublishedSheet, origin: string): Record<string, unknown> {
  const { '@context': _, ...node } = governmentService(sheet, serviceAddress(origin, sheet.id));
  return node;
}

export const schemaOrgFormat: Format = {
  name: 'schema-org.jsonld',
  mediaType: 'application/ld+json',
  conformsTo: schemaOrg,
  write: (source) => graph(`{"@context":"${schemaOrg}","@graph":[\n`, source.pages, (each) => JSON.stringify(schemaOrgNode(each, source.origin))),
};
