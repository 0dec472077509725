import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Catalogue } from '../../contract/catalogue.ts';
import type { LifeEvent } from '../../contract/offering.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { alertIcon, closeIcon, refreshIcon, searchIcon } from '../../core/icons.ts';
import { joinService } from '../../core/joined.ts';
import { serviceSelected } from './service-finder.events.ts';
import { finderStyles } from './service-finder.styles.ts';
import { skeletons } from './parts/skeletons.ts';
import type { Answer, Engine, Filters } from './parts/engine.ts';

const pageSize = 10;
const longestQuery = 240;
/** Counts are told when typing rests, not at every letter. */
const restMs = 600;

/**
 * One large search field; services under it as you type, or life events to start from.
 *
 * @summary Finds a service of the province in people's own words.
 * @slot - Fallback: shown without JavaScript, while loading, and when the catalogue cannot be opened.
 * @fires {CustomEvent<{service: string}>} service-finder-select - A service was chosen. Cancelable.
 * @csspart field - The search field.
 * @csspart result - One service in the list.
 */
export class ServiceFinder extends DeskElement {
  static override styles = [...DeskElement.styles, finderStyles];

  /** Only services of this agency. */
  @property() agency = '';
  /** Id of a service-sheet or request-form on the page that opens what is chosen. */
  @property() for = '';
  /** Address of a page for a service; `{id}` is replaced: `service.html?service={id}`. */
  @property() href = '';
  /** What the empty field shows: «مانند: قبض آب گم شده». Our own example is of no use at an agency that does other things. */
  @property() example = '';

  @state() private text = '';
  @state() private filters: Filters = { agency: '', online: false, free: false };
  @state() private filtersOpen = false;
  @state() private life: LifeEvent | null = null;
  @state() private limit = pageSize;
  @state() private engine?: Engine;
  @state() private loading: 'no' | 'now' | 'failed' = 'no';

  private answer?: Answer;
  /** Counts loads, so that the answer to an older one is dropped. */
  private turn = 0;
  private loadedFor = '';
  private resting?: ReturnType<typeof setTimeout>;
  private focusAfterUpdate?: () => void;

  /** Which of the four states is shown. */
  override get state(): DeskState {
    if (this.loading === 'failed') return 'failed';
    const asked = this.text.trim() !== '' || this.life !== null;
    return !asked ? 'idle' : this.engine ? 'ready' : 'pending';
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
    clearTimeout(this.resting);
  }

  protected override firstUpdated(): void {
    const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
    idle(() => this.isConnected && this.#load());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.loadedFor && this.loadedFor !== this.#key()) {
      this.engine = undefined;
      void this.#load();
    }
    const agency = this.agency || this.filters.agency;
    this.answer = this.engine?.ask({
      text: this.text,
      life: this.life,
      limit: this.limit,
      filters: { ...this.filters, agency },
    });
  }

  protected override updated(): void {
    this.focusAfterUpdate?.();
    this.focusAfterUpdate = undefined;
  }

