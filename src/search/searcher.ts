import type { CatalogueIndex, IndexEntry } from '../contract/catalogue.ts';
import { foldKey } from '../persian/fold.ts';
import { makeLexicon, type Lexicon } from './lexicon.ts';
import { resolve, splits, type Meanings } from './resolve.ts';
import { otherLayout } from './sounds.ts';

export interface SearchOptions {
  /** Only this agency's services. */
  agency?: string;
  /** Only services that fit. */
  where?: (entry: IndexEntry) => boolean;
  /** Most hits to give; 20 when absent. */
  limit?: number;
}

export interface Hit {
  entry: IndexEntry;
  score: number;
  /** Folded words (as `tokens` gives them) by which it was found, to mark them. */
  matched: string[];
}

export interface SearchResult {
  /** All that fit, also those beyond `limit`. */
  total: number;
  hits: Hit[];
  /** The query as it was read, when that was with the other keyboard layout. */
  readAs?: string;
  /** Words that the best hit knows under another name: a synonym, a right spelling. */
  instead: { typed: string; meant: string }[];
  /** Words of the query that stand in no service. */
  missed: string[];
  /** How many words were looked for. */
  words: number;
  /** No word was in the query: empty, punctuation, pictures. */
  wordless: boolean;
}

export interface Searcher {
  readonly size: number;
  search(query: string, options?: SearchOptions): SearchResult;
}

/** Nobody types more than this; what is pasted beyond it is not read. */
const maxLength = 240;
const maxWords = 16;
/** Part of what was asked that must be found, by weight. */
const leastCovered = 0.4;
/** A hit far below the best one only shares a common word with it. */
const leastShare = 0.2;
/** Words that say nothing about what is wanted. */
const silent = new Set(
  (
    'از به در را رو و یا با که تا چه چی یک می من ما این ان هم برا برای ام ای ها های است بود شد شده شدم کرده کردم کنم کنید ' +
    'میخوام میخواهم خواهم خوام میخواستم میخام باید چطور چجوری چگونه کجا لطفا سلام خسته نباشید ببینم بگیرم بدم دارم داره لازمه چیه'
  ).split(' '),
);

/** Something that may be meant by the words from `at` on, `span` of them. */
interface Reading {
  /** Another word than the one typed: worth telling. */
  other?: boolean;
  at: number;
  span: number;
  words: string[];
  quality: number;
}

/** Makes an index searchable. Names of agencies come from the catalogue: people search for those too. */
export function openIndex(
  index: CatalogueIndex,
  { agencyNames = {} }: { agencyNames?: Record<string, string> } = {},
): Searcher {
  const lexicon = makeLexicon(index, agencyNames);
  return {
    size: index.entries.length,
    search(query, { agency, where, limit = 20 } = {}) {
      const text = query.slice(0, maxLength);
      const plain = run(lexicon, index.entries, text);
      const other = otherLayout(text);
      // Text in the wrong layout makes no words; only then the other one is tried.
      const turned = plain.sure < 0.75 && other !== text ? run(lexicon, index.entries, other) : undefined;
      const better = turned && turned.sure > Math.max(plain.sure + 0.15, 0.7);
      const { hits, sure: _, ...read } = better ? turned : plain;
      const fitting = hits.filter(({ entry }) => (!agency || entry.agency === agency) && (!where || where(entry)));
      return { total: fitting.length, hits: fitting.slice(0, limit), ...read, ...(better && { readAs: other }) };
    },
  };
}

interface Run extends Pick<SearchResult, 'hits' | 'instead' | 'missed' | 'words' | 'wordless'> {
  /** How much of the query was understood, and how surely: 0 to 1. */
  sure: number;
}

