import { msg } from '@lit/localize';
import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ProblemError } from '../../client/errors.ts';
import '../../client/guide.ts';
import type { FoundService, Guide, GuideList, ResolvedAnswer } from '../../contract/guide.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { joinService } from '../../core/joined.ts';
import { knownText, withKnown } from '../../core/known.ts';
import { printAlone } from '../../core/print.ts';
import { turnTo } from '../../core/styles/turn-to.ts';
import { complaintGuide, follow, parentOf, pathText, samePath, startOf, type GuidePath, type Stop } from '../../rules/guide-path.ts';
import { whileIdle } from './model/ahead.ts';
import { addressOf, addressPath, cameFrom, withPath, writeAddress } from './model/address.ts';
import type { Copied } from './parts/answer.ts';
import { questionNumber, questionView } from './parts/question.ts';
import { startView } from './parts/start.ts';
import { failedView, failureText, openingText, pendingView, type Failure } from './parts/states.ts';
import { givenOn, trailView, type Given } from './parts/trail.ts';
import { walkChoices } from './parts/walk.ts';
import { answerReached, placeShown, serviceSelected } from './service-guide.events.ts';
import { guideStyles } from './service-guide.styles.ts';

type AnswerPart = typeof import('./parts/answer.ts');
type Node = Guide['nodes'][number];

/** How long «copied» stands on the button. Milliseconds. */
const copiedMs = 4000;

/**
 * «Where do I start?»: what happened, then one question a screen, at most five in all, to a service, an office or a phone
 * number. Where somebody stands is in the page's address as `?guide=…`, so that it can be shared, and that the browser's
 * back and forward walk through the questions.
 *
 * @summary Leads from what happened to the right service, office or phone number, question by question.
 * @slot - Fallback: shown without JavaScript, while loading, and when the guide cannot be opened.
 * @fires {CustomEvent<{service: string, guide: string, answer: string}>} service-guide-select - A service was chosen. Cancelable.
 * @fires {CustomEvent<{guide: string, answer: string}>} service-guide-answer - The questions led to an answer.
 * @fires {CustomEvent<{answer: ResolvedAnswer | undefined}>} service-guide-place - Something else is shown; with `answers="outside"`, the answer that is left to those around. Does not bubble.
 * @csspart service - One service of an answer.
 */
export class ServiceGuide extends DeskElement {
  static override styles = [...DeskElement.styles, turnTo, guideStyles];

  /** Only this guide, from its first question: `death`, `complaint`. The list of all guides when absent. */
  @property() guide = '';
  /** Id of a service-sheet or request-form on the page that opens what is chosen. */
  @property() for = '';
  /**
   * Address of a page for a service; `{id}` is replaced: `service.html?service={id}`. What the way has answered of the
   * service's form is added as `known=`, for the attribute `known` of service-sheet and request-form there.
   */
  @property() href = '';
  /** Address of a page with a complaint-form: what one may complain of leads there, with what was answered. */
  @property({ attribute: 'complaint-href' }) complaintHref = '';
  /** `outside`: an element around this one shows what an answer leads to. A danger is shown here all the same. */
  @property() answers: 'inside' | 'outside' = 'inside';
  /** Neither read nor write `?guide=` of the page's address; needed for a second guide on one page. */
  @property({ type: Boolean, attribute: 'ignore-url' }) ignoreUrl = false;

  @state() private path: GuidePath = startOf();
  @state() private list?: GuideList;
  @state() private failure?: Failure;
  @state() private gone = false;
  @state() private copied: Copied = 'no';
  @state() private answerPart?: AnswerPart;

  private guides = new Map<string, Guide>();
  /** Gateway and province that list and guides came from. */
  private loadedFor = '';
  /** Counts loads, so that what came too late is dropped. */
  private turn = 0;
  private loading = false;
  /** A person went to another place: focus and voice follow when it is shown. */
  private moved = false;
  /** What those around were told of last. */
  private shown: unknown[] = [];
  private watch?: IntersectionObserver;
  private seen = false;
  private fetchingAhead = false;
  private copyTimer?: ReturnType<typeof setTimeout>;

