import type { CatalogueIndex, IndexEntry } from '../contract/catalogue.ts';
import type { Offering } from '../contract/offering.ts';

/** Words that stand for each other. With `oneWay` the later ones lead to the first, not the reverse. */
export interface SynonymGroup {
  terms: string[];
  oneWay?: boolean;
}

/** As much of an offering as the index holds. */
export type Indexable = Pick<
  Offering,
  | 'id'
  | 'title'
  | 'description'
  | 'agency'
  | 'code'
  | 'time'
  | 'fee'
  | 'visits'
  | 'form'
  | 'channels'
  | 'lifeEvents'
  | 'keywords'
  | 'documents'
>;

export interface IndexInput {
  /** Content address of the published offerings. */
  version: string;
  offerings: Indexable[];
  synonyms: SynonymGroup[];
}

const onlineChannels = new Set<string>(['internet', 'mobileApp', 'electronic']);

const entryOf = (offering: Indexable): IndexEntry => ({
  id: offering.id,
  title: offering.title,
  description: offering.description,
  agency: offering.agency.id,
  code: offering.code,
  time: offering.time,
  fee: { kind: offering.fee.kind, lines: offering.fee.lines },
  visits: offering.visits,
  online: offering.form !== null || offering.channels.request.some((channel) => onlineChannels.has(channel)),
  lifeEvents: offering.lifeEvents,
  keywords: offering.keywords,
  documents: offering.documents.map((document) => document.title),
});

/**
 * The catalogue as the search needs it: what a result shows and the words by which it is found. Plain data in a stable
 * order, so that the same offerings give the same bytes; folding and weights are the searcher's.
 */
export const buildIndex = ({ version, offerings, synonyms }: IndexInput): CatalogueIndex => ({
  version,
  entries: offerings.map(entryOf).sort((a, b) => (a.id < b.id ? -1 : 1)),
  synonyms: synonyms.map(({ terms, oneWay = false }) => ({ terms, oneWay })),
});
