import { makeIdempotencyKey } from '../../../client/client.ts';
import type { RouteAnswer } from '../../../contract/route-schemas.ts';
import type { StaffCase } from '../../../contract/staff.ts';
import type { CaseModel } from './case.ts';
import { faultOf } from '../../../core/staff/port.ts';

type Colleagues = RouteAnswer<'colleagues'>['items'];

export type HoldAction = 'take' | 'takeOver' | 'release' | 'assign';

/** Whose work a case is: nobody's, mine, a colleague's. */
export type Hold = 'nobody' | 'mine' | 'other';

export function holdOf({ assignee }: Pick<StaffCase, 'assignee'>, me: string | undefined): Hold {
  if (!assignee) return 'nobody';
  return assignee.id === me ? 'mine' : 'other';
}

/** Taking a case, taking it over from a colleague, putting it back, handing it to somebody. */
export class HoldModel {
  /** What waits for a second word before it is done. */
  asking?: 'takeOver' | 'assign';
  colleagues?: Colleagues;
  colleaguesFailed = false;
  colleague = '';
  colleagueMissing = false;

  constructor(readonly owner: CaseModel) {}

  reset(): void {
    this.asking = this.colleagues = undefined;
    this.colleaguesFailed = this.colleagueMissing = false;
    this.colleague = '';
  }

  async ask(what: 'takeOver' | 'assign'): Promise<void> {
    this.asking = what;
    this.owner.port.update();
    if (what === 'assign' && !this.colleagues) void this.loadColleagues();
    await this.owner.port.focus('#hold-question');
  }

  /** "No": everything stays, and focus goes back to the button that asked. */
  async dismiss(): Promise<void> {
    const { asking } = this;
    this.asking = undefined;
    this.owner.port.update();
    await this.owner.port.focus(`#hold-${asking}`);
  }

  async loadColleagues(): Promise<void> {
    const { port, id } = this.owner;
    this.colleaguesFailed = false;
    port.update();
    try {
      const { items } = await port.client().call('colleagues', { params: { id } }, { signal: port.signal() });
      if (id === this.owner.id) this.colleagues = items;
    } catch (error) {
      if (faultOf(error).code === 'staff.signInNeeded') port.signInNeeded();
      if (id === this.owner.id) this.colleaguesFailed = true;
    }
    port.update();
  }

  take = (): Promise<void> => this.#act('take', (version, options) => this.#client.call('take', { params: this.#params, body: { version } }, options));

  takeOver = (): Promise<void> =>
    this.#act('takeOver', (version, options) => this.#client.call('take', { params: this.#params, body: { version, takeOver: true } }, options));

  release = (): Promise<void> => this.#act('release', (version, options) => this.#client.call('release', { params: this.#params, body: { version } }, options));

  async assign(): Promise<void> {
    const { port } = this.owner;
    this.colleagueMissing = !this.colleague;
    if (!this.colleague) {
      port.update();
      return port.focus('#hold-colleague input');
    }
    const assignee = this.colleague;
    await this.#act('assign', (version, options) => this.#client.call('assign', { params: this.#params, body: { version, assignee } }, options));
  }

  get #client() {
    return this.owner.port.client();
  }
  get #params() {
    return { id: this.owner.id };
  }

  async #act(action: HoldAction, call: (version: number, options: { signal: AbortSignal; idempotencyKey: string }) => Promise<StaffCase>): Promise<void> {
    const { shown, busy } = this.owner;
    if (!shown || busy) return;
    await this.owner.act(action, (options) => call(shown.version, options), makeIdempotencyKey());
  }
}
