import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ProblemError } from '../../client/errors.ts';
import type { Offering } from '../../contract/offering.ts';
import type { Filed } from '../../contract/request.ts';
import { tagOf } from '../../core/define.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import type { Elsewhere } from '../../core/outbox/elsewhere.ts';
import { filedThing } from '../../core/facts/filed-thing.ts';
import { fields } from '../../core/styles/fields.ts';
import { groupCode } from '../../i18n/formats.ts';
import { Filling, type FillingHost } from './form/filling.ts';
import { openOffering } from './form/opening.ts';
import { knownAnswers } from './form/known.ts';
import { tehranToday } from './form/today.ts';
import { Way, type Place } from './form/way.ts';
import { focusIn } from './parts/focus.ts';
import { formView } from './parts/form-view.ts';
import { controlId } from './parts/model.ts';
import { failedView, idleView, pendingView, plainReceipt, type Failure } from './parts/states.ts';
import { Surface } from './parts/surface.ts';
import type { ReceiptActions } from './receipt/receipt-actions.ts';
import { PieceHolder } from './pieces/piece-holder.ts';
import { RequestFormFiledEvent } from './request-form.events.ts';
import { formStyles } from './request-form.styles.ts';

/**
 * The form of a service, filled in step by step, and the receipt after it is filed. Keeps what is typed on the person's own
 * device for a week.
 *
 * @summary The form of one service, from the first question to the receipt.
 * @slot - Fallback: shown without JavaScript, while loading, and when the form cannot be opened.
 * @fires {RequestFormFiledEvent} request-form-filed - A request was filed. Carries the offering only.
 */
export class RequestForm extends DeskElement {
  static override styles = [...DeskElement.styles, fields, formStyles];

  /** Offering id, as the finder or the sheet gives it. */
  @property() service = '';
  /**
   * Choices and yes-or-no answers that the way here has given, by field id: `service=internet&before=true`. They are filled
   * in where nothing is kept from an earlier visit, and can be changed.
   */
  @property() known = '';
  /** `off` keeps nothing on the device: for computers that many people share. */
  @property() drafts: 'on' | 'off' = 'on';
  /** How many days a draft stays on the device after the last change; 7 when absent. People may choose otherwise. */
  @property({ type: Number, attribute: 'draft-days' }) draftDays?: number;
  /** Address of the page that tracks requests, `/track.html?code={code}`; for the receipt. */
  @property({ attribute: 'track-href' }) trackHref = '';

  /** `outside`: what other forms have left waiting on the device is sent and told by whoever contains this one. */
  @property() waiting?: 'outside';

  @state() private offering?: Offering;
  @state() protected filling?: Filling;
  @state() private filed?: Filed;
  @state() private failure?: Failure;
  private receipt?: ReceiptActions;

  private readonly pieces = new PieceHolder(this, (rare) => this.filling && rare.prepare(this.filling, this.known));
  private asked?: string;
  private abort?: AbortController;
  private readonly surface = new Surface(this.pieces, {
    locale: () => this.locale,
    update: () => this.requestUpdate(),
    focus: (id) => void this.#focus(id),
    say: (text) => this.say(this.t(text)),
  });
  /** Not for a form that is only looked at. */
  protected readonly way?: Way = new Way(this);
  private elsewhere?: Elsewhere;
  private ticking?: ReturnType<typeof setInterval>;

  /** Waits for pieces on their way too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.pieces.settled();
    return super.getUpdateComplete();
  }

  /** Which of the four states is shown. */
  override get state(): DeskState {
    if (this.filed) return 'ready';
    if (!this.service) return 'idle';
    return this.failure ? 'failed' : this.offering ? 'ready' : 'pending';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
    this.ticking = setInterval(() => document.visibilityState === 'visible' && this.requestUpdate(), 30_000);
    if (this.hasUpdated && !this.filed) this.asked = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
    clearInterval(this.ticking);
    this.filling?.keeper?.writePending();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#leave();
      this.elsewhere?.stop();
      this.elsewhere = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const key = this.#key();
    if (key === this.asked) return;
    this.asked = key;
    this.#leave();
    this.offering = this.filed = this.failure = undefined;
    if (key === undefined) return;
    this.way?.chosen();
    if (this.service) void this.#load();
    else void this.#sendElsewhere();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.filling && !this.filed) this.way?.moved(this.filling.place);
  }

