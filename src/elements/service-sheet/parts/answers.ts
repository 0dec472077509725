import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Offering } from '../../../contract/offering.ts';
import { declared } from '../../../core/facts/declared.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { feeInToman, feeText } from '../../../core/facts/fee.ts';
import { localText, placeText } from '../../../core/facts/place.ts';
import { visitsText } from '../../../core/facts/visits.ts';
import { clockIcon, coinIcon, doorIcon, pinIcon } from '../../../core/icons.ts';
import { agencyWords } from './section.ts';
import type { SheetModel } from './sheet.ts';

/** The four answers that people come for. */
export function answersView(model: SheetModel): TemplateResult {
  const { locale, offering, openNow, further } = model;
  const { time, timeText, fee, visits, visitReason, unit } = offering;
  const undeclared = msg('اعلام نشده', { id: 'facts.undeclared' });
  const place = unit ? placeText(locale, unit) : undefined;
  const toman = feeInToman(locale, fee);
  return html`<dl class="answers">
    ${answer(clockIcon, msg('چقدر طول می‌کشد', { id: 'sheet.time' }), time || !timeText ? durationText(locale, time) : declared(timeText), timeWords(offering), further?.keptNote(model), further?.nationalNote(model, 'time'))}
    ${answer(coinIcon, msg('هزینه', { id: 'sheet.fee' }), feeText(locale, fee), toman ? `(${toman})` : nothing, further?.nationalNote(model, 'fee'))}
    ${answer(doorIcon, msg('مراجعه حضوری', { id: 'sheet.visits' }), visitsText(locale, visits), visits && visitReason ? declared(visitReason) : nothing, further?.nationalNote(model, 'visits'))}
    ${answer(
      pinIcon,
      msg('کجا', { id: 'sheet.where' }),
      unit ? (place ?? declared(localText(locale, unit.name))) : undeclared,
      html`${unit && place ? declared(localText(locale, unit.name)) : nothing}${
        openNow
          ? html`<span class="open-line no-print ${openNow.open ? 'open' : 'closed'}"
              ><span class="dot" aria-hidden="true"></span>${
                openNow.open ? msg('اکنون باز', { id: 'sheet.open' }) : msg('اکنون بسته', { id: 'sheet.closed' })
              }</span
            >`
          : nothing
      }`,
    )}
  </dl>`;
}

/** Where the agency's words hold more than one time, they stand below the first. */
function timeWords({ time, timeText }: Offering): TemplateResult | typeof nothing {
  return time && timeText.includes('؛') ? agencyWords(timeText) : nothing;
}

const answer = (icon: TemplateResult, question: string, text: unknown, ...notes: unknown[]) => html`
  <div class="answer">
    <dt class="soft small">${icon}${question}</dt>
    <dd>
      <strong>${text}</strong>${notes.map((note) => (note === undefined || note === nothing ? nothing : html`<span class="soft small note-line">${note}</span>`))}
    </dd>
  </div>
`;
