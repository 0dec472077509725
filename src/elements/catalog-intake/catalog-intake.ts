import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../../client/intake.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { logOutIcon, userIcon } from '../../core/icons.ts';
import { faultText } from '../../core/staff/fault-text.ts';
import { SessionModel } from '../../core/staff/session.ts';
import { signIn, unreachable } from '../../core/staff/sign-in.ts';
import { fields } from '../../core/styles/fields.ts';
import { staffPage } from '../../core/styles/staff.ts';
import { formatNumber } from '../../i18n/formats.ts';
import { isKeeper, reviewsDeclarations } from '../../rules/staff-roles.ts';
import { CatalogIntakePublishedEvent } from './catalog-intake.events.ts';
import { styles } from './catalog-intake.styles.ts';
import { DifferenceModel } from './model/difference.ts';
import { DraftModel } from './model/draft.ts';
import { HomeModel } from './model/home.ts';
import { KindsModel } from './model/kinds.ts';
import { MappingModel } from './model/mapping.ts';
import { pastedTable } from './model/pasted.ts';
import type { KeeperPort } from '../../core/staff/port.ts';
import { saveTemplate } from './model/template.ts';
import { UploadModel, type Given } from './model/upload.ts';
import { differenceView } from './parts/difference-view.ts';
import { draftView } from './parts/draft-view.ts';
import { homeView, skeleton } from './parts/home-view.ts';
import type { IntakeView } from './parts/view.ts';
import { tableStyles } from './parts/table.styles.ts';

/**
 * Where officers of an agency declare its services: a file from Excel, what is to be mended beside its cells, what would
 * change for people, publishing, and the way back.
 *
 * Its session is a cookie of the gateway's own origin, so it works there only (`/desk/declare`), never on an agency's page.
 *
 * @summary Declarations of an agency, for its officers.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up.
 * @fires {CatalogIntakePublishedEvent} catalog-intake-published - Published or put back; `detail` is `{ agency, version }`.
 * @cssprop --desk-accent - Primary action, links.
 * @cssprop --desk-warn - Warnings.
 * @cssprop --desk-bad - What is rejected, errors.
 */
export class CatalogIntake extends DeskElement {
  static override styles = [...DeskElement.styles, fields, staffPage, styles, tableStyles];

  /**
   * `hash` keeps the open draft in the page's address (`#/ID`, `#/ID/difference`), so that "back" works; `none` leaves the
   * address alone. Absent: `hash` where the page is the gateway's own and not in a frame.
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
  private readonly home = new HomeModel(this.#port);
  private readonly upload = new UploadModel(this.#port);
  private readonly draft = new DraftModel(this.#port);
  private readonly mapping = new MappingModel(this.#port);
  private readonly kinds = new KindsModel(this.#port);
  private readonly difference = new DifferenceModel(this.#port);
  private asking = false;
  private signOutFailed = false;
  private templateFailed = false;
  private started = false;
  /** What is shown: `` the files, `ID` a draft, `ID/difference` what it would change. */
  private path = '';