  /** Which of the four states is shown. */
  override get state(): DeskState {
    if (this.failure) return 'failed';
    if (!this.#isHere()) return 'pending';
    return this.path.guide || this.path.none ? 'ready' : 'idle';
  }

  /** The question or answer that is shown. */
  override focus(options?: FocusOptions): void {
    const stop = this.renderRoot.querySelector<HTMLElement>('#stop');
    if (stop) stop.focus(options);
    else super.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#onPop);
    addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#onPop);
    removeEventListener('online', this.#onOnline);
    this.watch?.disconnect();
    clearTimeout(this.copyTimer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated || changed.has('guide')) {
      this.path = this.#own(this.hasUpdated || this.ignoreUrl ? startOf() : addressPath());
      this.failure = undefined;
    }
    const key = this.#key();
    if (key !== this.loadedFor) {
      this.loadedFor = key;
      this.list = this.failure = undefined;
      this.guides = new Map();
      this.loading = false;
      this.turn++;
    }
    if (key && this.isConnected && !this.failure && !this.loading && !this.#isHere()) void this.#load();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = this.shown;
    this.shown = [this.state, this.#left()];
    if (this.shown.some((each, at) => each !== before[at])) this.dispatchEvent(placeShown(this.#left()));
    if (!this.moved) return;
    this.renderRoot.querySelector<HTMLElement>('#stop')?.focus();
    if (this.state === 'pending') return;
    this.moved = false;
    this.#tell();
  }

  protected override firstUpdated(): void {
    // Who has seen it may lose the network; who has not should not download it.
    this.watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.watch!.disconnect();
      this.seen = true;
      void this.#fetchAhead();
    });
    this.watch.observe(this);
  }

  #key(): string {
    try {
      return JSON.stringify([this.configuration.gateway, this.configuration.province]);
    } catch {
      return '';
    }
  }

  /** A path as this element may show it: only its own guide when it has one. */
  #own(path: GuidePath): GuidePath {
    return this.guide && path.guide !== this.guide ? startOf(this.guide) : path;
  }

  /** All that the present place needs has come. */
  #isHere(): boolean {
    if (!this.list) return false;
    const { guide, none } = this.path;
    if (!guide) return !none || Boolean(this.answerPart);
    const stop = this.#stop();
    return Boolean(stop && ((stop.node.kind === 'question' && !none) || this.answerPart));
  }

  #stop(): Stop<Node> | undefined {
    const guide = this.guides.get(this.path.guide);
    return guide && follow<Node>(guide, this.path.nodes);
  }

