import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { msg } from '@lit/localize';
import { MalformedAnswerError, ProblemError } from '../../client/errors.ts';
import type { RequestStatus } from '../../contract/request.ts';
import { adoptStyles } from '../../core/adopt-styles.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import type { whyText } from '../../core/facts/rule-text.ts';
import { lockIcon } from '../../core/icons.ts';
import { fields } from '../../core/styles/fields.ts';
import { groupCode } from '../../i18n/formats.ts';
import { readTrackingCode } from '../../rules/tracking-code.ts';
import { codeEntry, regroup, type CodeFault } from './parts/code-entry.ts';
import { unreachableView, type Failure } from './parts/failure.ts';
import type { OpenNow } from './parts/holder-view.ts';
import { statusSkeleton } from './parts/skeleton.ts';
import type { Later, refusalView } from './more/more.ts';
import type * as StatusChunk from './parts/status.ts';
import type { flowView, ProofFlow } from './proof/proof.ts';
import { styles } from './track-status.styles.ts';
import { TrackStatusShownEvent } from './track-status.events.ts';

const loadStatusChunk = () => import('./parts/status.ts');

/**
 * Where a request stands, by its tracking code; with a one-time code also its answer, messages, form and files.
 *
 * The code comes from the `code` attribute, or from `?code=` of the page's address, or from the person. It is checked for
 * slips before the gateway is asked. The proof that a one-time code gives is held in memory only.
 *
 * @summary Follow a filed request by its tracking code.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up: a phone number, for example.
 * @fires {TrackStatusShownEvent} track-status-shown - A state stands on the screen; `detail` is `{ state, overdue }`.
 * @cssprop --desk-accent - Primary action, links, the part of time that is used.
 * @cssprop --desk-bad - What is late.
 */
export class TrackStatus extends DeskElement {
  static override styles = [...DeskElement.styles, fields, styles];

  /** Defines `rate-service`. Set where this element is defined: elements do not import each other. */
  static loadRating: () => Promise<unknown>;

  /** Tracking code: any digits, any separators. Setting it asks for its state. */
  @property() code = '';
  /** Do not read `?code=` of the page's address. */
  @property({ type: Boolean, attribute: 'ignore-url' }) ignoreUrl = false;

  @state() private phase: DeskState = 'idle';
  @state() private typed = '';
  @state() private fault?: CodeFault;
  @state() private failure?: Failure;
  @state() private status?: RequestStatus;
  @state() private openNow?: OpenNow;
  @state() private explain?: typeof whyText;
  @state() private refreshing = false;
  @state() private stale = false;
  @state() private flow?: ProofFlow;
  @state() private flowFailed = false;
  private flowView?: typeof flowView;
  private chunk?: typeof StatusChunk;
  private later?: Later;
  private refusal?: typeof refusalView;
  /** The code that is shown or asked for, 16 ASCII digits. */
  private asked = '';
  /** How far the gateway's clock is ahead of this device's, which may be wrong by days. Milliseconds. */
  private ahead = 0;
  /** Answers of an older question are dropped. */
  private turn = 0;
  private running?: Promise<void>;
  /** It left the page while it waited; it asks again when it comes back. */
  private interrupted = false;

