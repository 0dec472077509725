import type { GatewayClient } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { ReceiptClaims } from '../../../contract/request.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { SignedError, SignedFault } from '../../../rules/signed-json.ts';
import { receiptIn, receiptInFile } from './find-receipt.ts';
import { ProofOfLog } from './proof-of-log.ts';
import { showsSigned } from './shown-facts.ts';

/** What the check needs from the element it lives in. */
export interface CheckPort {
  root: ShadowRoot;
  locale(): Locale;
  client(): GatewayClient;
  signal(): AbortSignal;
  update(): void;
  say(text: () => string): void;
  focus(selector: string): Promise<void>;
}

/**
 * `claims` and `signature` are one for people: it is not what was signed. `noKey`: this device has never had the keys and
 * there is no line; `unsupported`: the browser knows no Ed25519, or the page is not https.
 */
export type CheckFault = SignedFault | 'noQr' | 'noKey' | 'unsupported';

/**
 * Whether a receipt is one that the gateway signed, decided in this browser: nothing of the receipt is sent anywhere. The
 * public keys come from the gateway once and stay in the browser's cache, so that the next check needs no line.
 */
export class ReceiptCheck {
  step: 'closed' | 'open' | 'checking' | 'genuine' = 'closed';
  fault?: CheckFault;
  claims?: ReceiptClaims;
  /** What the file shows is another thing than what is signed in it. */
  altered = false;
  /** It was found in a PDF, whose words nobody can read here: only the signature inside was checked. */
  inPdf = false;
  /** Whether the genuine one stands in the log. */
  log?: ProofOfLog;
  /** Of the offering, when the line is there to ask for it. */
  title?: string;
  #turn = 0;

  constructor(readonly port: CheckPort) {
    const given = receiptIn(location.hash);
    if (given) void this.check(given);
  }

  open(): void {
    this.#turn++;
    this.step = 'open';
    this.fault = this.claims = this.title = undefined;
    this.port.update();
    void this.port.focus('#check');
  }

  async checkFile(file: File): Promise<void> {
    const { receipt, text, noQr } = await receiptInFile(file);
    await this.check(text ?? receipt ?? '', noQr ? 'noQr' : 'malformed');
  }

  /** Looks for a receipt in a text, which may be that of a saved one; `none` is what is told when there is none. */
  async check(text: string, none: CheckFault = 'malformed'): Promise<void> {
    const turn = ++this.#turn;
    this.step = 'checking';
    this.fault = this.claims = this.title = undefined;
    this.port.update();
    const receipt = receiptIn(text);
    try {
      if (!receipt) throw none;
      const claims = await this.#verify(receipt);
      if (turn !== this.#turn) return;
      this.claims = claims;
      this.log = new ProofOfLog(this.port, receipt);
      this.altered = !showsSigned(text, claims);
      this.inPdf = text.startsWith('%PDF-');
      this.step = 'genuine';
    } catch (fault) {
      if (turn !== this.#turn) return;
      this.fault = fault as CheckFault;
      this.step = 'open';
    }
    this.port.update();
    await this.port.focus(this.claims ? '#genuine' : '#check-fault');
    if (this.claims) await this.#findTitle(this.claims, turn);
  }

  /** Throws a {@link CheckFault}. */
  async #verify(receipt: string): Promise<ReceiptClaims> {
    const { verifyReceipt } = await import('../../../rules/receipt.ts').catch(() => { throw 'noKey' satisfies CheckFault; });
    if (!(await knowsEd25519())) throw 'unsupported' satisfies CheckFault;
    // What lies here first, however old: keys never change, new ones join them.
    for (const cache of ['force-cache', 'reload'] as const) {
      try {
        return await verifyReceipt(receipt, await this.#keys(cache));
      } catch (error) {
        if (typeof error === 'string') throw error;
        const { reason } = error as SignedError;
        if (reason !== 'unknownKey') throw reason ?? ('unsupported' satisfies CheckFault);
        if (cache === 'reload') throw reason;
      }
    }
    throw 'unknownKey' satisfies CheckFault;
  }

  async #keys(cache: RequestCache) {
    try {
      return (await this.port.client().call('receiptKeys', {}, { cache, signal: this.port.signal() })).keys;
    } catch (error) {
      throw cache === 'reload' && error instanceof ProblemError ? 'unknownKey' : 'noKey';
    }
  }

  async #findTitle({ offering }: ReceiptClaims, turn: number): Promise<void> {
    try {
      const { title } = await this.port.client().call('offering', { params: { id: offering } }, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      this.title = title;
      this.port.update();
    } catch {
      // The id stands there.
    }
  }
}

/** Chromium does since 137, Firefox since 129, Safari since 17; none on plain http. */
async function knowsEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32).fill(1), 'Ed25519', false, ['verify']);
    return true;
  } catch {
    return false;
  }
}
