import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../../client/form-studio.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { logOutIcon, userIcon } from '../../core/icons.ts';
import { faultText } from '../../core/staff/fault-text.ts';
import { SessionModel } from '../../core/staff/session.ts';
import { signIn, unreachable } from '../../core/staff/sign-in.ts';
import { fields } from '../../core/styles/fields.ts';
import { staffPage } from '../../core/styles/staff.ts';
import type { KeeperPort } from '../../core/staff/port.ts';
import { isKeeper, reviewsDeclarations } from '../../rules/staff-roles.ts';
import { FormStudioPublishedEvent } from './form-studio.events.ts';
import { styles } from './form-studio.styles.ts';
import { FormModel } from './model/form.ts';
import { ImportModel } from './model/import.ts';
import { ListModel } from './model/list.ts';
import { formView } from './parts/form-view.ts';
import { importView } from './parts/import-view.ts';
import { listView, skeleton } from './parts/list-view.ts';
import { canPreview, feed, makePreview, previewView, type Preview } from './parts/preview.ts';
import type { StudioView } from './parts/view.ts';

/**
 * Where officers write the forms of their agency's services: steps and questions as an outline, what is wrong at its place,
 * a preview that can be filled in, what publishing would change, and every version that was published.
 *
 * Its session is a cookie of the gateway's own origin, so it works there only (`/desk/forms`), never on an agency's page.
 *
 * @summary The forms of an agency's services, for its officers.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up.
 * @fires {FormStudioPublishedEvent} form-studio-published - A form was published; `detail` is `{ offering, version }`.
 * @cssprop --desk-accent - Primary action, links.
 * @cssprop --desk-warn - Drafts.
 * @cssprop --desk-bad - Errors.
 */
export class FormStudio extends DeskElement {
  static override styles = [...DeskElement.styles, fields, staffPage, styles];

  /**
   * `hash` keeps the open form in the page's address (`#/ID`), so that "back" works; `none` leaves the address alone.
   * Absent: `hash` where the page is the gateway's own and not in a frame.
   */
  @property() routing?: 'hash' | 'none';

