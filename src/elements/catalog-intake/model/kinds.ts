import type { DraftKinds } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';
import { Wish } from '../../../core/staff/wish.ts';

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
  readonly #wish = new Wish();

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
    this.kinds = this.fault = this.asked = this.fixFault = this.mended = undefined;
    this.#wish.forget();
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
    const idempotencyKey = this.#wish.keyOf(body);
    this.fixing = true;
    this.fixFault = undefined;
    this.port.update();
    const turn = this.#turn;
    try {
      const { mended } = await this.port.client().call('fixAll', { params: { id: this.draft }, body }, { signal: this.port.signal(), idempotencyKey, timeout: patience });
      if (turn !== this.#turn) return false;
      this.mended = mended;
      this.asked = undefined;
      this.#wish.forget();
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      this.#wish.failed(error);
      this.fixFault = told(this.port, error);
      return false;
    } finally {
      this.fixing = false;
      this.port.update();
    }
  }
}