  override get state(): DeskState {
    switch (this.session.phase) {
      case 'checking': return 'pending';
      case 'out': return 'idle';
      case 'unreachable': return 'failed';
      case 'in': {
        if (!this.#mayDeclare) return 'failed';
        const { phase } = this.path.endsWith('/difference') ? this.difference : this.path ? this.draft : this.home;
        return phase === 'idle' ? 'pending' : phase;
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    window.addEventListener('beforeunload', this.#onLeave);
    window.addEventListener('paste', this.#onPaste);
    for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, this.#onBeside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    window.removeEventListener('beforeunload', this.#onLeave);
    window.removeEventListener('paste', this.#onPaste);
    for (const kind of ['dragover', 'drop'] as const) window.removeEventListener(kind, this.#onBeside);
  }

  get #mayDeclare(): boolean {
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
    if (!this.#mayDeclare) return this.requestUpdate();
    if (this.#routed) this.path = pathOf(location.hash);
    void this.#load();
  }

  #go(path: string): void {
    if (this.#routed && pathOf(location.hash) !== path) {
      // "hashchange" does the rest, as it does for "back".
      location.hash = `#/${path}`;
    } else void this.#show(path);
  }

  async #show(path: string): Promise<void> {
    const left = this.path;
    this.path = path;
    this.asking = this.mapping.changed = false;
    await this.#load();
    if (!path) this.#focus(left ? `draft_${left.split('/')[0]}` : '', 'home-title');
    else this.#focus(path.endsWith('/difference') ? 'difference-title' : 'draft-title');
  }

  async #load(): Promise<void> {
    const [id, further] = this.path.split('/');
    if (!id) {
      // Whoever comes from a draft sees the files of its agency.
      const agency = this.draft.draft?.agency;
      this.draft.close();
      this.difference.close();
      await this.home.load(agency);
      return;
    }
    // Names of agencies, once.
    const names = this.home.agencies.length ? undefined : this.home.load();
    if (further) await Promise.all([names, this.draft.load(id), this.difference.load(id)]);
    else {
      this.difference.close();
      await Promise.all([names, this.draft.load(id)]);
    }
  }

  /** Goes to the first of these ids that is there. */
  #focus = async (...ids: string[]): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    ids.map((id) => (id ? root.getElementById(id) : null)).find(Boolean)?.focus();
  };

  /** Sends one file after another, from the one that is on its way. One that fails stops them: those after it wait. */
  #handIn = async (sending: Promise<{ id: string } | undefined>): Promise<void> => {
    const { upload } = this;
    const draft = await sending;
    if (!draft) return this.requestUpdate();
    this.say(this.t(() => msg('فایل خوانده شد.', { id: 'intake.did.read' })));
    if (upload.waiting.length) return this.#handIn(upload.next());
    if (upload.read > 1) {
      await this.home.load();
      return this.#focus('several-read');
    }
    upload.clear();
    // Whoever has gone elsewhere meanwhile finds it among the drafts.
    if (!this.path) this.#go(draft.id);
  };

  #take(given: readonly Pick<Given, 'file' | 'name'>[]): void {
    const { agency } = this.home;
    this.upload.take(given.map((each) => ({ ...each, agency })));
    void this.#handIn(this.upload.next());
  }

  #map = async (): Promise<void> => {
    const { draft } = this.draft;
    const read = draft && (await this.mapping.send(draft));
    // What stands there is not what was seen: it is shown beside what was chosen.
    if (!read && this.mapping.changed) await this.draft.load(draft!.id);
    if (!read) return;
    this.draft.restart();
    await this.draft.load(read.id);
    this.#focus('rejected-title', 'rows-title');
  };

  #publish = async (): Promise<void> => {
    if (await this.difference.publish()) {
      const { agency, items } = this.difference.done!.list;
      this.say(this.t(() => msg('منتشر شد.', { id: 'intake.did.publish' })));
      this.dispatchEvent(new CatalogIntakePublishedEvent(agency, items[0]!.version));
      this.#focus('done-title');
    } else if (this.difference.unagreed) this.#focus('agreed');
    // It may be that a colleague has published this very draft, or that another person has to.
    else if (['declaration.changed', 'declaration.ownDraft'].includes(this.difference.publishFault?.code ?? '')) await this.draft.load(this.draft.id);
  };

