import { foldKey, tokens } from '../persian/fold.ts';
import type { CatalogueIndex, IndexEntry } from '../contract/catalogue.ts';
import { skeleton, sound } from './sounds.ts';

/** What a word is worth where it stands. Between two fields the better one counts. */
const weights = { title: 10, keywords: 7, agency: 4, documents: 2.5, description: 2 };

export interface Synonyms {
  /** Words of a term, and the words of each term it may stand for. */
  words: string[];
  meant: string[][];
}

/** All words of an index with the entries in which each stands. */
export interface Lexicon {
  /** Worth of a word in an entry, by entry number. A word that only synonyms know has no entries. */
  postings: Map<string, Map<number, number>>;
  /** Words of each title. */
  titles: string[][];
  /** By first word of the term. */
  synonyms: Synonyms[];
  sorted: string[];
  byLength: string[][];
  bySound: Map<string, string[]>;
  bySkeleton: Map<string, string[]>;
  /** How telling a word is: the rarer, the more. */
  rarity(word: string): number;
}

const words = (text: string): string[] =>
  foldKey(text)
    .split(/[\s\u200c]+/)
    .filter(Boolean);

export function makeLexicon(index: CatalogueIndex, agencyNames: Record<string, string>): Lexicon {
  const postings: Lexicon['postings'] = new Map();
  const count = index.entries.length;
  const add = (entry: number, text: string, weight: number) => {
    for (const word of tokens(text)) {
      let at = postings.get(word);
      if (!at) postings.set(word, (at = new Map()));
      at.set(entry, Math.max(at.get(entry) ?? 0, weight));
    }
  };
  const titles = index.entries.map((entry: IndexEntry, number) => {
    const title = tokens(entry.title);
    // A short title that holds the word is about it; a long one mentions it.
    add(number, entry.title, weights.title * (1 - Math.min(title.length, 12) * 0.02));
    entry.keywords.forEach((keyword) => add(number, keyword, weights.keywords));
    add(number, agencyNames[entry.agency] ?? '', weights.agency);
    entry.documents.forEach((document) => add(number, document, weights.documents));
    add(number, entry.description, weights.description);
    if (entry.code) add(number, entry.code, weights.title);
    return title;
  });

  const synonyms = index.synonyms.flatMap(({ terms, oneWay }) => {
    const folded = terms.map(words);
    return folded.flatMap((own, at) => {
      const meant = oneWay ? (at === 0 ? [] : [folded[0]!]) : folded.filter((other) => other !== own);
      return meant.length ? [{ words: own, meant }] : [];
    });
  });
  for (const { words: own } of synonyms) {
    for (const word of own) if (!postings.has(word)) postings.set(word, new Map());
  }

  const sorted = [...postings.keys()].sort();
  const byLength: string[][] = [];
  const bySound = new Map<string, string[]>();
  const bySkeleton = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, word: string) =>
    void (map.get(key)?.push(word) ?? map.set(key, [word]));
  for (const word of sorted) {
    (byLength[word.length] ??= []).push(word);
    put(bySound, sound(word), word);
    put(bySkeleton, skeleton(word), word);
  }
  const rarity = (word: string) => Math.log(1 + count / ((postings.get(word)?.size || 1) + 0.5));
  return { postings, titles, synonyms, sorted, byLength, bySound, bySkeleton, rarity };
}
