import { facets, wide, type Narrowing, type Sort } from './question.ts';

/** What of a search is in the page's address. */
export interface Linked {
  text: string;
  narrowing: Narrowing;
  sort: Sort;
}
const sorts: readonly Sort[] = ['best', 'quick', 'cheap', 'name'];
const longest = 240;

const parts = (): string[] => location.search.slice(1).split('&').filter(Boolean);
const nameOf = (part: string): string => part.split('=', 1)[0]!;
const isOurs = (name: string) => (part: string): boolean =>
  [name, `${name}-sort`, ...facets.map((facet) => `${name}-${facet}`)].includes(nameOf(part));

/** `?q=…&q-agency=…` for the name `q`. */
export function readAddress(name: string): Linked {
  const values = new Map(
    parts().filter(isOurs(name)).map((part) => {
      const value = part.slice(nameOf(part).length + 1).replaceAll('+', ' ');
      try {
        return [nameOf(part), decodeURIComponent(value)];
      } catch {
        return [nameOf(part), ''];
      }
    }),
  );
  const narrowing: Record<string, string | boolean> = {};
  for (const facet of facets) {
    const value = values.get(`${name}-${facet}`);
    if (value) narrowing[facet] = typeof wide[facet] === 'boolean' ? true : value;
  }
  const sort = values.get(`${name}-sort`) as Sort;
  return {
    text: (values.get(name) ?? '').slice(0, longest),
    narrowing: { ...wide, ...narrowing } as Narrowing,
    sort: sorts.includes(sort) ? sort : 'best',
  };
}

/**
 * Corrects the present step of the page's history, never adds one: the way back leads where it led before. All other
 * parameters stay letter by letter; old portals have some in encodings that a parser would spoil.
 */
export function writeAddress(name: string, { text, narrowing, sort }: Linked): void {
  const own = [
    [name, text.trim()],
    ...facets.map((facet) => [`${name}-${facet}`, narrowing[facet] === true ? '1' : narrowing[facet] || '']),
    [`${name}-sort`, sort === 'best' ? '' : sort],
  ].flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []));
  const search = [...parts().filter((part) => !isOurs(name)(part)), ...own].join('&');
  const address = `${location.origin}${location.pathname}${search && `?${search}`}${location.hash}`;
  if (address === location.href) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // A frame without an address of its own, or a browser that has had enough of it.
  }
}
