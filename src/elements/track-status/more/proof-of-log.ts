import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { GatewayClient } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import { saveBlob } from '../../../core/save-blob.ts';
import { checkCircleIcon, hourglassIcon, saveIcon, warningIcon } from '../../../core/icons.ts';
import { formatDate, formatNumber, formatTime } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { ProvenInLog } from './prove-in-log.ts';

/** What the proof needs from the element it lives in. */
export interface LogPort {
  locale(): Locale;
  client(): GatewayClient;
  signal(): AbortSignal;
  update(): void;
  focus(selector: string): Promise<void>;
}

/**
 * `missing`: the gateway says that its log does not hold what it signed a receipt of; `wrong`: what it gave proves
 * nothing; `closed`: it has no such log; `unsupported`: this browser knows no Ed25519.
 */
type LogFault = 'notYet' | 'missing' | 'wrong' | 'closed' | 'unsupported' | 'failed';

/** One press: whether the request of a receipt stands in the log that the gateway has signed. */
export class ProofOfLog {
  step: 'idle' | 'proving' | LogFault | ProvenInLog = 'idle';

  constructor(readonly port: LogPort, readonly receipt: string) {}

  async prove(): Promise<void> {
    if (this.step === 'proving') return;
    this.#set('proving');
    const { port } = this;
    try {
      const { proveInLog } = await import('./prove-in-log.ts');
      this.#set((await proveInLog(port.client(), this.receipt, port.signal())) ?? 'wrong');
    } catch (error) {
      if (port.signal().aborted) return this.#set('idle');
      this.#set(faultOf(error));
    }
    await port.focus('#log-proof');
  }

  #set(step: ProofOfLog['step']): void {
    this.step = step;
    this.port.update();
  }
}

function faultOf(error: unknown): LogFault {
  // The receipt is one that was checked, or has come from the gateway itself.
  if ((error as Error).name === 'SignedError') return 'unsupported';
  switch (error instanceof ProblemError && error.code) {
    case 'transparency.notYet': return 'notYet';
    case 'transparency.notFound': return 'missing';
    case 'notFound': return 'closed';
    default: return 'failed';
  }
}

/** Below what a receipt proves by itself. */
export function logProofView(proof: ProofOfLog): TemplateResult {
  const { step } = proof;
  if (typeof step === 'object') return proven(proof.port.locale(), step);
  const proving = step === 'proving';
  return html`<div class="log">
    ${step === 'idle' || proving ? nothing : faultView(step)}
    ${step === 'closed' || step === 'unsupported' || step === 'notYet' ? nothing : html`<p class="no-print"><button class="button" type="button" aria-disabled=${proving ? 'true' : nothing} @click=${() => void proof.prove()}>${proving
      ? msg('دفتر را می‌سنجیم…', { id: 'log.proving' })
      : msg('ببینید در دفتر میز خدمت هم هست', { id: 'log.prove' })}</button></p>`}
  </div>`;
}

function proven(locale: Locale, { checkpoint: { size, number, at }, jws }: ProvenInLog): TemplateResult {
  const moment = msg(str`${formatDate(locale, at)}، ساعت ${formatTime(locale, at)}`, { id: 'receipt.moment' });
  const [all, which] = [formatNumber(locale, size), formatNumber(locale, number)];
  return html`<div class="log">
    <h4 id="log-proof" class="good" tabindex="-1">${checkCircleIcon} ${msg('این درخواست در دفتر مهرشده هست', { id: 'log.proven' })}</h4>
    <ul class="hints">
      <li>${msg(str`میز خدمت روزی یک بار بر دفتر همه رویدادهایش مهر می‌زند. ثبت این درخواست یکی از ${all} رویدادی است که مهر شماره ${which} در بر دارد: ${moment}.`, { id: 'log.proven.in' })}</li>
      <li>${msg('این مرورگر خودش سنجید و به گفته میز خدمت بسنده نکرد.', { id: 'log.proven.here' })}</li>
      <li>${msg('تا کسی بیرون از میز خدمت این مهر را نگه داشته باشد، هیچ‌کس، خود میز خدمت هم، نمی‌تواند ثبت درخواست را پنهانی پاک یا عوض کند.', { id: 'log.proven.fixed' })}</li>
      <li>${msg('آنچه پس از این مهر شده است در آن نیست.', { id: 'log.unproven' })}</li>
    </ul>
    <p class="no-print"><button class="button" type="button" @click=${() => saveBlob(new Blob([`${jws}\n`], { type: 'text/plain' }), `checkpoint-${number}.txt`)}>${saveIcon}${msg('مهر را نگه دارید', { id: 'log.keep' })}</button></p>
    <p class="soft small no-print">${msg('فایل کوچکی است و چیزی از درخواست در آن نیست. اگر روزی شک کردید، بازرس می‌تواند دفتر را با آن بسنجد.', { id: 'log.keep.how' })}</p>
  </div>`;
}

function faultView(fault: LogFault): TemplateResult {
  return fault === 'notYet'
    ? html`<p class="note" id="log-proof" tabindex="-1">${hourglassIcon}<span>${faultText(fault)}</span></p>`
    : html`<p class="note bad" id="log-proof" role="alert" tabindex="-1">${warningIcon}<span>${faultText(fault)}</span></p>`;
}

function faultText(fault: LogFault): string {
  switch (fault) {
    case 'notYet': return msg('هنوز نه: دفتر روزی یک بار، پس از نیمه‌شب، مهر می‌خورد. فردا دوباره بسنجید.', { id: 'log.notYet' });
    case 'missing': return msg('این درخواست در دفتر نیست، با آنکه میز خدمت رسیدش را امضا کرده است. رسید را نگه دارید و به بازرس دستگاه خبر دهید.', { id: 'log.missing' });
    case 'wrong': return msg('آنچه میز خدمت از دفترش نشان داد با رسید نمی‌خواند. رسید را نگه دارید و به بازرس دستگاه خبر دهید.', { id: 'log.wrong' });
    case 'closed': return msg('این میز خدمت دفترش را نشان نمی‌دهد.', { id: 'log.closed' });
    case 'unsupported': return msg('این مرورگر یا این صفحه (که باید https باشد) نمی‌تواند امضا را بسنجد. با مرورگر تازه‌تری دوباره باز کنید.', { id: 'check.unsupported' });
    case 'failed': return msg('اکنون نشد. اینترنت را ببینید و کمی بعد دوباره بسنجید.', { id: 'log.failed' });
  }
}
