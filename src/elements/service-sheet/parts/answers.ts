import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { declared } from '../../../core/facts/declared.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { feeBounds, feeText, tomanText } from '../../../core/facts/fee.ts';
import { localText, placeText } from '../../../core/facts/place.ts';
import { visitsText } from '../../../core/facts/visits.ts';
import { clockIcon, coinIcon, doorIcon, pinIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Offering } from '../../../contract/offering.ts';
import type { SheetModel } from './sheet.ts';

/** The four answers that people come for. */
export function answersView({ locale, offering }: SheetModel): TemplateResult {
  const { time, timeText, fee, visits, visitReason, unit } = offering;
  const undeclared = msg('اعلام نشده', { id: 'facts.undeclared' });
  const place = unit ? placeText(locale, unit) : undefined;
  return html`<dl class="answers">
    ${answer(clockIcon, msg('چقدر طول می‌کشد', { id: 'sheet.time' }), time || !timeText ? durationText(locale, time) : declared(timeText))}
    ${answer(coinIcon, msg('هزینه', { id: 'sheet.fee' }), feeText(locale, fee), feeNote(locale, fee))}
    ${answer(doorIcon, msg('مراجعه حضوری', { id: 'sheet.visits' }), visitsText(locale, visits), visits && visitReason ? declared(visitReason) : nothing)}
    ${answer(pinIcon, msg('کجا', { id: 'sheet.where' }), unit ? (place ?? declared(localText(locale, unit.name))) : undeclared, unit && place ? declared(localText(locale, unit.name)) : nothing)}
  </dl>`;
}

const answer = (icon: TemplateResult, question: string, text: unknown, note: unknown = nothing) => html`
  <div class="answer">
    <dt class="soft small">${icon}${question}</dt>
    <dd><strong>${text}</strong>${note === nothing ? nothing : html`<span class="soft small note-line">${note}</span>`}</dd>
  </div>
`;

/** The amount in toman, as people count it; several amounts are told below in full. */
function feeNote(locale: Locale, fee: Offering['fee']) {
  const bounds = feeBounds(fee);
  if (!bounds || fee.kind === 'free') return nothing;
  const { least, most } = bounds;
  if (least === most) return `(${tomanText(locale, least)})`;
  return `(${msg(str`${formatNumber(locale, least / 10)} تا ${tomanText(locale, most)}`, { id: 'facts.range' })})`;
}
