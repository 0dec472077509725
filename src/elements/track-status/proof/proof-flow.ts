import { msg } from '@lit/localize';
import { makeIdempotencyKey, type GatewayClient } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { Upload } from '../../../contract/form.ts';
import type { RequestRecord, RequestStatus } from '../../../contract/request.ts';
import { saveBlob } from '../../../core/save-blob.ts';
import { ReceiptPdf } from '../../../core/facts/receipt-pdf.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { ProofOfLog } from '../more/proof-of-log.ts';
import { faultOf, otpLength, type Fault } from './fault.ts';
import { OwnActs, type OwnAct } from './own-acts.ts';

/** What the flow needs from the element it lives in. */
export interface ProofPort {
  code: string;
  locale(): Locale;
  /** The gateway's present. */
  now(): Date;
  client(): GatewayClient;
  signal(): AbortSignal;
  status(): RequestStatus;
  update(): void;
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
  focus(selector: string): Promise<void>;
  /** The record brought a newer status. */
  changed(status: RequestStatus): void;
}

/** The state is another one than the one that was shown. */
const changes = new Set<string>(['transition.notAllowed', 'request.windowOver']);

/**
 * From asking for a one-time code to the whole record. A chunk of its own: most visits only look at the state. The token
 * lives in this object and nowhere else; leaving the page or asking for another code forgets it.
 */
export class ProofFlow {
  step: 'asking' | 'asked' | 'confirming' | 'open' = 'asking';
  otp = '';
  fault?: Fault;
  /** Milliseconds since the epoch from which another code may be sent. */
  resendAt = 0;
  /** The proof ran out while the record was open. */
  expired = false;
  record?: RequestRecord;
  reply = '';
  replyFault?: Fault;
  replying = false;
  replied = false;
  fileFault?: string;
  /** Ids of files that are on their way. */
  readonly fetching = new Set<string>();
  #token = '';
  /** Names the asking to which the code that is typed belongs. */
  #challenge = '';
  #replyKey = '';

  /** Whether the request stands in the log; there as soon as the record is. */
  log?: ProofOfLog;
  readonly acts: OwnActs;
  /** Of the receipt, where the gateway makes one. */
  readonly pdf: ReceiptPdf;

  constructor(readonly port: ProofPort) {
    this.pdf = new ReceiptPdf(port);
    this.acts = new OwnActs({
      update: () => port.update(), say: (text) => port.say(text), focus: (selector) => port.focus(selector),
      change: (act, text, key) => this.#change(act, text, key),
    });
  }

