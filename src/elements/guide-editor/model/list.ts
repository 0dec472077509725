import type { RouteAnswer } from '../../../contract/route-schemas.ts';
import { type Fault, faultOf, type KeeperPort } from '../../../core/staff/port.ts';

export type GuideItem = RouteAnswer<'staffGuides'>['items'][number];

/** The guides of the province, in the order in which citizens see them. */
export class ListModel {
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  items: GuideItem[] = [];
  fault?: Fault;
  #turn = 0;

  constructor(readonly port: KeeperPort) {}

  async load(): Promise<void> {
    const turn = ++this.#turn;
    if (this.phase !== 'ready') this.phase = 'pending';
    this.port.update();
    try {
      const { items } = await this.port.client().call('staffGuides', undefined, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      this.items = items;
      this.fault = undefined;
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
    this.items = [];
    this.fault = undefined;
  }
}
