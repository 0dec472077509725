import type { Resource, Value } from './model.ts';
import { namespaces } from './vocabulary.ts';

const valueJson = (value: Value): object | string => {
  if ('iri' in value) return { '@id': value.iri };
  if ('lang' in value) return { '@language': value.lang, '@value': value.text };
  return value.type ? { '@type': value.type, '@value': value.text } : value.text;
};

/** Up to the first resource; the context stands in the file, so that no reader has to fetch one. */
export const jsonLdHead = `{"@context":${JSON.stringify(namespaces)},"@graph":[\n`;
export const jsonLdFoot = '\n]}\n';

/** One resource as a line of `@graph`. */
export function jsonLd({ iri, types, facts }: Resource): string {
  const node: Record<string, unknown> = { '@id': iri, '@type': types };
  for (const [property, value] of facts) node[property] = [...((node[property] as unknown[] | undefined) ?? []), valueJson(value)];
  return JSON.stringify(node);
}