  readonly #port: KeeperPort = {
    client: () => this.client,
    signal: () => this.signal,
    update: () => this.requestUpdate(),
    say: (text) => this.say(this.t(text)),
    focus: async (selector) => {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    },
    signInNeeded: () => this.session.lapse(),
    staff: () => this.session.staff,
  };
  private readonly session = new SessionModel(this.#port);
  private readonly list = new ListModel(this.#port);
  private readonly form = new FormModel(this.#port);
  private readonly given = new ImportModel(this.#port);
  private english = false;
  private preview?: Preview;
  private signOutFailed = false;
  private started = false;
  /** The form that was open when the element left the page. */
  #left = '';

  override get state(): DeskState {
    switch (this.session.phase) {
      case 'checking': return 'pending';
      case 'out': return 'idle';
      case 'unreachable': return 'failed';
      case 'in': {
        const { phase } = this.form.id ? this.form : this.list;
        if (!this.#mayRead) return 'failed';
        return phase === 'idle' ? 'pending' : phase;
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    window.addEventListener('beforeunload', this.#onLeave);
    if (this.#left) void this.form.load(this.#left);
    this.#left = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    window.removeEventListener('beforeunload', this.#onLeave);
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#left = this.form.id;
      this.form.close();
    });
  }

  get #mayRead(): boolean {
    return !!this.session.staff && reviewsDeclarations(this.session.staff.role);
  }

  get #routed(): boolean {
    if (this.routing) return this.routing === 'hash';
    return window.top === window && this.configuration.gateway === location.origin;
  }

  async #start(): Promise<void> {
    await this.session.check();
    if (this.session.phase === 'in') this.#enter();
  }

  #enter(): void {
    if (!this.#mayRead) return this.requestUpdate();
    const id = this.#routed ? formOf(location.hash) : this.form.id;
    if (id) void this.form.load(id);
    else void this.list.load();
  }

  #go(id: string): void {
    if (this.#routed) {
      // "hashchange" does the rest, as it does for "back".
      location.hash = `#/${id}`;
    } else void this.#show(id);
  }

  async #show(id: string): Promise<void> {
    const left = this.form.id;
    if (id === left && this.form.definition) return;
    this.given.clear();
    if (id) {
      await this.form.load(id);
      this.#focus('form-title');
      return;
    }
    this.form.close();
    this.requestUpdate();
    await this.list.load();
    this.#focus(`form_${left}`, 'list-title');
  }

  /** Goes to the first of these ids that is there. */
  #focus = async (...ids: string[]): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    ids.map((id) => root.getElementById(id)).find(Boolean)?.focus();
  };

  async #save(): Promise<void> {
    const { form } = this;
    if (!form.dirty) return;
    if (await form.save()) this.say(this.t(() => msg('پیش‌نویس ذخیره شد.', { id: 'studio.did.save' })));
    else this.#stopped();
  }

  async #publish(): Promise<void> {
    const { form } = this;
    if (!form.differs || form.needsOther || form.busy || form.theirs) return;
    if (await form.publish()) {
      this.say(this.t(() => msg('منتشر شد؛ مردم تا دقیقه‌ای دیگر فرم تازه را می‌بینند.', { id: 'studio.did.publish' })));
      this.dispatchEvent(new FormStudioPublishedEvent(form.id, form.saved!.history[0]!.version));
      this.#focus('publish-title');
    } else if (form.findings.length) this.#focus('summary');
    else this.#stopped();
  }

  async #discard(): Promise<void> {
    if (await this.form.discard()) {
      this.say(this.t(() => msg('پیش‌نویس دور ریخته شد.', { id: 'studio.did.discard' })));
      this.#focus('form-title');
    } else this.#stopped();
  }

  /** What keeps the work from going on is told where it can be decided. */
  #stopped(): void {
    if (this.form.theirs) void this.#focus('conflict-title');
  }

  #onHash = (): void => {
    if (this.#routed && this.session.phase === 'in' && this.#mayRead) void this.#show(formOf(location.hash));
  };

  #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.form.atRisk) event.preventDefault();
  };

  #onSignIn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const before = this.session.staff?.id;
    const staff = await this.session.signIn(this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? '');
    if (!staff) return;
    if (before && before !== staff.id) this.#clear();
    // Whoever was writing goes on writing.
    if (before === staff.id && this.form.definition) this.#focus('publish-title');
    else this.#enter();
  };

  #onSignOut = async (): Promise<void> => {
    this.signOutFailed = !(await this.session.signOut());
    if (!this.signOutFailed) {
      this.#clear();
      await this.#port.focus('#username');
    }
    this.requestUpdate();
  };

  /** Nothing of one officer is the next one's to see. */
  #clear(): void {
    this.form.close();
    this.given.clear();
    this.list.clear();
    if (this.#routed) history.replaceState(null, '', location.pathname + location.search);
  }

  #onOpen = (event: MouseEvent, id: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.#go(id);
  };

  protected override content(): TemplateResult {
    if (!this.started) {
      this.started = true;
      // After this render: it reads configuration that is only known to be right here.
      queueMicrotask(() => void this.#start());
    }
    return html`<div class=${this.form.id ? 'desk wide' : 'desk'}>${this.#page()}</div>`;
  }

  #page(): TemplateResult {
    const { session, locale } = this;
    switch (session.phase) {
      case 'checking': return skeleton();
      case 'unreachable': return unreachable(locale, () => void this.#start());
      case 'out': return signIn(locale, session, (event) => void this.#onSignIn(event));
      case 'in': return html`${this.#head()}${this.#mayRead ? this.#work() : html`<p class="note bad" role="alert">${faultText(locale, { code: 'staff.forbidden' })}</p>`}`;
    }
  }

  #work(): TemplateResult {
    if (!this.form.id) return listView(this.locale, this.list, this.#onOpen);
    const view = {
      locale: this.locale, model: this.form, english: this.english, province: this.session.staff?.province, writes: isKeeper(this.session.staff!.role),
      focus: (...ids: string[]) => void this.#focus(...ids), say: this.#port.say,
    };
    return html`<div class="studio">${formView(view, {
      preview: () => previewView(this.#fed(view)),
      exchange: () => importView(view, this.given),
      back: () => this.#go(''),
      save: () => void this.#save(),
      publish: () => void this.#publish(),
      discard: () => void this.#discard(),
      toggleEnglish: () => {
        this.english = !this.english;
        this.requestUpdate();
      },
    })}</div>`;
  }

  /** The preview with what is written now; undefined while nobody would see anything of it. */
  #fed(view: StudioView): Preview | undefined {
    if (!canPreview(this.form.definition!)) return undefined;
    feed((this.preview ??= makePreview()), view, this.configuration.gateway);
    return this.preview;
  }

  #head(): TemplateResult {
    return html`
      <div class="head">
        <p class="who">${userIcon}<b><bdi>${this.session.staff?.name}</bdi></b> <a href="/desk">${msg('میز کار', { id: 'guideEditor.desk' })}</a> <a href="/desk/declare">${msg('اعلام خدمات', { id: 'studio.declare' })}</a></p>
        <button class="button quiet" type="button" @click=${this.#onSignOut}>${logOutIcon}${msg('خروج', { id: 'console.signOut' })}</button>
      </div>
      ${this.signOutFailed ? html`<p class="note bad" role="alert">${msg('خروج انجام نشد؛ نشست شما هنوز باز است.', { id: 'console.signOut.failed' })} ${faultText(this.locale, { code: 'unreachable' })}</p>` : nothing}
    `;
  }
}

const formOf = (hash: string): string => /^#\/([a-z0-9][a-z0-9.-]*)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'form-studio': FormStudio;
  }
}
