import { makeIdempotencyKey } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { DraftKinds } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';

export type Kind = DraftKinds['items'][number];
export const kindKey = ({ rule, column, severity }: Kind): string => `${severity}_${rule}_${column ?? ''}`;

/** Milliseconds: every row of a large file is read anew. */
const patience = 300_000;

/** What is said of the rows of a draft, by kind, and the one press that mends all of a kind. */
export class KindsModel {
  draft = '';
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  kinds?: DraftKinds;
  fault?: Fault;
  /** The kind of which it is asked whether all shall be mended. */
  asked?: string;
  fixing = false;
  fixFault?: Fault;
  /** Rows that the last press mended. */
  mended?: number;
  #turn = 0;
  #sending?: { body: string; key: string };

  constructor(readonly port: KeeperPort) {}

  /** Reads the kinds of a draft, unless they are those of this version of it. */
  async load(draft: string, version: number): Promise<void> {
    if (draft !== this.draft) this.close();
    if (this.kinds?.version === version && this.phase === 'ready') return;
    this.draft = draft;
    const turn = ++this.#turn;
    this.phase = 'pending';
    this.port.update();
    try {
      const kinds = await this.port.client().call('draftKinds', { params: { id: draft } }, { signal: this.port.signal(), timeout: patience });
      if (turn !== this.#turn) return;
      this.kinds = kinds;
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
    this.draft = '';
    this.phase = 'idle';
    this.kinds = this.fault = this.asked = this.fixFault = this.mended = this.#sending = undefined;
    this.fixing = false;
  }

  ask(kind?: Kind): void {
    this.asked = kind && kindKey(kind);
    this.fixFault = this.mended = undefined;
    this.port.update();
  }

  /** Does in all rows what is proposed for this kind. True when the gateway has done it. */
  async fixAll({ rule, column }: Kind, version: number): Promise<boolean> {
    if (this.fixing || !column) return false;
    const body = { version, column, rule };
    const text = JSON.stringify(body);
    // The same wish, sent once more after a lost answer, is done once.
    if (this.#sending?.body !== text) this.#sending = { body: text, key: makeIdempotencyKey() };
    this.fixing = true;
    this.fixFault = undefined;
    this.port.update();
    const turn = this.#turn;
    try {
      const { mended } = await this.port.client().call('fixAll', { params: { id: this.draft }, body }, { signal: this.port.signal(), idempotencyKey: this.#sending.key, timeout: patience });
      if (turn !== this.#turn) return false;
      this.mended = mended;
      this.asked = this.#sending = undefined;
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      if (error instanceof ProblemError) this.#sending = undefined;
      this.fixFault = told(this.port, error);
      return false;
    } finally {
      this.fixing = false;
      this.port.update();
    }
  }
}
