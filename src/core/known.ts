import type { KnownAnswers } from '../contract/guide.ts';

/** Answers as they are handed on from page to page, and from element to element: `service=internet&before=true`. */
export const knownText = (known: KnownAnswers): string =>
  new URLSearchParams(Object.entries(known).map(([field, value]) => [field, String(value)])).toString();

/** An address with `known=` in it, where something is. */
export function withKnown(address: string, known: string): string {
  if (!known) return address;
  const [path = '', ...fragment] = address.split('#');
  return [`${path}${path.includes('?') ? '&' : '?'}known=${encodeURIComponent(known)}`, ...fragment].join('#');
}
