import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffSession } from '../../contract/staff.ts';
import { adoptStyles } from '../../core/adopt-styles.ts';
import { localText } from '../../core/facts/place.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { logOutIcon, userIcon } from '../../core/icons.ts';
import { fields } from '../../core/styles/fields.ts';
import { record } from '../../core/styles/record.ts';
import { overviewStyles } from '../../core/styles/overview.ts';
import { staffPage } from '../../core/styles/staff.ts';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { isKeeper, reviewsDeclarations, seesRequests, setsRules, watchesPromises } from '../../rules/staff-roles.ts';
import { DeskConsoleActedEvent, type DeskAction } from './desk-console.events.ts';
import { styles } from './desk-console.styles.ts';
import { CalendarModel } from './model/calendar.ts';
import { CaseModel } from './model/case.ts';
import { DelayReasonsModel } from './model/delay-reasons.ts';
import { DeclarationsModel } from './model/declarations.ts';
import { FindModel } from './model/find.ts';
import { GatewayTime } from './model/gateway-time.ts';
import { KeptList } from './model/kept-list.ts';
import type { ConsolePort } from './model/port.ts';
import { QueueModel } from './model/queue.ts';
import { TokensModel } from './model/tokens.ts';
import { SessionModel } from '../../core/staff/session.ts';
import { caseView } from './parts/case-view.ts';
import { caseStyles } from './parts/case.styles.ts';
import { delayReasonsList } from './parts/delay-reasons-view.ts';
import { declarationsList } from './parts/declarations-view.ts';
import { faultText } from '../../core/staff/fault-text.ts';
import { keptListView } from './parts/kept-list-view.ts';
import { countText, queueView, type CaseLinks } from './parts/queue-view.ts';
import { noticesCountText, noticesList } from './parts/notices-view.ts';
import { reportsCountText, reportsList } from './parts/reports-view.ts';
import { tokensList } from './parts/tokens-view.ts';
import { unansweredCountText, unansweredList } from './parts/unanswered-view.ts';
import { undeliveredCountText, undeliveredList } from './parts/undelivered-view.ts';
import { signIn, unreachable } from '../../core/staff/sign-in.ts';
import { skeleton } from '../../core/staff/skeleton.ts';

/** A look back at the page within this time does not ask the gateway again. Milliseconds. */
const fresh = 60_000;
/** What is left of a promise is told in minutes at the least. Milliseconds. */
const minute = 60_000;

/**
 * The experts' desk: a queue that sorts itself by what is due, and one case at a time; for those who keep what the province
 * tells, also what was searched for in vain, what readers found wrong in its sheets, and which messages to citizens did not arrive.
 *
 * Its session is a cookie of the gateway's own origin, so it works there only (`/desk`), never on an agency's page.
 *
 * @summary The desk of the experts: queue, case, answer, question, referral.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up.
 * @fires {DeskConsoleActedEvent} desk-console-acted - A request was taken, taken over, put back, handed on, answered, asked back or referred; `detail` is `{ action }`.
 * @cssprop --desk-accent - Primary action, links.
 * @cssprop --desk-good - Much time is left.
 * @cssprop --desk-warn - Little time is left.
 * @cssprop --desk-bad - Late.
 */
export class DeskConsole extends DeskElement {
  static override styles = [...DeskElement.styles, fields, record, staffPage, overviewStyles, styles, caseStyles];

  /**
   * `hash` keeps the open case or list in the page's address (`#/case/ID`, `#/notices`, `#/unanswered`, `#/reports`, `#/undelivered`, `#/tokens`, `#/declarations`, `#/reasons`, `#/calendar`), so that "back" works; `none` leaves the address alone.
   * Absent: `hash` where the page is the gateway's own and not in a frame.
   */
  @property() routing?: 'hash' | 'none';