  #sendBack = async (): Promise<void> => {
    if (await this.difference.sendBack()) {
      this.say(this.t(() => msg('پیش‌نویس برگردانده شد.', { id: 'intake.did.return' })));
      this.#go('');
    } else if (this.difference.reasonMissing) this.#focus('reason');
    else if (this.difference.returnFault?.code === 'declaration.changed') await this.draft.load(this.draft.id);
  };

  #rollBack = async (): Promise<void> => {
    const version = await this.home.rollBack();
    if (version === undefined) return;
    this.say(this.t(() => msg(str`برگشت؛ اکنون نسخه ${formatNumber(this.locale, version)} را می‌بینند.`, { id: 'intake.did.rollBack' })));
    this.dispatchEvent(new CatalogIntakePublishedEvent(this.home.agency, version));
    this.#focus('history-title');
  };

  #discard = async (): Promise<void> => {
    if (!(await this.draft.discard())) return;
    this.say(this.t(() => msg('پیش‌نویس پاک شد.', { id: 'intake.did.discard' })));
    this.#go('');
  };

  #template = async (): Promise<void> => {
    this.templateFailed = !(await saveTemplate(this.#port));
    this.requestUpdate();
  };

  #onHash = (): void => {
    if (this.#routed && this.session.phase === 'in' && this.#mayDeclare) void this.#show(pathOf(location.hash));
  };

  #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.draft.unsaved || this.difference.reason.trim() || this.upload.busy || this.upload.canRetry || this.upload.waiting.length) event.preventDefault();
  };

  /** A file that is dropped beside its place is not for the browser to open: the page and what is typed in it would be gone. */
  #onBeside = (event: DragEvent): void => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };

  #onPaste = (event: ClipboardEvent): void => {
    if (this.state !== 'ready' || this.path || !this.#view().keeps || !this.home.agency || this.upload.busy) return;
    const pasted = pastedTable(event);
    if (!pasted) return;
    event.preventDefault();
    const name = pasted.name || this.t(() => msg('جدول چسبانده‌شده', { id: 'intake.pasted' }));
    this.#take([{ file: pasted.file, name }]);
  };

  #onSignIn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const before = this.session.staff?.id;
    const staff = await this.session.signIn(this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? '');
    if (!staff) return;
    if (before && before !== staff.id) this.#clear();
    // Whoever was at work goes on: what was typed and seen is still there.
    if (before === staff.id && this.draft.draft) this.#focus('cell-text', 'publish', 'draft-title');
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
    this.home.clear();
    this.upload.clear();
    this.draft.clear();
    this.mapping.clear();
    this.kinds.close();
    this.difference.close();
    this.path = '';
    if (this.#routed) history.replaceState(null, '', location.pathname + location.search);
  }

  protected override content(): TemplateResult {
    if (!this.started) {
      this.started = true;
      // After this render: it reads configuration that is only known to be right here.
      queueMicrotask(() => void this.#start());
    }
    return html`<div class=${this.path ? 'desk wide' : 'desk'}>${this.#page()}</div>`;
  }

  #page(): TemplateResult {
    const { session, locale } = this;
    switch (session.phase) {
      case 'checking': return skeleton();
      case 'unreachable': return unreachable(locale, () => void this.#start());
      case 'out': return signIn(locale, session, (event) => void this.#onSignIn(event));
      case 'in': return html`${this.#head()}${this.#mayDeclare ? this.#work() : html`<p class="note bad" role="alert">${faultText(locale, { code: 'staff.forbidden' })}</p>`}`;
    }
  }

  #work(): TemplateResult {
    const view = this.#view();
    if (this.draft.draft) this.mapping.begin(this.draft.draft);
    if (!this.path) return homeView(view);
    return this.path.endsWith('/difference') ? differenceView(view) : draftView(view);
  }

  #view(): IntakeView {
    const { locale, home, upload, draft, mapping, kinds, difference, asking, templateFailed } = this;
    return {
      locale, home, upload, draft, mapping, kinds, difference, asking, templateFailed,
      ask: (now) => {
        this.asking = now;
        this.requestUpdate();
      },
      href: (path) => `#/${path}`,
      go: (path) => this.#go(path),
      onLink: (event, path) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        this.#go(path);
      },
      handIn: (files) => this.#take([...files].map((file) => ({ file, name: file.name }))),
      sendAgain: () => void this.#handIn(upload.canRetry ? upload.again() : upload.next()),
      template: () => void this.#template(),
      map: () => void this.#map(),
      keeps: !!this.session.staff && isKeeper(this.session.staff.role),
      publish: () => void this.#publish(),
      sendBack: () => void this.#sendBack(),
      rollBack: () => void this.#rollBack(),
      discard: () => void this.#discard(),
      focus: (...ids) => void this.#focus(...ids),
      say: this.#port.say,
    };
  }

  #head(): TemplateResult {
    return html`
      <div class="head">
        <p class="who">${userIcon}<b><bdi>${this.session.staff?.name}</bdi></b> <a href="/desk">${msg('میز کار', { id: 'guideEditor.desk' })}</a> <a href="/desk/forms">${msg('فرم‌ها', { id: 'studio.link' })}</a></p>
        <button class="button quiet" type="button" @click=${this.#onSignOut}>${logOutIcon}${msg('خروج', { id: 'console.signOut' })}</button>
      </div>
      ${this.signOutFailed ? html`<p class="note bad" role="alert">${msg('خروج انجام نشد؛ نشست شما هنوز باز است.', { id: 'console.signOut.failed' })} ${faultText(this.locale, { code: 'unreachable' })}</p>` : nothing}
    `;
  }
}

const pathOf = (hash: string): string => /^#\/([\w-]+(\/difference)?)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'catalog-intake': CatalogIntake;
  }
}
