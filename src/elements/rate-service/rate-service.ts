import '../../client/promise.ts';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { msg } from '@lit/localize';
import { MalformedAnswerError, ProblemError } from '../../client/errors.ts';
import type { RatingInput } from '../../contract/rating.ts';
import type { RequestStatus } from '../../contract/request.ts';
import { adoptStyles } from '../../core/adopt-styles.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { fields } from '../../core/styles/fields.ts';
import { groupCode } from '../../i18n/formats.ts';
import { readTrackingCode } from '../../rules/tracking-code.ts';
import { formView } from './parts/form-view.ts';
import { faultOf, Rating } from './parts/rating.ts';
import { alreadyView, entryView, failedView, pendingView, thanksView, tooEarlyView, type Failure } from './parts/states.ts';
import type * as Proof from './proof/proof.ts';
import { RateServiceSentEvent } from './rate-service.events.ts';
import { styles } from './rate-service.styles.ts';

/**
 * How a request was handled, in the citizen's judgement: two questions, eight more behind one press, once per request and
 * after its answer. Whoever has not proved the filed mobile number on this page proves it before it is sent.
 *
 * With `service` instead of a code it stands on the page of a service, for anybody, without a request and without proof.
 *
 * @summary Rate how a request was handled, or a service.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up.
 * @fires {RateServiceSentEvent} rate-service-sent - The rating has arrived; `detail` is `{ objected }`.
 * @cssprop --desk-accent - Primary action and what is chosen.
 */
export class RateService extends DeskElement {
  static override styles = [...DeskElement.styles, fields, styles];

  /** Tracking code: any digits, any separators. */
  @property() code = '';
  /** Offering id, as the finder gives it: asks about a service, not about a request. */
  @property() service = '';
  /** Do not read `?code=` of the page's address. */
  @property({ type: Boolean, attribute: 'ignore-url' }) ignoreUrl = false;

  @state() private phase: DeskState = 'idle';
  @state() private typed = '';
  @state() private wrong = false;
  @state() private failure?: Failure;
  @state() private status?: RequestStatus;
  /** It was rated from somewhere else meanwhile, and nothing more is known of it. */
  @state() private already = false;
  @state() private sent?: { objected: boolean };
  @state() private oneTime?: Proof.OneTimeCode;
  private rating = new Rating();
  private proof?: typeof Proof;
  /** The code that is shown or asked for, 16 ASCII digits. */
  private asked = '';
  /** How far the gateway's clock is ahead of this device's. Milliseconds. */
  private ahead = 0;
  /** Answers of an older question are dropped. */
  private turn = 0;

  override get state(): DeskState {
    return this.phase;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
    if (!this.code && !this.service && !this.asked && !this.ignoreUrl) this.code = new URLSearchParams(location.search).get('code') ?? '';
    // It left the page while it waited.
    if (this.hasUpdated && this.phase === 'pending') void this.#look(false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('service') && this.service) {
      this.rating = new Rating();
      this.sent = undefined;
      this.phase = 'ready';
    }
    if (changed.has('code') && this.code && !this.service) {
      this.typed = this.code;
      // After this update: the configuration may still be on its way when the attribute is read.
      void this.updateComplete.then(() => this.#look(false));
    }
  }

