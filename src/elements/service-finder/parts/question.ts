import type { IndexEntry } from '../../../contract/catalogue.ts';
import type { LifeEvent } from '../../../contract/offering.ts';
import type { SearchResult, Why } from '../../../search/searcher.ts';

/** By what results are narrowed; empty or false: not by this. */
export interface Narrowing {
  agency: string;
  county: string;
  life: LifeEvent | '';
  audience: 'G2C' | 'G2B' | '';
  way: 'online' | 'inPerson' | '';
  open: boolean;
  free: boolean;
}
export type Facet = keyof Narrowing;
export type Sort = 'best' | 'quick' | 'cheap' | 'name';

export const wide: Narrowing = { agency: '', county: '', life: '', audience: '', way: '', open: false, free: false };
export const facets = Object.keys(wide) as Facet[];

export interface Question {
  text: string;
  narrowing: Narrowing;
  limit: number;
  /** Another order than best first. */
  order?: ((a: IndexEntry, b: IndexEntry) => number) | undefined;
  /** What a situation asks for stands in a list of its own. */
  bundlesOf?: ((result: SearchResult) => Bundle[]) | undefined;
}

export interface FoundHit {
  entry: IndexEntry;
  matched: string[];
  why: Why[];
}
export type Bundle = SearchResult['situations'][number];

/** What stands under the field. */
export interface Answer {
  kind: 'start' | 'life' | 'search';
  question: Question;
  /** All that fit. */
  total: number;
  /** All that would fit without being narrowed by the reader, best first. */
  found: IndexEntry[];
  hits: FoundHit[];
  /** How many more there are than are shown. */
  rest: number;
  /** How the query was read. */
  result?: SearchResult;
  bundles: Bundle[];
  /** Nothing yet, but everyday words are not understood before the lexicon is here. */
  early: boolean;
}