  /** Sends a one-time code; the answer is the same whether the tracking code exists or not. */
  async ask(): Promise<void> {
    if (this.step === 'asking' && this.#busy) return;
    this.#busy = true;
    const first = this.step !== 'asked';
    if (first) this.step = 'asking';
    this.fault = undefined;
    this.port.update();
    try {
      const asked = await this.port.client().call('askProof', { params: { code: this.port.code } }, { signal: this.port.signal() });
      this.#challenge = asked.challenge;
      this.resendAt = Date.now() + asked.resendAfterSeconds * 1000;
      this.step = 'asked';
      this.port.say(() => msg('اگر این کد درست باشد، پیامکی به شماره‌ای که ثبت کرده‌اید رفت.', { id: 'track.otp.sent' }));
      this.#tick();
    } catch (error) {
      this.step = 'asked';
      this.fault = faultOf(error);
      if (this.fault.seconds) this.resendAt = Date.now() + this.fault.seconds * 1000;
      this.#tick();
    }
    this.#busy = false;
    this.port.update();
    await this.port.focus('#otp');
  }
  #busy = false;

  async confirm(): Promise<void> {
    if (this.step !== 'asked') return;
    const otp = toAsciiDigits(this.otp).replace(/\D/g, '');
    this.fault = otp.length === otpLength ? undefined : { kind: otp ? 'length' : 'empty' };
    if (this.fault) return this.#back();
    this.step = 'confirming';
    this.port.update();
    try {
      const params = { code: this.port.code };
      const proof = await this.port.client().call('giveProof', { params, body: { otp, challenge: this.#challenge || undefined } }, { signal: this.port.signal() });
      this.#token = proof.token;
      this.port.client().numberProof = proof;
      this.#open(await this.port.client().call('requestRecord', { params }, this.#options));
      this.step = 'open';
      this.otp = '';
      this.expired = false;
      this.port.update();
      await this.port.focus('#record');
    } catch (error) {
      this.step = 'asked';
      this.fault = faultOf(error);
      return this.#back();
    }
  }

  /** Brings the open record up to date; a failure leaves what is shown. */
  async reload(): Promise<void> {
    if (this.step !== 'open') return;
    try {
      this.record = await this.port.client().call('requestRecord', { params: { code: this.port.code } }, this.#options);
      this.port.update();
    } catch (error) {
      this.#lapse(error);
    }
  }

  async sendReply(): Promise<void> {
    if (this.replying) return;
    const text = this.reply.trim();
    if (!text) {
      this.replyFault = { kind: 'empty' };
      this.port.update();
      return this.port.focus('#reply');
    }
    this.replying = true;
    this.replyFault = undefined;
    // One key until it went through: a second press or a lost answer does not reply twice.
    this.#replyKey ||= makeIdempotencyKey();
    this.port.update();
    try {
      const options = { ...this.#options, idempotencyKey: this.#replyKey };
      this.#open(await this.port.client().call('reply', { params: { code: this.port.code }, body: { text } }, options));
      this.reply = this.#replyKey = '';
      this.replied = true;
      this.port.say(() => msg('پاسخ شما به کارشناس رسید.', { id: 'track.reply.sent' }));
      this.replying = false;
      this.port.update();
      await this.port.focus('#record');
    } catch (error) {
      this.replying = false;
      if (this.#lapse(error)) return;
      this.replyFault = error instanceof ProblemError && error.code === 'transition.notAllowed' ? { kind: 'changed' } : faultOf(error);
      if (this.replyFault.kind === 'changed') {
        await this.reload();
        if (this.record) this.port.changed(this.record.status);
      }
      this.port.update();
      await this.port.focus('#reply');
    }
  }

  async #change(act: OwnAct, text: string, idempotencyKey: string): Promise<Fault | 'lapsed' | undefined> {
    try {
      this.#open(await this.port.client().call(act, { params: { code: this.port.code }, body: { text } }, { ...this.#options, idempotencyKey }));
      return undefined;
    } catch (error) {
      if (this.#lapse(error)) return 'lapsed';
      if (!(error instanceof ProblemError && changes.has(error.code))) return faultOf(error);
      await this.reload();
      if (this.record) this.port.changed(this.record.status);
      return this.record ? { kind: 'changed' } : 'lapsed';
    }
  }

  setReply(text: string): void {
    this.reply = text;
    this.#replyKey = '';
    if (this.replyFault?.kind === 'empty' && text.trim()) {
      this.replyFault = undefined;
      this.port.update();
    }
  }

  async download(file: Upload): Promise<void> {
    if (this.fetching.has(file.id)) return;
    this.fetching.add(file.id);
    this.fileFault = undefined;
    this.port.update();
    try {
      const params = { code: this.port.code, upload: file.id };
      const client = this.port.client();
      const { link } = await client.call('requestFile', { params }, this.#options);
      saveBlob(await client.call('file', { params: { link } }, { signal: this.port.signal() }), file.name);
    } catch (error) {
      if (!this.#lapse(error)) this.fileFault = file.name;
    }
    this.fetching.delete(file.id);
    this.port.update();
  }

  savePdf(): void {
    const page = new URL(location.href);
    page.hash = '';
    page.searchParams.set('code', this.port.code);
    void this.pdf.save({ receipt: this.record!.receipt, code: this.port.code, page: page.href });
  }

  get #options() {
    return { proof: this.#token, signal: this.port.signal() };
  }

  #open(record: RequestRecord): void {
    this.record = record;
    this.log ??= new ProofOfLog(this.port, record.receipt);
    this.port.changed(record.status);
  }

  async #back(): Promise<void> {
    this.port.update();
    await this.port.focus('#otp');
  }

  /** A proof that ran out closes the record and asks for a new code; what was typed stays. */
  #lapse(error: unknown): boolean {
    const over = error instanceof ProblemError && (error.status === 401 || error.code === 'proof.wrong' || error.code === 'request.notFound');
    if (!over) return false;
    this.#token = '';
    this.record = undefined;
    this.expired = true;
    this.step = 'asked';
    this.port.update();
    return true;
  }

  /** Counts the wait down on the screen while there is one. */
  #tick = (): void => {
    this.port.update();
    if (this.step !== 'open' && this.resendAt > Date.now() && !this.port.signal().aborted) setTimeout(this.#tick, 1000);
  };
}
