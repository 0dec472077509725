import type { GatewayClient } from '../../client/client.ts';
import { told, type Fault, type SignedInPort } from './port.ts';

/** Something of the gateway that staff look at: read, read anew, and read again after something was done to it. */
export class Loaded<T, P extends SignedInPort> {
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  shown?: T;
  /** Something is on its way while the last answer is shown. */
  busy = false;
  fault?: Fault;
  #turn = 0;

  constructor(readonly port: P, private readonly read: (client: GatewayClient, signal: AbortSignal) => Promise<T>) {}

  /** True when this answer is what is shown now. */
  load(): Promise<boolean> {
    return this.act(async () => undefined);
  }

  /** Does something to it at the gateway, and shows how it is then. True when it was done. */
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
      this.fault = told(this.port, error);
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
