import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { Offering, PublishedOffering } from '../../contract/offering.ts';
import { ProblemError } from '../../client/errors.ts';
import { adoptStyles } from '../../core/adopt-styles.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { joinService } from '../../core/joined.ts';
import { withKnown } from '../../core/known.ts';
import { printAlone } from '../../core/print.ts';
import { failedView, idleView, pendingView, type Failure } from './parts/states.ts';
import { sheetView } from './parts/sheet.ts';
import type { Kept } from './further/kept.ts';
import type { ReportFlow } from './further/report-flow.ts';
import { serviceStarted } from './service-sheet.events.ts';
import { sheetStyles } from './service-sheet.styles.ts';

type Further = typeof import('./further/further.ts');
type Opening = typeof import('../../core/facts/opening.ts');

/**
 * All that an agency declared about a service: the answer first, then what to bring, what happens, where and by which rule.
 *
 * @summary The sheet of one service: how long, how much, what to bring, where, and the way to get it.
 * @slot - Fallback: shown without JavaScript, while loading, and when the sheet cannot be opened.
 * @fires {CustomEvent<{service: string}>} service-sheet-start - The reader wants to file it here. Cancelable.
 * @csspart action - The primary action.
 */
export class ServiceSheet extends DeskElement {
  static override styles = [...DeskElement.styles, sheetStyles];

  /** Offering id, as the finder gives it. */
  @property() service = '';
  /** Id of a request-form on the page. */
  @property() for = '';
  /** What a guide has learned for the form, handed on to it: `service=internet&before=true`. */
  @property() known = '';
  /** Address of a page with the form, when it is not on this one; `{id}` is replaced. */
  @property() href = '';

  /** Also puts the service into this page's head as schema.org `GovernmentService`, for search engines; nothing otherwise. */
  @property({ type: Boolean, attribute: 'structured-data' }) structuredData = false;

  @state() private offering?: PublishedOffering;
  @state() private failure?: Failure;
  @state() private calendar?: WorkingCalendar;
  @state() private opening?: Opening;
  @state() private kept?: Kept;
  /** How the promise is kept, and the way to say that something is wrong: comes after the sheet. */
  @state() private further?: Further;
  @state() private now = new Date();
  /** Documents that the reader ticked off; kept in this element only. */
  @state() private ready: ReadonlySet<number> = new Set();

  private report?: ReportFlow;
  /** Takes out of the page's head what was put there. */
  private untell?: () => void;
  private asked = '';
  private abort?: AbortController;
  private timer?: ReturnType<typeof setTimeout>;

  /** Which of the four states is shown. */
  override get state(): DeskState {
    if (!this.service) return 'idle';
    return this.offering ? 'ready' : this.failure ? 'failed' : 'pending';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onTime);
    addEventListener('online', this.#onOnline);
    this.#tick();
    if (this.hasUpdated) this.#tellSearchEngines();
    // An answer that was under way when the element left the page was dropped: ask again.
    if (this.hasUpdated && this.service && !this.offering) this.#retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onTime);
    removeEventListener('online', this.#onOnline);
    clearTimeout(this.timer);
    this.#tellSearchEngines();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const key = this.#key();
    if (key === this.asked) return;
    this.asked = key;
    this.abort?.abort();
    this.offering = undefined;
    this.failure = undefined;
    this.calendar = undefined;
    this.kept = undefined;
    this.report = undefined;
    this.ready = new Set();
    if (key) void this.#load();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if ((['offering', 'further', 'structuredData'] as string[]).some((name) => changed.has(name))) this.#tellSearchEngines();
  }

  /** The page's head tells what is shown here now, if the webmaster wants it to. */
  #tellSearchEngines(): void {
    this.untell?.();
    this.untell = this.structuredData && this.isConnected && this.offering ? this.further?.tellSearchEngines(this.offering) : undefined;
  }

  /** What is asked for: a service of a gateway; empty when there is nothing to ask. */
  #key(): string {
    try {
      return this.service && `${this.configuration.gateway} ${this.configuration.province ?? ''} ${this.service}`;
    } catch {
      return '';
    }
  }

  async #load(): Promise<void> {
    const abort = (this.abort = new AbortController());
    const { signal } = abort;
    this.signal.addEventListener('abort', () => abort.abort(), { once: true, signal });
    const { client } = this;
    const { province } = this.configuration;
    // Whether it is open now is worth a line, not the sheet: when this fails the line is not there.
    const opening = Promise.all([
      client.call('calendar', { query: { province } }, { signal }),
      import('../../core/facts/opening.ts'),
    ]);
    opening.catch(() => undefined);
    try {
      const offering = await client.call('offering', { params: { id: this.service } }, { signal });
      if (signal.aborted) return;
      this.offering = offering;
      this.now = new Date();
      this.say(offering.title);
      void this.#readFurther(offering, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.failure = error instanceof ProblemError && error.status === 404 ? 'notFound' : 'unreachable';
      return;
    }
    await opening.then(
      ([calendar, module]) => {
        if (signal.aborted) return;
        this.calendar = calendar;
        this.opening = module;
      },
      () => undefined,
    );
  }

  /** Nobody waits for it: when it does not come, the sheet is whole without it. */
  async #readFurther(offering: Offering, signal: AbortSignal): Promise<void> {
    const further = await import('./further/further.ts').catch(() => undefined);
    if (!further || signal.aborted) return;
    adoptStyles(this.renderRoot, ...further.styles);
    this.report = new further.ReportFlow(
      {
        client: () => this.client,
        changed: () => this.requestUpdate(),
        focus: (id) => void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus()),
      },
      offering,
    );
    this.further = further;
    if (!offering.form) return;
    const kept = await this.client.call('keptPromise', { params: { id: offering.id } }, { signal }).catch(() => 'failed' as const);
    if (!signal.aborted) this.kept = kept;
  }

  #retry = (): void => {
    this.asked = '';
    this.requestUpdate();
  };

  #tick(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.#onTime, 30_000);
  }

  #onTime = (): void => {
    if (document.visibilityState === 'visible') this.now = new Date();
    this.#tick();
  };

  #onOnline = (): void => {
    if (this.failure === 'unreachable') this.#retry();
  };

  #onStart = (event: MouseEvent): void => {
    if (!this.dispatchEvent(serviceStarted(this.service))) event.preventDefault();
    else if (this.for && joinService(this, this.for, this.service, this.known)) event.preventDefault();
  };

  #onReady = (at: number, checked: boolean): void => {
    const ready = new Set(this.ready);
    if (checked) ready.add(at);
    else ready.delete(at);
    this.ready = ready;
  };

  #openNow(offering: Offering) {
    const { unit, agency } = offering;
    if (!unit || !this.calendar || !this.opening) return undefined;
    const opening = this.opening.openingAt(this.calendar, this.now, { agency: agency.id, county: agency.county, hours: unit.hours });
    return { open: opening.open, text: this.opening.openingText(this.locale, opening, this.now) };
  }

  protected override content() {
    if (!this.service) return idleView();
    if (this.failure) return failedView(this.failure, this.#retry);
    if (!this.offering) return pendingView();
    return sheetView({
      locale: this.locale,
      offering: this.offering,
      openNow: this.#openNow(this.offering),
      ready: this.ready,
      kept: this.kept,
      further: this.further,
      report: this.report,
      startHref: this.href
        ? withKnown(this.href.replaceAll('{id}', encodeURIComponent(this.service)), this.known)
        : this.for
          ? `#${this.for}`
          : undefined,
      onStart: this.#onStart,
      onReady: this.#onReady,
      onPrint: () => printAlone(this),
    });
  }
}
