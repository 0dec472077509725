import type { CheckedDraftLinks } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';

/** Milliseconds: the gateway gives up after less than a minute. */
const patience = 90_000;

/** Asking whether the links of a draft answer. */
export class LinksModel {
  asking = false;
  /** What the last asking came to, and of which draft. */
  checked?: CheckedDraftLinks & { draft: string };
  fault?: Fault;
  #turn = 0;

  constructor(readonly port: KeeperPort) {}

  close(): void {
    this.#turn++;
    this.asking = false;
    this.checked = this.fault = undefined;
  }

  /** True when the gateway has asked. */
  async check(draft: string): Promise<boolean> {
    if (this.asking) return false;
    this.close();
    this.asking = true;
    this.port.update();
    const turn = this.#turn;
    try {
      const checked = await this.port.client().call('checkLinks', { params: { id: draft } }, { signal: this.port.signal(), timeout: patience });
      if (turn !== this.#turn) return false;
      this.checked = { ...checked, draft };
      return true;
    } catch (error) {
      if (turn === this.#turn) this.fault = told(this.port, error);
      return false;
    } finally {
      if (turn === this.#turn) this.asking = false;
      this.port.update();
    }
  }
}
