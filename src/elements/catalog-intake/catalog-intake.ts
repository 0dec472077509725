import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import '../../client/intake.ts';
import type { StaffSession } from '../../contract/staff.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { KeeperElement } from '../../core/staff/keeper-element.ts';
import { fields } from '../../core/styles/fields.ts';
import { staffPage } from '../../core/styles/staff.ts';
import { skeleton } from '../../core/staff/skeleton.ts';
import { formatNumber } from '../../i18n/formats.ts';
import { isKeeper, reviewsDeclarations } from '../../rules/staff-roles.ts';
import { CatalogIntakePublishedEvent } from './catalog-intake.events.ts';
import { styles } from './catalog-intake.styles.ts';
import { DifferenceModel } from './model/difference.ts';
import { DraftModel } from './model/draft.ts';
import { HomeModel } from './model/home.ts';
import { KindsModel } from './model/kinds.ts';
import { LinksModel } from './model/links.ts';
import { MappingModel } from './model/mapping.ts';
import { pastedTable } from './model/pasted.ts';
import { saveTemplate } from './model/template.ts';
import { UploadModel, type Given } from './model/upload.ts';
import { differenceView } from './parts/difference-view.ts';
import { draftView } from './parts/draft-view.ts';
import { homeView } from './parts/home-view.ts';
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
export class CatalogIntake extends KeeperElement {
  static override styles = [...DeskElement.styles, fields, staffPage, styles, tableStyles];

  private readonly home = new HomeModel(this.port);
  private readonly upload = new UploadModel(this.port);
  private readonly draft = new DraftModel(this.port);
  private readonly mapping = new MappingModel(this.port);
  private readonly kinds = new KindsModel(this.port);
  private readonly linkChecks = new LinksModel(this.port);
  private readonly difference = new DifferenceModel(this.port);
  private asking = false;
  private templateFailed = false;
  /** What is shown: `` the files, `ID` a draft, `ID/difference` what it would change. */
  private path = '';

  protected override get phase(): DeskState {
    return (this.path.endsWith('/difference') ? this.difference : this.path ? this.draft : this.home).phase;
  }

  protected override get atRisk(): boolean {
    return this.draft.unsaved || this.difference.reason.trim() !== '' || this.upload.busy || this.upload.canRetry || this.upload.waiting.length > 0;
  }

