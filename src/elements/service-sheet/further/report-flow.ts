import { ProblemError } from '../../../client/errors.ts';
import type { GatewayClient } from '../../../client/client.ts';
import { randomKey } from '../../../core/random-key.ts';

const shortest = 5;
export const longest = 1000;

export interface ReportHost {
  client(): GatewayClient;
  changed(): void;
  /** The next step is shown: focus goes to what has this id. */
  focus(id: string): void;
}

/** A reader says what is wrong in the sheet. What was written stays until it has arrived. */
export class ReportFlow {
  step: 'closed' | 'writing' | 'sending' | 'sent' = 'closed';
  text = '';
  fault?: 'short' | 'long' | 'limited' | 'unreachable' | 'failed';
  #key = randomKey();

  constructor(private readonly host: ReportHost, private readonly offering: { id: string; version: number }) {}

  open(): void {
    this.step = 'writing';
    this.host.changed();
    this.host.focus('report');
  }

  close(): void {
    this.step = 'closed';
    this.fault = undefined;
    this.host.changed();
    this.host.focus('report-open');
  }

  write(text: string): void {
    if (text === this.text) return;
    this.text = text;
    // Other words are another report; the same ones, sent again, are the same.
    this.#key = randomKey();
    this.fault = undefined;
    this.host.changed();
  }

  async send(): Promise<void> {
    if (this.step !== 'writing') return;
    const text = this.text.trim();
    this.fault = text.length < shortest ? 'short' : text.length > longest ? 'long' : undefined;
    if (this.fault) {
      this.host.changed();
      return this.host.focus('report');
    }
    this.step = 'sending';
    this.host.changed();
    try {
      const { id, version } = this.offering;
      await this.host.client().call('reportSheet', { params: { id }, body: { version, text } }, { idempotencyKey: this.#key });
      this.step = 'sent';
      this.text = '';
      this.host.changed();
      this.host.focus('report-sent');
    } catch (error) {
      this.step = 'writing';
      this.fault = !(error instanceof ProblemError) ? 'unreachable' : error.code === 'rate.limited' ? 'limited' : 'failed';
      this.host.changed();
      this.host.focus('report');
    }
  }
}
