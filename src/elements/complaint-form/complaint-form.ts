import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FoundService, ResolvedAnswer } from '../../contract/guide.ts';
import { tagOf } from '../../core/define.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { placeName, readPlace, writePlace } from '../../core/history-place.ts';
import { knownText } from '../../core/known.ts';
import type { Elsewhere } from '../../core/outbox/elsewhere.ts';
import { comboStyles } from '../../core/styles/combo.ts';
import { fields } from '../../core/styles/fields.ts';
import { turnTo } from '../../core/styles/turn-to.ts';
import { competence, type Competence } from '../../rules/competence.ts';
import { complaintGuide } from '../../rules/guide-path.ts';
import { complaintStyles } from './complaint-form.styles.ts';
import { bodyView } from './parts/body.ts';
import { whichView } from './parts/which.ts';
import type { Telling } from './telling/telling.ts';

/** A waiting request that was opened here, and beside what answer of the questions; in the entry of the tab's history. */
interface Opened {
  service: string;
  answer?: string | undefined;
}

/** An element of ours within this one. */
type Inner = HTMLElement & { state?: DeskState };

/**
 * A complaint, subject first: a few questions lead to who hears it. Where that body is on the gateway its own form is filled
 * in here, with draft, files and receipt as in any request; otherwise its number and address stand there, and a text to take
 * along. A danger shows its phone number before anything else.
 *
 * Contains a service-guide and a request-form; what they fire, `request-form-filed` for one, goes through this element.
 *
 * @summary From what one complains of to the body that hears it, and to a filed complaint.
 * @slot - Fallback: shown without JavaScript, while loading, and when the questions cannot be opened.
 */
export class ComplaintForm extends DeskElement {
  static override styles = [...DeskElement.styles, fields, comboStyles, turnTo, complaintStyles];

  /** Defines `request-form`. Set where this element is defined: elements do not import each other. */
  static loadForm: () => Promise<unknown> = () => Promise.resolve();

  /** Address of the page that tracks requests, `/track.html?code={code}`; for the receipt. */
  @property({ attribute: 'track-href' }) trackHref = '';
  /** Address of a page for a service, `service.html?service={id}`; for further services of the same matter. */
  @property() href = '';
  /** `off` keeps nothing on the device: for computers that many people share. */
  @property() drafts: 'on' | 'off' = 'on';
  /** Neither read nor write `?guide=` of the page's address, where the answers stand. */
  @property({ type: Boolean, attribute: 'ignore-url' }) ignoreUrl = false;

  /** What the questions have led to. */
  @state() private answer?: ResolvedAnswer;
  /** Id of the service that was chosen among those of several agencies. */
  @state() private chosen = '';
  @state() private form: 'none' | 'coming' | 'there' | 'missing' = 'none';
  @state() private telling?: Telling;

  /** Id of a service whose request waits for its code, and is opened for it. */
  @state() private waitingFor = '';

  private elsewhere?: Elsewhere;
  private elsewhereAsked = false;
  private guideElement?: Inner;
  private formElement?: Inner;

  /** Which of the four states is shown: `idle` while questions are asked, `ready` when it is known who hears the complaint. */
  override get state(): DeskState {
    if (this.answer) return this.form === 'missing' ? 'failed' : 'ready';
    const shown = this.guideElement?.state ?? 'pending';
    return shown === 'ready' ? 'idle' : shown;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
    void this.telling?.keep();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.elsewhere?.stop();
      this.elsewhere = undefined;
      this.elsewhereAsked = false;
      this.telling?.close();
      this.telling = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.waitingFor = this.#opened;
    void this.#sendElsewhere();
    if (this.waitingFor && this.form === 'none') void this.#loadForm();
    if (!this.answer) return;
    const { way, write, asksParty } = this.#competence(this.answer);
    if (way === 'file' && this.form === 'none') void this.#loadForm();
    if ((write || asksParty) && !this.telling) void this.#loadTelling();
  }

