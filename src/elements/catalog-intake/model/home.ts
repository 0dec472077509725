import type { RouteAnswer } from '../../../contract/route-schemas.ts';
import type { NationalChanges, PublicationList } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';

type Drafts = RouteAnswer<'drafts'>;
export type DraftItem = Drafts['items'][number];

/** What an agency has handed in and published. Those of the province choose the agency. */
export class HomeModel {
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  agencies: Drafts['agencies'] = [];
  drafts: DraftItem[] = [];
  /** Undefined while no agency is chosen. */
  publications?: PublicationList;
  /** Where the national sheet changed and what the agency says hides it. */
  hidden?: NationalChanges;
  agency = '';
  fault?: Fault;
  /** The publication that the officer is asked about: shall it be put back? */
  asked?: number;
  rolling = false;
  rollFault?: Fault;
  /** Whether a second person publishes is being set. */
  setting = false;
  settingFault?: Fault;
  #turn = 0;

  constructor(readonly port: KeeperPort) {}

  /** Those who may say so are not bound by it. */
  get maySetSecondPerson(): boolean {
    const role = this.port.staff()?.role;
    return role === 'head' || role === 'supervisor' || role === 'admin';
  }

  async load(agency = this.agency): Promise<void> {
    const turn = ++this.#turn;
    if (agency !== this.agency) this.#forget();
    this.agency = this.port.staff()?.agency?.id ?? agency;
    if (this.phase !== 'ready') this.phase = 'pending';
    this.port.update();
    const client = this.port.client();
    const signal = this.port.signal();
    try {
      const [drafts, publications, hidden] = await Promise.all([
        client.call('drafts', { query: { agency: this.agency || undefined } }, { signal }),
        this.agency ? client.call('publications', { query: { agency: this.agency } }, { signal }) : undefined,
        this.agency ? client.call('nationalChanges', { query: { agency: this.agency } }, { signal }) : undefined,
      ]);
      if (turn !== this.#turn) return;
      this.agencies = drafts.agencies;
      this.drafts = drafts.items;
      this.publications = publications;
      this.hidden = hidden;
      this.fault = undefined;
      this.phase = 'ready';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = told(this.port, error);
      this.phase = 'failed';
    }
    this.port.update();
  }

  /** Says whether another person than those who drafted publishes. */
  async setSecondPerson(secondPerson: boolean): Promise<void> {
    if (this.setting || !this.publications) return;
    this.setting = true;
    this.settingFault = undefined;
    this.port.update();
    try {
      await this.port.client().call('setIntake', { body: { agency: this.agency, secondPerson } }, { signal: this.port.signal() });
      await this.load();
    } catch (error) {
      this.settingFault = told(this.port, error);
    }
    this.setting = false;
    this.port.update();
  }

  /** Asks whether this publication shall be put back; undefined: no question any more. */
  ask(version?: number): void {
    this.asked = version;
    this.rollFault = undefined;
    this.port.update();
  }

  /** Puts back what was asked about. Gives the number of the new publication, or undefined when it did not come to that. */
  async rollBack(): Promise<number | undefined> {
    const { asked: to, agency, publications } = this;
    const base = publications?.items[0]?.version;
    if (this.rolling || to === undefined || base === undefined) return undefined;
    this.rolling = true;
    this.rollFault = undefined;
    this.port.update();
    try {
      this.publications = await this.port.client().call('rollBack', { body: { agency, base, to } }, { signal: this.port.signal() });
      this.asked = undefined;
      return this.publications.items[0]!.version;
    } catch (error) {
      this.rollFault = told(this.port, error);
      // What stands there is not what was seen: it is shown, and asked again.
      if (this.rollFault?.code === 'declaration.changed') await this.load();
      return undefined;
    } finally {
      this.rolling = false;
      this.port.update();
    }
  }

  clear(): void {
    this.#turn++;
    this.#forget();
    this.agency = '';
    this.agencies = [];
  }

  #forget(): void {
    this.phase = 'idle';
    this.drafts = [];
    this.publications = this.hidden = this.fault = this.rollFault = this.asked = this.settingFault = undefined;
  }
}
