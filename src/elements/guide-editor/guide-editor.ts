import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { StaffSession } from '../../contract/staff.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { KeeperElement } from '../../core/staff/keeper-element.ts';
import { fields } from '../../core/styles/fields.ts';
import { staffPage } from '../../core/styles/staff.ts';
import { workshopStyles } from '../../core/styles/workshop.ts';
import { skeleton } from '../../core/staff/skeleton.ts';
import { isKeeper } from '../../rules/staff-roles.ts';
import { GuideEditorSavedEvent } from './guide-editor.events.ts';
import { styles } from './guide-editor.styles.ts';
import { GuideModel } from './model/guide.ts';
import { ListModel } from './model/list.ts';
import { NewModel } from './model/new.ts';
import { guideView } from './parts/guide-view.ts';
import { listView } from './parts/list-view.ts';

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
export class GuideEditor extends KeeperElement {
  static override styles = [...DeskElement.styles, fields, staffPage, workshopStyles, styles];

  private readonly list = new ListModel(this.port);
  private readonly guide = new GuideModel(this.port);
  private readonly fresh = new NewModel(this.port, (...input) => this.#create(...input));
  private english = false;
  /** The guide that was open when the element left the page. */
  #left = '';

  protected override get phase(): DeskState {
    return (this.guide.id ? this.guide : this.list).phase;
  }

  protected override get atRisk(): boolean {
    return this.guide.atRisk;
  }

  protected override get atWork(): string[] {
    return this.guide.tree ? ['note'] : [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#left) void this.guide.load(this.#left);
    this.#left = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#left = this.guide.id;
      this.guide.close();
    });
  }

  protected override admits(role: StaffSession['staff']['role']): boolean {
    return isKeeper(role);
  }

  protected override pathOf(hash: string): string {
    return guideOf(hash);
  }

  protected override skeleton(): TemplateResult {
    return skeleton();
  }

  protected override enter(): void {
    const id = this.routed ? this.pathOf(location.hash) : this.guide.id;
    if (id) void this.guide.load(id);
    else void this.list.load();
  }

  protected override async show(id: string): Promise<void> {
    const left = this.guide.id;
    if (id === left && this.guide.tree) return;
    if (id) {
      await this.guide.load(id);
      this.focusOn('guide-title');
      return;
    }
    this.guide.close();
    this.requestUpdate();
    await this.list.load();
    this.focusOn(`guide_${left}`, 'list-title');
  }

  #create(id: string, title: string, order: number): void {
    this.guide.create(id, title, order);
    if (this.routed) location.hash = `#/${id}`;
    this.focusOn('guide-title');
  }

  async #save(): Promise<void> {
    const { guide } = this;
    if (guide.errors.length) return void this.focusOn('summary');
    if (!guide.dirty || guide.theirs) return;
    if (await guide.save()) {
      this.say(this.t(() => msg('ذخیره شد؛ مردم تا دقیقه‌ای دیگر آن را می‌بینند.', { id: 'guideEditor.did.save' })));
      this.dispatchEvent(new GuideEditorSavedEvent(guide.id, guide.version));
    } else if (guide.theirs) void this.focusOn('conflict-title');
  }

  protected override forget(): void {
    this.guide.close();
    this.list.clear();
  }

  protected override work(): TemplateResult {
    if (!this.guide.id) return listView(this.locale, this.list, this.fresh, this.onLink);
    const view = { locale: this.locale, model: this.guide, english: this.english, focus: (...ids: string[]) => void this.focusOn(...ids), say: this.port.say };
    return html`<div class="guide">${guideView(view, {
      back: () => this.go(''),
      save: () => void this.#save(),
      toggleEnglish: () => {
        this.english = !this.english;
        this.requestUpdate();
      },
    })}</div>`;
  }

  protected override links(): TemplateResult | typeof nothing {
    return nothing;
  }
}

const guideOf = (hash: string): string => /^#\/([a-z0-9-]+)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'guide-editor': GuideEditor;
  }
}