  protected override get atWork(): string[] {
    return this.draft.draft ? ['cell-text', 'publish', 'draft-title'] : [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('paste', this.#onPaste);
    for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, this.#onBeside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('paste', this.#onPaste);
    for (const kind of ['dragover', 'drop'] as const) window.removeEventListener(kind, this.#onBeside);
  }

  protected override get wide(): boolean {
    return this.path !== '';
  }

  protected override admits(role: StaffSession['staff']['role']): boolean {
    return reviewsDeclarations(role);
  }

  protected override pathOf(hash: string): string {
    return pathOf(hash);
  }

  protected override skeleton(): TemplateResult {
    return skeleton();
  }

  protected override enter(): void {
    if (this.routed) this.path = this.pathOf(location.hash);
    void this.#load();
  }

  protected override async show(path: string): Promise<void> {
    const left = this.path;
    this.path = path;
    this.asking = this.mapping.changed = false;
    await this.#load();
    if (!path) this.focusOn(left ? `draft_${left.split('/')[0]}` : '', 'home-title');
    else this.focusOn(path.endsWith('/difference') ? 'difference-title' : 'draft-title');
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

  /** Sends one file after another, from the one that is on its way. One that fails stops them: those after it wait. */
  #handIn = async (sending: Promise<{ id: string } | undefined>): Promise<void> => {
    const { upload } = this;
    const draft = await sending;
    if (!draft) return this.requestUpdate();
    this.say(this.t(() => msg('فایل خوانده شد.', { id: 'intake.did.read' })));
    if (upload.waiting.length) return this.#handIn(upload.next());
    if (upload.read > 1) {
      await this.home.load();
      return this.focusOn('several-read');
    }
    upload.clear();
    // Whoever has gone elsewhere meanwhile finds it among the drafts.
    if (!this.path) this.go(draft.id);
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
    this.focusOn('rejected-title', 'rows-title');
  };

  #publish = async (): Promise<void> => {
    if (await this.difference.publish()) {
      const { agency, items } = this.difference.done!.list;
      this.say(this.t(() => msg('منتشر شد.', { id: 'intake.did.publish' })));
      this.dispatchEvent(new CatalogIntakePublishedEvent(agency, items[0]!.version));
      this.focusOn('done-title');
    } else if (this.difference.unagreed) this.focusOn('agreed');
    // It may be that a colleague has published this very draft, or that another person has to.
    else if (['declaration.changed', 'declaration.ownDraft'].includes(this.difference.publishFault?.code ?? '')) await this.draft.load(this.draft.id);
  };

  #sendBack = async (): Promise<void> => {
    if (await this.difference.sendBack()) {
      this.say(this.t(() => msg('پیش‌نویس برگردانده شد.', { id: 'intake.did.return' })));
      this.go('');
    } else if (this.difference.reasonMissing) this.focusOn('reason');
    else if (this.difference.returnFault?.code === 'declaration.changed') await this.draft.load(this.draft.id);
  };

  #rollBack = async (): Promise<void> => {
    const version = await this.home.rollBack();
    if (version === undefined) return;
    this.say(this.t(() => msg(str`برگشت؛ اکنون نسخه ${formatNumber(this.locale, version)} را می‌بینند.`, { id: 'intake.did.rollBack' })));
    this.dispatchEvent(new CatalogIntakePublishedEvent(this.home.agency, version));
    this.focusOn('history-title');
  };

  #discard = async (): Promise<void> => {
    if (!(await this.draft.discard())) return;
    this.say(this.t(() => msg('پیش‌نویس پاک شد.', { id: 'intake.did.discard' })));
    this.go('');
  };

  #template = async (): Promise<void> => {
    this.templateFailed = !(await saveTemplate(this.port));
    this.requestUpdate();
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

  protected override forget(): void {
    this.home.clear();
    this.upload.clear();
    this.draft.clear();
    this.mapping.clear();
    this.kinds.close();
    this.linkChecks.close();
    this.difference.close();
    this.path = '';
  }

  protected override work(): TemplateResult {
    const view = this.#view();
    if (this.draft.draft) this.mapping.begin(this.draft.draft);
    if (!this.path) return homeView(view);
    return this.path.endsWith('/difference') ? differenceView(view) : draftView(view);
  }

  #view(): IntakeView {
    const { locale, home, upload, draft, mapping, kinds, linkChecks: links, difference, asking, templateFailed } = this;
    return {
      locale, home, upload, draft, mapping, kinds, links, difference, asking, templateFailed,
      ask: (now) => {
        this.asking = now;
        this.requestUpdate();
      },
      href: (path) => `#/${path}`,
      go: (path) => this.go(path),
      onLink: this.onLink,
      handIn: (files) => this.#take([...files].map((file) => ({ file, name: file.name }))),
      sendAgain: () => void this.#handIn(upload.canRetry ? upload.again() : upload.next()),
      template: () => void this.#template(),
      map: () => void this.#map(),
      keeps: !!this.session.staff && isKeeper(this.session.staff.role),
      publish: () => void this.#publish(),
      sendBack: () => void this.#sendBack(),
      rollBack: () => void this.#rollBack(),
      discard: () => void this.#discard(),
      focus: (...ids) => void this.focusOn(...ids),
      say: this.port.say,
    };
  }

  protected override links(): TemplateResult {
    return html`<a href="/desk/forms">${msg('فرم‌ها', { id: 'studio.link' })}</a>`;
  }
}

const pathOf = (hash: string): string => /^#\/([\w-]+(\/difference)?)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'catalog-intake': CatalogIntake;
  }
}
