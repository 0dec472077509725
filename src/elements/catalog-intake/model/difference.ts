import type { Difference, PublicationList } from '../../../contract/intake.ts';
import type { NationalField } from '../../../contract/offering.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';
import { Wish } from '../../../core/staff/wish.ts';
import type { Column } from './place.ts';

type Cells = Partial<Record<Column, string>>;
/** Cells that were emptied so that the national sheet speaks, with what stood in them. */
interface Given { title: string; row: number; fields: NationalField[]; cells: Cells }

/** Columns that a field stands in. */
const columnsOf = (field: NationalField): Column[] => (field === 'visits' ? ['visits', 'visitReason'] : [field]);

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
  /** What was given to the national sheet last, for the way back. */
  given?: Given;
  giving = false;
  giveFault?: Fault;
  /** Why the draft is sent back, as it is written. */
  reason = '';
  reasonMissing = false;
  returning = false;
  returnFault?: Fault;
  #turn = 0;
  readonly #wish = new Wish();

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
    this.draft = this.note = this.reason = '';
    this.phase = 'idle';
    this.difference = this.fault = this.publishFault = this.done = this.given = this.giveFault = this.returnFault = undefined;
    this.#wish.forget();
    this.agreed = this.unagreed = this.publishing = this.giving = this.returning = this.reasonMissing = false;
  }

  /** Empties the cells of some fields of a service, so that the national sheet speaks. */
  async give({ title, row }: { title: string; row: number }, fields: NationalField[]): Promise<void> {
    await this.#mend(async (put) => {
      const { items } = await this.port.client().call('draftRows', { params: { id: this.draft }, query: { cursor: String(row - 1), limit: '1' } }, { signal: this.port.signal() });
      const stood: Cells = items[0]?.row === row ? items[0].cells : {};
      const given: Given = { title, row, fields, cells: {} };
      for (const column of fields.flatMap(columnsOf)) {
        const text = stood[column];
        if (!text) continue;
        await put(row, column, '');
        given.cells[column] = text;
        this.given = given;
      }
    });
  }

  /** Puts back what stood in the cells that were given to the national sheet last. */
  async takeBack(): Promise<void> {
    const { given } = this;
    if (!given) return;
    await this.#mend(async (put) => {
      for (const [column, text] of Object.entries(given.cells) as [Column, string][]) await put(given.row, column, text);
      this.given = undefined;
    });
  }

  /** Mends cells one after another and reads the difference anew, also where one of them did not go through. */
  async #mend(work: (put: (row: number, column: Column, value: string) => Promise<void>) => Promise<void>): Promise<void> {
    if (this.giving || this.publishing || !this.difference || this.phase !== 'ready') return;
    let { version } = this.difference;
    const turn = this.#turn;
    this.giving = true;
    this.giveFault = undefined;
    this.port.update();
    let fault: Fault | undefined;
    try {
      await work(async (row, column, value) => {
        ({ version } = await this.port.client().call('mendCell', { params: { id: this.draft }, body: { version, row, column, value } }, { signal: this.port.signal() }));
      });
    } catch (error) {
      fault = told(this.port, error);
    }
    if (turn === this.#turn) {
      await this.load(this.draft);
      this.giveFault = fault;
    }
    this.giving = false;
    this.port.update();
  }

  /** Sends the draft back to those who drafted it. True when they have it. */
  async sendBack(): Promise<boolean> {
    const { difference, draft } = this;
    if (this.returning || this.publishing || !difference || this.phase !== 'ready') return false;
    const reason = this.reason.trim();
    this.reasonMissing = reason.length < 2;
    this.returnFault = undefined;
    if (this.reasonMissing) {
      this.port.update();
      return false;
    }
    this.returning = true;
    this.port.update();
    const turn = this.#turn;
    try {
      // Not tried again by itself: what was sent back stands in the draft, and a second time would be told as a change.
      await this.port.client().call('returnDraft', { params: { id: draft }, body: { version: difference.version, reason } }, { signal: this.port.signal(), retries: 0 });
      return turn === this.#turn;
    } catch (error) {
      if (turn !== this.#turn) return false;
      this.returnFault = told(this.port, error);
      if (this.returnFault?.code === 'declaration.changed') await this.load(draft);
      return false;
    } finally {
      this.returning = false;
      this.port.update();
    }
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
    const idempotencyKey = this.#wish.keyOf(body);
    this.publishing = true;
    this.publishFault = undefined;
    this.port.update();
    const turn = this.#turn;
    try {
      const list = await this.port.client().call('publishDraft', { params: { id: draft }, body }, { signal: this.port.signal(), idempotencyKey, timeout: 120_000 });
      if (turn !== this.#turn) return false;
      this.done = { list, difference };
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      this.#wish.failed(error);
      this.publishFault = told(this.port, error);
      if (this.publishFault?.code === 'declaration.changed') await this.load(draft);
      return false;
    } finally {
      this.publishing = false;
      this.port.update();
    }
  }
}
