import { msg } from '@lit/localize';
import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LifeEvent } from '../../contract/offering.ts';
import { adoptStyles } from '../../core/adopt-styles.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { atOnce, inSlices } from '../../search/slices.ts';
import { serviceSelected } from './service-finder.events.ts';
import { finderStyles } from './service-finder.styles.ts';
import { afterPaint } from './parts/after-paint.ts';
import { cameBack } from './parts/came-back.ts';
import { fieldView } from './parts/field.ts';
import { Opening } from './parts/opening.ts';
import { pause } from './parts/pause.ts';
import type { Engine } from './parts/engine.ts';
import type { Asked } from './parts/memory.ts';
import type { Around, RecentSearches, Start } from './parts/model.ts';
import { wide, type Answer, type Narrowing, type Sort } from './parts/question.ts';
import { Rows } from './parts/rows.ts';
import { failedText, waitingView } from './parts/waiting.ts';

type Later = typeof import('./parts/later.ts');

const pageSize = 10;
/** Counts are told, and the address is corrected, when typing rests, not at every letter. */
const restMs = 600;

/**
 * One large search field; services under it as you type, or life events to start from.
 *
 * @summary Finds a service of the province in people's own words.
 * @slot - Fallback: shown without JavaScript, while loading, and when the catalogue cannot be opened.
 * @slot notice - What the agency itself wants to say under the field: «سامانه جمعه بسته است».
 * @fires {CustomEvent<{service: string}>} service-finder-select - A service was chosen. Cancelable.
 * @fires {CustomEvent<{guide: string}>} service-finder-guide - Somebody wants to be guided instead. Cancelable.
 * @csspart field - The search field.
 * @csspart result - One service in the list.
 */
export class ServiceFinder extends DeskElement {
  static override styles = [...DeskElement.styles, finderStyles];

  /** Only services of this agency. */
  @property() agency = '';
  /** Only services of this county, and those of the whole province. */
  @property() county = '';
  /** Only services of this life event: `birth`, `business`, `death`. */
  @property({ attribute: 'life-event' }) lifeEvent: LifeEvent | '' = '';
  /** How many results stand there at first, ten at most; a button shows the rest. */
  @property({ type: Number }) max = 0;
  /** Id of a service-sheet or request-form on the page that opens what is chosen. */
  @property() for = '';
  /** Address of a page for a service; `{id}` is replaced: `service.html?service={id}`. */
  @property() href = '';
  /** Id of a service-guide on the page, or the address of a page with one. Absent: the page's service-guide, if any. */
  @property() guide = '';
  /** Name under which the search stands in the page's address: `q` makes `?q=گذرنامه`. Absent: it does not. */
  @property({ attribute: 'deep-link' }) deepLink = '';
  /** What the empty field shows: «مانند: قبض آب گم شده». Our own example is of no use at an agency that does other things. */
  @property() example = '';

  @state() private text = '';
  @state() private narrowing: Narrowing = wide;
  @state() private sort: Sort = 'best';
  @state() private tiles = false;
  @state() private opened = false;
  @state() private more = 0;
  @state() private around?: Around;
  @state() private start?: Start;
  @state() private recent?: RecentSearches;
  @state() private searched = false;
  @state() private hoursFailed = false;

