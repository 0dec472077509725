import type { CatalogueIndex, IndexEntry } from '../contract/catalogue.ts';
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

/** All services of an index. */
export const entriesOf = (index: CatalogueIndex): IndexEntry[] => index.ids.map((_, number) => entryOf(index, number));
