import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { declared } from '../../../core/facts/declared.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatDate } from '../../../i18n/formats.ts';
import { section } from './section.ts';
import type { SheetModel } from './sheet.ts';

/** Whose words these are, how old they are, and since when they stand here; a browser may still hold a sheet of an older gateway, without the last. */
export function aboutView(model: SheetModel) {
  const { locale, offering, further, report } = model;
  const { audience, code, inquiries, editedOn, publishedAt, agency, frequency } = offering;
  const line = (question: string, answer: unknown) =>
    html`<div>
      <dt>${question}</dt>
      <dd>${answer}</dd>
    </div>`;
  return section(
    'about',
    msg('درباره این خدمت', { id: 'sheet.about' }),
    html`
      <dl class="lines small">
        ${audience.length ? line(msg('برای چه کسانی', { id: 'sheet.audience' }), declared(audience.join('، '))) : nothing}
        ${frequency ? line(msg('هر چند وقت', { id: 'sheet.frequency' }), declared(frequency)) : nothing}
        ${inquiries.length ? line(msg('دستگاه خودش می‌پرسد از', { id: 'sheet.inquiries' }), declared(inquiries.join('، '))) : nothing}
        ${line(
          msg('شناسه ملی خدمت', { id: 'sheet.code' }),
          code
            ? html`<bdi dir="ltr" translate="no">${code}</bdi>`
            : html`<span class="soft">${msg('اعلام نشده', { id: 'facts.undeclared' })}</span>`,
        )}
      </dl>
      <p class="soft small">
        ${
          editedOn
            ? msg(
                str`این برگه را ${localText(locale, agency.name)} اعلام کرده و در ${formatDate(locale, editedOn)} بازبینی کرده است.`,
                { id: 'sheet.edited' },
              )
            : msg(str`این برگه را ${localText(locale, agency.name)} اعلام کرده است؛ تاریخ بازبینی اعلام نشده.`, {
                id: 'sheet.editedUnknown',
              })
        }
        ${publishedAt ? msg(str`این نسخه در ${formatDate(locale, publishedAt)} منتشر شد.`, { id: 'sheet.published' }) : nothing}
      </p>
      ${further?.nationalView(model)} ${report ? further?.reportView(locale, report) : nothing}
    `,
  );
}
