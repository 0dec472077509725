import { msg } from '@lit/localize';
import { makeIdempotencyKey } from '../../../client/client.ts';
import type { Fault } from '../../../core/proof/fault.ts';
import { keepWords, keptWords } from './kept-words.ts';

export type OwnAct = 'withdraw' | 'object';

/** What an act needs of the flow it belongs to. */
export interface ActPort {
  readonly code: string;
  update(): void;
  say(text: () => string): void;
  focus(selector: string): Promise<void>;
  /** Sends it; `lapsed` when the proof ran out. The record is up to date afterwards. */
  change(act: OwnAct, text: string, idempotencyKey: string): Promise<Fault | 'lapsed' | undefined>;
}

/** Taking a request back, and objecting to its answer: opened by one press, done by a second. What was typed stays until it went through, over a reload too. */
export class OwnActs {
  /** Whose form is open. */
  open?: OwnAct;
  /** What went through last. */
  done?: OwnAct;
  fault?: Fault;
  sending = false;
  readonly words: Record<OwnAct, string>;
  #key = '';

  constructor(readonly port: ActPort) {
    this.words = { withdraw: keptWords(port.code, 'withdraw'), object: keptWords(port.code, 'object') };
    this.open = this.words.object ? 'object' : this.words.withdraw ? 'withdraw' : undefined;
  }

  async show(act: OwnAct | undefined): Promise<void> {
    const closed = this.open;
    this.open = act;
    this.fault = undefined;
    // Who lets it be is not asked again after a reload.
    if (closed) keepWords(this.port.code, closed, '');
    if (act) keepWords(this.port.code, act, this.words[act]);
    this.port.update();
    await this.port.focus(act ? '#own-words' : `#open-${closed}`);
  }

  type(act: OwnAct, words: string): void {
    this.words[act] = words;
    keepWords(this.port.code, act, words);
    this.#key = '';
    if (this.fault?.kind === 'empty' && words.trim()) {
      this.fault = undefined;
      this.port.update();
    }
  }

  async send(act: OwnAct): Promise<void> {
    if (this.sending) return;
    const text = this.words[act].trim();
    this.fault = act === 'object' && !text ? { kind: 'empty' } : undefined;
    if (this.fault) {
      this.port.update();
      return this.port.focus('#own-words');
    }
    this.sending = true;
    // One key until it went through: a second press or a lost answer does nothing twice.
    this.#key ||= makeIdempotencyKey();
    this.port.update();
    const fault = await this.port.change(act, text, this.#key);
    this.sending = false;
    if (fault === 'lapsed') return this.port.update();
    this.fault = fault;
    if (!fault) {
      this.open = undefined;
      this.done = act;
      this.words[act] = this.#key = '';
      keepWords(this.port.code, act, '');
      this.port.say(() => doneText(act));
    }
    this.port.update();
    await this.port.focus(fault ? '#own-words' : '#record');
  }
}

/** Call while rendering. */
export const doneText = (act: OwnAct): string => act === 'object'
  ? msg('اعتراض شما ثبت شد. مسئول بالاتر به آن پاسخ می‌دهد.', { id: 'track.object.done' })
  : msg('درخواست خود را پس گرفتید.', { id: 'track.withdraw.done' });
