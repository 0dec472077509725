import type { GatewayClient } from '../../../client/client.ts';
import type { Catalogue, CatalogueIndex } from '../../../contract/catalogue.ts';
import { keep, kept } from './keep.ts';
import type { Engine } from './engine.ts';

/** Where a catalogue comes from. */
export interface Source {
  /** Same key, same catalogue. */
  key: string;
  client: GatewayClient;
  province: string | undefined;
  signal: AbortSignal;
}

/** A catalogue that was looked at this long ago may have been published anew. Milliseconds. */
const freshFor = 5 * 60_000;

/** Lets the page do what has waited: an old phone is not to stand still while an index is opened. */
const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};

/**
 * Opens a catalogue: the one of the last visit at once, then the present one in its place. Later it looks now and then
 * whether there is a newer one; what is typed meanwhile is the element's and stays.
 */
export class Opening {
  engine?: Engine;
  state: 'no' | 'now' | 'failed' = 'no';
  /** What is shown comes from an earlier visit, and the gateway did not answer. */
  kept = false;
  #source?: Source;
  /** Counts loads, so that the answer to an older one is dropped. */
  #turn = 0;
  #checked = 0;

  /** `ask`: what will be asked first; done before the view is made of it, so that neither makes the other wait. */
  constructor(
    private readonly changed: (failed?: boolean) => void,
    private readonly ask: (engine: Engine) => unknown,
  ) {}

  get key(): string | undefined {
    return this.#source?.key;
  }

  /** Opens it if it is not open or being opened. Another source than before: that one instead. */
  open(source: Source): void {
    if (source.key !== this.key) this.engine = undefined;
    else if (this.state === 'now') return;
    else if (this.engine) return this.refresh();
    this.#source = source;
    this.state = 'now';
    void this.#load(source, ++this.#turn);
  }

  /** Looks for a newer catalogue; `now`: however short ago that was done. */
  refresh(now = false): void {
    const source = this.#source;
    if (!source || this.state === 'now' || (!now && !this.kept && Date.now() - this.#checked < freshFor)) return;
    this.state = 'now';
    void this.#load({ ...source }, ++this.#turn);
  }

  async #load(source: Source, turn: number): Promise<void> {
    const { client, province, signal } = source;
    const input = { query: { province } };
    const given = (error: unknown) => void error;
    const asking = client.call('catalogue', input, { signal, ...(this.engine && { cache: 'no-cache' as const }) });
    asking.catch(given);
    // Fetched beside the catalogue, not after it.
    import('./engine.ts').catch(given);
    try {
      if (!this.engine) {
        const last = await kept<Catalogue, 'catalogue'>(client, 'catalogue', input);
        const index = last && (await kept<CatalogueIndex, 'catalogueIndex'>(client, 'catalogueIndex', at(last)));
        if (index && turn === this.#turn) await this.#use(source, turn, last, index, true);
      }
      const catalogue = await asking.catch((error: unknown) => {
        if (this.engine || signal.aborted) throw error;
        return client.call('catalogue', input, { signal, cache: 'force-cache', retries: 0 });
      });
      if (turn !== this.#turn) return;
      if (this.engine?.catalogue.version !== catalogue.version) {
        const index =
          (await kept<CatalogueIndex, 'catalogueIndex'>(client, 'catalogueIndex', at(catalogue))) ??
          (await this.#index(source, catalogue.version));
        await this.#use(source, turn, catalogue, index, false);
        void keep(client, 'catalogueIndex', at(catalogue), index).then(() => keep(client, 'catalogue', input, catalogue));
      }
      if (turn !== this.#turn) return;
      this.#checked = Date.now();
      this.kept = false;
      this.state = 'no';
      this.changed();
      if (this.engine) await this.#learn(this.engine, source, turn);
    } catch {
      if (turn !== this.#turn) return;
      const gone = source.signal.aborted;
      this.state = gone || this.engine ? 'no' : 'failed';
      this.kept = !gone && this.engine !== undefined;
      this.changed(this.state === 'failed');
    }
  }

  /** By what changed since the version that is open, or whole. */
  async #index(source: Source, version: string): Promise<CatalogueIndex> {
    const { engine } = this;
    const { client, signal } = source;
    const whole = () => client.call('catalogueIndex', { params: { version } }, { signal });
    if (!engine) return whole();
    return import('./newer.ts').then(({ newerIndex }) => newerIndex(source, engine.index, version, pause)).catch(whole);
  }

  /** Opens an index in slices, and shows it when it can all that the one before could. */
  async #use(source: Source, turn: number, catalogue: Catalogue, index: CatalogueIndex, early: boolean): Promise<void> {
    const code = import('./engine.ts');
    await pause();
    const { Engine } = await code;
    const engine = new Engine(catalogue, index);
    await pause();
    this.ask(engine);
    await pause();
    if (this.engine?.lexicon) await this.#learn(engine, source, turn, true);
    if (turn !== this.#turn) return;
    if (this.engine?.isOpen) engine.isOpen = this.engine.isOpen;
    this.engine = engine;
    this.changed();
    // Without network the lexicon of the last visit must do.
    if (early) await this.#learn(engine, source, turn, true);
  }

  /** The lexicon comes after the first results; without it the catalogue's own words still find. */
  async #learn(engine: Engine, source: Source, turn: number, near = false): Promise<void> {
    if (engine.learned === 'yes') return;
    try {
      await (await engine.learning()).teach(engine, source, pause, this.engine?.lexicon, near);
    } catch {
      engine.learned = 'failed';
    }
    if (turn === this.#turn) this.changed();
  }
}

const at = ({ version }: Catalogue) => ({ params: { version } });
