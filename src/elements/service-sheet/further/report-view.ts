import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { textInput } from '../../../core/controls/text-input.ts';
import { checkCircleIcon, sendIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { longest, type ReportFlow } from './report-flow.ts';

/** «Something is wrong here»: closed until wanted. */
export function reportView(locale: Locale, flow: ReportFlow): TemplateResult {
  if (flow.step === 'closed') {
    return html`<button type="button" id="report-open" class="button quiet small no-print" @click=${() => flow.open()}>
      ${msg('چیزی در این برگه درست نیست؟ بگویید', { id: 'sheet.report.open' })}
    </button>`;
  }
  if (flow.step === 'sent') {
    return html`<p id="report-sent" class="note good no-print" tabindex="-1">
      ${checkCircleIcon}<span>${msg('رسید. کارشناس استان آن را می‌خواند و اگر لازم باشد برگه را درست می‌کند. سپاس از شما.', { id: 'sheet.report.sent' })}</span>
    </p>`;
  }
  const sending = flow.step === 'sending';
  return html`<form class="report no-print" novalidate @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    void flow.send();
  }}>
    ${textInput({
      id: 'report',
      label: msg('چه چیزی درست نیست؟', { id: 'sheet.report.label' }),
      hint: msg('مثلاً اتاق، هزینه یا مدرکی که عوض شده است. نام و شماره خودتان را ننویسید.', { id: 'sheet.report.hint' }),
      error: faultText(locale, flow),
      value: flow.text,
      rows: 3,
      onInput: (text) => flow.write(text),
    })}
    <div class="row">
      <button type="submit" class="button" aria-disabled=${sending}>
        ${sendIcon}${sending ? msg('می‌فرستیم…', { id: 'sheet.report.sending' }) : msg('بفرستید', { id: 'sheet.report.send' })}
      </button>
      <button type="button" class="button quiet" aria-disabled=${sending} @click=${() => sending || flow.close()}>${msg('نه، بازگردید', { id: 'sheet.report.cancel' })}</button>
    </div>
  </form>`;
}

function faultText(locale: Locale, { fault }: ReportFlow): string | undefined {
  switch (fault) {
    case 'short': return msg('چند کلمه بنویسید، بعد بفرستید.', { id: 'sheet.report.short' });
    case 'long': return msg(str`کوتاه‌ترش کنید: تا ${formatNumber(locale, longest)} حرف می‌شود فرستاد.`, { id: 'sheet.report.long' });
    case 'limited': return msg('از اینجا پیام‌های زیادی رسیده است. چند دقیقه دیگر دوباره بفرستید؛ نوشته شما سر جایش است.', { id: 'sheet.report.limited' });
    case 'unreachable': return msg('نرفت. نوشته شما سر جایش است؛ اینترنت را ببینید و دوباره بفرستید.', { id: 'sheet.report.unreachable' });
    case 'failed': return msg('نرفت. نوشته شما سر جایش است؛ چند دقیقه دیگر دوباره بفرستید.', { id: 'sheet.report.failed' });
    default: return undefined;
  }
}
