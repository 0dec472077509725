import type { MonitorCases, MonitorFigure } from '../../../contract/monitor.ts';
import '../../../client/monitor.ts';
import { told, type Fault, type KeeperPort } from '../../../core/staff/port.ts';
import type { Period } from './figures.ts';

/** The requests behind one figure. */
export class CasesModel {
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  /** Empty: those of all agencies. */
  agency = '';
  figure: MonitorFigure = 'open';
  items: MonitorCases['items'] = [];
  next: string | null = null;
  fault?: Fault;
  busy = false;
  #days: Period = '90';
  #turn = 0;

  constructor(readonly port: KeeperPort) {}

  async load(agency: string, figure: MonitorFigure, days: Period): Promise<void> {
    Object.assign(this, { agency, figure, items: [], next: null, phase: 'pending' });
    this.#days = days;
    await this.#read();
  }

  /** Gives how many more there are now. */
  async more(): Promise<number> {
    const before = this.items.length;
    if (!this.busy) await this.#read();
    return this.items.length - before;
  }

  async #read(): Promise<void> {
    const turn = ++this.#turn;
    const { agency, figure, next } = this;
    this.busy = true;
    this.fault = undefined;
    this.port.update();
    try {
      const query = { figure, days: this.#days, ...(agency && { agency }), ...(next !== null && { cursor: next }) };
      const found = await this.port.client().call('monitorCases', { query }, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      this.items = [...this.items, ...found.items];
      this.next = found.next;
      this.phase = 'ready';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = told(this.port, error);
      if (this.phase !== 'ready') this.phase = 'failed';
    } finally {
      if (turn === this.#turn) {
        this.busy = false;
        this.port.update();
      }
    }
  }

  retry(): Promise<void> {
    return this.#read();
  }

  close(): void {
    this.#turn++;
    this.phase = 'idle';
    this.items = [];
    this.next = null;
    this.fault = undefined;
    this.busy = false;
  }
}
