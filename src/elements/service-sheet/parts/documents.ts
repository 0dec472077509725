import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Offering } from '../../../contract/offering.ts';
import { declared } from '../../../core/facts/declared.ts';
import { checkIcon, warningIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { section, undeclaredText } from './section.ts';
import type { SheetModel } from './sheet.ts';

type RequiredDocument = Offering['documents'][number];

/** A checklist to tick off on the screen or on paper. */
export function documentsView(model: SheetModel) {
  const { locale, offering, ready, onReady, further } = model;
  const { documents } = offering;
  const heading = msg('چه لازم است', { id: 'sheet.documents' });
  if (documents.length === 0) return section('documents', heading, saysNone(offering) ? html`<p>${msg('مدرکی لازم نیست.', { id: 'sheet.noDocuments' })}</p>${further?.nationalDocuments(model)}` : undeclaredText());
  const own = documents.filter(toBring).length;
  const n = (count: number) => formatNumber(locale, count);
  return section(
    'documents',
    heading,
    html`
      ${
        own > 1 && ready.size > 0
          ? html`<p class="soft small no-print" role="status">
              ${
                ready.size === own
                  ? msg('همه آماده است.', { id: 'sheet.allReady' })
                  : msg(str`${n(ready.size)} از ${n(own)} آماده است.`, { id: 'sheet.ready' })
              }
            </p>`
          : nothing
      }
      <ul class="checklist" role="list">
        ${documents.map((document, at) => item(document, at, ready.has(at), onReady))}
      </ul>
      ${further?.nationalDocuments(model)}
      ${
        documents.some((document) => document.forbiddenCopy)
          ? html`<p class="note warn small">
              ${msg('دستگاه حق ندارد از شما کپی شناسنامه، کارت ملی یا مدرک هویتی دیگر بخواهد. نشان دادن اصل بس است.', { id: 'sheet.copyForbidden' })}
            </p>`
          : nothing
      }
    `,
  );
}

/** Beside a national sheet it is known whether the agency asks for nothing or has said nothing. */
const saysNone = ({ national }: Offering) => [...(national?.repeated ?? []), ...(national?.overridden ?? [])].some(({ field }) => field === 'documents');

/** What the agency asks elsewhere itself is nobody's to bring. */
const toBring = (document: RequiredDocument) => document.form !== 'inquiry';

function item(document: RequiredDocument, at: number, checked: boolean, onReady: SheetModel['onReady']) {
  const note = formText(document);
  const text = html`<span
    >${declared(document.title)}${note ? html` <span class="soft small">${note}</span>` : nothing}
    ${
      document.forbiddenCopy
        ? html`<span class="flag small">${warningIcon}${msg('کپی آن لازم نیست', { id: 'sheet.noCopyNeeded' })}</span>`
        : nothing
    }</span
  >`;
  if (!toBring(document)) return html`<li class="given"><span class="tick">${checkIcon}</span>${text}</li>`;
  return html`<li>
    <label
      ><input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => onReady(at, (event.target as HTMLInputElement).checked)}
      />${text}</label
    >
  </li>`;
}

function formText({ form, title }: RequiredDocument): string | undefined {
  switch (form) {
    case 'originalSeen':
      // Many agencies write it in the title already.
      return /مشاهده|اصل/.test(title) ? undefined : msg('(اصل، فقط برای دیدن)', { id: 'sheet.originalSeen' });
    case 'upload':
      return undefined;
    case 'inquiry':
      return msg('(دستگاه خودش استعلام می‌گیرد؛ لازم نیست بیاورید)', { id: 'sheet.inquiry' });
    case 'copy':
      return /کپی|تصویر|رونوشت/.test(title) ? undefined : msg('(کپی)', { id: 'sheet.copy' });
  }
}
