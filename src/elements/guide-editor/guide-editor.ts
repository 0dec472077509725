import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { logOutIcon, userIcon } from '../../core/icons.ts';
import { faultText } from '../../core/staff/fault-text.ts';
import { SessionModel } from '../../core/staff/session.ts';
import { signIn, unreachable } from '../../core/staff/sign-in.ts';
import { fields } from '../../core/styles/fields.ts';
import { staffPage } from '../../core/styles/staff.ts';
import { isKeeper } from '../../rules/staff-roles.ts';
import { GuideEditorSavedEvent } from './guide-editor.events.ts';
import { styles } from './guide-editor.styles.ts';
import { GuideModel } from './model/guide.ts';
import { ListModel } from './model/list.ts';
import { NewModel } from './model/new.ts';
import type { KeeperPort } from '../../core/staff/port.ts';
import { guideView } from './parts/guide-view.ts';
import { listView, skeleton } from './parts/list-view.ts';

/**
 * Where officers write the guides that lead citizens: a tree of questions as an outline, what is wrong at its place, and
 * every version that was saved.
 *
 * Its session is a cookie of the gateway's own origin, so it works there only (`/desk/guides`), never on an agency's page.
 *
 * @summary The guides of a province, for those who keep them.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up.
 * @fires {GuideEditorSavedEvent} guide-editor-saved - A guide was saved; `detail` is `{ guide, version }`.
 * @cssprop --desk-accent - Primary action, links.
 * @cssprop --desk-warn - Warnings.
 * @cssprop --desk-bad - Errors.
 */
export class GuideEditor extends DeskElement {
  static override styles = [...DeskElement.styles, fields, staffPage, styles];

  /**
   * `hash` keeps the open guide in the page's address (`#/ID`), so that "back" works; `none` leaves the address alone.
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
  private readonly guide = new GuideModel(this.#port);
  private readonly fresh = new NewModel(this.#port, (...input) => this.#create(...input));
  private english = false;
  private signOutFailed = false;
  private started = false;
  /** The guide that was open when the element left the page. */
  #left = '';

  override get state(): DeskState {
    switch (this.session.phase) {
      case 'checking': return 'pending';
      case 'out': return 'idle';
      case 'unreachable': return 'failed';
      case 'in': {
        const { phase } = this.guide.id ? this.guide : this.list;
        if (!this.#mayWrite) return 'failed';
        return phase === 'idle' ? 'pending' : phase;
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    window.addEventListener('beforeunload', this.#onLeave);
    if (this.#left) void this.guide.load(this.#left);
    this.#left = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    window.removeEventListener('beforeunload', this.#onLeave);
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#left = this.guide.id;
      this.guide.close();
    });
  }

  get #mayWrite(): boolean {
    return !!this.session.staff && isKeeper(this.session.staff.role);
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
    if (!this.#mayWrite) return this.requestUpdate();
    const id = this.#routed ? guideOf(location.hash) : this.guide.id;
    if (id) void this.guide.load(id);
    else void this.list.load();
  }

  #go(id: string): void {
    if (this.#routed) {
      // "hashchange" does the rest, as it does for "back".
      location.hash = `#/${id}`;
    } else void this.#show(id);
  }

  async #show(id: string): Promise<void> {
    const left = this.guide.id;
    if (id === left && this.guide.tree) return;
    if (id) {
      await this.guide.load(id);
      this.#focus('guide-title');
      return;
    }
    this.guide.close();
    this.requestUpdate();
    await this.list.load();
    this.#focus(`guide_${left}`, 'list-title');
  }

  #create(id: string, title: string, order: number): void {
    this.guide.create(id, title, order);
    if (this.#routed) location.hash = `#/${id}`;
    this.#focus('guide-title');
  }

  /** Goes to the first of these ids that is there. */
  #focus = async (...ids: string[]): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    ids.map((id) => root.getElementById(id)).find(Boolean)?.focus();
  };

  async #save(): Promise<void> {
    const { guide } = this;
    if (guide.errors.length) return void this.#focus('summary');
    if (!guide.dirty || guide.theirs) return;
    if (await guide.save()) {
      this.say(this.t(() => msg('ذخیره شد؛ مردم تا دقیقه‌ای دیگر آن را می‌بینند.', { id: 'guideEditor.did.save' })));
      this.dispatchEvent(new GuideEditorSavedEvent(guide.id, guide.version));
    } else if (guide.theirs) void this.#focus('conflict-title');
  }

  #onHash = (): void => {
    if (this.#routed && this.session.phase === 'in' && this.#mayWrite) void this.#show(guideOf(location.hash));
  };

  #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.guide.atRisk) event.preventDefault();
  };

  #onSignIn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const before = this.session.staff?.id;
    const staff = await this.session.signIn(this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? '');
    if (!staff) return;
    if (before && before !== staff.id) this.#clear();
    // Whoever was writing goes on writing.
    if (before === staff.id && this.guide.tree) this.#focus('note');
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
    this.guide.close();
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
    return html`<div class="desk">${this.#page()}</div>`;
  }

  #page(): TemplateResult {
    const { session, locale } = this;
    switch (session.phase) {
      case 'checking': return skeleton();
      case 'unreachable': return unreachable(locale, () => void this.#start());
      case 'out': return signIn(locale, session, (event) => void this.#onSignIn(event));
      case 'in': return html`${this.#head()}${this.#mayWrite ? this.#work() : html`<p class="note bad" role="alert">${faultText(locale, { code: 'staff.forbidden' })}</p>`}`;
    }
  }

  #work(): TemplateResult {
    if (!this.guide.id) return listView(this.locale, this.list, this.fresh, this.#onOpen);
    const view = { locale: this.locale, model: this.guide, english: this.english, focus: (...ids: string[]) => void this.#focus(...ids), say: this.#port.say };
    return html`<div class="guide">${guideView(view, {
      back: () => this.#go(''),
      save: () => void this.#save(),
      toggleEnglish: () => {
        this.english = !this.english;
        this.requestUpdate();
      },
    })}</div>`;
  }

  #head(): TemplateResult {
    return html`
      <div class="head">
        <p class="who">${userIcon}<b><bdi>${this.session.staff?.name}</bdi></b> <a href="/desk">${msg('میز کار', { id: 'guideEditor.desk' })}</a></p>
        <button class="button quiet" type="button" @click=${this.#onSignOut}>${logOutIcon}${msg('خروج', { id: 'console.signOut' })}</button>
      </div>
      ${this.signOutFailed ? html`<p class="note bad" role="alert">${msg('خروج انجام نشد؛ نشست شما هنوز باز است.', { id: 'console.signOut.failed' })} ${faultText(this.locale, { code: 'unreachable' })}</p>` : nothing}
    `;
  }
}

const guideOf = (hash: string): string => /^#\/([a-z0-9-]+)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'guide-editor': GuideEditor;
  }
}
