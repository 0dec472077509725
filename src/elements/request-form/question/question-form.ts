import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FormDefinition } from '../../../contract/form.ts';
import type { Offering } from '../../../contract/offering.ts';
import { DeskElement, type DeskState } from '../../../core/desk-element.ts';
import { inTab } from '../../../core/drafts/in-tab.ts';
import { alertIcon, sendIcon } from '../../../core/icons.ts';
import type { Question } from '../../../core/question.ts';
import { questionForm, replyWords } from '../../../rules/question.ts';
import { Filling, type DraftContent, type FillingHost } from '../form/filling.ts';
import { tehranToday } from '../form/today.ts';
import { fieldView } from '../parts/field-view.ts';
import { focusIn } from '../parts/focus.ts';
import { Surface } from '../parts/surface.ts';
import { PieceHolder } from '../pieces/piece-holder.ts';
import { previewUploads } from '../preview/preview-uploads.ts';
import { RequestForm } from '../request-form.ts';
import { questionStyles } from './question.styles.ts';

/** What the tab keeps of a reply. */
interface Kept {
  at: number;
  content: DraftContent;
}

/**
 * A question of the desk with its fields, as a form of one step. What is written and sent of files stays as long as the tab,
 * until the reply went through. Stands within the elements of citizens and staff, which give the question.
 *
 * @summary The fields of one question, and the reply to it.
 */
export class QuestionForm extends DeskElement {
  // Those of the form; what draws both stays one chunk, and the form's first load what it was.
  static override styles = [...RequestForm.styles, questionStyles];

  @property({ attribute: false }) question?: Question;
  /** It waits for no reply any more: what was written can be read and copied. */
  @property({ type: Boolean }) closed = false;

  @state() private filling?: Filling;
  /** Why it did not go through. */
  @state() private refusal?: () => string;

  private readonly pieces = new PieceHolder(this, (rare) => {
    if (!this.filling) return;
    if (this.question?.reply) rare.prepare(this.filling, '');
    else this.filling.uploads ??= previewUploads(this.filling);
    this.requestUpdate();
  });
  private readonly surface = new Surface(this.pieces, {
    locale: () => this.locale,
    update: () => this.requestUpdate(),
    focus: (id) => void this.#focus(id),
    say: (text) => this.say(this.t(text)),
  });
  #asked?: Question;
  #kept = '';

  override get state(): DeskState {
    return this.filling ? 'ready' : this.question ? 'pending' : 'idle';
  }

  get unsent(): boolean {
    return this.filling?.kept ?? false;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.pieces.settled();
    return super.getUpdateComplete();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => !this.isConnected && this.#leave());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.question === this.#asked || !this.isConnected) return;
    this.#leave();
    this.#asked = this.question;
    if (this.question) void this.#open(this.question);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#keep();
  }

