import type { GatewayClient } from '../../../client/client.ts';
import { faultOf, type Fault } from '../../../core/staff/port.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { ConsolePort } from './port.ts';

/** A list of what is the province's and nobody's case: what was searched for in vain, what readers found wrong. */
export class KeptList<T> {
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  shown?: T;
  /** Something is on its way while a list is shown. */
  busy = false;
  fault?: Fault;
  #turn = 0;

  /** `words`: how much there is, for those who cannot see it. */
  constructor(
    readonly port: ConsolePort,
    private readonly read: (client: GatewayClient, signal: AbortSignal) => Promise<T>,
    private readonly words: (locale: Locale, shown: T) => string,
  ) {}

  /** True when this answer is what is shown now. */
  load(): Promise<boolean> {
    return this.act(async () => undefined);
  }

  /** The same at the person's wish: what came of it is told to those who cannot see it. */
  async refresh(): Promise<void> {
    if (await this.load()) this.port.say((locale) => this.words(locale, this.shown!));
  }

  /** Does something to the list at the gateway, and shows what is in it then. True when it was done. */
  async act(work: (client: GatewayClient, signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    const turn = ++this.#turn;
    this.phase = this.shown ? 'ready' : 'pending';
    this.busy = true;
    this.fault = undefined;
    this.port.update();
    try {
      const client = this.port.client();
      await work(client, this.port.signal());
      const shown = await this.read(client, this.port.signal());
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

  clear(): void {
    this.#turn++;
    this.phase = 'idle';
    this.shown = this.fault = undefined;
    this.busy = false;
  }
}
