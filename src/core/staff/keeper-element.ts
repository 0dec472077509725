import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffSession } from '../../contract/staff.ts';
import { DeskElement, type DeskState } from '../desk-element.ts';
import { logOutIcon, userIcon } from '../icons.ts';
import { faultText } from './fault-text.ts';
import type { KeeperPort } from './port.ts';
import { SessionModel } from './session.ts';
import { signIn, unreachable } from './sign-in.ts';

/**
 * The frame of a page on which staff keep guides, declarations or forms: the door, who is in, the page's address, the
 * question before unsaved work is left, and the way out.
 */
export abstract class KeeperElement extends DeskElement {
  /**
   * `hash` keeps what is open in the page's address (`#/ID`), so that "back" works; `none` leaves the address alone.
   * Absent: `hash` where the page is the gateway's own and not in a frame.
   */
  @property() routing?: 'hash' | 'none';

  protected readonly port: KeeperPort = {
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
  protected readonly session = new SessionModel(this.port);
  #signOutFailed = false;
  #started = false;

  /** Whether somebody of this role has anything to do here. */
  protected abstract admits(role: StaffSession['staff']['role']): boolean;
  /** How far what is shown to somebody who is in has come. */
  protected abstract get phase(): DeskState;
  /** Something would be lost if the page were left now. */
  protected abstract get atRisk(): boolean;
  /** Ids of where somebody goes on whose session ran out at work, the first that is there; none: nothing was begun. */
  protected abstract get atWork(): string[];
  /** What stands behind `#/`; empty for another address than ours. */
  protected abstract pathOf(hash: string): string;
  /** Loads what is to be seen first. */
  protected abstract enter(): void;
  /** Goes where the address says. */
  protected abstract show(path: string): Promise<void>;
  /** Forgets all that was loaded or written. */
  protected abstract forget(): void;
  protected abstract skeleton(): TemplateResult;
  /** Links to the other pages of the staff, behind the name. */
  protected abstract links(): TemplateResult | typeof nothing;
  protected abstract work(): TemplateResult;
  /** Whether the page needs more than a column of text. */
  protected get wide(): boolean {
    return false;
  }

  override get state(): DeskState {
    switch (this.session.phase) {
      case 'checking': return 'pending';
      case 'out': return 'idle';
      case 'unreachable': return 'failed';
      case 'in': {
        if (!this.admitted) return 'failed';
        const { phase } = this;
        return phase === 'idle' ? 'pending' : phase;
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    window.addEventListener('beforeunload', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    window.removeEventListener('beforeunload', this.#onLeave);
  }

  protected get admitted(): boolean {
    return !!this.session.staff && this.admits(this.session.staff.role);
  }

  protected get routed(): boolean {
    if (this.routing) return this.routing === 'hash';
    return window.top === window && this.configuration.gateway === location.origin;
  }

  protected go(path: string): void {
    if (this.routed && this.pathOf(location.hash) !== path) {
      // "hashchange" does the rest, as it does for "back".
      location.hash = `#/${path}`;
    } else void this.show(path);
  }

  /** Goes to the first of these ids that is there. */
  protected readonly focusOn = async (...ids: string[]): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    ids.map((id) => (id ? root.getElementById(id) : null)).find(Boolean)?.focus();
  };

  /** A link that was pressed without a wish for another tab or window. */
  protected readonly onLink = (event: MouseEvent, path: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.go(path);
  };

  async #start(): Promise<void> {
    await this.session.check();
    if (this.session.phase === 'in') this.#enter();
  }

  #enter(): void {
    if (this.admitted) this.enter();
    else this.requestUpdate();
  }

  #onHash = (): void => {
    if (this.routed && this.session.phase === 'in' && this.admitted) void this.show(this.pathOf(location.hash));
  };

  #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.atRisk) event.preventDefault();
  };

  #onSignIn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const before = this.session.staff?.id;
    const staff = await this.session.signIn(this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? '');
    if (!staff) return;
    if (before && before !== staff.id) this.#clear();
    // Whoever was at work goes on: what was typed and seen is still there.
    if (before === staff.id && this.atWork.length) void this.focusOn(...this.atWork);
    else this.#enter();
  };

  #onSignOut = async (): Promise<void> => {
    this.#signOutFailed = !(await this.session.signOut());
    if (!this.#signOutFailed) {
      this.#clear();
      await this.port.focus('#username');
    }
    this.requestUpdate();
  };

  /** Nothing of one officer is the next one's to see. */
  #clear(): void {
    this.forget();
    if (this.routed) history.replaceState(null, '', location.pathname + location.search);
  }

  protected override content(): TemplateResult {
    if (!this.#started) {
      this.#started = true;
      // After this render: it reads configuration that is only known to be right here.
      queueMicrotask(() => void this.#start());
    }
    return html`<div class=${this.wide ? 'desk wide' : 'desk'}>${this.#page()}</div>`;
  }

  #page(): TemplateResult {
    const { session, locale } = this;
    switch (session.phase) {
      case 'checking': return this.skeleton();
      case 'unreachable': return unreachable(locale, () => void this.#start());
      case 'out': return signIn(locale, session, (event) => void this.#onSignIn(event));
      case 'in': return html`${this.#head()}${this.admitted ? this.work() : html`<p class="note bad" role="alert">${faultText(locale, { code: 'staff.forbidden' })}</p>`}`;
    }
  }

  #head(): TemplateResult {
    return html`
      <div class="head">
        <p class="who">${userIcon}<b><bdi>${this.session.staff?.name}</bdi></b> <a href="/desk">${msg('میز کار', { id: 'guideEditor.desk' })}</a> ${this.links()}</p>
        <button class="button quiet" type="button" @click=${this.#onSignOut}>${logOutIcon}${msg('خروج', { id: 'console.signOut' })}</button>
      </div>
      ${this.#signOutFailed ? html`<p class="note bad" role="alert">${msg('خروج انجام نشد؛ نشست شما هنوز باز است.', { id: 'console.signOut.failed' })} ${faultText(this.locale, { code: 'unreachable' })}</p>` : nothing}
    `;
  }
}
