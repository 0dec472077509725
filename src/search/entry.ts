import type { CatalogueIndex, IndexEntry } from '../contract/catalogue.ts';
import { foldKey } from '../persian/fold.ts';
import { unpackAt } from './pack.ts';

/** One service of an index, by its number from 0. */
export const entryOf = (index: CatalogueIndex, number: number): IndexEntry => ({
  id: index.ids[number]!,
  title: titleOf(index, number),
  description: index.descriptions[number] ?? '',
  agency: agencyOf(index, number).id,
  code: index.codes[number] || null,
  ...index.facts[unpackAt(index.factsOf, number)]!,
});

export const titleOf = (index: CatalogueIndex, number: number): string => index.titles[unpackAt(index.titleOf, number)]!;

export const agencyOf = (index: CatalogueIndex, number: number): CatalogueIndex['agencies'][number] =>
  index.agencies[unpackAt(index.agencyOf, number)]!;

/** How many words a title has; those that a half-space parts count each. */
export const lengthOfTitle = (title: string): number => title.split(/[\s\u200c]+/).length;

/** The digits of a national code, whole or in part, if a query is one; people write it in groups. */
export function codeIn(query: string): string | undefined {
  const digits = foldKey(query).replace(/[\s.-]/g, '');
  return /^\d{6,13}$/.test(digits) ? digits : undefined;
}

/** All services of an index. */
export const entriesOf = (index: CatalogueIndex): IndexEntry[] => index.ids.map((_, number) => entryOf(index, number));
