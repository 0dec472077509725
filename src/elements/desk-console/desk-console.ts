import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localText } from '../../core/facts/place.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { logOutIcon, userIcon } from '../../core/icons.ts';
import { fields } from '../../core/styles/fields.ts';
import { DeskConsoleActedEvent } from './desk-console.events.ts';
import { styles } from './desk-console.styles.ts';
import { CaseModel } from './model/case.ts';
import type { ActionName } from './model/draft.ts';
import type { ConsolePort } from './model/port.ts';
import { QueueModel, type QueueFilter } from './model/queue.ts';
import { SessionModel } from './model/session.ts';
import { caseView } from './parts/case-view.ts';
import { faultText } from './parts/failures.ts';
import { queueView, skeleton } from './parts/queue-view.ts';
import { signIn, unreachable } from './parts/sign-in.ts';

/** A look back at the page within this time does not ask the gateway again. Milliseconds. */
const fresh = 60_000;

/**
 * The experts' desk: a queue that sorts itself by what is due, and one case at a time.
 *
 * Its session is a cookie of the gateway's own origin, so it works there only (`/desk`), never on an agency's page.
 *
 * @summary The desk of the experts: queue, case, answer, question, referral.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up.
 * @fires {DeskConsoleActedEvent} desk-console-acted - A request was taken, answered, asked back or referred; `detail` is `{ action }`.
 * @cssprop --desk-accent - Primary action, links.
 * @cssprop --desk-good - Much time is left.
 * @cssprop --desk-warn - Little time is left.
 * @cssprop --desk-bad - Late.
 */
export class DeskConsole extends DeskElement {
  static override styles = [...DeskElement.styles, fields, styles];

  /**
   * `hash` keeps the open case in the page's address (`#/case/ID`), so that "back" works; `none` leaves the address alone.
   * Absent: `hash` where the page is the gateway's own and not in a frame.
   */
  @property() routing?: 'hash' | 'none';

  readonly #port: ConsolePort = {
    client: () => this.client,
    signal: () => this.signal,
    update: () => this.requestUpdate(),
    say: (text) => this.say(this.t(text)),
    focus: async (selector) => {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    },
    signInNeeded: () => this.session.lapse(),
  };
  private readonly session = new SessionModel(this.#port);
  private readonly queue = new QueueModel(this.#port);
  private readonly case = new CaseModel(this.#port, (action) => this.#acted(action));
  private signOutFailed = false;
  private started = false;

  override get state(): DeskState {
    switch (this.session.phase) {
      case 'checking': return 'pending';
      case 'out': return 'idle';
      case 'unreachable': return 'failed';
      case 'in': {
        const { phase } = this.case.id ? this.case : this.queue;
        return phase === 'idle' ? 'pending' : phase;
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    window.addEventListener('beforeunload', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLook);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    window.removeEventListener('beforeunload', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLook);
  }

  async #start(): Promise<void> {
    await this.session.check();
    if (this.session.phase === 'in') this.#enter();
  }

  /** Shows what the address asks for, or the queue. */
  #enter(): void {
    const id = this.#routed ? caseOf(location.hash) : this.case.id;
    if (id) void this.case.open(id);
    else {
      this.case.close();
      void this.queue.load();
    }
    this.requestUpdate();
  }

  get #routed(): boolean {
    if (this.routing) return this.routing === 'hash';
    return window.top === window && this.configuration.gateway === location.origin;
  }

  #go(id: string): void {
    if (this.#routed) {
      // "hashchange" does the rest, as it does for "back".
      location.hash = id ? `#/case/${id}` : '#/';
    } else if (id) void this.case.open(id);
    else this.#showQueue();
  }

  #showQueue(): void {
    this.case.close();
    void this.queue.load();
    this.requestUpdate();
    void this.#port.focus('#queue-title');
  }

  #acted(action: ActionName | 'take'): void {
    this.dispatchEvent(new DeskConsoleActedEvent(action));
    this.#port.say(() => doneText(action));
    if (action === 'take') void this.#port.focus('#case');
    else this.#go('');
  }

  #onHash = (): void => {
    if (!this.#routed || this.session.phase !== 'in') return;
    const id = caseOf(location.hash);
    if (!id) this.#showQueue();
    else if (id !== this.case.id) void this.case.open(id);
  };

  #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.case.dirty) event.preventDefault();
  };

  #onLook = (): void => {
    const old = Date.now() - this.queue.updatedAt.getTime() > fresh;
    if (document.visibilityState === 'visible' && this.session.phase === 'in' && !this.case.id && old && !this.queue.busy) void this.queue.load();
  };

  #onSignIn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const before = this.session.staff?.id;
    const password = this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? '';
    const staff = await this.session.signIn(password);
    if (!staff) return;
    if (before && before !== staff.id) {
      // Somebody else at the same screen: nothing of the one before is theirs to see.
      this.case.clear();
      this.queue.clear();
      if (this.#routed) history.replaceState(null, '', '#/');
    }
    this.#enter();
  };

  #onSignOut = async (): Promise<void> => {
    this.signOutFailed = !(await this.session.signOut());
    if (!this.signOutFailed) {
      this.case.clear();
      this.queue.clear();
      if (this.#routed) history.replaceState(null, '', location.pathname + location.search);
      await this.#port.focus('#username');
    }
    this.requestUpdate();
  };

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
    const { session } = this;
    switch (session.phase) {
      case 'checking': return html`<div class="desk">${skeleton()}</div>`;
      case 'unreachable': return html`<div class="desk">${unreachable(this.locale, () => void this.#start())}</div>`;
      case 'out': return html`<div class="desk">${signIn(this.locale, session, (event) => void this.#onSignIn(event))}</div>`;
      case 'in': return html`<div class="desk">${this.#head()}${this.case.id
        ? caseView(this.locale, this.case, () => this.#go(''))
        : queueView(this.locale, this.queue, {
            href: (id) => `#/case/${id}`,
            onOpen: this.#onOpen,
            onFilter: (filter: QueueFilter) => void this.queue.load(filter),
            onRefresh: () => void this.queue.load(),
          })}</div>`;
    }
  }

  #head(): TemplateResult {
    const { staff } = this.session;
    const place = staff?.unit ?? staff?.agency;
    return html`
      <div class="head">
        <p class="who">${userIcon}<b>${staff?.name}</b>${place ? html`<span class="soft">${localText(this.locale, place.name)}</span>` : nothing}</p>
        <button class="button quiet" type="button" @click=${this.#onSignOut}>${logOutIcon}${msg('خروج', { id: 'console.signOut' })}</button>
      </div>
      ${this.signOutFailed ? html`<p class="note bad" role="alert">${msg('خروج انجام نشد؛ نشست شما هنوز باز است.', { id: 'console.signOut.failed' })} ${faultText(this.locale, { code: 'unreachable' })}</p>` : nothing}
    `;
  }
}

function doneText(action: ActionName | 'take'): string {
  switch (action) {
    case 'take': return msg('پرونده دست شماست.', { id: 'console.did.take' });
    case 'answer': return msg('پاسخ فرستاده شد.', { id: 'console.did.answer' });
    case 'ask': return msg('پرسش فرستاده شد.', { id: 'console.did.ask' });
    case 'refer': return msg('پرونده ارجاع شد.', { id: 'console.did.refer' });
  }
}

const caseOf = (hash: string): string => /^#\/case\/([\w.-]+)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'desk-console': DeskConsole;
  }
}