  readonly #time = new GatewayTime();
  readonly #port: ConsolePort = {
    client: () => this.client,
    signal: () => this.signal,
    update: () => this.requestUpdate(),
    say: (text) => this.say(this.t(() => text(this.locale))),
    focus: async (selector) => {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    },
    signInNeeded: () => this.session.lapse(),
    staff: () => this.session.staff,
    now: () => this.#time.now(),
    setNow: (at) => this.#time.set(at),
  };
  private readonly session = new SessionModel(this.#port);
  private readonly queue = new QueueModel(this.#port, countText);
  private readonly find = new FindModel(this.#port, (id) => this.#go(addressOf(id)));
  private readonly case = new CaseModel(this.#port, (action, stillHere) => this.#acted(action, stillHere));
  private readonly unanswered = new KeptList(this.#port, (client, signal) => client.call('unansweredQueries', undefined, { signal }), unansweredCountText);
  private readonly reports = new KeptList(this.#port, (client, signal) => client.call('sheetReports', undefined, { signal }), reportsCountText);
  private readonly notices = new KeptList(this.#port, (client, signal) => client.call('notices', undefined, { signal }), noticesCountText);
  private readonly undelivered = new KeptList(this.#port, (client, signal) => client.call('undelivered', undefined, { signal }), undeliveredCountText);
  private readonly tokens = new TokensModel(this.#port);
  private readonly reasons = new DelayReasonsModel(this.#port);
  private readonly declarations = new DeclarationsModel(this.#port);
  private readonly calendar = new CalendarModel(this.#port, (styles) => adoptStyles(this.renderRoot, styles));
  /** What is shown where no case is open. */
  private list: List = 'queue';
  private signOutFailed = false;
  private started = false;
  #ticking?: ReturnType<typeof setInterval>;

  override get state(): DeskState {
    switch (this.session.phase) {
      case 'checking': return 'pending';
      case 'out': return 'idle';
      case 'unreachable': return 'failed';
      case 'in': {
        const { phase } = this.case.id ? this.case : this[this.list];
        return phase === 'idle' ? 'pending' : phase;
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    window.addEventListener('beforeunload', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLook);
    this.#ticking ??= setInterval(() => document.visibilityState === 'visible' && this.session.phase === 'in' && this.requestUpdate(), minute);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    window.removeEventListener('beforeunload', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLook);
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  async #start(): Promise<void> {
    await this.session.check();
    if (this.session.phase === 'in') this.#enter();
  }

  /** Shows what the address asks for, or the queue. `focus` is where to go on in it; absent, focus stays where it is. */
  #enter(focus?: { case: string }): void {
    const id = this.#routed ? caseOf(location.hash) : this.case.id;
    if (id) void this.case.open(id, focus?.case);
    else {
      this.case.close();
      this.list = this.#allowed(this.#routed ? listOf(location.hash) : this.list);
      void this[this.list].load();
      this.#count();
      if (focus) void this.#port.focus(titleOf(this.list));
    }
    this.requestUpdate();
  }

  /** The list that is asked for, if it is one that the role may see. */
  #allowed(list: List): List {
    const { role } = this.session.staff!;
    return list !== 'queue' && keptBy(role).includes(list) ? list : seesRequests(role) ? 'queue' : 'unanswered';
  }

  get #routed(): boolean {
    if (this.routing) return this.routing === 'hash';
    return window.top === window && this.configuration.gateway === location.origin;
  }

  #go(address: string): void {
    // "hashchange" does the rest, as it does for "back".
    if (this.#routed) location.hash = address;
    else this.#show(address);
  }

  #show(address: string): void {
    this.find.leave();
    const id = caseOf(address);
    if (id) {
      if (id !== this.case.id) void this.case.open(id);
      return;
    }
    const list = this.#allowed(listOf(address));
    if (list === 'queue') void this.#showQueue();
    else void this.#showKept(list);
  }

  async #showKept(list: Kept): Promise<void> {
    this.#leaveCase();
    this.list = list;
    void this[list].load();
    await this.#port.focus(titleOf(list));
  }

  #leaveCase(): void {
    if (this.case.shown) this.queue.leave(this.case.shown);
    this.case.close();
    this.requestUpdate();
  }

  /** How many reminders wait stands beside their link. */
  #count(): void {
    if (this.list !== 'notices' && seesRequests(this.session.staff!.role)) void this.notices.load();
  }

  /** Back among the cases, where the expert was: at the row of the case that was open, or the one in its place. */
  async #showQueue(): Promise<void> {
    const left = this.case.id;
    const at = this.queue.items.findIndex(({ id }) => id === left);
    this.#leaveCase();
    this.list = 'queue';
    const loading = this.queue.load();
    this.#count();
    const here = (): string => (at < 0 || !this.queue.items.length ? titleOf('queue') : rowAt(Math.min(at, this.queue.items.length - 1)));
    await this.#port.focus(here());
    await loading;
    await this.updateComplete;
    // Its row went while the list came: the next one is the next piece of work.
    const root = this.renderRoot as ShadowRoot;
    if (at < 0 || this.case.id || this.list !== 'queue' || this.session.phase !== 'in' || root.activeElement) return;
    await this.#port.focus(here());
  }

  #acted(action: DeskAction, stillHere: boolean): void {
    this.dispatchEvent(new DeskConsoleActedEvent(action));
    this.#port.say(() => doneText(action));
    if (!stillHere) {
      if (!this.case.id) void this[this.list].load();
    } else if (action === 'answer' || action === 'ask' || action === 'refer') this.#go('#/');
    else void this.#port.focus('#case');
  }

  #onHash = (): void => {
    if (this.#routed && this.session.phase === 'in') this.#show(location.hash);
  };

  #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.case.dirty) event.preventDefault();
  };

  #onLook = (): void => {
    const old = this.list === 'queue' && Date.now() - this.queue.updatedAt.getTime() > fresh;
    if (document.visibilityState === 'visible' && this.session.phase === 'in' && !this.case.id && old && !this.queue.busy) void this.queue.load();
  };

  /** Nothing of who was here is left for who comes. */
  #clear(): void {
    for (const model of [this.case, this.queue, this.find, ...keptLists.map((list) => this[list])]) model.clear();
    this.list = 'queue';
  }

  #onSignIn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const before = this.session.staff?.id;
    const password = this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? '';
    const staff = await this.session.signIn(password);
    if (!staff) return;
    if (before && before !== staff.id) {
      // Somebody else at the same screen: nothing of the one before is theirs to see.
      this.#clear();
      if (this.#routed) history.replaceState(null, '', '#/');
    }
    // Whoever was writing goes on writing.
    this.#enter({ case: this.case.writing ? '#action-form textarea' : '#case' });
  };

  #onSignOut = async (): Promise<void> => {
    this.signOutFailed = !(await this.session.signOut());
    if (!this.signOutFailed) {
      this.#clear();
      if (this.#routed) history.replaceState(null, '', location.pathname + location.search);
      await this.#port.focus('#username');
    }
    this.requestUpdate();
  };

  /** A link of the desk's own; in a new tab it is the browser's. */
  #onOpen = (event: MouseEvent, address: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.#go(address);
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
      case 'in': return html`<div class="desk">${this.#head()}${this.#shown()}</div>`;
    }
  }

  readonly #links: CaseLinks = { href: addressOf, onOpen: (event, id) => this.#onOpen(event, addressOf(id)) };

  #shown(): TemplateResult {
    const back = () => this.#go('#/');
    if (this.case.id) return caseView(this.locale, this.case, back);
    const toQueue = seesRequests(this.session.staff!.role) ? back : undefined;
    return this.list === 'queue'
      ? queueView(this.locale, this.queue, this.find, { ...this.#links, hasDraft: this.case.hasDraft })
      : this.#kept(this.list, toQueue);
  }

  #kept(list: Kept, toQueue?: () => void): TemplateResult {
    const { locale } = this;
    const view = <T>(model: KeptList<T>, items: (locale: Locale, shown: T, model: KeptList<T>) => TemplateResult) => keptListView(locale, list, listTitle(list), model, items, toQueue);
    switch (list) {
      case 'notices': return view(this.notices, (...shown) => noticesList(...shown, this.#links));
      case 'unanswered': return view(this.unanswered, unansweredList);
      case 'reports': return view(this.reports, reportsList);
      case 'undelivered': return view(this.undelivered, (...shown) => undeliveredList(...shown, this.#links));
      case 'declarations': return view(this.declarations, () => declarationsList(locale, this.declarations));
      case 'tokens': return view(this.tokens, () => tokensList(locale, this.tokens));
      case 'reasons': return view(this.reasons, () => delayReasonsList(locale, this.reasons));
      case 'calendar': return view(this.calendar, () => this.calendar.page!.calendarPage(locale, this.calendar));
    }
  }

  #head(): TemplateResult {
    const { staff } = this.session;
    const { unsent } = this.case;
    const place = staff?.unit ?? staff?.agency;
    return html`
      <div class="head">
        <p class="who">${userIcon}<b><bdi>${staff?.name}</bdi></b>${place ? html`<span class="soft"><bdi>${localText(this.locale, place.name)}</bdi></span>` : nothing}
          ${staff ? keptBy(staff.role).map((list) => html`<a href="#/${list}" aria-current=${!this.case.id && this.list === list ? 'page' : nothing}
              @click=${(event: MouseEvent) => this.#onOpen(event, `#/${list}`)}>${listTitle(list)}${list === 'notices' && this.notices.shown?.total ? html` <b class="waiting">${formatNumber(this.locale, this.notices.shown.total)}</b>` : nothing}</a>`) : nothing}
          ${staff && watchesPromises(staff) ? html`<a href="/desk/monitor">${msg('دستگاه‌ها و قولشان', { id: 'monitor.title' })}</a>` : nothing}
          ${staff && isKeeper(staff.role) ? html`<a href="/desk/guides">${msg('راهنماها', { id: 'console.guides' })}</a>` : nothing}
          ${staff && reviewsDeclarations(staff.role) ? html`<a href="/desk/declare">${msg('اعلام خدمات', { id: 'console.declare' })}</a>` : nothing}</p>
        <button class="button quiet" type="button" @click=${this.#onSignOut}>${logOutIcon}${msg('خروج', { id: 'console.signOut' })}</button>
      </div>
      ${this.signOutFailed ? html`<p class="note bad" role="alert">${msg('خروج انجام نشد؛ نشست شما هنوز باز است.', { id: 'console.signOut.failed' })} ${faultText(this.locale, { code: 'unreachable' })}</p>` : nothing}
      ${unsent
        ? html`<p class="note bad" role="alert">${msg('آنچه پیش از این فرستادید به میز خدمت نرسید؛ نوشته‌تان در پرونده مانده است.', { id: 'console.unsent' })}
            <a href=${addressOf(unsent)} @click=${(event: MouseEvent) => this.#onOpen(event, addressOf(unsent))}>${msg('پرونده را باز کنید', { id: 'console.unsent.open' })}</a></p>`
        : nothing}
    `;
  }
}

const rowAt = (index: number): string => `.queue li:nth-child(${index + 1}) a`;

function doneText(action: DeskAction): string {
  switch (action) {
    case 'take':
    case 'takeOver': return msg('کار دست شماست.', { id: 'console.did.take' });
    case 'release': return msg('کار به صف برگشت.', { id: 'console.did.release' });
    case 'assign': return msg('کار سپرده شد.', { id: 'console.did.assign' });
    case 'answer': return msg('پاسخ فرستاده شد.', { id: 'console.did.answer' });
    case 'ask': return msg('پرسش فرستاده شد.', { id: 'console.did.ask' });
    case 'inquire': return msg('استعلام ثبت شد.', { id: 'console.did.inquire' });
    case 'answerInquiry': return msg('پاسخ استعلام ثبت شد.', { id: 'console.did.answerInquiry' });
    case 'explainDelay': return msg('علت دیرکرد به شهروند گفته شد.', { id: 'console.did.explainDelay' });
    case 'refer': return msg('پرونده ارجاع شد.', { id: 'console.did.refer' });
  }
}

type Role = StaffSession['staff']['role'];
/** Who sees which list, in the order of their links. */
const seenBy = {
  notices: seesRequests, unanswered: isKeeper, reports: isKeeper, undelivered: isKeeper,
  declarations: reviewsDeclarations, tokens: reviewsDeclarations, reasons: setsRules, calendar: () => true,
};
type Kept = keyof typeof seenBy;
type List = 'queue' | Kept;
const keptLists = Object.keys(seenBy) as Kept[];
const keptBy = (role: Role): Kept[] => keptLists.filter((list) => seenBy[list](role));
/** Call while rendering. */
function listTitle(list: Kept): string {
  switch (list) {
    case 'notices': return msg('یادآوری‌ها', { id: 'console.notices' });
    case 'unanswered': return msg('جست‌وجوهای بی‌نتیجه', { id: 'console.unanswered' });
    case 'reports': return msg('گزارش نادرستی برگه‌ها', { id: 'console.reports' });
    case 'undelivered': return msg('پیام‌های نرسیده', { id: 'console.undelivered' });
    case 'declarations': return msg('اعلام خدمات دستگاه‌ها', { id: 'console.declarations' });
    case 'reasons': return msg('علت‌های دیرکرد', { id: 'console.reasons' });
    case 'calendar': return msg('تقویم کاری', { id: 'console.calendar' });
    case 'tokens': return msg('توکن سامانه‌ها', { id: 'console.tokens' });
  }
}
const addressOf = (id: string): string => `#/case/${id}`;
const listOf = (hash: string): List => keptLists.find((list) => hash === `#/${list}`) ?? 'queue';
const titleOf = (list: List): string => `#${list}-title`;
const caseOf = (hash: string): string => /^#\/case\/([\w.-]+)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'desk-console': DeskConsole;
  }
}