  /** `byHand`: a person waits for this answer, so focus goes to it. */
  async #look(byHand: boolean): Promise<void> {
    const read = readTrackingCode(this.typed);
    this.wrong = !read.ok;
    if (!read.ok) {
      this.failure = undefined;
      this.phase = 'idle';
      return byHand ? this.#focus('#code') : undefined;
    }
    const turn = ++this.turn;
    if (read.code !== this.asked) this.rating = new Rating();
    this.asked = read.code;
    this.typed = groupCode(read.code);
    this.failure = this.status = this.sent = this.oneTime = undefined;
    this.already = false;
    this.phase = 'pending';
    try {
      const status = await this.#ask();
      if (turn !== this.turn) return;
      this.#show(status);
      if (byHand) await this.#focus('#title, #told');
    } catch (error) {
      if (turn !== this.turn || !this.isConnected) return;
      this.failure = failureOf(error);
      this.phase = 'failed';
      if (byHand) await this.#focus('#failure');
    }
  }

  #ask = (): Promise<RequestStatus> => this.client.call('requestStatus', { params: { code: this.asked } }, { signal: this.signal });

  #show(status: RequestStatus): void {
    this.status = status;
    this.ahead = Date.parse(status.asOf) - Date.now();
    this.phase = 'ready';
  }

  /** The gateway's present. */
  #now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  /** Until when an objection to the answer is taken, while it is. */
  get #objectUntil(): string | undefined {
    const { state: at, objectUntil } = this.status ?? {};
    return at === 'answered' && objectUntil && Date.parse(objectUntil) > this.#now().getTime() ? objectUntil : undefined;
  }

  async #send(): Promise<void> {
    const { rating } = this;
    if (rating.sending) return;
    const input = rating.input(!!this.#objectUntil);
    rating.fault = input ? undefined : { kind: 'empty' };
    if (!input) {
      this.requestUpdate();
      return this.#focus('#satisfied');
    }
    rating.sending = true;
    this.requestUpdate();
    const token = this.client.numberProof?.token;
    try {
      if (this.service) await this.#deliverFree(input);
      else if (!token || (await this.#deliver(input, token)) === 'unproven') await this.#prove(input);
    } catch {
      rating.fault = { kind: 'unreachable' };
    }
    rating.sending = false;
    this.requestUpdate();
    if (rating.fault) await this.#focus('#fault');
  }

  /** One way to say who it is: a code to the number that the request was filed with. */
  async #prove(input: RatingInput): Promise<void> {
    const proof = (this.proof ??= await import('./proof/proof.ts'));
    adoptStyles(this.renderRoot, proof.styles);
    const oneTime = new proof.OneTimeCode(
      {
        code: this.asked, client: () => this.client, signal: () => this.signal, update: () => this.requestUpdate(),
        say: (text) => this.say(this.t(text)), focus: (selector) => this.#focus(selector),
      },
      async ({ token }) => {
        if ((await this.#deliver(input, token)) !== 'done') throw new Error('The proof was not taken.');
        if (this.oneTime === oneTime) this.oneTime = undefined;
        if (this.rating.fault) await this.#focus('#fault');
      },
    );
    this.oneTime = oneTime;
    await oneTime.ask();
  }

  /** `unproven`: the token does not open this request, or no longer. What else went wrong stands in the rating. */
  async #deliver(input: RatingInput, proof: string): Promise<'done' | 'unproven'> {
    const { rating } = this;
    try {
      const { status } = await this.client.call('rate', { params: { code: this.asked }, body: input }, { proof, idempotencyKey: rating.key, signal: this.signal });
      this.#show(status);
      this.#thank({ objected: !!input.objection });
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : undefined;
      if (code === 'request.notFound' || code === 'proof.wrong') return 'unproven';
      await this.#takeIn(error, code);
    }
    return 'done';
  }

  async #deliverFree({ answers, reasons }: RatingInput): Promise<void> {
    const { rating, service, signal } = this;
    const send = (headers?: Record<string, string>) => this.client.call('rateService', { params: { id: service }, body: { answers, reasons } }, { idempotencyKey: rating.key, signal, headers });
    try {
      await send().catch(async (error: unknown) => {
        const challenge = error instanceof ProblemError && error.problem.challenge;
        const solution = challenge && (await (await import('../../core/outbox/work.ts')).solve(challenge, signal));
        if (!solution) throw error;
        return send(solution);
      });
      if (service === this.service) this.#thank({ objected: false });
    } catch (error) {
      rating.fault = faultOf(error);
    }
  }

  async #takeIn(error: unknown, code: string | undefined): Promise<void> {
    const moved = code === 'request.alreadyRated' || code === 'transition.notAllowed';
    this.already = code === 'request.alreadyRated';
    if (!moved) this.rating.fault = faultOf(error);
    if (!moved && code !== 'request.windowOver') return;
    // Something else happened to the request: what holds now is shown.
    await this.#ask().then((status) => this.#show(status), () => undefined);
    if (moved) {
      await this.updateComplete;
      await this.#focus('#told');
    }
  }

  #thank(sent: { objected: boolean }): void {
    this.rating = new Rating();
    this.sent = sent;
    this.oneTime = undefined;
    this.say(this.t(() => msg('سپاس. نظر شما ثبت شد', { id: 'rate.thanks' })));
    this.dispatchEvent(new RateServiceSentEvent(sent));
    void this.#focus('#told');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #onOnline = (): void => {
    if (this.failure === 'unreachable') void this.#look(false);
  };

  /** Enter in our field is ours: pages that submit their own form on Enter would lose the citizen's page. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.stopPropagation();
  };

  #onMore = (): void => {
    this.rating.more = true;
    this.requestUpdate();
    void this.#focus('#stepsTold');
  };

  #onBack = (): void => {
    this.oneTime = undefined;
    void this.#focus('#title');
  };

  protected override content(): TemplateResult {
    return html`<div class="rate no-print" @keydown=${this.#onKey} @keypress=${this.#onKey}>${this.#body()}</div>`;
  }

  #body(): TemplateResult {
    const { locale, status } = this;
    if (this.service) return this.sent ? thanksView(locale, false, undefined) : this.#form(false);
    if (this.phase === 'pending') return pendingView();
    if (this.failure || !status) {
      const entry = entryView(this.typed, this.wrong, (typed) => {
        this.typed = typed;
        this.wrong = false;
      }, () => void this.#look(true));
      return this.failure ? html`${failedView(this.failure, () => void this.#look(true))}${this.failure === 'notFound' ? entry : ''}` : entry;
    }
    if (this.sent) return thanksView(locale, this.sent.objected, status);
    if (this.already || status.timeline.some(({ type }) => type === 'rated')) return alreadyView(locale, status);
    if (status.state !== 'answered' && status.state !== 'closed') return tooEarlyView(locale, status);
    if (this.oneTime && this.proof) return this.proof.proofView(locale, this.oneTime, this.#onBack);
    return this.#form(!this.client.numberProof, status.offering.title);
  }

  #form(proves: boolean, service?: string): TemplateResult {
    return formView({
      locale: this.locale, now: this.#now(), rating: this.rating, service, proves, objectUntil: this.service ? undefined : this.#objectUntil,
      onChange: () => this.requestUpdate(), onMore: this.#onMore, onSend: () => void this.#send(),
    });
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof ProblemError && error.code !== 'server.unavailable') return error.status === 404 ? 'notFound' : 'broken';
  return error instanceof MalformedAnswerError ? 'broken' : 'unreachable';
}
