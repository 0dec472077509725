import { nothing, type TemplateResult } from 'lit';
import type { MonitorFigure } from '../../contract/monitor.ts';
import type { StaffSession } from '../../contract/staff.ts';
import { DeskElement, type DeskState } from '../../core/desk-element.ts';
import { localText } from '../../core/facts/place.ts';
import { KeeperElement } from '../../core/staff/keeper-element.ts';
import { skeleton } from '../../core/staff/skeleton.ts';
import { fields } from '../../core/styles/fields.ts';
import { overviewStyles } from '../../core/styles/overview.ts';
import { staffPage } from '../../core/styles/staff.ts';
import { watchesPromises } from '../../rules/staff-roles.ts';
import { styles } from './desk-monitor.styles.ts';
import { CasesModel } from './model/cases.ts';
import { FiguresModel } from './model/figures.ts';
import { casesView } from './parts/cases-view.ts';
import { figureNames } from './parts/figure-names.ts';
import { figuresView, linkId, pathTo } from './parts/figures-view.ts';

/**
 * How the agencies of a province keep their promise: five figures, a table that sorts, and behind each figure the cases that
 * it counts. For supervisors all agencies, for the head of an agency that one.
 *
 * Its session is a cookie of the gateway's own origin, so it works there only (`/desk/monitor`), never on an agency's page. The same
 * figures are JSON at `/v1/staff/monitor`.
 *
 * @summary The supervisor's page.
 * @slot - Shown without JavaScript, while loading, and when the element has to give up.
 * @cssprop --desk-accent - Links.
 * @cssprop --desk-bad - What is late.
 */
export class DeskMonitor extends KeeperElement {
  static override styles = [...DeskElement.styles, fields, staffPage, overviewStyles, styles];

  private readonly figures = new FiguresModel(this.port);
  private readonly cases = new CasesModel(this.port);
  /** What is open: an agency and a figure; empty: the figures. */
  #path = '';

  protected override get phase(): DeskState {
    return (this.#path ? this.cases : this.figures).phase;
  }

  protected override get atRisk(): boolean {
    return false;
  }

  protected override get atWork(): string[] {
    return [];
  }

  protected override get wide(): boolean {
    return true;
  }

  protected override admits(role: StaffSession['staff']['role']): boolean {
    return watchesPromises({ role, unit: this.session.staff?.unit });
  }

  protected override pathOf(hash: string): string {
    return /^#\/([a-z0-9][a-z0-9.-]*\/[a-zA-Z]+)$/.exec(hash)?.[1] ?? '';
  }

  protected override skeleton(): TemplateResult {
    return skeleton();
  }

  protected override enter(): void {
    void this.figures.load();
    const read = readPath(this.routed ? this.pathOf(location.hash) : this.#path);
    if (read) void this.#open(read);
  }

  protected override async show(path: string): Promise<void> {
    const read = readPath(path);
    if (read) return this.#open(read);
    const { agency, figure } = this.cases;
    this.#path = '';
    this.cases.close();
    this.requestUpdate();
    if (!this.figures.shown) await this.figures.load();
    await this.focusOn(linkId(agency, figure), 'figures-title');
  }

  async #open({ agency, figure }: { agency: string; figure: MonitorFigure }): Promise<void> {
    this.#path = pathTo(agency, figure);
    const loading = this.cases.load(agency, figure, this.figures.days);
    await this.focusOn('cases-title');
    await loading;
  }

  protected override forget(): void {
    this.#path = '';
    this.cases.close();
    this.figures.clear();
  }

  protected override work(): TemplateResult {
    const { shown } = this.figures;
    if (!this.#path) return figuresView(this.locale, this.figures, { open: (event, ...to) => this.onLink(event, pathTo(...to)) });
    const { agency } = this.cases;
    const name = agency && shown?.items.find((item) => item.agency.id === agency)?.agency.name;
    return casesView(this.locale, this.cases, name ? localText(this.locale, name) : agency, shown ? new Date(shown.asOf) : new Date(), () => this.go(''));
  }

  protected override links(): TemplateResult | typeof nothing {
    return nothing;
  }
}

function readPath(path: string): { agency: string; figure: MonitorFigure } | undefined {
  const [agency = '', name = ''] = path.split('/');
  const figure = figureNames.find((one) => one === name);
  return figure && { agency: agency === 'all' ? '' : agency, figure };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-monitor': DeskMonitor;
  }
}
