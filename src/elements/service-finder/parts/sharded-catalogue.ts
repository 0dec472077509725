import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import '../../../client/search.ts';
import type { Catalogue } from '../../../contract/catalogue.ts';
import { offlineIcon } from '../../../core/icons.ts';
import { ShardedSearcher, type ReadShard } from '../../../search/sharded.ts';
import type { Engine } from './engine.ts';
import type { Source } from './opening.ts';
import { facets, type Answer, type Narrowing, type Question } from './question.ts';

/** Who types on within this time does not want what the letters so far would find. */
const typingMs = 250;
/** Services that are looked at beyond those shown, where they are narrowed by what only their pages tell. */
const looked = 30;

const checkNetwork = () => msg('اتصال اینترنت را ببینید و دوباره امتحان کنید.', { id: 'finder.checkNetwork' });

const opened = new WeakMap<Engine, ShardedCatalogue>();

/**
 * Opens a catalogue whose index lies in shards. Its engine answers when what a question needs has come; what was found
 * before stays until then, also in the engine that takes the place of `before`.
 */
export async function openSharded(
  Make: typeof Engine, { client }: Source, catalogue: Catalogue, changed: () => void, before: Engine | undefined,
): Promise<Engine> {
  const read: ReadShard = async (path) => {
    const [folder = '', file = ''] = path.split('/');
    const content = await client.call('catalogueShard', { params: { version: catalogue.version, folder, file } });
    return JSON.parse(await (content as Blob).text()) as unknown;
  };
  let engine: Engine | undefined;
  const searcher = await ShardedSearcher.open(read, (index) => (engine = Make.openEmpty(catalogue, index)).searcher);
  engine!.ownLexicon = () => searcher.lexicon();
  opened.set(engine!, new ShardedCatalogue(engine!, searcher, changed, before && opened.get(before)?.answer));
  return engine!;
}

/** Makes an engine ask for what it needs. */
class ShardedCatalogue {
  answer: Answer | undefined;
  readonly #engine: Engine;
  readonly #searcher: ShardedSearcher;
  readonly #changed: () => void;
  #wanted = '';
  #counted = { part: '', services: 0 };
  #state: 'no' | 'now' | 'failed' = 'no';

  constructor(engine: Engine, searcher: ShardedSearcher, changed: () => void, answer: Answer | undefined) {
    this.#engine = engine;
    this.#searcher = searcher;
    this.#changed = changed;
    this.answer = answer;
    const { countText, view } = engine;
    engine.come = 0;
    engine.asking = (question, embed, near) => this.#asking(question, embed, near);
    engine.countText = (locale, answer) => {
      if (this.#state === 'now') return msg('دنبال معنای نوشته شما می‌گردیم…', { id: 'finder.early' });
      return this.#state === 'failed' ? checkNetwork() : countText(locale, answer);
    };
    engine.view = (model) => {
      const failed = this.#state === 'failed';
      return html`${failed ? this.#failedView() : nothing}${failed && !this.answer ? nothing : view(model)}`;
    };
  }

  *#asking(question: Question, embed: Narrowing, near: string | undefined): Generator<void, Answer> {
    const waiting: Answer = { kind: 'search', question, total: 0, found: [], hits: [], rest: 0, bundles: [], early: true };
    if (!question.text.trim()) {
      this.#wanted = '';
      this.#state = 'no';
      this.answer = undefined;
      return { ...waiting, kind: 'start', total: this.#count(embed), early: false };
    }
    const wanted = JSON.stringify([question, embed, near, this.#engine.learned]);
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#state = 'now';
      void this.#find(question, near, embed, wanted);
    }
    return this.answer ?? waiting;
  }

  /** An answer that somebody does not wait for any more is dropped. */
  async #find(question: Question, near: string | undefined, embed: Narrowing, wanted: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, typingMs));
    if (wanted !== this.#wanted) return;
    try {
      const answer = await this.#answerTo(question, near, embed);
      if (wanted !== this.#wanted) return;
      this.answer = answer;
      this.#state = 'no';
    } catch {
      if (wanted !== this.#wanted) return;
      this.#state = 'failed';
      addEventListener('online', this.#again, { once: true });
    }
    this.#come();
  }

  async #answerTo(question: Question, near: string | undefined, embed: Narrowing): Promise<Answer> {
    const { text, limit, narrowing } = question;
    const { agency, county } = narrowing;
    // Only pages tell the rest, so only what is best is narrowed by it.
    const byPages = facets.some((facet) => facet !== 'agency' && facet !== 'county' && narrowing[facet]);
    const result = await this.#searcher.search(text, { agency, county, near: { agency: near, county: embed.county }, limit: limit + (byPages ? looked : 0) });
    this.#nameAgencies();
    const found = result.hits.map(({ entry }) => entry);
    if (byPages) {
      result.hits = result.hits.filter(({ entry }) => !this.#engine.failing(entry, narrowing).length);
      result.total = result.hits.length;
    }
    return this.#engine.answerOf({ question: { ...question, order: undefined }, found }, result);
  }

  /** So many agencies are not in the catalogue: those of the services that have come are told by their pages. */
  #nameAgencies(): void {
    const engine = this.#engine;
    const { province } = engine.catalogue;
    const agencies = engine.index.agencies.filter(({ id }) => id)
      .map(({ id, name, county }) => ({ id, province: province.id, county, name: { fa: name }, kind: '', offerings: 0 }));
    engine.catalogue = { ...engine.catalogue, agencies };
    engine.county = new Map(agencies.map(({ id, county }) => [id, county]));
  }

  /** Of the part to which the page is narrowed; none until that is known. */
  #count({ agency, county }: Narrowing): number {
    if (!agency && !county) return this.#engine.catalogue.offerings;
    const part = JSON.stringify([agency, county]);
    if (this.#counted.part !== part) {
      this.#counted = { part, services: 0 };
      this.#searcher.count({ agency, county }).then((services) => {
        this.#counted = { part, services };
        this.#come();
      }, () => (this.#counted = { part: '', services: 0 }));
    }
    return this.#counted.services;
  }

  #come(): void {
    this.#engine.come!++;
    this.#changed();
  }

  #again = (): void => {
    removeEventListener('online', this.#again);
    if (this.#state !== 'failed') return;
    this.#wanted = '';
    this.#come();
  };

  #failedView() {
    return html`<p class="note understood">
      ${offlineIcon}<span>${checkNetwork()}
      <button type="button" class="button quiet" @click=${this.#again}>${msg('دوباره امتحان کنید', { id: 'finder.retry' })}</button></span>
    </p>`;
  }
}
