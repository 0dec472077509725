import { groupCode } from '../../../i18n/formats.ts';
import { readTrackingCode, type TrackingCodeReading } from '../../../rules/tracking-code.ts';
import { faultOf, type Fault } from '../../../core/staff/port.ts';
import type { ConsolePort } from './port.ts';

export type CodeFault = Extract<TrackingCodeReading, { ok: false }>;

/** Finds the case whose code a citizen reads out. A code that cannot be right is told without asking the gateway. */
export class FindModel {
  typed = '';
  wrong?: CodeFault;
  fault?: Fault;
  busy = false;
  /** Only the answer to the search of this turn opens a case. */
  #turn = 0;

  constructor(readonly port: ConsolePort, readonly found: (id: string) => void) {}

  write(text: string): void {
    this.typed = text;
    if (this.busy) this.leave();
    if (!this.wrong && !this.fault) return;
    this.wrong = this.fault = undefined;
    this.port.update();
  }

  async submit(): Promise<void> {
    if (this.busy) return;
    this.fault = undefined;
    const reading = readTrackingCode(this.typed);
    this.wrong = reading.ok ? undefined : reading;
    if (!reading.ok) {
      this.port.update();
      return this.port.focus('#find-code');
    }
    // As it is read out: four by four, so that both can compare.
    this.typed = groupCode(reading.code);
    const turn = ++this.#turn;
    this.busy = true;
    this.port.update();
    try {
      const { id } = await this.port.client().call('findCase', { body: { code: reading.code } }, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      this.clear();
      this.found(id);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.busy = false;
      this.fault = faultOf(error);
      if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
      this.port.update();
      if (this.fault.code !== 'staff.signInNeeded') await this.port.focus('#find-code');
    }
  }

  /** The expert went on to something else: what is still on its way takes nobody away from there. */
  leave(): void {
    this.#turn++;
    this.busy = false;
    this.port.update();
  }

  clear(): void {
    this.typed = '';
    this.wrong = this.fault = undefined;
    this.leave();
  }
}