  #competence(answer: ResolvedAnswer): Competence {
    return competence(answer, this.configuration.province ?? '', this.telling?.party);
  }

  async #loadForm(): Promise<void> {
    this.form = 'coming';
    try {
      await ComplaintForm.loadForm();
      this.form = 'there';
    } catch {
      this.form = 'missing';
      this.say(this.t(() => msg('فرم شکایت باز نشد.', { id: 'complaint.formFailed' })));
    }
  }

  /** What forms of this gateway have left waiting on the device, once the gateway is known. */
  async #sendElsewhere(): Promise<void> {
    if (this.drafts === 'off' || this.elsewhereAsked) return;
    this.elsewhereAsked = true;
    try {
      const { client, signal } = this;
      await this.updateComplete;
      const { Elsewhere } = await import('../../core/outbox/elsewhere.ts');
      if (signal.aborted) return;
      this.elsewhere = new Elsewhere({
        client,
        signal,
        own: () => {
          const service = this.waitingFor || (this.formElement?.isConnected && this.formElement.getAttribute('service'));
          return service ? `${client.gateway}|${service}` : undefined;
        },
        update: () => this.requestUpdate(),
        say: (text) => this.say(this.t(text)),
        open: this.#open,
      });
      await this.elsewhere.send();
    } catch {
      // The gateway is not known yet, or the line is down: asked for again at the next step.
      this.elsewhereAsked = false;
    }
  }

  async #loadTelling(): Promise<void> {
    try {
      const { Telling } = await import('./telling/telling.ts');
      if (this.telling) return;
      const telling = new Telling(this.client, this.configuration.province ?? '', this.drafts === 'on', () => this.requestUpdate(), (text) => this.say(this.t(text)));
      this.telling = telling;
      await telling.restore();
    } catch {
      // The numbers and addresses stand there without it; it is asked for again at the next step.
    }
  }

  /** An element of ours, made once: what it holds outlives what is drawn around it. */
  #inner(name: string, attributes: Record<string, string>): Inner {
    const element = document.createElement(tagOf(name)) as Inner;
    this.#tell(element, attributes);
    return element;
  }

  #tell(element: Inner, attributes: Record<string, string>): void {
    const { gateway, province = '' } = this.configuration;
    for (const [attribute, value] of Object.entries({ gateway, province, lang: this.locale, theme: this.theme ?? '', ...attributes })) {
      if (!value) element.removeAttribute(attribute);
      else if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
    }
  }

  #guide(): Inner {
    const attributes = { guide: complaintGuide, answers: 'outside', href: this.href };
    if (!this.guideElement) {
      this.guideElement = this.#inner('service-guide', attributes);
      // As an attribute before it is shown: it reads the address once.
      this.guideElement.toggleAttribute('ignore-url', this.ignoreUrl);
      this.guideElement.append(document.createElement('slot'));
      this.guideElement.addEventListener('service-guide-place', this.#onPlace);
    } else this.#tell(this.guideElement, attributes);
    return this.guideElement;
  }

  #form(service: string, known: string): Inner {
    const attributes = { service, known, drafts: this.drafts, 'track-href': this.trackHref, waiting: 'outside' };
    if (this.formElement) this.#tell(this.formElement, attributes);
    else this.formElement = this.#inner('request-form', attributes);
    return this.formElement;
  }

  #onPlace = ({ detail }: HTMLElementEventMap['service-guide-place']): void => {
    const other = detail.answer?.id !== this.answer?.id;
    this.answer = detail.answer;
    if (other) {
      this.chosen = '';
      this.waitingFor = this.#opened;
    }
    this.requestUpdate();
  };

  #open = (service: string): void => {
    this.waitingFor = service;
    writePlace(placeName(this), { service, answer: this.answer?.id } satisfies Opened, 'replace');
  };

  /** What was opened before a reload, where the questions still stand as they did. */
  get #opened(): string {
    const opened = this.drafts === 'off' ? undefined : readPlace<Opened>(placeName(this));
    return opened && opened.answer === this.answer?.id ? opened.service : '';
  }

  #onRetry = (): void => {
    this.form = 'none';
  };

  #onOnline = (): void => {
    if (this.form === 'missing') this.#onRetry();
  };

  protected override content(): TemplateResult {
    const { answer, locale } = this;
    const guide = this.#guide();
    const waiting = html`${this.elsewhere?.view(locale, new Date()) ?? nothing} ${this.waitingFor ? this.#filing([{ id: this.waitingFor }]) : nothing}`;
    // The guide stays in its place: moved, it would lose the focus that its answer has.
    return html`${waiting} ${guide} ${answer ? this.#after(answer) : nothing}`;
  }

  #after(answer: ResolvedAnswer): TemplateResult {
    const { locale, href } = this;
    const found = this.#competence(answer);
    return html`
      <div class="after">
        ${found.asksParty ? this.telling?.partyView(locale) ?? nothing : nothing}
        ${bodyView({ locale, answer, found, href })}
        ${found.way === 'file' ? this.waitingFor ? nothing : html`${found.file.length > 1 ? whichView(locale, found.file, this.chosen, (id) => (this.chosen = id)) : nothing} ${this.#filing(found.file)}` : found.write ? this.telling?.view(locale, answer, found.asksParty) ?? nothing : nothing}
      </div>
    `;
  }

  /** The form of the one service, or of the chosen one. */
  #filing(file: Pick<FoundService, 'id' | 'known'>[]): TemplateResult {
    if (this.form === 'missing') {
      return html`<div class="note bad" role="alert">
        <p>${msg('فرم شکایت باز نشد. اتصال اینترنت را ببینید و دوباره امتحان کنید.', { id: 'complaint.formMissing' })}</p>
        <p><button type="button" class="button" @click=${this.#onRetry}>${msg('دوباره امتحان کنید', { id: 'complaint.retry' })}</button></p>
      </div>`;
    }
    const service = file.length === 1 ? file[0] : file.find(({ id }) => id === this.chosen);
    return html`${service && this.form === 'there' ? this.#form(service.id, knownText(service.known ?? {})) : nothing}`;
  }
}
