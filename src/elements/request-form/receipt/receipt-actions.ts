import { msg, str } from '@lit/localize';
import type { GatewayClient } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { Filed } from '../../../contract/request.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { printAlone } from '../../../core/print.ts';
import { copyText } from '../../../core/copy-text.ts';
import { ReceiptPdf } from '../../../core/facts/receipt-pdf.ts';
import { saveReceipt } from './save-receipt.ts';

/** What a receipt needs from the element that shows it. */
export interface ReceiptPort {
  host: HTMLElement;
  locale: Locale;
  /** What was filed, as sentences call it. Call while rendering. */
  thing(): string;
  client: GatewayClient;
  signal: AbortSignal;
  update(): void;
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
}

/** What a citizen does with a receipt, and what came of it. */
export class ReceiptActions {
  /** Whether the code was copied: undefined before it was tried. */
  copied?: boolean;
  text?: 'sending' | 'sent' | 'failed' | { retryAfter: number };
  /** Where the gateway makes one. */
  readonly pdf?: ReceiptPdf;

  constructor(
    readonly filed: Filed,
    readonly port: ReceiptPort,
  ) {
    const { locale, client, signal, update, say } = port;
    if (filed.pdf) this.pdf = new ReceiptPdf({ locale: () => locale, client: () => client, signal: () => signal, update, say });
  }

  get #root(): ShadowRoot {
    return this.port.host.shadowRoot!;
  }

  print(): void {
    printAlone(this.port.host);
  }

  async copy(): Promise<void> {
    this.copied = await copyText(this.filed.code, this.#root.querySelector<HTMLElement>('.tracking .code'));
    this.port.say(() => (this.copied ? msg('کپی شد', { id: 'receipt.copied' }) : msg('کپی نشد', { id: 'receipt.notCopied' })));
    this.port.update();
  }

  save(): void {
    const { locale } = this.port;
    this.port.say(() => {
      saveReceipt(this.#root.querySelector('#receipt')!, this.filed, locale, msg(str`رسید ${this.port.thing()}`, { id: 'receipt.document' }));
      return msg('رسید ذخیره شد', { id: 'receipt.saved' });
    });
  }

  /** Sends the code once more to the mobile number that was filed. */
  async sendText(): Promise<void> {
    if (this.text === 'sending') return;
    this.text = 'sending';
    this.port.update();
    try {
      await this.port.client.call('textReceipt', { params: { code: this.filed.code } }, { signal: this.port.signal });
      this.text = 'sent';
    } catch (error) {
      this.text = error instanceof ProblemError && error.problem.retryAfter ? { retryAfter: error.problem.retryAfter } : 'failed';
    }
    this.port.update();
  }
}
