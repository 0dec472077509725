import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Fee } from '../../../contract/offering.ts';
import { declared } from '../../../core/facts/declared.ts';
import { rialText, tomanText } from '../../../core/facts/fee.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { agencyWords, section } from './section.ts';
import type { SheetModel } from './sheet.ts';

/** The fee line by line, with the agency's own words: only when the answer at the top does not say it all. */
export function feeView({ locale, offering: { fee } }: SheetModel): TemplateResult | typeof nothing {
  const whole =
    fee.kind === 'free' ||
    fee.kind === 'undeclared' ||
    (fee.kind === 'fixed' && fee.lines.length === 1 && !fee.lines[0]!.label);
  if (whole) return nothing;
  return section(
    'fee',
    msg('ریز هزینه', { id: 'sheet.feeLines' }),
    html`
      ${
        fee.lines.length
          ? html`<dl class="lines">
              ${fee.lines.map(
                (line, at) =>
                  html`<div>
                    <dt>
                      ${line.label ? declared(line.label) : fee.lines.length > 1 ? msg(str`مورد ${formatNumber(locale, at + 1)}`, { id: 'sheet.feeLine' }) : msg('مبلغ', { id: 'sheet.amount' })}
                    </dt>
                    <dd>${amount(locale, line)}</dd>
                  </div>`,
              )}
            </dl>`
          : nothing
      }
      ${fee.text ? html`<p class="soft small">${agencyWords(fee.text)}</p>` : nothing}
    `,
  );
}

function amount(locale: Locale, { amountRial, maxRial }: Fee['lines'][number]) {
  if (amountRial === null) return msg('طبق تعرفه', { id: 'facts.byTariff' });
  const most = maxRial ?? amountRial;
  const range =
    most === amountRial
      ? rialText(locale, amountRial)
      : msg(str`${formatNumber(locale, amountRial)} تا ${rialText(locale, most)}`, { id: 'facts.range' });
  return amountRial === 0 && most === 0
    ? msg('رایگان', { id: 'facts.free' })
    : html`${range}${most === amountRial ? html` <span class="soft small">(${tomanText(locale, most)})</span>` : nothing}`;
}