  #key(): string {
    try {
      return JSON.stringify(this.configuration);
    } catch {
      return '';
    }
  }

  /** Fetches code and index together. The field works meanwhile: what is typed is answered when they are here. */
  async #load(): Promise<void> {
    if (this.engine || (this.loading === 'now' && this.loadedFor === this.#key())) return;
    const turn = ++this.turn;
    this.loadedFor = this.#key();
    if (!this.loadedFor) return;
    this.loading = 'now';
    try {
      const { province } = this.configuration;
      const { client, signal } = this;
      const code = import('./parts/engine.ts');
      const catalogue = await client.call('catalogue', { query: { province } }, { signal });
      const index = await client.call('catalogueIndex', { params: { version: catalogue.version } }, { signal });
      const engine = (await code).openEngine(catalogue, index);
      if (turn !== this.turn) return;
      this.engine = engine;
      this.loading = 'no';
      this.#announceSoon();
      await this.#learn(engine, catalogue);
    } catch {
      if (turn !== this.turn || this.engine) return;
      if (this.signal.aborted || !this.isConnected) {
        this.loading = 'no';
        return;
      }
      this.loading = 'failed';
      this.say(this.t(() => failedText()));
    }
  }

  /** The lexicon comes after the first results; without it the catalogue's own words still find. */
  async #learn(engine: Engine, { lexicon }: Catalogue): Promise<void> {
    const version = lexicon.slice(lexicon.lastIndexOf('/') + 1);
    await engine.learn(await this.client.call('catalogueLexicon', { params: { version } }, { signal: this.signal }));
    if (engine === this.engine) this.requestUpdate();
  }

  #announceSoon(): void {
    clearTimeout(this.resting);
    if (this.state !== 'ready') return;
    this.resting = setTimeout(() => {
      const answer = this.answer;
      if (this.state === 'ready' && answer) this.say(this.t(() => this.engine!.countText(this.locale, answer)));
    }, restMs);
  }

  #change(change: () => void): void {
    change();
    this.limit = pageSize;
    this.#announceSoon();
  }

  #clear(): void {
    this.#change(() => {
      this.text = '';
      this.life = null;
    });
    this.focusAfterUpdate = () => this.focus();
  }

  get #input(): HTMLInputElement | null | undefined {
    return this.shadowRoot?.querySelector('input');
  }

  #links(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.results a')];
  }

  #onOnline = (): void => {
    if (this.loading === 'failed') void this.#load();
  };

  #onInput = (event: Event): void => {
    this.#change(() => {
      this.text = (event.target as HTMLInputElement).value;
      this.life = null;
    });
    void this.#load();
  };

  /** Arrow keys walk between field and results, Home and End within the results, Escape leads back and clears. */
  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const field = event.composedPath()[0] === this.#input;
    const links = this.#links();
    const at = links.indexOf(event.composedPath()[0] as HTMLElement);
    if (!field && at < 0) return;
    const go = (target: HTMLElement | undefined | null) => {
      event.preventDefault();
      target?.focus();
    };
    switch (event.key) {
      case 'ArrowDown':
        return go(field ? links[0] : links[at + 1]);
      case 'ArrowUp':
        return field ? undefined : go(at === 0 ? this.#input : links[at - 1]);
      case 'Home':
        return field ? undefined : go(links[0]);
      case 'End':
        return field ? undefined : go(links.at(-1));
      case 'Enter':
        // Must not reach a host page's form, which may sit around us.
        event.stopPropagation();
        return field ? go(links[0] ?? this.#input) : undefined;
      case 'Escape':
        if (!field) return go(this.#input);
        if (!this.text) return;
        event.preventDefault();
        event.stopPropagation();
        return this.#clear();
    }
  };

  #onChoose = (event: MouseEvent, service: string): void => {
    const chosen = this.dispatchEvent(serviceSelected(service));
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!chosen) event.preventDefault();
    else if (this.for && !elsewhere && joinService(this, this.for, service)) event.preventDefault();
    else if (!this.href && !elsewhere) event.preventDefault();
  };

  #onLife = (life: LifeEvent | null): void => {
    this.#change(() => {
      this.life = life;
      this.text = '';
    });
    this.focusAfterUpdate = () => (life ? this.renderRoot.querySelector<HTMLElement>('#found')?.focus() : this.focus());
  };

  #onMore = (): void => {
    const first = this.limit;
    this.limit += pageSize;
    this.focusAfterUpdate = () => this.#links()[first]?.focus();
  };

  #hrefOf = (service: string): string => {
    if (this.href) return this.href.replaceAll('{id}', encodeURIComponent(service));
    return this.for ? `#${this.for}` : `?service=${encodeURIComponent(service)}`;
  };

  protected override content() {
    return html`<div
      class="finder"
      role="search"
      aria-labelledby="question"
      @keydown=${this.#onKeyDown}
      @focusin=${() => void this.#load()}
    >
      <label id="question" for="q">${msg('چه کاری دارید؟', { id: 'finder.question' })}</label>
      <div class="search">
        ${searchIcon}
        <input
          id="q"
          part="field"
          class="input"
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck="false"
          maxlength=${longestQuery}
          aria-describedby="count"
          .value=${this.text}
          @input=${this.#onInput}
          placeholder=${this.example || (this.agency ? '' : msg('مانند: شناسنامه‌ام گم شده', { id: 'finder.example' }))}
        />
        ${
          this.text
            ? html`<button
                type="button"
                class="clear no-print"
                aria-label=${msg('پاک کردن نوشته', { id: 'finder.clear' })}
                @click=${() => this.#clear()}
              >
                ${closeIcon}
              </button>`
            : nothing
        }
      </div>
      ${this.loading === 'failed' ? this.#failed() : this.engine && this.answer ? this.#found() : this.#waiting()}
    </div>`;
  }

  #found() {
    const engine = this.engine!;
    return engine.view({
      locale: this.locale,
      answer: this.answer!,
      filters: this.filters,
      filtersOpen: this.filtersOpen,
      ownAgency: this.agency,
      hrefOf: this.#hrefOf,
      onChoose: this.#onChoose,
      onLife: this.#onLife,
      onMore: this.#onMore,
      onFilters: (filters) => this.#change(() => (this.filters = { ...this.filters, ...filters })),
      onFiltersOpen: () => (this.filtersOpen = !this.filtersOpen),
    });
  }

  #waiting() {
    const asked = this.state === 'pending';
    return html`<p id="count" class="count soft small">
        ${asked ? msg('فهرست خدمات باز می‌شود…', { id: 'finder.opening' }) : nothing}
      </p>
      ${skeletons(asked ? 'results' : 'tiles')}`;
  }

  #failed() {
    return html`<div class="empty">
      <p id="count" class="lead">${alertIcon} ${failedText()}</p>
      <p class="soft">
        ${
          this.text
            ? msg(str`نوشته شما، «${this.text.slice(0, 60)}»، سر جایش مانده است.`, { id: 'finder.kept' })
            : msg('اتصال اینترنت را ببینید و دوباره امتحان کنید.', { id: 'finder.checkNetwork' })
        }
      </p>
      <p>
        <button type="button" class="button" @click=${() => this.#load()}>
          ${refreshIcon}${msg('دوباره امتحان کنید', { id: 'finder.retry' })}
        </button>
      </p>
      <slot></slot>
    </div>`;
  }
}

const failedText = () => msg('فهرست خدمات باز نشد.', { id: 'finder.failed' });