  async #load(): Promise<void> {
    const turn = ++this.turn;
    const { client, signal, guides } = this;
    const { guide: wanted } = this.path;
    const { province } = this.configuration;
    this.loading = true;
    this.failure = undefined;
    try {
      const [list, guide, part] = await Promise.all([
        this.list ?? client.call('guides', { query: { province } }, { signal }),
        wanted ? guides.get(wanted) ?? client.call('guide', { params: { id: wanted }, query: { province } }, { signal }) : undefined,
        // The view of an answer is small, and asked for soon.
        wanted || this.path.none ? this.answerPart ?? import('./parts/answer.ts') : undefined,
      ]);
      if (guide) guides.set(guide.id, guide);
      if (turn !== this.turn) return;
      this.list = list;
      if (part) this.answerPart = part;
      if (wanted === this.path.guide) this.#trim();
      void this.#fetchAhead();
    } catch (error) {
      if (turn !== this.turn || !this.isConnected || signal.aborted) return;
      // Who has gone elsewhere meanwhile waits for something else.
      if (!this.list || wanted === this.path.guide) this.#failed(error, wanted);
    } finally {
      if (turn === this.turn) {
        this.loading = false;
        this.requestUpdate();
      }
    }
  }

  #failed(error: unknown, wanted: string): void {
    const missing = error instanceof ProblemError && error.code === 'guide.notFound';
    if (missing && !this.guide) {
      this.gone = true;
      this.path = startOf();
      if (!this.ignoreUrl) writeAddress(this.path);
      return;
    }
    this.failure = missing ? 'gone' : 'unreachable';
    if (wanted || this.moved) this.say(this.t(() => failureText(this.failure!)));
  }

  /** A guide may have changed since its address was shared: what is left of the way stands, and the address says so. */
  #trim(): void {
    const stop = this.#stop();
    if (this.path.guide && !stop) throw new Error(`The guide “${this.path.guide}” has no beginning.`);
    if (!stop || stop.steps === this.path.nodes.length) return;
    this.path = { ...this.path, nodes: this.path.nodes.slice(0, stop.steps) };
    if (!this.ignoreUrl) writeAddress(this.path);
  }

  /** Fetches the rest one by one while nothing else happens, so that it works without a network from then on. */
  async #fetchAhead(): Promise<void> {
    if (!this.seen || this.fetchingAhead) return;
    this.fetchingAhead = true;
    await whileIdle(() => {
      if (!this.isConnected || !this.list) return undefined;
      if (!this.answerPart) return import('./parts/answer.ts').then((part) => (this.answerPart = part));
      const { guides, configuration: { province } } = this;
      const next = this.list.items.find(({ id }) => !guides.has(id) && (!this.guide || id === this.guide));
      return next && this.client.call('guide', { params: { id: next.id }, query: { province } }, { signal: this.signal, retries: 0 }).then((guide) => guides.set(next.id, guide));
    });
    this.fetchingAhead = false;
  }

  #tell(): void {
    const stop = this.#stop();
    if (this.failure || this.path.none || !stop) return;
    const { node } = stop;
    if (node.kind === 'question') this.say(this.t(() => questionNumber(this.locale, stop.answered.length + 1)));
    else {
      this.say(this.t(() => this.answerPart!.answerSummary(this.locale, node)));
      this.dispatchEvent(answerReached({ guide: this.path.guide, answer: node.id }));
    }
  }

  #go = (path: GuidePath): void => {
    if (samePath(path, this.path)) return;
    if (!this.ignoreUrl) writeAddress(path, this.path);
    this.#arrive(path);
  };

  #arrive(path: GuidePath): void {
    this.path = path;
    this.failure = undefined;
    this.gone = false;
    this.copied = 'no';
    this.moved = true;
    if (!this.#isHere()) this.say(this.t(() => openingText()));
  }

  #onPop = (): void => {
    if (this.ignoreUrl) return;
    const path = this.#own(addressPath());
    if (!samePath(path, this.path)) this.#arrive(path);
  };

  #onBack = (): void => {
    const parent = parentOf(this.path, this.guide);
    if (!parent) return;
    // The browser's own way back, so that history does not grow by going back.
    if (!this.ignoreUrl && cameFrom(parent)) history.back();
    else this.#go(parent);
  };

  #onRestart = (): void => this.#go(startOf(this.guide));
  #onNone = (): void => this.#go({ ...this.path, none: true });

  #onRetry = (): void => {
    this.moved = true;
    this.failure = undefined;
  };

  #onOnline = (): void => {
    if (this.failure === 'unreachable') this.failure = undefined;
  };

  #onChoose = (event: MouseEvent, { id: service, known = {} }: FoundService): void => {
    const chosen = this.dispatchEvent(serviceSelected(service, known, { guide: this.path.guide, answer: this.path.nodes.at(-1) ?? '' }));
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!chosen) event.preventDefault();
    else if (this.for && !elsewhere && joinService(this, this.for, service, knownText(known))) event.preventDefault();
    else if (!this.href && !elsewhere) event.preventDefault();
  };

  #hrefOf = ({ id, known = {} }: FoundService): string => {
    if (!this.href && this.for) return `#${this.for}`;
    return withKnown((this.href || '?service={id}').replaceAll('{id}', encodeURIComponent(id)), knownText(known));
  };

  #onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(addressOf(this.path));
      this.copied = 'yes';
      this.say(this.t(() => msg('پیوند کپی شد', { id: 'guide.copied' })));
      clearTimeout(this.copyTimer);
      this.copyTimer = setTimeout(() => (this.copied = 'no'), copiedMs);
    } catch {
      // Plain http, or a frame without permission: the address is shown, selected, to be copied by hand.
      this.copied = 'byHand';
      await this.updateComplete;
      const field = this.renderRoot.querySelector<HTMLInputElement>('#address');
      field?.focus();
      field?.select();
    }
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    // Pages that submit a form of their own on Enter must not see ours.
    if (event.key === 'Enter') event.stopPropagation();
    walkChoices(event, this.renderRoot);
  };

  #given = (stop: Stop<Node> | undefined): Given[] => givenOn(this.guides.get(this.path.guide), stop, Boolean(this.guide));

  protected override content() {
    const stop = this.#stop();
    // Nothing stands before the number for a danger, the way back neither.
    const urgent = !this.failure && !this.path.none && this.#isHere() && stop?.node.kind === 'answer' && stop.node.urgent;
    return html`<div class="guide" @keydown=${this.#onKeyDown} @keypress=${this.#onKeyDown}>
      ${urgent ? [this.#place(), this.#trail()] : [this.#trail(), this.#place()]}
    </div>`;
  }

  /** The answer that is left to an element around this one: what it leads to, where it leads anywhere and nobody is in danger. */
  #left(stop = this.#stop()): ResolvedAnswer | undefined {
    if (this.answers !== 'outside' || this.state !== 'ready' || this.path.none || stop?.node.kind !== 'answer') return undefined;
    const { urgent, services, contacts, offices } = stop.node;
    return urgent || services.length + contacts.length + offices.length === 0 ? undefined : stop.node;
  }

  #trail() {
    const parent = parentOf(this.path, this.guide);
    if (!parent) return undefined;
    const stop = this.#stop();
    return trailView({
      locale: this.locale,
      // With an answer they stand as a list of their own.
      given: this.state === 'ready' && (this.path.none || stop?.node.kind === 'answer') && !this.#left(stop) ? [] : this.#given(stop),
      // One step back is the beginning already.
      canRestart: pathText(parent) !== pathText(startOf(this.guide)),
      onBack: this.#onBack,
      onRestart: this.#onRestart,
      onPath: this.#go,
    });
  }

  #place() {
    const { locale, list, path } = this;
    if (this.failure) return failedView(this.failure, this.#onRetry);
    if (!list || !this.#isHere()) return pendingView(path.guide || path.none ? 'guide' : 'list');
    if (!path.guide && !path.none) return startView({ locale, list, gone: this.gone, onGuide: (id) => this.#go(startOf(id)), onNone: this.#onNone });
    const stop = this.#stop();
    const place = {
      locale,
      help: list.help,
      given: this.#given(stop),
      address: this.ignoreUrl || location.protocol === 'about:' ? undefined : addressOf(path),
      copied: this.copied,
      onPath: this.#go,
      onCopy: () => void this.#onCopy(),
      onPrint: () => printAlone(this),
    };
    if (path.none) return this.answerPart!.noneView(place);
    const { node, answered } = stop!;
    if (node.kind === 'answer') {
      const complain = this.complaintHref && node.competent && path.guide === complaintGuide ? withPath(this.complaintHref, path) : undefined;
      return this.answerPart!.answerView({ ...place, answer: node, complain, outside: Boolean(this.#left(stop)), hrefOf: this.#hrefOf, onChoose: this.#onChoose, onNone: this.#onNone });
    }
    return questionView({
      locale, guide: this.guides.get(path.guide)!, question: node, number: answered.length + 1,
      onOption: (to) => this.#go({ ...path, nodes: [...path.nodes, to] }), onNone: this.#onNone,
    });
  }
}
