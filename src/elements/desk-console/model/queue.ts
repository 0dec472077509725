import type { QueueItem } from '../../../contract/staff.ts';
import { faultOf, type ConsolePort, type Fault } from './port.ts';

export type QueueFilter = 'open' | 'answered' | 'all';

/** What lies on the desk, due first; pages are added at the end. */
export class QueueModel {
  filter: QueueFilter = 'open';
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  items: QueueItem[] = [];
  next: string | null = null;
  /** Something is on its way while items are shown. */
  busy = false;
  fault?: Fault;
  updatedAt = new Date();
  #turn = 0;

  constructor(readonly port: ConsolePort) {}

  async load(filter: QueueFilter = this.filter): Promise<void> {
    if (filter !== this.filter) this.items = [];
    this.filter = filter;
    this.phase = this.items.length ? 'ready' : 'pending';
    await this.#fetch(undefined);
  }

  async more(): Promise<void> {
    if (this.busy || !this.next) return;
    const before = this.items.length;
    await this.#fetch(this.next);
    // Focus goes to the first new row: the button that was pressed may be gone.
    if (this.items.length > before) await this.port.focus(`.queue li:nth-child(${before + 1}) a`);
  }

  clear(): void {
    this.#turn++;
    this.phase = 'idle';
    this.items = [];
    this.next = null;
    this.busy = false;
    this.fault = undefined;
  }

  async #fetch(cursor: string | undefined): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    this.fault = undefined;
    this.port.update();
    try {
      const page = await this.port.client().call('queue', { query: { state: this.filter, cursor } }, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      const known = new Set(cursor ? this.items.map(({ id }) => id) : []);
      // A case may have moved behind the cursor between two pages.
      this.items = cursor ? [...this.items, ...page.items.filter(({ id }) => !known.has(id))] : page.items;
      this.next = page.next;
      this.updatedAt = new Date();
      this.phase = 'ready';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = faultOf(error);
      if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
      if (!this.items.length) this.phase = 'failed';
    } finally {
      if (turn === this.#turn) {
        this.busy = false;
        this.port.update();
      }
    }
  }
}