  override get state(): DeskState {
    return this.phase;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.code && !this.asked && !this.ignoreUrl) {
      const given = new URLSearchParams(location.search).get('code');
      if (given) this.code = given;
    }
    if (this.interrupted) void this.#look(false);
  }

  /** Asks the gateway again, quietly. */
  refresh(): Promise<void> {
    return (this.running ??= this.#refresh().finally(() => (this.running = undefined)));
  }

  async #refresh(): Promise<void> {
    if (this.phase !== 'ready') return;
    this.refreshing = true;
    const turn = this.turn;
    try {
      const status = await this.client.call('requestStatus', { params: { code: this.asked } }, { signal: this.signal });
      if (turn !== this.turn) return;
      this.#show(status);
      await this.flow?.reload();
    } catch {
      if (turn === this.turn && !this.signal.aborted) this.stale = true;
    } finally {
      this.refreshing = false;
    }
  }

  protected override firstUpdated(): void {
    const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
    idle(() => void loadStatusChunk().then(this.#more).catch(() => {}));
  }

  #more = async (): Promise<void> => {
    const { later, refusalView } = await import('./more/more.ts');
    this.refusal = refusalView;
    this.later ??= later({
      host: this,
      root: this.renderRoot as ShadowRoot,
      code: () => this.asked,
      shown: () => (this.status && { code: this.asked, status: this.status }),
      refresh: () => this.refresh(),
      locale: () => this.locale,
      now: () => this.#now(),
      t: (words) => this.t(words),
      client: () => this.client,
      signal: () => this.signal,
      update: () => this.requestUpdate(),
      say: (text) => this.say(this.t(text)),
      focus: (selector) => this.#focus(selector),
    });
    this.requestUpdate();
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('code') && this.code) {
      this.typed = this.code;
      // After this update: the configuration may still be on its way when the attribute is read.
      void this.updateComplete.then(() => this.#look(false));
    }
  }

  /** `byHand`: a person waits for this answer, so focus and voice go to it. */
  async #look(byHand: boolean): Promise<void> {
    const read = readTrackingCode(this.typed);
    if (!read.ok) {
      this.fault = { reason: read.reason, digits: read.digits };
      this.failure = undefined;
      this.phase = 'idle';
      if (byHand) await this.#focus('#code');
      return;
    }
    const turn = ++this.turn;
    this.interrupted = false;
    this.fault = this.failure = this.status = this.openNow = this.flow = undefined;
    this.flowFailed = this.stale = false;
    this.asked = read.code;
    this.typed = groupCode(read.code);
    this.phase = 'pending';
    try {
      const [status, chunk] = await Promise.all([
        this.client.call('requestStatus', { params: { code: read.code } }, { signal: this.signal }),
        loadStatusChunk(),
      ]);
      // What to do about a late one comes with it.
      if (status.clock.overdue || status.delay) await this.#more().catch(() => {});
      if (turn !== this.turn) return;
      this.chunk = chunk;
      this.#show(status);
      this.say(this.t(() => chunk.stateSentence(this.locale, status)));
      if (byHand) await this.#focus('#state');
    } catch (error) {
      if (turn !== this.turn) return;
      if (!this.isConnected) {
        this.phase = 'idle';
        this.interrupted = true;
        return;
      }
      this.failure = failureOf(error);
      // A gateway that refused also gives the words for it; without them the plainest ones are shown.
      if (this.failure.kind !== 'unreachable') await this.#more().catch(() => {});
      if (turn !== this.turn) return;
      this.phase = 'failed';
      if (byHand) await this.#focus('#failure');
    }
  }

  #show(status: RequestStatus): void {
    this.status = status;
    this.ahead = Date.parse(status.asOf) - Date.now();
    this.stale = false;
    this.phase = 'ready';
    void this.#findOpening(status);
    this.dispatchEvent(new TrackStatusShownEvent({ state: status.state, overdue: status.clock.overdue }));
  }

  /** Whether the unit is open now: a bonus that comes after the state and may stay away. */
  async #findOpening(status: RequestStatus): Promise<void> {
    if (!status.holder || status.clock.state === 'stopped') return;
    try {
      const [calendar, { openNowOf }] = await Promise.all([
        this.client.call('calendar', { query: { province: this.configuration.province } }, { signal: this.signal }),
        import('./parts/opening.ts'),
      ]);
      if (this.status === status) this.openNow = openNowOf(calendar, status, this.#now());
    } catch {
      this.openNow = undefined;
    }
  }

  /** The gateway's present: what is late by its clock is late, whatever this device thinks. */
  #now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #onInput = (event: InputEvent): void => {
    const input = event.target as HTMLInputElement;
    // Written back at once: the field must not show anything else than what is held.
    this.typed = input.value = regroup(input, event.inputType ?? '');
    // The complaint stands until the next try; typing it right must not be shouted at.
    if (this.fault && readTrackingCode(this.typed).ok) this.fault = undefined;
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.phase !== 'pending') void this.#look(true);
  };

  /** Enter in our field is ours: pages that submit their own form on Enter would lose the citizen's page. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.stopPropagation();
  };

  #onOther = (): void => {
    this.turn++;
    this.phase = 'idle';
    this.status = this.flow = this.openNow = undefined;
    this.asked = this.typed = '';
    void this.#focus('#code');
  };

  #onRefresh = async (): Promise<void> => {
    await this.refresh();
    if (this.status && !this.stale) this.say(this.t(() => msg('وضعیت تازه شد.', { id: 'track.refreshed' })));
  };

  #onWhy = async (): Promise<void> => {
    try {
      this.explain ??= (await import('../../core/facts/rule-text.ts')).whyText;
    } catch {
      // Closing and opening it tries again; the date itself stands above.
    }
  };

  #onOpen = async (): Promise<void> => {
    const code = this.asked;
    this.flowFailed = false;
    try {
      const proof = await import('./proof/proof.ts');
      if (code !== this.asked) return;
      adoptStyles(this.renderRoot, ...proof.styles);
      this.flowView = proof.flowView;
      this.flow = new proof.ProofFlow({
        code,
        locale: () => this.locale,
        now: () => this.#now(),
        client: () => this.client,
        signal: () => this.signal,
        status: () => this.status!,
        update: () => this.requestUpdate(),
        say: (text) => this.say(this.t(text)),
        focus: (selector) => this.#focus(selector),
        changed: (status) => this.#show(status),
        open: (other) => {
          this.typed = other;
          void this.#look(true);
        },
      });
      await this.flow.oneTime.ask();
    } catch {
      this.flowFailed = true;
    }
  };

  protected override content(): TemplateResult {
    return html`<div class="track" @keydown=${this.#onKey} @keypress=${this.#onKey}>${this.#body()}</div>`;
  }

  #body(): TemplateResult {
    if (this.phase === 'pending') return statusSkeleton();
    if (this.phase === 'ready' && this.status && this.chunk) {
      return html`${this.chunk.statusView(
        {
          locale: this.locale,
          code: this.asked,
          status: this.status,
          now: this.#now(),
          refreshing: this.refreshing,
          stale: this.stale,
          openNow: this.openNow,
          why: { text: this.explain?.(this.locale, this.status.clock, this.#now()), onOpen: this.#onWhy },
          late: this.later?.late(this.status),
          opened: this.flow?.step === 'open',
          onRefresh: this.#onRefresh,
          onOther: this.#onOther,
        },
        this.flow && this.flowView ? this.flowView(this.flow) : this.#door(this.status),
      )}${this.later?.keep(this.status)}`;
    }
    return html`
      <h2>${msg('پیگیری درخواست', { id: 'track.title' })}</h2>
      ${this.failure ? (this.failure.kind !== 'unreachable' && this.refusal || unreachableView)({ locale: this.locale, failure: this.failure, onRetry: () => void this.#look(true) }) : nothing}
      ${codeEntry({
        locale: this.locale, typed: this.typed, fault: this.fault, onInput: this.#onInput, onSubmit: this.#onSubmit,
      })}
      ${this.later?.check()}
    `;
  }

  /** What stays shut until the citizen proves the filed mobile number. */
  #door({ state: at }: RequestStatus): TemplateResult {
    const waiting = at === 'waitingCitizen';
    const answered = at === 'answered' || at === 'closed';
    return html`
      <section class="door no-print" aria-labelledby="door">
        <h3 id="door">${lockIcon}${waiting
          ? msg('پرسش کارشناس و جای پاسخ', { id: 'track.door.question' })
          : answered
            ? msg('متن پاسخ', { id: 'track.door.answer' })
            : msg('پیام‌ها، فرم و فایل‌های شما', { id: 'track.door.record' })}</h3>
        <p class="soft small">${msg('این بخش شخصی است. یک کد شش‌رقمی به شماره‌ای که هنگام ثبت نوشتید پیامک می‌شود تا فقط خودتان بازش کنید.', { id: 'track.door.why' })}</p>
        ${this.flowFailed ? html`<p class="error">${msg('این بخش باز نشد. اینترنت را ببینید و دوباره بزنید.', { id: 'track.door.failed' })}</p>` : nothing}
        <button class="button primary" type="button" @click=${this.#onOpen}>${msg('کد پیامکی بفرستید', { id: 'track.door.send' })}</button>
      </section>
    `;
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof ProblemError) {
    if (error.code === 'request.notFound' || error.status === 404) return { kind: 'notFound' };
    if (error.code === 'rate.limited') return { kind: 'limited', seconds: error.problem.retryAfter ?? 60 };
    if (error.code !== 'server.unavailable') return { kind: 'broken' };
  }
  return error instanceof MalformedAnswerError ? { kind: 'broken' } : { kind: 'unreachable' };
}

declare global {
  interface HTMLElementTagNameMap {
    'track-status': TrackStatus;
  }
}
