import type { CatalogueIndex, IndexEntry } from '../contract/catalogue.ts';
import { foldKey } from '../persian/fold.ts';
import { agencyOf, codeIn, entryOf, lengthOfTitle } from './entry.ts';
import { byRank } from './order.ts';
import { unpack, unpackAt } from './pack.ts';
import { Reader, type Plan, type Reading, type ReadingKind } from './readings.ts';
import { Scorer, type Scored } from './score.ts';
import { atOnce } from './slices.ts';
import { Vocabulary } from './vocabulary.ts';

export interface SearchOptions {
  /** Only services of these numbers. */
  among?: ((number: number) => boolean) | undefined;
  /** Only services that fit. */
  where?: ((entry: IndexEntry) => boolean) | undefined;
  /** Most hits to give; 20 when absent. */
  limit?: number;
  /** Whose page it is: of two that are equally right, theirs come first. */
  near?: { agency?: string | undefined; county?: string | undefined };
}

/** Why a service was found: what was typed, as what it was read. */
export interface Why {
  kind: ReadingKind;
  typed: string;
  meant: string;
}

export interface Hit {
  entry: IndexEntry;
  score: number;
  /** Folded words (as `tokens` gives them) by which it was found, to mark them. */
  matched: string[];
  why: Why[];
}

export interface SearchResult {
  /** All that fit, also those beyond `limit`. */
  total: number;
  hits: Hit[];
  /** The query as it was read, where that is not as it was typed: on another keyboard layout, with other spaces. */
  readAs?: string;
  /** Words that the best hit knows under another name: a synonym, a right spelling. */
  instead: { typed: string; meant: string }[];
  /** What seems to have happened, with the services that it asks for in their order. */
  situations: { id: string; title: { fa: string; en?: string | undefined }; entries: IndexEntry[] }[];
  /** Words of the query that stand in no service. */
  missed: string[];
  /** How many words were looked for. */
  words: number;
  /** No word was in the query: empty, punctuation, pictures. */
  wordless: boolean;
  /** How much of the query was understood, and how surely: 0 to 1. */
  sure: number;
  /** How much of what was asked the best hit answers: 0 to 1. */
  confidence: number;
}

/** Own agency's and own county's services are worth this much more. */
const nearness = { agency: 1.2, county: 1.1 };
/** A title that was typed whole, and one that begins with what was typed. */
const titleTyped = { whole: 1.5, start: 1.1 };
/** Two needs in one sentence: each must be answered by this part of its own words. */
const leastOfPart = 0.55;
/** Below this a hit answers nothing of what was asked, in up to `words` words and in more. */
const leastAnswered = { words: 4, short: 0.22, long: 0.05 };
/** One service that answers this part of the whole sentence is no half answer. */
const wholeAnswer = 0.85;

/** An index, opened for searching. */
export class Searcher {
  /** What sentences are read with. */
  readonly reader: Reader;
  readonly scorer: Scorer;
  /** How a query is read otherwise than it was typed, once that can be told. */
  reread: ((query: string, plain: Plan) => { plan: Plan; readAs?: string } | undefined) | undefined;
  readonly #index: CatalogueIndex;
  readonly #folded: string[] = [];
  #codes: Map<string, number[]> | undefined;

  /** Opens an index, step by step. */
  static *opening(index: CatalogueIndex): Generator<void, Searcher> {
    const vocabulary = new Vocabulary(index.words, index.postings, index.ids.length);
    yield;
    const reader = new Reader(vocabulary, index.language);
    yield;
    // Many services share a title: each is looked at once.
    const lengths: number[] = [];
    for (const title of index.titles) {
      lengths.push(lengthOfTitle(title));
      yield;
    }
    const own = new Uint8Array(index.ids.length);
    for (let number = 0; number < own.length; number++) own[number] = lengths[unpackAt(index.titleOf, number)]!;
    return new Searcher(index, reader, own);
  }

  private constructor(index: CatalogueIndex, reader: Reader, titleLengths: Uint8Array) {
    this.#index = index;
    this.reader = reader;
    this.scorer = new Scorer(reader, titleLengths);
  }

