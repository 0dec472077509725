import type { UnansweredQueries } from '../../../contract/unanswered.ts';
import { faultOf, type Fault } from '../../../core/staff/port.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { ConsolePort } from './port.ts';

/** What many people of the province searched for and did not find. */
export class UnansweredModel {
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  shown?: UnansweredQueries;
  /** Something is on its way while a list is shown. */
  busy = false;
  fault?: Fault;
  #turn = 0;

  /** `words`: how much there is, for those who cannot see it. */
  constructor(readonly port: ConsolePort, readonly words: (locale: Locale, shown: UnansweredQueries) => string) {}

  /** True when this answer is what is shown now. */
  async load(): Promise<boolean> {
    const turn = ++this.#turn;
    this.phase = this.shown ? 'ready' : 'pending';
    this.busy = true;
    this.fault = undefined;
    this.port.update();
    try {
      const shown = await this.port.client().call('unansweredQueries', undefined, { signal: this.port.signal() });
      if (turn !== this.#turn) return false;
      this.shown = shown;
      this.phase = 'ready';
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      this.fault = faultOf(error);
      if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
      if (!this.shown) this.phase = 'failed';
      return false;
    } finally {
      if (turn === this.#turn) {
        this.busy = false;
        this.port.update();
      }
    }
  }

  /** The same at the person's wish: what came of it is told to those who cannot see it. */
  async refresh(): Promise<void> {
    if (await this.load()) this.port.say((locale) => this.words(locale, this.shown!));
  }

  clear(): void {
    this.#turn++;
    this.phase = 'idle';
    this.shown = this.fault = undefined;
    this.busy = false;
  }
}
