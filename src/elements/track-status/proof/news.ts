import { msg, str } from '@lit/localize';
import type { CallOptions, GatewayClient } from '../../../client/client.ts';
import type { NewsChoices } from '../../../contract/news.ts';
import { otpLength, type Fault } from '../../../core/proof/fault.ts';
import { ResendWait } from '../../../core/proof/resend-wait.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { alertState, onPermission, turnAlertsOff, turnAlertsOn, type AlertWords } from '../more/alerts.ts';
import type { ProofPort } from './proof-flow.ts';

/** Ticks about SMS: always, or only for an e-mail that reached nobody. */
export type SmsChoice = 'sms' | 'smsInstead';
/** What is being done, and where its fault is told. */
export type NewsAct = SmsChoice | 'address' | 'code' | 'remove';

/** What the choices need of the flow they belong to. */
export interface NewsPort extends Pick<ProofPort, 'code' | 'locale' | 'now' | 'signal' | 'status' | 'update' | 'say' | 'focus'> {
  choices(): NewsChoices | undefined;
  /** The choices are those of the answer afterwards; `lapsed` when the proof ran out. */
  change(call: (client: GatewayClient, options: CallOptions) => Promise<NewsChoices>): Promise<Fault | 'lapsed' | undefined>;
  /** Asks for them anew: another page may have changed them. */
  reload(): Promise<void>;
}

/** How news of the request come: by SMS, to a proven e-mail address, by the browser while the page is open. */
export class News {
  busy?: NewsAct;
  fault?: Fault & { at: NewsAct };
  address = '';
  otp = '';
  /** An address is being written although there is one. */
  writing = false;
  readonly wait: ResendWait;
  /** Asked the browser's user, who answered nothing. */
  unanswered = false;

  constructor(readonly port: NewsPort) {
    this.wait = new ResendWait(port);
    void onPermission(port.signal(), () => port.update());
  }

  /** The record was opened: a code may be on its way since before. */
  opened(): void {
    this.wait.start(this.port.choices()?.email?.waiting?.resendAfterSeconds ?? 0);
  }

  chooseSms(choice: SmsChoice, wanted: boolean): Promise<void> {
    return this.#act(choice, (client, options) => client.call('chooseNews', { params: this.#params, body: { [choice]: wanted } }, options), () => {
      this.port.say(() => !wanted
        ? msg('دیگر پیامک خبر نمی‌آید.', { id: 'track.news.sms.off' })
        : choice === 'sms'
          ? msg('از این پس پیامک می‌آید.', { id: 'track.news.sms.on' })
          : msg('از این پس اگر ایمیلی نرسد، همان خبر پیامک می‌شود.', { id: 'track.news.instead.on' }));
      return `#news-${choice}`;
    });
  }

  async addAddress(): Promise<void> {
    const address = this.address.trim();
    // What an address may look like the gateway knows: its rules are not downloaded twice.
    await (address ? this.#send({ address }) : this.#refuse({ at: 'address', kind: 'empty' }));
  }

  /** Another code, to the address that waits. */
  resend(): Promise<void> {
    return this.#send({});
  }

  #send(body: { address?: string }): Promise<void> {
    return this.#act('address', (client, options) => client.call('addNewsAddress', { params: this.#params, body }, options), () => {
      this.writing = false;
      this.otp = '';
      const { email } = this.port.choices()!;
      this.wait.start(email?.waiting?.resendAfterSeconds ?? 0);
      if (!email?.waiting) return '#news-email';
      this.port.say(() => msg(str`کدی به ${email.waiting!.address} رفت.`, { id: 'track.news.code.said' }));
      return '#news-otp';
    });
  }

  async proveAddress(): Promise<void> {
    const otp = toAsciiDigits(this.otp).replace(/\D/g, '');
    if (otp.length !== otpLength) return this.#refuse({ at: 'code', kind: otp ? 'length' : 'empty' });
    await this.#act('code', (client, options) => client.call('proveNewsAddress', { params: this.#params, body: { otp } }, options), () => {
      this.otp = this.address = '';
      this.port.say(() => msg('نشانی تأیید شد. خبرها به آن هم می‌رود.', { id: 'track.news.email.done' }));
      return '#news-email';
    });
    if (this.fault?.kind !== 'wrong') return;
    // Another page may have proven or removed it meanwhile.
    await this.port.reload();
    if (this.port.choices()?.email?.waiting) return;
    this.fault = undefined;
    this.port.update();
    await this.port.focus('#news-email');
  }

  removeAddress(): Promise<void> {
    return this.#act('remove', (client, options) => client.call('chooseNews', { params: this.#params, body: { email: null } }, options), () => {
      this.writing = false;
      this.address = '';
      this.port.say(() => msg('نشانی برداشته شد و دیگر ایمیلی نمی‌آید.', { id: 'track.news.email.removed' }));
      return '#news-address';
    });
  }

  async write(writing: boolean): Promise<void> {
    this.writing = writing;
    this.fault = undefined;
    this.port.update();
    await this.port.focus(writing ? '#news-address' : '#news-email');
  }

  type(what: 'address' | 'otp', text: string): void {
    this[what] = text;
    if (this.fault?.at === 'sms' || this.fault?.at === 'smsInstead' || this.fault?.at === 'remove') return;
    this.fault = undefined;
    this.port.update();
  }

  /** `first`: what the first note says; without it no more are shown. */
  async alertMe(first?: AlertWords): Promise<void> {
    const { code } = this.port;
    if (!first) turnAlertsOff(code);
    const state = first ? await turnAlertsOn(code, first) : 'off';
    this.unanswered = first !== undefined && state === 'off';
    if (first && state === 'on') this.port.say(() => first.body);
    this.port.update();
    await this.port.focus('#news-alert');
  }

  get alerts(): ReturnType<typeof alertState> {
    return alertState(this.port.code);
  }

  get #params() {
    return { code: this.port.code };
  }

  async #act(at: NewsAct, call: Parameters<NewsPort['change']>[0], done: () => string): Promise<void> {
    if (this.busy) return;
    this.busy = at;
    this.fault = undefined;
    this.port.update();
    const fault = await this.port.change(call);
    this.busy = undefined;
    if (fault === 'lapsed') return this.port.update();
    if (fault) return this.#refuse({ ...fault, at });
    const next = done();
    this.port.update();
    await this.port.focus(next);
  }

  async #refuse(fault: Fault & { at: NewsAct }): Promise<void> {
    this.fault = fault;
    if (fault.kind === 'limited') this.wait.start(fault.seconds ?? 60);
    this.port.update();
    await this.port.focus({ sms: '#news-sms', smsInstead: '#news-smsInstead', address: this.port.choices()?.email?.waiting && !this.writing ? '#news-otp' : '#news-address', code: '#news-otp', remove: '#news-email' }[fault.at]);
  }
}
