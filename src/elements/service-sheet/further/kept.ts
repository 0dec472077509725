import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { KeptPromise } from '../../../contract/sheet.ts';
import { declared } from '../../../core/facts/declared.ts';
import { amountText, durationText } from '../../../core/facts/duration.ts';
import { formatDate, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { section } from '../parts/section.ts';
import type { SheetModel } from '../parts/sheet.ts';

/** What is known of how the promise is kept; `failed`: it could not be asked just now. */
export type Kept = KeptPromise | 'failed' | undefined;

/** «۶ روز», «کمتر از یک روز». Tenths only where they say something. */
function daysText(locale: Locale, days: number): string {
  if (days < 1) return msg('کمتر از یک روز', { id: 'sheet.kept.lessThanDay' });
  return amountText(locale, days < 3 ? days : Math.round(days), 'day');
}

/** Beside the promise itself, in few words; nothing while nothing is known. */
export function keptNote({ locale, kept }: SheetModel): string | typeof nothing {
  if (!kept || kept === 'failed' || kept.medianDays === null) return nothing;
  const days = daysText(locale, kept.medianDays);
  return msg(str`در عمل، نیمی تا ${days}`, { id: 'sheet.kept.note' });
}

/** What was promised and what became of it, side by side. */
export function keptView(model: SheetModel): TemplateResult {
  const { locale, offering: { time, timeText } } = model;
  return section(
    'kept',
    msg('وعده و عملکرد', { id: 'sheet.kept' }),
    html`<dl class="kept-pair">
      <div><dt class="soft small">${msg('دستگاه گفته است', { id: 'sheet.kept.promised' })}</dt><dd><strong>${time || !timeText ? durationText(locale, time) : declared(timeText)}</strong></dd></div>
      <div><dt class="soft small">${msg('در عمل', { id: 'sheet.kept.inPractice' })}</dt>${inPractice(model)}</div>
    </dl>`,
  );
}

function inPractice({ locale, kept }: SheetModel): TemplateResult {
  const n = (value: number) => formatNumber(locale, value);
  if (!kept) return html`<dd><span class="skeleton bar short" aria-hidden="true"></span></dd>`;
  if (kept === 'failed') return html`<dd class="soft small">${msg('اکنون دیده نشد.', { id: 'sheet.kept.failed' })}</dd>`;
  if (kept.counted === null) {
    return html`<dd class="soft small">${msg(str`هنوز سنجیده نشده است؛ دست‌کم ${n(kept.atLeast)} درخواست رسیدگی‌شده لازم است.`, { id: 'sheet.kept.tooFew' })}</dd>`;
  }
  const share = formatNumber(locale, kept.inTime! / kept.counted, { style: 'percent', maximumFractionDigits: 0 });
  const since = formatDate(locale, kept.since);
  return html`<dd>
    ${kept.medianDays === null ? nothing : html`<strong>${msg(str`نیمی تا ${daysText(locale, kept.medianDays)}`, { id: 'sheet.kept.half' })}</strong>`}
    <span class="note-line small">${msg(str`${share} تا روزی که روی رسیدشان بود پاسخ گرفته‌اند.`, { id: 'sheet.kept.share' })}</span>
    <span class="note-line soft small">${msg(str`از ${n(kept.counted)} درخواست، از ${since} تا امروز`, { id: 'sheet.kept.of' })}</span>
  </dd>`;
}