  private opening = new Opening((failed) => this.#onOpening(failed));
  private readonly rows = new Rows(this);
  private answer?: Answer;
  private resting?: ReturnType<typeof setTimeout>;
  private focusAfterUpdate?: () => unknown;
  private speech?: InstanceType<Later['Speech']>;
  private later?: Later;
  /** What was asked last, part by part, and its answer. */
  private asked: unknown[] = [];
  private answered!: Answer;
  /** Whose working calendar is on its way. */
  private hoursOf?: Engine;

  /** Which of the four states is shown. */
  override get state(): DeskState {
    if (this.opening.state === 'failed') return 'failed';
    const asked = this.text.trim() !== '' || this.narrowing.life !== '' || this.lifeEvent !== '';
    return !asked ? 'idle' : this.opening.engine ? 'ready' : 'pending';
  }

  override focus(options?: FocusOptions): void { this.#input?.focus(options); }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
    addEventListener('popstate', this.#onAddress);
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
    removeEventListener('popstate', this.#onAddress);
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearTimeout(this.resting);
    this.speech?.stop();
  }

  /**
   * What was pressed is painted before its answer is made, and the answer is made before the view of it, so that none
   * makes another's task longer. What is to have the focus gets it at once, or a phone shows no keys.
   */
  protected override async scheduleUpdate(): Promise<unknown> {
    if (!this.focusAfterUpdate) await pause();
    const { engine } = this.opening;
    if (!this.focusAfterUpdate && engine) await inSlices(this.#asking(engine), pause).then(pause);
    return super.scheduleUpdate();
  }

  protected override firstUpdated(): void { this.#onAddress(); }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const key = this.#key();
    if (this.opening.source?.key !== key) this.#load();
    const { engine } = this.opening;
    this.answer = engine && atOnce(this.#asking(engine));
    if (this.state === 'idle') this.rows.begin();
    if (engine && this.narrowing.open && !engine.isOpen && this.hoursOf !== engine && this.isConnected) void this.#readHours(engine);
    if (this.answer) this.#part(this.answer.kind === 'start' ? 'start' : 'around');
  }

  /** In steps. Searches only when something else is asked, or by an engine that knows more; what is open changes by the minute. */
  *#asking(engine: Engine): Generator<void, Answer> {
    const { text, around, sort } = this;
    const [narrowing, embed] = [this.#narrowing, this.#embed];
    const limit = Math.min(this.max > 0 ? this.max : pageSize, pageSize) + this.more;
    const near = this.#key() ? this.configuration.agency : undefined;
    const minute = narrowing.open && Math.floor(Date.now() / 60_000);
    const asked = [engine, engine.come, around?.orders, JSON.stringify([text, sort, narrowing, embed, limit, near, minute, engine.learned, !engine.isOpen])];
    if (asked.some((part, at) => part !== this.asked[at])) {
      this.answered = yield* engine.asking({ text, narrowing, limit, order: around?.orders[sort], bundlesOf: around?.bundlesOf }, embed, near);
      this.asked = asked;
    }
    return this.answered;
  }

  protected override updated(): void {
    // What is to have the focus may come with a part of the view that is on its way.
    if (this.focusAfterUpdate?.() !== false) this.focusAfterUpdate = undefined;
  }

  #key(): string {
    try {
      return JSON.stringify(this.configuration);
    } catch {
      return '';
    }
  }

  /** What the page has narrowed this element to, and with what the reader has added. */
  get #embed(): Narrowing {
    return { ...wide, agency: this.agency, county: this.county, life: this.lifeEvent };
  }
  get #narrowing(): Narrowing {
    const { agency, county, lifeEvent: life } = this;
    return { ...this.narrowing, ...(agency && { agency }), ...(county && { county }), ...(life && { life }) };
  }

  /** Fetches code and index together. The field works meanwhile: what is typed is answered when they are here. */
  #load(): void {
    const key = this.#key();
    if (!key) return;
    this.opening.open({ key, client: this.client, signal: this.signal, province: this.configuration.province });
    this.requestUpdate();
  }

  #onOpening(failed = false): void {
    if (!this.isConnected) return;
    // Only now: what comes beside the catalogue makes an old phone wait longer for its first result.
    this.#whenLater();
    if (failed) this.say(this.t(() => failedText()));
    else this.#rest();
    this.requestUpdate();
  }

  async #later(): Promise<Later> {
    const later = (this.later ??= await import('./parts/later.ts'));
    adoptStyles(this.renderRoot, later.styles);
    if (this.speech) return later;
    this.speech = new later.Speech(this, this.#onText);
    later.keepAsked(this, this.deepLink, this.#key(), () => this.#now, this.#change);
    this.requestUpdate();
    return later;
  }

  /** Does what can be left undone where that part cannot be fetched: without network the field still finds. */
  #whenLater(work?: (later: Later) => unknown): void {
    void this.#later().then(work, () => undefined);
  }

