import { makeIdempotencyKey } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { Difference, PublicationList } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';

/** What publishing a draft would change, and the order to publish it. */
export class DifferenceModel {
  draft = '';
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  difference?: Difference;
  fault?: Fault;
  note = '';
  /** The officer has said that what is gone shall be gone. */
  agreed = false;
  /** The order was given without saying so. */
  unagreed = false;
  publishing = false;
  publishFault?: Fault;
  /** What was published, with what it changed. */
  done?: { list: PublicationList; difference: Difference };
  #turn = 0;
  #sending?: { body: string; key: string };

  constructor(readonly port: KeeperPort) {}

  async load(draft: string): Promise<void> {
    if (draft !== this.draft) this.close();
    this.draft = draft;
    const turn = ++this.#turn;
    this.phase = 'pending';
    this.port.update();
    try {
      const difference = await this.port.client().call('difference', { params: { id: draft } }, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      // Somebody agreed to what they saw, not to what it has become.
      if (JSON.stringify(difference.gone) !== JSON.stringify(this.difference?.gone)) this.agreed = false;
      this.difference = difference;
      this.fault = undefined;
      this.phase = 'ready';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = told(this.port, error);
      this.phase = 'failed';
    }
    this.port.update();
  }

  close(): void {
    this.#turn++;
    this.draft = this.note = '';
    this.phase = 'idle';
    this.difference = this.fault = this.publishFault = this.done = this.#sending = undefined;
    this.agreed = this.unagreed = this.publishing = false;
  }

  /** True when it is published. */
  async publish(): Promise<boolean> {
    const { difference, draft } = this;
    if (this.publishing || !difference || this.phase !== 'ready' || this.done) return false;
    this.unagreed = difference.counts.gone > 0 && !this.agreed;
    if (this.unagreed) {
      this.port.update();
      return false;
    }
    const { version, base } = difference;
    const body = { version, base, ...(this.note.trim() && { note: this.note.trim() }) };
    const text = JSON.stringify(body);
    // The same wish, sent once more after a lost answer, is done once.
    if (this.#sending?.body !== text) this.#sending = { body: text, key: makeIdempotencyKey() };
    this.publishing = true;
    this.publishFault = undefined;
    this.port.update();
    const turn = this.#turn;
    try {
      const list = await this.port.client().call('publishDraft', { params: { id: draft }, body }, { signal: this.port.signal(), idempotencyKey: this.#sending.key, timeout: 120_000 });
      if (turn !== this.#turn) return false;
      this.done = { list, difference };
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      if (error instanceof ProblemError) this.#sending = undefined;
      this.publishFault = told(this.port, error);
      if (this.publishFault?.code === 'declaration.changed') await this.load(draft);
      return false;
    } finally {
      this.publishing = false;
      this.port.update();
    }
  }
}
