import { makeIdempotencyKey } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { Draft } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';

/** Bytes that the gateway takes: `largerUploads` there. */
export const mostBytes = 100_000_000;
/** Milliseconds: a large file on a thin line. */
const patience = 900_000;
/** How often the gateway is asked how far it has read. Milliseconds. */
const interval = 700;

/** A file as it is handed in. */
export interface Given { file: Blob; name: string; agency: string }
interface Sent extends Given { key: string }

/** A file on its way to the gateway, which reads it while it is watched. */
export class UploadModel {
  phase: 'idle' | 'sending' | 'reading' = 'idle';
  name = '';
  /** Part that is read, 0 to 1. */
  part = 0;
  fault?: Fault | { code: 'empty' };
  /** Files that were handed in together and whose turn has not come. */
  waiting: Given[] = [];
  /** How many of those together are read. */
  read = 0;
  #sent?: Sent;

  constructor(readonly port: KeeperPort) {}

  get busy(): boolean {
    return this.phase !== 'idle';
  }

  /** The file is still here and may be sent once more. */
  get canRetry(): boolean {
    return !this.busy && !!this.#sent;
  }

  /** Takes files that are handed in together. They go one after another, so that each has the whole line and its own report. */
  take(given: readonly Given[]): void {
    if (!this.waiting.length) this.read = 0;
    this.waiting = [...given, ...this.waiting];
  }

  /** Hands in the next file that waits; gives its draft, or undefined when it did not come to one. */
  async next(): Promise<Draft | undefined> {
    if (this.busy) return undefined;
    const [next, ...others] = this.waiting;
    if (!next) return undefined;
    this.waiting = others;
    const { file, name } = next;
    this.name = name;
    this.#sent = undefined;
    this.fault = !file.size ? { code: 'empty' } : file.size > mostBytes ? { code: 'upload.tooLarge' } : undefined;
    if (this.fault) {
      this.port.update();
      return undefined;
    }
    // The same wish, sent once more after a lost answer, is done once.
    this.#sent = { ...next, key: makeIdempotencyKey() };
    return this.again();
  }

  async again(): Promise<Draft | undefined> {
    if (this.busy || !this.#sent) return undefined;
    const { file, name, agency, key } = this.#sent;
    this.phase = 'sending';
    this.part = 0;
    this.fault = undefined;
    this.port.update();
    const watching = new AbortController();
    void this.#watch(agency, watching.signal);
    try {
      const draft = await this.port.client().call('handIn', { query: { agency, name }, body: file }, { signal: this.port.signal(), idempotencyKey: key, timeout: patience });
      this.#sent = undefined;
      this.read++;
      return draft;
    } catch (error) {
      this.fault = told(this.port, error);
      if (error instanceof ProblemError && error.status < 500 && error.code !== 'staff.signInNeeded') this.#sent = undefined;
      return undefined;
    } finally {
      watching.abort();
      this.phase = 'idle';
      this.port.update();
    }
  }

  clear(): void {
    this.fault = undefined;
    this.#sent = undefined;
    this.waiting = [];
    this.read = 0;
    this.name = '';
  }

  /** Asks again and again how far the newest file of the agency is read. */
  async #watch(agency: string, ended: AbortSignal): Promise<void> {
    const known = new Set<string>();
    for (let first = true; !ended.aborted; first = false) {
      try {
        const { items } = await this.port.client().call('drafts', { query: { agency } }, { signal: ended, retries: 0 });
        if (first) for (const { id } of items) known.add(id);
        const fresh = items.find(({ id, state }) => state === 'reading' && !known.has(id));
        if (fresh) {
          this.phase = 'reading';
          this.part = fresh.part;
          this.port.update();
        }
      } catch {
        // Only a bar that stands still: the answer to the file itself tells what is wrong.
      }
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  }
}
