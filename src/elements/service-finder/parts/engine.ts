import type { TemplateResult } from 'lit';
import type { Catalogue, CatalogueIndex, CatalogueLexicon, IndexEntry } from '../../../contract/catalogue.ts';
import type { LifeEvent } from '../../../contract/offering.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { entriesOf } from '../../../search/entry.ts';
import { Searcher, type SearchResult } from '../../../search/searcher.ts';
import { foundView, countText, type FinderModel } from './found.ts';

export interface Filters {
  agency: string;
  online: boolean;
  free: boolean;
}
export interface Question {
  text: string;
  life: LifeEvent | null;
  limit: number;
  filters: Filters;
}

/** What stands under the field. */
export interface Answer {
  kind: 'start' | 'life' | 'search';
  question: Question;
  total: number;
  hits: { entry: IndexEntry; matched: string[] }[];
  /** How the query was read, when that was not letter by letter. */
  result?: SearchResult;
  /** Life events for which this agency, or the province, has services. */
  lifeEvents: LifeEvent[];
}

/** The opened catalogue: code that is not needed before somebody looks for something. */
export interface Engine {
  catalogue: Catalogue;
  /** From now on everyday names and what happened to somebody are understood too. */
  learn(lexicon: CatalogueLexicon): Promise<void>;
  ask(question: Question): Answer;
  countText(locale: Locale, answer: Answer): string;
  view(model: Omit<FinderModel, 'catalogue'>): TemplateResult;
}

export function openEngine(catalogue: Catalogue, index: CatalogueIndex): Engine {
  const searcher = new Searcher(index);
  const all = entriesOf(index);
  const ask = (question: Question): Answer => {
    const { text, life, limit, filters } = question;
    const fits = (entry: IndexEntry) =>
      (!filters.agency || entry.agency === filters.agency) &&
      (!filters.online || entry.online) &&
      (!filters.free || entry.fee.kind === 'free');
    const own = filters.agency ? all.filter((entry) => entry.agency === filters.agency) : all;
    const lifeEvents = countLifeEvents(own);
    if (life) {
      const entries = all.filter((entry) => entry.lifeEvents.includes(life) && fits(entry));
      return {
        kind: 'life',
        question,
        total: entries.length,
        hits: entries.slice(0, limit).map((entry) => ({ entry, matched: [] })),
        lifeEvents,
      };
    }
    if (!text.trim()) return { kind: 'start', question, total: own.length, hits: [], lifeEvents };
    const result = searcher.search(text, { where: fits, limit });
    return { kind: 'search', question, total: result.total, hits: result.hits, result, lifeEvents };
  };
  const learn = async (lexicon: CatalogueLexicon) => (await import('../../../search/learn.ts')).learnInSlices(searcher, index, lexicon, pause);
  return { catalogue, learn, ask, countText, view: (model) => foundView({ ...model, catalogue }) };
}

/** Those with most services first; «other» last. */
function countLifeEvents(entries: IndexEntry[]): LifeEvent[] {
  const counts = new Map<LifeEvent, number>();
  for (const entry of entries) for (const life of entry.lifeEvents) counts.set(life, (counts.get(life) ?? 0) + 1);
  const weight = (life: LifeEvent) => (life === 'other' ? -1 : counts.get(life)!);
  return [...counts.keys()].sort((a, b) => weight(b) - weight(a));
}

/** Lets the page do what is due. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done));
