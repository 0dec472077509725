import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { GatewayClient } from '../../client/client.ts';
import { ProblemError, UnreachableError } from '../../client/errors.ts';
import type { Locale } from '../../i18n/locale.ts';
import { fileIcon, warningIcon } from '../icons.ts';
import { spanText } from './clock.ts';
import { saveBlob } from '../save-blob.ts';

/** What the download needs from the element it lives in. */
export interface PdfPort {
  locale(): Locale;
  client(): GatewayClient;
  signal(): AbortSignal;
  update(): void;
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
}

/** What the citizen holds. `page`: where it is tracked, with its code. */
export interface HeldReceipt {
  receipt: string;
  code: string;
  page?: string;
}

/** The longest address that the contract takes: longer ones make a QR code that no camera reads. */
const longestPage = 600;

/** The receipt as a PDF, made by the gateway from what the citizen holds. Nothing is lost when it fails: the receipt stays where it is. */
export class ReceiptPdf {
  state: 'idle' | 'making' | 'saved' | 'unreachable' | 'failed' | { retryAfter: number } = 'idle';

  constructor(readonly port: PdfPort) {}

  async save({ receipt, code, page }: HeldReceipt): Promise<void> {
    if (this.state === 'making') return;
    const { port } = this;
    this.#set('making');
    port.say(makingText);
    try {
      const shown = page && /^https?:/.test(page) && page.length <= longestPage ? page : undefined;
      const file = await port.client().call('receiptPdf', { body: { receipt, code, page: shown, language: port.locale() } }, { signal: port.signal() });
      saveBlob(file, `receipt-${code.slice(-4)}.pdf`);
      this.#set('saved');
      port.say(savedText);
    } catch (error) {
      if (port.signal().aborted) return this.#set('idle');
      const retryAfter = error instanceof ProblemError && error.problem.retryAfter;
      this.#set(error instanceof UnreachableError ? 'unreachable' : retryAfter ? { retryAfter } : 'failed');
    }
  }

  #set(state: ReceiptPdf['state']): void {
    this.state = state;
    this.port.update();
  }
}

const makingText = () => msg('PDF آماده می‌شود…', { id: 'receipt.pdf.making' });
const savedText = () => msg('PDF رسید دریافت شد', { id: 'receipt.pdf.saved' });

/** `label` where it stands beside another thing than the receipt. Call while rendering. */
export const pdfButton = ({ state }: ReceiptPdf, save: () => void, label = msg('دریافت PDF', { id: 'receipt.pdf' })): TemplateResult =>
  html`<button type="button" class="button" aria-disabled=${state === 'making' ? 'true' : nothing} @click=${save}>${fileIcon}${state === 'making' ? makingText() : label}</button>`;

/** What came of it, and what to do when nothing did. Call while rendering. */
export function pdfNote({ state, port }: ReceiptPdf): TemplateResult | typeof nothing {
  if (state === 'idle' || state === 'making') return nothing;
  if (state === 'saved') return html`<p class="soft small pdf-note no-print">${savedText()}</p>`;
  const said = state === 'unreachable' ? msg('به میز خدمت نرسیدیم و PDF ساخته نشد. رسید شما سر جایش است: وقتی اینترنت وصل شد دوباره بزنید، یا همین حالا چاپ کنید.', { id: 'receipt.pdf.unreachable' })
    : state === 'failed' ? msg('میز خدمت نتوانست PDF را بسازد. رسید شما سر جایش است: چند دقیقه دیگر دوباره بزنید، یا همین حالا چاپ کنید.', { id: 'receipt.pdf.failed' })
    : msg(str`PDF چند بار پشت هم خواسته شد. ${spanText(port.locale(), state.retryAfter * 1000)} دیگر دوباره بزنید، یا همین حالا چاپ کنید.`, { id: 'receipt.pdf.limited' });
  return html`<p class="note warn pdf-note no-print" role="alert">${warningIcon} ${said}</p>`;
}
