import type { Catalogue, CatalogueIndex, CatalogueLexicon, IndexEntry } from '../../../contract/catalogue.ts';
import { entriesOf } from '../../../search/entry.ts';
import { unpackAt } from '../../../search/pack.ts';
import { Searcher, type SearchResult } from '../../../search/searcher.ts';
import { atOnce, inSlices } from '../../../search/slices.ts';
import { failing } from './failing.ts';
import { countText, foundView } from './found.ts';
import type { Answer, Facet, Narrowing, Question } from './question.ts';
import { resultView } from './result.ts';

/** Two situations of some services each. */
const mostBundled = 24;

/** The opened catalogue: code that is not needed before somebody looks for something. */
export class Engine {
  /** Agencies that serve one county only. */
  county: Map<string, string | null>;
  /** Everyday names and what happened to somebody are understood. `failed`: will not be, this time. */
  learned: 'no' | 'yes' | 'failed' = 'no';
  lexicon?: CatalogueLexicon;
  /** Reads the lexicon where the index brings its own. */
  ownLexicon?: () => Promise<CatalogueLexicon>;
  /** Whether the unit in charge is open now; undefined before the working calendar is here. */
  isOpen?: (entry: IndexEntry) => boolean;
  /** Counts what has come since it was opened, where not all is here. */
  come?: number;
  #all?: IndexEntry[];

  /** Opens an index in slices. */
  static async open(catalogue: Catalogue, index: CatalogueIndex, pause: () => Promise<void>): Promise<Engine> {
    return new Engine(catalogue, index, await inSlices(Searcher.opening(index), pause));
  }

  /** Opens one of which next to nothing is here. */
  static openEmpty(catalogue: Catalogue, index: CatalogueIndex): Engine {
    return new Engine(catalogue, index, atOnce(Searcher.opening(index)));
  }

  constructor(public catalogue: Catalogue, readonly index: CatalogueIndex, readonly searcher: Searcher) {
    this.county = new Map(catalogue.agencies.map(({ id, county }) => [id, county]));
  }

  // Handed on here, so that parts that come later share no further file with this one.
  countText = countText;
  readonly resultView = resultView;
  view = foundView;
  readonly learning = () => import('./learning.ts');
  readonly failing = (entry: IndexEntry, narrowing: Narrowing): Facet[] => failing(entry, narrowing, this);
  /** Requests of late as a power of two; 0 where nothing is known. */
  readonly popularity = (number: number): number => (this.index.popularity ? unpackAt(this.index.popularity, number) : 0);

  get all(): IndexEntry[] {
    return (this.#all ??= entriesOf(this.index));
  }

  /** Answers step by step. `embed`: what the page has narrowed this element to; the reader cannot undo it. */
  *asking(question: Question, embed: Narrowing, near?: string): Generator<void, Answer> {
    const { text, narrowing, limit, order, bundlesOf } = question;
    const found: IndexEntry[] = [];
    const fits = (entry: IndexEntry) => !failing(entry, narrowing, this).length;
    const here = (entry: IndexEntry) => !failing(entry, embed, this).length;
    const answer = { question, found, hits: [], rest: 0, bundles: [], early: false };
    if (!text.trim()) {
      const own = this.all.filter(here);
      if (!narrowing.life) return { ...answer, kind: 'start', total: own.length, found: own };
      const fitting = own.filter(fits);
      if (order) fitting.sort(order);
      const hits = fitting.slice(0, limit).map((entry) => ({ entry, matched: [], why: [] }));
      return { ...answer, kind: 'life', total: fitting.length, found: own, hits, rest: fitting.length - hits.length };
    }
    const seen = new Set<string>();
    const where = (entry: IndexEntry) => {
      if (!here(entry)) return false;
      if (!seen.has(entry.id)) found.push(entry);
      seen.add(entry.id);
      return fits(entry);
    };
    const most = order ? Infinity : limit + (bundlesOf ? mostBundled : 0);
    return this.answerOf(answer, yield* this.searcher.searching(text, { where, limit: most, near: { agency: near, county: embed.county } }));
  }

  /** An answer with what was found for what was typed. */
  answerOf(answer: Pick<Answer, 'question' | 'found'>, result: SearchResult): Answer {
    const { limit, order, bundlesOf } = answer.question;
    const { total } = result;
    const bundles = (!order && bundlesOf?.(result)) || [];
    if (order) result.hits.sort((a, b) => order(a.entry, b.entry));
    const bundled = new Set(bundles.flatMap(({ entries }) => entries.map(({ id }) => id)));
    const hits = result.hits.filter(({ entry }) => !bundled.has(entry.id)).slice(0, limit);
    const elsewhere = result.hits.filter(({ entry }) => bundled.has(entry.id)).length;
    return {
      ...answer,
      kind: 'search',
      total,
      hits,
      rest: Math.max(0, total - elsewhere - hits.length),
      result,
      bundles,
      early: this.learned === 'no' && total === 0 && !result.wordless,
    };
  }
}
