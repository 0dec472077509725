import { ProblemError } from '../../../client/errors.ts';
import type { Upload } from '../../../contract/form.ts';
import type { RequestRecord, RequestStatus } from '../../../contract/request.ts';
import { saveBlob } from '../../../core/save-blob.ts';
import { ReceiptPdf } from '../../../core/facts/receipt-pdf.ts';
import { faultOf, type Fault } from '../../../core/proof/fault.ts';
import { OneTimeCode, type OtpPort } from '../../../core/proof/one-time-code.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { ProofOfLog } from '../more/proof-of-log.ts';
import { Others } from './others.ts';
import { News, type NewsPort } from './news.ts';
import { OwnActs, type OwnAct } from './own-acts.ts';
import { Reply } from './reply.ts';

/** What the flow needs from the element it lives in. */
export interface ProofPort extends OtpPort {
  locale(): Locale;
  /** The gateway's present. */
  now(): Date;
  status(): RequestStatus;
  /** Shows another request. */
  open(code: string): void;
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
  readonly oneTime: OneTimeCode;
  /** The proof ran out while the record was open. */
  expired = false;
  record?: RequestRecord;
  fileFault?: string;
  /** Ids of files that are on their way. */
  readonly fetching = new Set<string>();
  #token = '';

  /** Whether the request stands in the log; there as soon as the record is. */
  log?: ProofOfLog;
  readonly acts: OwnActs;
  readonly reply: Reply;
  readonly others: Others;
  readonly news: News;
  /** Of the receipt, where the gateway makes one. */
  readonly pdf: ReceiptPdf;

  constructor(readonly port: ProofPort) {
    this.pdf = new ReceiptPdf(port);
    this.others = new Others(port, () => this.#options);
    this.oneTime = new OneTimeCode(port, async ({ token }) => {
      this.#token = token;
      this.#open(await port.client().call('requestRecord', { params: { code: port.code } }, this.#options));
      this.expired = false;
      void this.others.ask();
      this.news.opened();
    });
    const { code } = port;
    const told = { code, update: () => port.update(), say: (text: () => string) => port.say(text), focus: (selector: string) => port.focus(selector) };
    this.news = new News({
      ...told, locale: () => port.locale(), now: () => port.now(), signal: () => port.signal(), status: () => port.status(),
      choices: () => this.record?.news, change: (call) => this.#choose(call), reload: () => this.reload(),
    });
    this.reply = new Reply({
      ...told, locale: () => port.locale(), gateway: () => port.client().gateway,
      send: async (body, idempotencyKey) => this.#open(await port.client().call('reply', { params: { code }, body }, { ...this.#options, idempotencyKey })),
      lapse: (error) => this.#lapse(error),
      reload: () => this.#reloadAll(),
      proof: () => ({ authorization: `Bearer ${this.#token}` }),
    });
    this.acts = new OwnActs({
      ...told,
      change: (act, text, key) => this.#change(act, text, key),
    });
  }

  get step(): OneTimeCode['step'] {
    return this.oneTime.step;
  }

  async confirm(): Promise<void> {
    await this.oneTime.confirm();
    if (this.step === 'open') await this.port.focus('#record');
  }

  /** Brings the open record up to date; a failure leaves what is shown, and a proof that ran out closes nothing under the hands of who is writing. */
  async reload(): Promise<void> {
    if (this.step !== 'open') return;
    try {
      this.record = await this.port.client().call('requestRecord', { params: { code: this.port.code } }, this.#options);
      this.reply.follow(this.record);
      this.port.update();
    } catch (error) {
      if (!this.reply.unsent && !this.acts.open) this.#lapse(error);
    }
  }

  /** The record and, with it, the state above it. */
  async #reloadAll(): Promise<void> {
    await this.reload();
    if (this.record) this.port.changed(this.record.status);
  }

  async #change(act: OwnAct, text: string, idempotencyKey: string): Promise<Fault | 'lapsed' | undefined> {
    try {
      this.#open(await this.port.client().call(act, { params: { code: this.port.code }, body: { text } }, { ...this.#options, idempotencyKey }));
      return undefined;
    } catch (error) {
      if (this.#lapse(error)) return 'lapsed';
      if (!(error instanceof ProblemError && changes.has(error.code))) return faultOf(error);
      await this.#reloadAll();
      return this.record ? { kind: 'changed' } : 'lapsed';
    }
  }

  async #choose(call: Parameters<NewsPort['change']>[0]): Promise<Fault | 'lapsed' | undefined> {
    try {
      const news = await call(this.port.client(), this.#options);
      if (this.record) this.record = { ...this.record, news };
      return undefined;
    } catch (error) {
      // A wrong code of an address says nothing about the proof of the number.
      const wrong = error instanceof ProblemError && error.code === 'proof.wrong';
      return !wrong && this.#lapse(error) ? 'lapsed' : faultOf(error);
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
    this.reply.follow(record);
    this.log ??= new ProofOfLog(this.port, record.receipt);
    this.port.changed(record.status);
  }

  /** A proof that ran out closes the record and asks for a new code; what was typed stays. */
  #lapse(error: unknown): boolean {
    const over = error instanceof ProblemError && (error.status === 401 || error.code === 'proof.wrong' || error.code === 'request.notFound');
    if (!over) return false;
    this.#token = '';
    this.record = undefined;
    this.expired = true;
    this.oneTime.lapse();
    return true;
  }
}
