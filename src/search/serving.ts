import type { CatalogueLexicon } from '../contract/catalogue.ts';
import { Learned } from './learned.ts';
import { fieldIn, fields, type Postings } from './postings.ts';
import type { Plan, Reading } from './readings.ts';
import { Scorer } from './score.ts';
import { atOnce } from './slices.ts';
import { Vocabulary } from './vocabulary.ts';

export interface Serving {
  number: number;
  score: number;
}

/** A service for few people is worth so much of one for all, where nobody has said that they are of these. */
const ofFew = 0.85;
const inKeywords = fields.indexOf('keywords');

/** The list of a word as far as it is about a few services, which are in their order. */
function within(list: Postings, few: Uint32Array): Postings {
  const where = Int8Array.from(few, (entry) => fieldIn(list, entry));
  return { entries: few.filter((_, at) => where[at]! >= 0), fields: Uint8Array.from(where.filter((field) => field >= 0)) };
}

/** Services in their order, by what needs are looked for. */
export interface Searched {
  /** Folded words in their order, those of needs, of the lexicon's groups and of `wordsOfFew` at least, with the packed posting list of each. */
  words: readonly string[];
  lists: readonly string[];
  /** By service: words of its title. */
  titleLengths: Uint8Array;
}

/** Words that say in a title that a service is for few people; names of several words are made of everyday ones. */
export const wordsOfFew = ({ classes }: Pick<CatalogueLexicon, 'classes'>): string[] => (classes['foreigner'] ?? '').split('/').filter((name) => name && !name.includes('_'));

/** Finds the services that meet a need, told in folded words: all of them, or other names of them, in title or keywords. */
export function servingOf({ words: own, lists, titleLengths }: Searched, lexicon: CatalogueLexicon): (wording: string) => Serving[] {
  const vocabulary = new Vocabulary(own.join(' '), lists.join(' '), titleLengths.length);
  const scorer = new Scorer({ vocabulary }, titleLengths);
  // Needs are no sentences: of the lexicon only other names tell something of them.
  const learned = atOnce(Learned.from({ vocabulary, verbs: { negated: new Set() } }, { ...lexicon, intents: [], situations: [] }, { needs: [], ids: [] }));

  const titles = new Map<number, Postings>();
  /** Where a word stands in title or keywords. */
  const inTitles = (word: number): Postings => {
    let list = titles.get(word);
    if (!list) {
      const all = vocabulary.postings(word);
      const at: number[] = [];
      for (let place = 0; place < all.fields.length; place++) if (all.fields[place]! <= inKeywords) at.push(place);
      list = { entries: Uint32Array.from(at, (place) => all.entries[place]!), fields: Uint8Array.from(at, (place) => all.fields[place]!) };
      titles.set(word, list);
    }
    return list;
  };
  /** The shortest list of a reading. */
  const rarest = ({ words }: Reading): Uint32Array => {
    let least = inTitles(words[0]!).entries;
    for (const word of words) if (inTitles(word).entries.length < least.length) least = inTitles(word).entries;
    return least;
  };

  /** Services in whose title or keywords each word of the wording stands, itself or by another name. */
  const candidates = ({ words, readings }: Plan): Set<number> => {
    const ways = words.map(() => ({ each: [] as Reading[], size: 0 }));
    for (const reading of readings) {
      const size = rarest(reading).length;
      if (!size) continue;
      for (const at of reading.at) {
        ways[at]!.each.push(reading);
        ways[at]!.size += size;
      }
    }
    const found = new Set<number>();
    // Looked for from the rarest word on.
    const [first, ...others] = ways.sort((a, b) => a.size - b.size);
    if (!first!.size) return found;
    const holds = (reading: Reading, entry: number) => reading.words.every((word) => fieldIn(inTitles(word), entry) >= 0);
    for (const reading of first!.each) for (const entry of rarest(reading)) if (reading.words.length === 1 || holds(reading, entry)) found.add(entry);
    for (const entry of found) if (!others.every(({ each }) => each.some((reading) => holds(reading, entry)))) found.delete(entry);
    return found;
  };

  /** Services that a few people alone can ask for, by their titles: «ثبت ولادت فرزند اتباع خارجی». */
  const few = new Set<number>();
  const fewWords = new Set(wordsOfFew(lexicon).flatMap((word) => vocabulary.numberOf(word) ?? []));
  for (const word of fewWords) {
    const { entries, fields: where } = vocabulary.postings(word);
    entries.forEach((entry, at) => where[at] === 0 && few.add(entry));
  }

  const find = (wording: string): Serving[] => {
    const words = vocabulary.numbersOf(wording.split(' '));
    if (!words) return [];
    const isForFew = words.some((word) => fewWords.has(word));
    const readings: Reading[] = words.map((word, at) => ({ kind: 'word', at: [at], words: [word], quality: 1 }));
    for (let span = 1; span <= words.length; span++) {
      for (let from = 0; from + span <= words.length; from++) {
        const at = Array.from({ length: span }, (_, offset) => from + offset);
        for (const { words: other, quality } of learned.synonymsOf(words.slice(from, from + span))) readings.push({ kind: 'synonym', at, words: other, quality });
      }
    }
    const plan: Plan = { words: words.map(String), parts: words, readings, qualifying: [], missing: [], begun: -1, isSentence: false, worth: words.map(() => 1), situations: [], sure: 1 };
    const among = Uint32Array.from(candidates(plan)).sort();
    if (!among.length) return [];
    const lists = [...new Set(readings.flatMap((reading) => reading.words))].map((word) => [word, vocabulary.postings(word)] as const);
    for (const [word, list] of lists) vocabulary.put(word, within(list, among));
    const found = scorer.score(plan);
    for (const [word, list] of lists) vocabulary.put(word, list);
    return isForFew ? found : found.map((each) => (few.has(each.number) ? { ...each, score: each.score * ofFew } : each));
  };
  // Situations share many needs.
  const known = new Map<string, Serving[]>();
  return (wording) => {
    let found = known.get(wording);
    if (!found) known.set(wording, (found = find(wording)));
    return found;
  };
}