  /** Services by their national code. */
  get codes(): Map<string, number[]> {
    if (this.#codes) return this.#codes;
    this.#codes = new Map();
    for (const [number, code] of this.#index.codes.entries()) {
      const same = this.#codes.get(code);
      if (same) same.push(number);
      else if (code) this.#codes.set(code, [number]);
    }
    return this.#codes;
  }

  get size(): number {
    return this.#index.ids.length;
  }

  search(query: string, options?: SearchOptions): SearchResult {
    return atOnce(this.searching(query, options));
  }

  /** Searches step by step. */
  *searching(query: string, { among, where, limit = 20, near }: SearchOptions = {}): Generator<void, SearchResult> {
    const byCode = this.#byCode(query);
    const plain = this.reader.plan(query);
    const { plan, readAs } = this.reread?.(query, plain) ?? { plan: plain };
    yield;
    const found = byCode ?? this.#rank(plan, readAs ?? query);
    yield;
    // Better to say that there is nothing, and whom to ask, than to send somebody to a service that only shares a word.
    const least = plan.words.length > leastAnswered.words ? leastAnswered.long : leastAnswered.short;
    if (!byCode && !plan.situations.length && (found[0]?.answered ?? 0) < least) found.length = 0;
    this.#context(found, near);
    const fits = (number: number) => (!among || among(number)) && (!where || where(entryOf(this.#index, number)));
    const fitting = among || where ? found.filter(({ number }) => fits(number)) : found;
    const hits = fitting.slice(0, limit).map(({ number, score }): Hit => ({ entry: entryOf(this.#index, number), score, ...this.#why(plan, number) }));
    return {
      total: fitting.length,
      hits,
      ...(readAs && { readAs }),
      instead: (hits[0]?.why ?? []).filter(({ kind }) => kind === 'form' || kind === 'synonym').map(({ typed, meant }) => ({ typed, meant })),
      situations: byCode ? [] : this.#situations(plan, found, fits),
      missed: plan.words.filter((_, at) => !plan.readings.some((reading) => reading.at.includes(at))),
      words: plan.words.length,
      wordless: plan.words.length === 0,
      sure: byCode ? 1 : plan.sure,
      confidence: byCode ? 1 : (found[0]?.answered ?? 0),
    };
  }

  #foldedTitle(number: number): string {
    const title = unpackAt(this.#index.titleOf, number);
    return (this.#folded[title] ??= foldKey(this.#index.titles[title]!));
  }

  #rank(plan: Plan, text: string): Scored[] {
    const whole = this.scorer.score(plan);
    const key = foldKey(text);
    for (const hit of whole.slice(0, 40)) {
      const title = this.#foldedTitle(hit.number);
      if (!title.startsWith(key)) continue;
      hit.score *= title === key ? titleTyped.whole : titleTyped.start;
      hit.answered = 1;
    }
    this.#popular(whole);
    const parts = [...new Set(plan.parts)];
    const across = plan.readings.some(({ situation, at }) => situation && at.some((position) => plan.parts[position] !== plan.parts[at[0]!]));
    if (parts.length < 2 || across || (whole[0]?.covered ?? 0) >= wholeAnswer) return whole;
    const lists = parts
      .map((part) => this.scorer.score(plan, plan.parts.flatMap((own, at) => (own === part ? [at] : []))))
      .filter(([first]) => first && first.covered >= leastOfPart);
    const firsts = new Set(lists.map(([first]) => first!.number));
    if (firsts.size < 2) return whole;
    lists.sort(([a], [b]) => b!.score - a!.score);
    return interleave(lists, whole);
  }

  /** A whole sentence's best service first by score; equal scores by how often a service is asked for. */
  #popular(found: Scored[]): void {
    const { popularity } = this.#index;
    if (popularity) for (const hit of found) hit.score *= 1 + unpackAt(popularity, hit.number) * 0.002;
    found.sort(byRank);
  }

  #context(found: Scored[], near: SearchOptions['near']): void {
    if (!near?.agency && !near?.county) return;
    for (const hit of found) {
      const { id, county } = agencyOf(this.#index, hit.number);
      if (id === near.agency) hit.score *= nearness.agency;
      if (county && county === near.county) hit.score *= nearness.county;
    }
    found.sort(byRank);
  }

  /** A national code, in groups or with a digit wrong; published codes are dirty. */
  #byCode(query: string): Scored[] | undefined {
    const digits = codeIn(query);
    if (!digits) return undefined;
    const exact = this.codes.get(digits);
    const numbers = exact ?? [...this.codes].filter(([code]) => code.startsWith(digits) || nearCode(code, digits)).flatMap(([, own]) => own);
    return numbers.length ? numbers.map((number) => ({ number, score: 1, covered: 1, answered: 1 })) : undefined;
  }

  /** Those of which something was found: else a word was met by chance. */
  #situations(plan: Plan, found: Scored[], fits: (number: number) => boolean): SearchResult['situations'] {
    const numbers = new Set(found.map(({ number }) => number));
    return plan.situations
      .map(({ id, title, needs }) => ({ id, title, needs: needs.split(' ').map(unpack) }))
      .filter(({ needs }) => needs.flat().some((number) => numbers.has(number)))
      .slice(0, 2)
      .map(({ id, title, needs }) => ({ id, title, entries: needs.flatMap((need) => need.filter(fits).slice(0, 1)).map((number) => entryOf(this.#index, number)) }));
  }

  #why(plan: Plan, number: number): { matched: string[]; why: Why[] } {
    const { vocabulary } = this.reader;
    const matched = new Set<string>();
    const why: Why[] = [];
    const told = new Set<unknown>();
    const tell = (reading: Reading) => {
      if (told.has(reading)) return;
      told.add(reading);
      const typed = reading.at.map((position) => plan.words[position]).join(' ');
      const meant = reading.situation ? reading.situation.title.fa : reading.words.map((word) => vocabulary.words[word]).join(' ');
      if (meant !== typed) why.push({ kind: reading.kind, typed, meant });
    };
    const best: { worth: number; reading?: Reading; correction?: Reading }[] = plan.words.map(() => ({ worth: 0 }));
    for (const reading of plan.readings) {
      const worth = this.scorer.worthIn(reading, number);
      if (!worth) continue;
      reading.words.forEach((word) => matched.add(vocabulary.words[word]!));
      for (const at of reading.at) {
        const own = best[at]!;
        if (worth > own.worth) Object.assign(own, { worth, reading });
        if (reading.kind === 'form' && reading.quality > (own.correction?.quality ?? 0)) own.correction = reading;
      }
    }
    for (const { reading, correction } of best) {
      // A situation or another name that was met by a misspelt word: what it was corrected to is told too.
      if (correction && reading?.kind !== 'word') tell(correction);
      if (reading && (reading.kind !== 'form' || reading === correction)) tell(reading);
    }
    return { matched: [...matched], why };
  }
}

/** The best of each list, then the second of each, and at last what only the whole sentence found. */
function interleave(lists: Scored[][], whole: Scored[]): Scored[] {
  const seen = new Set<number>();
  const mixed: Scored[] = [];
  const add = (hit: Scored | undefined) => {
    if (!hit || seen.has(hit.number)) return;
    seen.add(hit.number);
    mixed.push(hit);
  };
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let rank = 0; rank < longest; rank++) for (const list of lists) add(list[rank]);
  whole.forEach(add);
  return mixed.map((hit, at) => ({ ...hit, score: mixed.length - at }));
}

/** One digit more, less or other. */
function nearCode(code: string, digits: string): boolean {
  if (Math.abs(code.length - digits.length) > 1) return false;
  let at = 0;
  while (at < code.length && code[at] === digits[at]) at++;
  const [long, short] = code.length >= digits.length ? [code, digits] : [digits, code];
  return long.slice(at + 1) === short.slice(code.length === digits.length ? at + 1 : at);
}
