import { ProblemException } from '../http/problem.ts';

/** Services on a page: usually, and at most. */
const usualPage = 50;
const mostPage = 500;

type Query = Partial<Record<string, string | undefined>>;

const refused = (path: string, detail: string): ProblemException => new ProblemException('input.invalid', { detail, errors: [{ path, code: 'invalid_format' }] });

function whole(query: Query, name: string, usual: number, most: number): number {
  const text = query[name];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= 1 && value <= most) return value;
  throw refused(name, `\`${name}\` is a whole number from 1 to ${most}.`);
}

/** Throws `input.invalid` for what is neither `true` nor `false`. */
export function flag(query: Query, name: string): boolean {
  const text = query[name] || 'false';
  if (text !== 'true' && text !== 'false') throw refused(name, `\`${name}\` is \`true\` or \`false\`.`);
  return text === 'true';
}

/** Which page is asked for. `all`: without `per_page` everything is on the first. Throws `input.invalid`. */
export function pageOf(query: Query, all = false): { page: number; perPage: number } {
  if ((query['format'] || 'json') !== 'json') throw refused('format', 'Only `format=json` is given here; a whole catalogue as one stream is `services.json` of the open data.');
  return {
    page: whole(query, 'page', 1, 1_000_000),
    perPage: all && !query['per_page'] ? 1_000_000_000 : whole(query, 'per_page', usualPage, mostPage),
  };
}

const instant = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** An instant or day; without an offset it is UTC. Throws `input.invalid`. */
export function modifiedAfter(query: Query): Date | undefined {
  const text = query['modified_after'];
  if (!text) return undefined;
  // A plus that was not escaped arrives as a space.
  const given = text.trim().toUpperCase().replace(/ (?=\d\d:?\d\d$)/, '+');
  const at = new Date(given.includes('T') && !/(?:Z|[+-]\d\d:?\d\d)$/.test(given) ? `${given}Z` : given);
  if (instant.test(given) && !Number.isNaN(at.valueOf())) return at;
  throw refused('modified_after', '`modified_after` is a Gregorian ISO 8601 date or time, such as `2026-11-24` or `2026-11-24T06:30:00Z`.');
}

/** The page of a list, as the specification has it. */
export function paged<T>(contents: T[], total: number, { page, perPage }: { page: number; perPage: number }) {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total, total_pages: pages, page_number: page, size: contents.length,
    first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents,
  };
}

/** The page of a list that is whole in memory. */
export function pageOfAll<T>(all: T[], query: Query) {
  const wanted = pageOf(query);
  return paged(all.slice((wanted.page - 1) * wanted.perPage, wanted.page * wanted.perPage), all.length, wanted);
}

/** All words of `search` stand in one of the texts. */
export function holds(query: Query, ...texts: string[]): boolean {
  const words = (query['search'] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = texts.join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