  /** The browser has gone to another place of the same form. */
  arrive(at: Place): void {
    if (this.filed) this.way?.opened({ at: 'filed', filed: this.filed });
    else if (this.filling?.arrive(at)) void this.#arrived();
  }

  /** What is asked for: a form of a gateway, or none; undefined while the gateway is not known. */
  #key(): string | undefined {
    try {
      return `${this.configuration.gateway} ${this.drafts} ${this.service} ${this.known}`;
    } catch {
      return undefined;
    }
  }

  #leave(): void {
    this.abort?.abort();
    this.filling?.close();
    this.filling = undefined;
  }

  async #load(): Promise<void> {
    const { client, service } = this;
    const { signal } = (this.abort = new AbortController());
    const at = this.way?.at;
    // Where one of them cannot be had nothing is kept; everything else works.
    const [keeper, drafts] = this.drafts === 'off' ? [] : [this.pieces.get('keeper'), this.pieces.get('drafts')];
    const stands = drafts?.then((piece) => piece?.standing(this, signal));
    if (at?.at === 'filed') {
      await this.#showReceipt(at.filed);
      return (await stands)?.();
    }
    try {
      const { offering, definition } = await openOffering(client, service, signal);
      if (signal.aborted) return;
      if (definition) {
        const filling = new Filling(offering, definition, tehranToday(), this.#host(signal), (await drafts) && (await keeper)?.DraftKeeper, knownAnswers(definition, this.known));
        await (await drafts)?.restore(filling, at);
        if (signal.aborted) return filling.close();
        this.way?.opened(filling.place);
        if (filling.session.position.at === 'review' || filling.attempt?.waiting) (await this.pieces.get('review'))?.resume(filling);
        this.filling = filling;
        void this.pieces.rare(definition);
      } else await this.pieces.get('instead');
      this.offering = offering;
      (await stands)?.();
      this.say(offering.title);
      // After the first field can be used, what the next moment may need.
      void super.getUpdateComplete().then(() => definition && this.pieces.get('wrong')).then(() => this.#sendElsewhere());
    } catch (error) {
      if (signal.aborted) return;
      this.failure = error instanceof ProblemError && error.status === 404 ? 'notFound' : 'unreachable';
      void this.#sendElsewhere();
    }
  }

  #host(signal: AbortSignal): FillingHost {
    return {
      client: this.client,
      signal,
      language: this.locale,
      draftDays: this.draftDays,
      requestUpdate: () => this.requestUpdate(),
      prepared: (definition) => this.pieces.rare(definition),
      reload: async () => {
        const definition = await this.client.call('offeringForm', { params: { id: this.service } }, { signal, cache: 'reload' });
        await this.pieces.rare(definition);
        return definition;
      },
      accepted: () => this.#onAccepted(),
      filed: (filed) => this.#onFiled(filed),
    };
  }

  async #onAccepted(): Promise<void> {
    this.say(this.t(() => msg(str`کدی به تلفن همراهتان پیامک شد. آن را بنویسید تا ${this.#thing()} ثبت شود.`, { id: 'prove.announce' })));
    await this.#comeAlong();
  }

  /** What came up by itself takes the focus only from here. */
  async #comeAlong(): Promise<void> {
    if (this.matches(':focus-within') || document.activeElement === document.body) await this.#focus('heading');
  }

  async #onFiled(filed: Filed): Promise<void> {
    this.dispatchEvent(new RequestFormFiledEvent({ offering: filed.offering.id }));
    await this.#showReceipt(filed);
    if (this.drafts !== 'off') this.way?.opened({ at: 'filed', filed });
    this.filling?.close();
    await this.#comeAlong();
    this.say(this.t(() => msg(str`${this.#thing()} شما ثبت شد. کد رهگیری ${groupCode(filed.code)}`, { id: 'receipt.announce' })));
  }

  /** What is filed, as sentences call it; after a reload the receipt alone tells. Call while rendering. */
  #thing = (): string =>
    filedThing(this.filling?.session.definition.kind ?? (this.filed?.clock.policy.source === 'complaint' ? 'complaint' : undefined));

  async #showReceipt(filed: Filed): Promise<void> {
    // The code is shown in any case; without its own piece, plainly.
    const piece = await this.pieces.get('receipt');
    this.receipt = piece && new piece.ReceiptActions(filed, {
      host: this,
      locale: this.locale,
      thing: this.#thing,
      client: this.client,
      signal: this.signal,
      update: () => this.requestUpdate(),
      say: (text) => this.say(this.t(text)),
    });
    this.filed = filed;
  }

  async #focus(id: string): Promise<void> {
    await super.getUpdateComplete();
    focusIn(this.renderRoot, id);
  }

  #retry = (): void => {
    this.asked = undefined;
    this.requestUpdate();
  };

  /** The receipt is given up. */
  #another = (): void => {
    this.way?.opened();
    this.#retry();
  };

  #onOnline = (): void => {
    if (this.failure === 'unreachable') return this.#retry();
    void this.#sendElsewhere();
  };

  /** What other forms have left waiting on this device. */
  async #sendElsewhere(): Promise<void> {
    const { client, signal } = this;
    const piece = this.drafts === 'off' || this.waiting ? undefined : await this.pieces.get('others');
    if (!piece || signal.aborted) return;
    if (this.elsewhere?.host.client !== client) this.elsewhere?.stop();
    else return this.elsewhere.send();
    this.elsewhere = new piece.Elsewhere({
      client,
      signal,
      // What is here for a form that cannot be opened is sent like any other's.
      own: () => (this.filling || (!this.offering && this.failure !== 'notFound') ? `${client.gateway}|${this.service}` : undefined),
      update: () => this.requestUpdate(),
      say: (text) => this.say(this.t(text)),
      open: (service) => this.setAttribute('service', service),
    });
    await this.elsewhere.send();
  }

  /** Inside an ASP.NET page the browser, or the page's own script, takes Enter for its one big form. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.stopPropagation();
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void (this.filling!.session.step ? this.#next() : this.#send());
  };

  async #next(): Promise<void> {
    const filling = this.filling!;
    if (filling.session.next()) filling.notes = {};
    else await this.pieces.get('wrong');
    filling.touched();
    await this.#arrived();
  }

  async #send(): Promise<void> {
    const filling = this.filling!;
    if (filling.sending) return;
    const piece = await this.pieces.get('review');
    if (piece) await piece.send(filling);
    else filling.failure = { kind: 'unreachable' };
    if (this.filed || this.filling !== filling) return;
    if (filling.failure) await this.#focus('failure');
    else await this.#arrived();
  }

  /** Focus after another step, the review, or what must be mended has come up. */
  async #arrived(): Promise<void> {
    const session = this.filling?.session;
    if (!session) return;
    if (session.position.at === 'review') await this.pieces.get('review');
    // A piece that could not be had at first is asked for again at each step.
    else void this.pieces.rare(session.definition);
    this.requestUpdate();
    await this.#focus(session.attempted.length ? 'summary' : 'heading');
  }

  #onBack = (): void => {
    this.filling!.session.back();
    this.filling!.touched();
    void this.#focus('heading');
  };

  #onChange = (step: string, path: string): void => {
    this.filling!.session.go(step, true);
    this.filling!.touched();
    void this.#focus(controlId(path));
  };

  protected override content(): TemplateResult {
    return html`<div class="form-root" @pointerdown=${this.surface.press.begin} @keydown=${this.#onKey} @keypress=${this.#onKey} @keyup=${this.#onKey}>
      ${this.elsewhere?.view(this.locale, new Date()) ?? nothing} ${this.#view()}
    </div>`;
  }

  #view(): TemplateResult {
    if (this.filed) return this.#receipt(this.filed);
    if (!this.service) return idleView();
    if (this.failure) return failedView(this.failure, this.#retry);
    if (!this.offering) return pendingView();
    if (!this.filling) return this.pieces.there.instead?.unavailable(this.locale, this.offering) ?? failedView('unreachable', this.#retry);
    const model = this.surface.model(this.filling);
    if (this.filling.proving) return this.pieces.there.review!.provingView(model, this.filling.proving);
    return formView(model, {
      submit: this.#onSubmit,
      back: this.#onBack,
      change: this.#onChange,
    });
  }

  #receipt(filed: Filed): TemplateResult {
    const piece = this.pieces.there.receipt;
    if (!piece || !this.receipt) return plainReceipt(filed, this.#thing());
    return piece.receipt({
      locale: this.locale,
      actions: this.receipt,
      now: new Date(),
      // One that had waited may be of another service.
      time: this.offering?.id === filed.offering.id ? this.offering.time : undefined,
      trackingLink: piece.trackingLink(this.trackHref, filed.code, tagOf('track-status')),
      another: this.#another,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'request-form': RequestForm;
  }
}