function run(lexicon: Lexicon, entries: IndexEntry[], text: string): Run {
  const unfinished = /[\p{L}\p{N}]$/u.test(text);
  let words = foldKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, maxWords);
  // A code or a number may be written in groups.
  if (words.length > 1 && words.every((word) => /^\d+$/.test(word)) && words.join('').length > 7)
    words = [words.join('')];
  const telling = words.filter((word) => !silent.has(word));
  if (telling.length) words = telling;
  if (words.length === 0) return { hits: [], instead: [], missed: [], words: 0, wordless: true, sure: 0 };

  const meanings = words.map((word, at) => resolve(lexicon, word, unfinished && at === words.length - 1));
  const readings = read(lexicon, words, meanings);
  const unknown = lexicon.rarity('') * 0.7;
  const worth = words.map((_, at) => {
    const inside = readings.filter((reading) => reading.at <= at && at < reading.at + reading.span);
    return inside.length ? Math.max(...inside.map(({ words: own }) => mean(own.map(lexicon.rarity)))) : unknown;
  });
  const all = worth.reduce((sum, each) => sum + each, 0);

  const best = new Map<number, { score: number[]; by: Reading[]; matched: Set<string> }>();
  for (const reading of readings) {
    for (const [entry, value] of entriesWith(lexicon, reading)) {
      let found = best.get(entry);
      if (!found) best.set(entry, (found = { score: [], by: [], matched: new Set() }));
      for (let at = reading.at; at < reading.at + reading.span; at++) {
        if ((found.score[at] ?? 0) < value) {
          found.score[at] = value;
          found.by[at] = reading;
        }
      }
      reading.words.forEach((word) => found.matched.add(word));
    }
  }

  let sure = 0;
  const hits: Hit[] = [];
  for (const [number, { score, by, matched }] of best) {
    const covered = worth.reduce((sum, each, at) => sum + (score[at] ? each : 0), 0) / all;
    if (covered < leastCovered) continue;
    sure = Math.max(sure, worth.reduce((sum, each, at) => sum + each * (by[at]?.quality ?? 0), 0) / all);
    const title = lexicon.titles[number]!;
    const ofTitle = title.filter((word) => matched.has(word)).length / title.length;
    const sum = score.reduce((total, each) => total + (each ?? 0), 0);
    hits.push({ entry: entries[number]!, score: sum * covered * (1 + 0.35 * ofTitle), matched: [...matched] });
  }
  hits.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
  const least = (hits[0]?.score ?? 0) * leastShare;
  const first = hits[0] && best.get(entries.indexOf(hits[0].entry));
  return {
    hits: hits.filter((hit) => hit.score >= least),
    instead: first ? otherWords(words, first.by, first.matched) : [],
    missed: words.filter((_, at) => !readings.some((reading) => reading.at <= at && at < reading.at + reading.span)),
    words: words.length,
    wordless: false,
    sure,
  };
}

/** «سجل» is «شناسنامه» here: told once for each reading that is no form of what was typed, where that itself does not stand. */
function otherWords(words: string[], by: Reading[], matched: Set<string>): SearchResult['instead'] {
  return [...new Set(by)]
    .filter((reading) => reading?.other && !matched.has(words[reading.at]!))
    .map(({ at, span, words: meant }) => ({
      typed: words.slice(at, at + span).join(' '),
      meant: meant.join(' '),
    }));
}

/** All that the words may mean: themselves, near words, words joined or split, and what their synonyms lead to. */
function read(lexicon: Lexicon, words: string[], meanings: Meanings[]): Reading[] {
  const readings: Reading[] = [];
  meanings.forEach((own, at) => {
    for (const [word, quality] of own) {
      const other = !word.startsWith(words[at]!) && !words[at]!.startsWith(word);
      readings.push({ at, span: 1, words: [word], quality, other });
    }
    const next = words[at + 1];
    const joined = next && words[at]! + next;
    if (joined && lexicon.postings.has(joined)) readings.push({ at, span: 2, words: [joined], quality: 1 });
    for (const pair of splits(lexicon, words[at]!)) readings.push({ at, span: 1, words: pair, quality: 0.85 });
  });
  for (const synonym of lexicon.synonyms) {
    const span = synonym.words.length;
    for (let at = 0; at + span <= words.length; at++) {
      const sure = Math.min(...synonym.words.map((word, offset) => meanings[at + offset]!.get(word) ?? 0));
      if (sure > 0.5)
        for (const meant of synonym.meant) readings.push({ at, span, words: meant, quality: sure * 0.9, other: true });
    }
  }
  return readings;
}

/** Entries in which all words of a reading stand, with what each is worth there. */
function* entriesWith({ postings, rarity }: Lexicon, { words, quality }: Reading): Generator<[number, number]> {
  const maps = words.map((word) => postings.get(word));
  const first = maps[0];
  if (!first || maps.some((map) => !map?.size)) return;
  const worth = words.map(rarity);
  for (const entry of first.keys()) {
    const values = maps.map((map, at) => (map!.get(entry) ?? 0) * worth[at]!);
    if (values.every(Boolean)) yield [entry, quality * mean(values)];
  }
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