  #leave(): void {
    this.filling?.close();
    this.filling = this.refusal = this.#asked = undefined;
    this.#kept = '';
  }

  async #open(question: Question): Promise<void> {
    const { reply } = question;
    const definition = questionForm([...question.fields, ...(reply ? [replyWords] : [])]);
    // Of the sheet a reply needs no more than this.
    const offering = { province: this.configuration.province, ...question.offering } as unknown as Offering;
    const filling = new Filling(offering, definition, tehranToday(), this.#host(definition, reply?.files), undefined);
    const kept = reply && inTab((tab) => tab.getItem(reply.key));
    const drafts = kept ? await this.pieces.get('drafts') : undefined;
    if (question !== this.question || !this.isConnected) return filling.close();
    this.filling = filling;
    void this.pieces.rare(definition);
    if (!drafts || !kept) return;
    const { at, content } = JSON.parse(kept) as Kept;
    drafts.takeIn(filling, content, at);
    this.#kept = JSON.stringify(content);
  }

  #host(definition: FormDefinition, files: FillingHost['files']): FillingHost {
    return {
      client: this.client,
      signal: this.signal,
      language: this.locale,
      files,
      requestUpdate: () => {
        this.refusal = undefined;
        this.requestUpdate();
      },
      prepared: () => this.pieces.rare(definition),
      reload: async () => definition,
      accepted: async () => undefined,
      filed: async () => undefined,
    };
  }

  /** Over a reload of the tab, and not longer: what is written is for one request of one person. */
  #keep(): void {
    const { filling } = this;
    const key = this.question?.reply?.key;
    if (!filling || key === undefined) return;
    const content = filling.kept ? JSON.stringify(filling.content()) : '';
    if (content === this.#kept) return;
    this.#kept = content;
    inTab((tab) => (content ? tab.setItem(key, `{"at":${Date.now()},"content":${content}}`) : tab.removeItem(key)));
  }

  async #focus(id: string): Promise<void> {
    await super.getUpdateComplete();
    focusIn(this.renderRoot, id);
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { filling, closed } = this;
    const reply = this.question?.reply;
    if (!filling || !reply || filling.sending || closed) return;
    const { session } = filling;
    if (filling.uploads?.busy) return this.#refuse(() => msg('فایلی هنوز نرسیده است. صبر کنید تا برسد، یا آن را بردارید.', { id: 'send.filesOnTheWay' }));
    const { position } = session;
    const sound = session.review();
    session.position = position;
    const { [replyWords.id]: text, ...answers } = session.canonical;
    if (sound && !text && !Object.keys(answers).length) session.refuse([{ path: replyWords.id, code: 'required' }]);
    if (session.attempted.length) return this.#mend();
    filling.sending = true;
    this.refusal = undefined;
    this.requestUpdate();
    const refused = await reply.send({ ...(text !== undefined && { text: String(text) }), answers });
    filling.sending = false;
    if (!refused) {
      filling.kept = false;
      return this.requestUpdate();
    }
    if ('text' in refused) return this.#refuse(refused.text);
    const review = refused.code === 'upload.notFound' ? await this.pieces.get('review') : undefined;
    session.refuse(review?.goneFiles(filling, refused.errors) ?? refused.errors);
    return this.#mend();
  }

  /** What is wrong stands at its fields and above them. */
  async #mend(): Promise<void> {
    await this.pieces.get('wrong');
    this.requestUpdate();
    await this.#focus('summary');
  }

  async #refuse(text: () => string): Promise<void> {
    this.refusal = text;
    await this.#focus('failure');
  }

  /** Enter in a field is ours: pages that submit their own form on Enter would lose the citizen's page. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.stopPropagation();
  };

  protected override content(): TemplateResult | typeof nothing {
    const { filling, closed } = this;
    if (!filling) return nothing;
    const told = this.refusal?.() ?? (closed ? msg('پرونده دیگر منتظر پاسخ نیست. نوشته شما همین‌جاست؛ اگر لازم است، به واحد بگویید.', { id: 'track.reply.changed' }) : undefined);
    const model = this.surface.model(filling);
    const { wrong, drafts, rare } = this.pieces.there;
    return html`<form class="form-root" novalidate aria-label=${msg('پاسخ شما', { id: 'track.reply' })}
      @submit=${this.#onSubmit} @pointerdown=${this.surface.press.begin} @keydown=${this.#onKey} @keypress=${this.#onKey} @keyup=${this.#onKey}>
      ${drafts?.notes(model) ?? nothing}
      ${wrong?.errorSummary(model) ?? nothing}
      <div class="fields">${filling.session.step!.items.map((item) => (item.type === 'group' ? rare?.groupView(model, item) : fieldView(model, item, item.id)))}</div>
      ${told ? html`<div class="note bad told" id="failure" role="alert" tabindex="-1">${alertIcon}<p>${told}</p></div>` : nothing}
      ${this.question?.reply && !closed
        ? html`<div class="row actions"><button class="button primary" type="submit" aria-disabled=${filling.sending ? 'true' : 'false'}>${sendIcon}${filling.sending
            ? msg('می‌فرستیم…', { id: 'track.reply.sending' })
            : msg('پاسخ را بفرستید', { id: 'track.reply.send' })}</button></div>`
        : nothing}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'question-form': QuestionForm;
  }
}