  /** Fetches a part of the view that the first results do not need. */
  #part(name: 'around' | 'start'): void {
    if (this[name]) return;
    const part = name === 'start' ? import('./parts/start.ts') : import('./parts/around.ts');
    void part.then(
      (module) => {
        if (this[name]) return;
        adoptStyles(this.renderRoot, module.styles);
        afterPaint(() => Object.assign(this, { [name]: module }));
        if (name === 'around') return;
        this.#remember();
        this.#part('around');
      },
      () => undefined,
    );
  }

  /** What is said and written down when typing rests. */
  #rest(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      const { answer, opening: { engine, source } } = this;
      const still = () => this.isConnected && this.answer === answer;
      if (this.hasUpdated) this.#whenLater((later) => later.rested(this.deepLink, this.#now, engine?.learned === 'yes' ? answer : undefined, source, still));
      if (this.state !== 'ready' || !answer || !engine) return;
      this.searched ||= answer.kind === 'search';
      this.say(this.t(() => engine.countText(this.locale, answer)));
    }, restMs);
  }

  #change = (asked: Partial<Asked>): void => {
    Object.assign(this, { more: 0 }, asked);
    this.#load();
    this.#rest();
  };

  get #now(): Asked {
    const { text, narrowing, sort, more, tiles } = this;
    return { text, narrowing, sort, more, tiles };
  }

  #clear(): void {
    this.#change({ text: '', narrowing: { ...this.narrowing, life: '' } });
    this.focusAfterUpdate = () => this.focus();
  }

  get #input() { return this.shadowRoot?.querySelector('input'); }

  #links = (): HTMLElement[] => [...this.renderRoot.querySelectorAll<HTMLElement>('a.go')];

  #onOnline = (): void => {
    if (this.opening.state === 'failed') this.#load();
    else this.opening.refresh(true);
    // What reads the address could not be fetched then.
    if (!this.later) this.#onAddress();
  };

  #onVisible = (): void => void (document.visibilityState === 'visible' && this.opening.refresh());

  #onAddress = (): void => {
    const { deepLink, text } = this;
    // A first visit does not wait for what an earlier search is read with.
    if (!deepLink && !cameBack()) return;
    this.#whenLater((later) => {
      const asked = later.linked(deepLink, this.#now);
      // Who has begun to type meanwhile wants that.
      if (asked && this.text === text) this.#change(asked);
    });
  };

  #onInput = (event: Event): void => this.#onText((event.target as HTMLInputElement).value);

  #onText = (text: string, focus = false): void => {
    const { narrowing } = this;
    // Who leaves a life event by typing searches everywhere.
    this.#change({ text, narrowing: this.text.trim() ? narrowing : { ...narrowing, life: '' } });
    if (focus) this.focusAfterUpdate = () => this.focus();
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    // Must not reach a host page's form, which may sit around us.
    if (event.key === 'Enter') event.stopPropagation();
    this.later?.onKey(event, { input: this.#input, links: this.#links(), entered: () => this.#remember(this.text), clear: () => this.#clear() });
  };

  #onChoose = (event: MouseEvent, service: string): void => {
    this.#remember(this.text);
    const chosen = this.dispatchEvent(serviceSelected(service));
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!chosen) event.preventDefault();
    else if (this.for && !elsewhere && this.later?.joinService(this, this.for, service)) event.preventDefault();
    else if (!this.href && !elsewhere) {
      event.preventDefault();
      if (this.for && !this.later) this.#whenLater(({ joinService }) => joinService(this, this.for, service));
    }
  };

  #onNarrow = (change: Partial<Narrowing>): void => {
    const life = change.life;
    this.#change({ narrowing: { ...this.narrowing, ...change } });
    if (life === undefined || this.text.trim() || change.agency !== undefined) return;
    this.focusAfterUpdate = () => {
      const place = life ? this.renderRoot.querySelector<HTMLElement>('#found') : this.#input;
      place?.focus();
      return place !== null;
    };
  };

  async #readHours(engine: Engine): Promise<void> {
    this.hoursOf = engine;
    const { client, signal, configuration: { province } } = this;
    const here = await import('./parts/hours.ts').then(({ readHours }) => readHours(engine, client, province, signal), () => false);
    this.hoursOf = undefined;
    // Who has left meanwhile, or went over to another catalogue, is not told; the next update reads anew.
    if (!signal.aborted && engine === this.opening.engine) {
      this.hoursFailed = !here;
      if (here) this.#rest();
      else this.narrowing = { ...this.narrowing, open: false };
    }
    this.requestUpdate();
  }

  #onMore = (): void => {
    const first = this.#links().length;
    this.more += pageSize;
    this.rows.begin(first);
    this.focusAfterUpdate = () => this.#links()[first]?.focus();
  };

  /** Reads what was kept, and with a text adds it, if somebody wants that. */
  #remember(text = ''): void {
    this.#whenLater(async ({ remember }) => (this.recent = await remember(this.configuration.gateway, this.recent, text)));
  }

  #onRecent = (recent: RecentSearches): void => {
    this.recent = recent;
    this.focusAfterUpdate = () => this.focus();
    this.#whenLater(({ writeRecent }) => writeRecent(this.configuration.gateway, recent));
  };

  #hrefOf = (service: string): string =>
    this.href ? this.href.replaceAll('{id}', encodeURIComponent(service)) : this.for ? `#${this.for}` : `?service=${encodeURIComponent(service)}`;

  protected override content() {
    const { engine, state } = this.opening;
    return html`<div class="finder" role="search" aria-labelledby="question" @keydown=${this.#onKeyDown} @focusin=${() => this.#load()}>
      ${fieldView({
        text: this.text,
        placeholder: this.example || (this.agency ? '' : msg('مانند: شناسنامه‌ام گم شده', { id: 'finder.example' })),
        speak: this.speech?.view(this.locale),
        onInput: this.#onInput,
        onClear: () => this.#clear(),
      })}
      <slot name="notice"></slot>
      ${
        state === 'failed'
          ? (this.later?.failedView(failedText(), this.text, () => this.#load()) ?? html`<p id="count">${failedText()}</p><slot></slot>`)
          : engine && this.answer
            ? this.#found(engine, this.answer)
            : waitingView(this.state === 'pending')
      }
    </div>`;
  }

  #found(engine: Engine, answer: Answer) {
    return engine.view({
      ...this.#now,
      locale: this.locale,
      engine,
      answer: this.rows.of(answer, engine.learned),
      embed: this.#embed,
      narrowing: this.#narrowing,
      opened: this.opened,
      kept: this.opening.kept,
      hoursFailed: this.hoursFailed,
      recent: this.recent,
      searched: this.searched,
      host: this,
      around: this.around,
      start: this.start,
      hrefOf: this.#hrefOf,
      onChoose: this.#onChoose,
      onText: (text) => this.#onText(text, true),
      onMore: this.#onMore,
      onNarrow: this.#onNarrow,
      onAsk: this.#change,
      onShow: (change) => Object.assign(this, change),
      onRecent: this.#onRecent,
    });
  }
}
