import type { RouteAnswer } from '../../../contract/route-schemas.ts';
import { type Fault, faultOf, type KeeperPort } from '../../../core/staff/port.ts';

export type FormItem = RouteAnswer<'staffForms'>['items'][number];

/** The services of one agency with their forms. */
export class ListModel {
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  /** The agency whose services are shown; empty until the gateway has chosen the first one. */
  agency = '';
  agencies: RouteAnswer<'staffForms'>['agencies'] = [];
  items: FormItem[] = [];
  fault?: Fault;
  #turn = 0;

  constructor(readonly port: KeeperPort) {}

  async load(agency = this.agency): Promise<void> {
    const turn = ++this.#turn;
    if (this.phase !== 'ready' || agency !== this.agency) this.phase = 'pending';
    this.fault = undefined;
    this.agency = agency;
    this.port.update();
    try {
      const found = await this.port.client().call('staffForms', { query: { agency: agency || undefined } }, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      Object.assign(this, found);
      this.phase = 'ready';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = faultOf(error);
      this.phase = 'failed';
      if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
    }
    this.port.update();
  }

  clear(): void {
    this.#turn++;
    this.phase = 'idle';
    this.agency = '';
    this.agencies = this.items = [];
    this.fault = undefined;
  }
}
