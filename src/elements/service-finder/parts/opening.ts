import type { GatewayClient } from '../../../client/client.ts';
import type { Catalogue, CatalogueIndex } from '../../../contract/catalogue.ts';
import { inPieces, keeps, kept } from './keep.ts';
import { pause } from './pause.ts';
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

/**
 * Opens a catalogue: the one of the last visit at once, then the present one in its place. Later it looks now and then
 * whether there is a newer one; what is typed meanwhile is the element's and stays.
 */
export class Opening {
  engine?: Engine;
  state: 'no' | 'now' | 'failed' = 'no';
  /** What is open, or being opened. */
  source?: Source;
  /** What is shown comes from an earlier visit, and the gateway did not answer. */
  kept = false;
  /** Counts loads, so that the answer to an older one is dropped. */
  #turn = 0;
  #checked = 0;

  constructor(private readonly changed: (failed?: boolean) => void) {}

  /** Opens it if it is not open or being opened. Another source than before: that one instead. */
  open(source: Source): void {
    if (source.key !== this.source?.key) this.engine = undefined;
    else if (this.state === 'now') return;
    else if (this.engine) return this.refresh();
    this.source = source;
    this.state = 'now';
    void this.#load(source, ++this.#turn);
  }

  /** Looks for a newer catalogue; `now`: however short ago that was done. */
  refresh(now = false): void {
    const { source } = this;
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
    const near = keeps();
    const sooner = near || this.engine ? undefined : client.call('catalogueIndex', { params: { version: 'now' }, ...input }, { signal, read: inPieces }).catch(given);
    try {
      if (near && !this.engine) {
        const last = await kept<Catalogue>(client.url('catalogue', {}, { province }));
        const index = last && (await keptIndex(client, last));
        if (index && turn === this.#turn) await this.#use(source, turn, last, index, true);
      }
      const catalogue = await asking.catch((error: unknown) => {
        if (this.engine || signal.aborted) throw error;
        return client.call('catalogue', input, { signal, cache: 'force-cache', retries: 0 });
      });
      if (turn !== this.#turn) return;
      const fresh = this.engine?.catalogue.version !== catalogue.version;
      if (fresh) await this.#use(source, turn, catalogue, await this.#index(source, catalogue, await sooner), false);
      if (turn !== this.#turn) return;
      this.#checked = Date.now();
      this.kept = false;
      this.state = 'no';
      this.changed();
      await this.#learn(this.engine!, source, false, fresh);
    } catch {
      if (turn !== this.#turn) return;
      const gone = source.signal.aborted;
      this.state = gone || this.engine ? 'no' : 'failed';
      this.kept = !gone && this.engine !== undefined;
      this.changed(this.state === 'failed');
    }
  }

  /** Nothing where it lies in shards. What changed since the one that is open is enough. */
  async #index(source: Source, catalogue: Catalogue, sooner: CatalogueIndex | void): Promise<CatalogueIndex | undefined> {
    const { version, shards } = catalogue;
    const { client, signal } = source;
    const { engine } = this;
    if (shards) return undefined;
    if (sooner?.version === version) return sooner;
    return (
      (await keptIndex(client, catalogue)) ??
      (engine ? (await engine.learning()).indexAfter(engine.index, version, source) : client.call('catalogueIndex', { params: { version } }, { signal, read: inPieces }))
    );
  }

  /** Opens an index in slices, or one in shards, and shows it when it can all that the one before could. */
  async #use(source: Source, turn: number, catalogue: Catalogue, index: CatalogueIndex | undefined, early: boolean): Promise<void> {
    const code = import('./engine.ts');
    await pause();
    const { Engine } = await code;
    const engine = index ? await Engine.open(catalogue, index, pause) : await (await import('./sharded-catalogue.ts')).openSharded(Engine, source, catalogue, this.changed, this.engine);
    if (this.engine?.lexicon) await this.#learn(engine, source, true);
    if (turn !== this.#turn) return;
    if (this.engine?.isOpen) engine.isOpen = this.engine.isOpen;
    this.engine = engine;
    this.changed();
    // Without network the lexicon of the last visit must do.
    if (early) await this.#learn(engine, source, true);
  }

  /** The lexicon comes after the first results; without it the catalogue's own words still find. `fresh`: to be kept. */
  async #learn(engine: Engine, source: Source, near: boolean, fresh = false): Promise<void> {
    try {
      const { keepCatalogue, teach } = await engine.learning();
      if (fresh) void keepCatalogue(engine, source);
      await teach(engine, source, this.engine?.lexicon, near);
    } catch {
      engine.learned = 'failed';
    }
    if (engine === this.engine) this.changed();
  }
}

const keptIndex = (client: GatewayClient, { version }: Catalogue) => kept<CatalogueIndex>(client.url('catalogueIndex', { version }));
