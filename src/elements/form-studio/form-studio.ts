import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import '../../client/form-studio.ts';
import type { StaffSession } from '../../contract/staff.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { KeeperElement } from '../../core/staff/keeper-element.ts';
import { fields } from '../../core/styles/fields.ts';
import { staffPage } from '../../core/styles/staff.ts';
import { workshopStyles } from '../../core/styles/workshop.ts';
import { skeleton } from '../../core/staff/skeleton.ts';
import { isKeeper, reviewsDeclarations } from '../../rules/staff-roles.ts';
import { FormStudioPublishedEvent } from './form-studio.events.ts';
import { styles } from './form-studio.styles.ts';
import { FormModel } from './model/form.ts';
import { ImportModel } from './model/import.ts';
import { ListModel } from './model/list.ts';
import { formView } from './parts/form-view.ts';
import { ignoredView, importView } from './parts/import-view.ts';
import { listView } from './parts/list-view.ts';
import { canPreview, feed, makePreview, previewView, type Preview } from './parts/preview.ts';
import type { Side, StudioView } from './parts/view.ts';

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
export class FormStudio extends KeeperElement {
  static override styles = [...DeskElement.styles, fields, staffPage, workshopStyles, styles];

  private readonly list = new ListModel(this.port);
  private readonly form = new FormModel(this.port);
  private readonly given = new ImportModel(this.port, this.form);
  private english = false;
  private side: Side = 'outline';
  private preview?: Preview;
  /** The form that was open when the element left the page. */
  #left = '';

  protected override get phase(): DeskState {
    return (this.form.id ? this.form : this.list).phase;
  }

  protected override get atRisk(): boolean {
    return this.form.atRisk;
  }

  protected override get atWork(): string[] {
    return this.form.definition ? ['publish-title'] : [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#left) void this.form.load(this.#left);
    this.#left = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#left = this.form.id;
      this.form.close();
    });
  }

  protected override get wide(): boolean {
    return this.form.id !== '';
  }

  protected override admits(role: StaffSession['staff']['role']): boolean {
    return reviewsDeclarations(role);
  }

  protected override pathOf(hash: string): string {
    return formOf(hash);
  }

  protected override skeleton(): TemplateResult {
    return skeleton();
  }

  protected override enter(): void {
    const id = this.routed ? this.pathOf(location.hash) : this.form.id;
    if (id) void this.form.load(id);
    else void this.list.load();
  }

  protected override async show(id: string): Promise<void> {
    const left = this.form.id;
    if (id === left && this.form.definition) return;
    this.given.clear();
    if (id) {
      await this.form.load(id);
      this.focusOn('form-title');
      return;
    }
    this.form.close();
    this.requestUpdate();
    await this.list.load();
    this.focusOn(`form_${left}`, 'list-title');
  }

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
      this.focusOn('publish-title');
    } else if (form.findings.length) this.focusOn('summary');
    else this.#stopped();
  }

  async #discard(): Promise<void> {
    if (await this.form.discard()) {
      this.say(this.t(() => msg('پیش‌نویس دور ریخته شد.', { id: 'studio.did.discard' })));
      this.focusOn('form-title');
    } else this.#stopped();
  }

  /** What keeps the work from going on is told where it can be decided. */
  #stopped(): void {
    if (this.form.theirs) void this.focusOn('conflict-title');
  }

  protected override forget(): void {
    this.form.close();
    this.given.clear();
    this.list.clear();
  }

  protected override work(): TemplateResult {
    if (!this.form.id) return listView(this.locale, this.list, this.onLink);
    const view: StudioView = {
      locale: this.locale, model: this.form, english: this.english, province: this.session.staff?.province, writes: isKeeper(this.session.staff!.role),
      side: this.side,
      toSide: (side) => {
        this.side = side;
        this.requestUpdate();
      },
      focus: (...ids: string[]) => void this.focusOn(...ids), say: this.port.say,
    };
    return html`<div class="studio">${formView(view, {
      preview: () => previewView(this.#fed(view)),
      ignored: () => ignoredView(view, this.given),
      exchange: () => importView(view, this.given),
      back: () => this.go(''),
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

  protected override links(): TemplateResult {
    return html`<a href="/desk/declare">${msg('اعلام خدمات', { id: 'studio.declare' })}</a>`;
  }
}

const formOf = (hash: string): string => /^#\/([a-z0-9][a-z0-9.-]*)$/.exec(hash)?.[1] ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'form-studio': FormStudio;
  }
}
