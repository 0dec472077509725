import { msg, str } from '@lit/localize';
import '../../../client/delay.ts';
import type { DelayReasonList } from '../../../contract/delay.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { KeptList } from './kept-list.ts';
import type { ConsolePort } from './port.ts';

/** Least length of a reason and of its rule, as the gateway takes them. */
const least = 5;

/** Reasons that the desks of the province may give for a delay. */
export class DelayReasonsModel extends KeptList<DelayReasonList> {
  /** What is written in the form. */
  title = '';
  rule = '';
  readonly missing = new Set<'title' | 'rule'>();
  /** It stands on the list already. */
  twice = false;
  /** Somebody is asked whether this one shall be taken off. */
  asked = '';

  constructor(port: ConsolePort) {
    super(port, (client, signal) => client.call('delayReasons', undefined, { signal }), (locale, { items }) =>
      msg(str`${formatNumber(locale, items.filter(({ retired }) => !retired).length)} علت`, { id: 'console.reasons.count' }));
  }

  async add(): Promise<void> {
    if (this.busy) return;
    const [title, rule] = [this.title.trim(), this.rule.trim()];
    this.missing.clear();
    this.twice = false;
    if (title.length < least) this.missing.add('title');
    if (rule.length < least) this.missing.add('rule');
    if (this.missing.size) {
      this.port.update();
      return this.port.focus('.reason-form [aria-invalid="true"]');
    }
    if (await this.act((client) => client.call('addDelayReason', { body: { title, rule } }))) {
      this.title = this.rule = '';
      this.port.say(() => msg('علت به فهرست رفت؛ نام شما کنار آن ماند.', { id: 'console.reasons.added' }));
      this.port.update();
      return this.port.focus('#reason-title');
    }
    this.twice = this.fault?.code === 'input.invalid';
    if (this.twice) {
      this.fault = undefined;
      this.port.update();
      await this.port.focus('#reason-title');
    }
  }

  async ask(id: string): Promise<void> {
    this.asked = id;
    this.port.update();
    await this.port.focus(id ? '#retire-now' : '#reasons-title');
  }

  async retire(id: string): Promise<void> {
    if (this.busy || !(await this.act((client) => client.call('retireDelayReason', { params: { id } })))) return;
    this.asked = '';
    this.port.say(() => msg('علت از فهرست برداشته شد.', { id: 'console.reasons.retired' }));
    this.port.update();
    await this.port.focus('#reasons-title');
  }

  override clear(): void {
    super.clear();
    this.title = this.rule = this.asked = '';
    this.missing.clear();
    this.twice = false;
  }
}
