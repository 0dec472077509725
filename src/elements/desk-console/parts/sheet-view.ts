import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Offering } from '../../../contract/offering.ts';
import type { StaffCase } from '../../../contract/staff.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { feeText } from '../../../core/facts/fee.ts';
import { infoIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** The sheet by which the request was filed, and whether the agency has published another one since. */
export function sheetView(locale: Locale, { sheet, sheetOutdated }: Pick<StaffCase, 'sheet' | 'sheetOutdated'>, published: Offering | null | undefined): TemplateResult {
  return html`
    <p class="small soft">${msg('همان که هنگام ثبت درخواست اعلام شده بود؛ این پرونده با همین سنجیده می‌شود.', { id: 'console.sheet.frozen' })}</p>
    ${sheetOutdated ? sinceThen(locale, sheet, published) : nothing}
    ${sheet.illustrative ? html`<p class="small soft">${msg('این شناسنامه نمونه است و سند رسمی نیست.', { id: 'console.sheet.illustrative' })}</p>` : nothing}
    <dl class="answers">
      <div><dt>${timeTitle()}</dt><dd>${durationText(locale, sheet.time)}</dd></div>
      <div><dt>${feeTitle()}</dt><dd>${feeText(locale, sheet.fee)}</dd></div>
    </dl>
    ${list(documentsTitle(), sheet.documents.map(({ title }) => title))}
    ${list(stepsTitle(), sheet.steps.map(({ title }) => title), true)}
    ${list(lawsTitle(), sheet.laws)}
  `;
}

const timeTitle = () => msg('زمان انجام', { id: 'console.sheet.time' });
const feeTitle = () => msg('هزینه', { id: 'console.sheet.fee' });
const documentsTitle = () => msg('مدارک', { id: 'console.sheet.documents' });
const stepsTitle = () => msg('گام‌ها', { id: 'console.sheet.steps' });
const lawsTitle = () => msg('قانون و آیین‌نامه', { id: 'console.sheet.laws' });

function sinceThen(locale: Locale, sheet: Offering, published: Offering | null | undefined): TemplateResult {
  return html`<p class="note small newer">${infoIcon}<span>${newer(locale, sheet, published)}</span></p>`;
}

function newer(locale: Locale, sheet: Offering, published: Offering | null | undefined): string {
  if (published === undefined) return msg('شناسنامه این خدمت از آن پس عوض شده است.', { id: 'console.sheet.outdated' });
  if (published === null) return msg('این خدمت دیگر در فهرست خدمات نیست.', { id: 'console.sheet.withdrawn' });
  const changed = changes(sheet, published).join(locale === 'fa' ? '، ' : ', ');
  return changed
    ? msg(str`از آن پس شناسنامه تازه‌تری منتشر شده است. فرق آن: ${changed}.`, { id: 'console.sheet.newer' })
    : msg('از آن پس شناسنامه تازه‌تری منتشر شده است؛ زمان، هزینه، مدارک، گام‌ها و قانونش همین است.', { id: 'console.sheet.newerSame' });
}

/** What of that which is shown here reads otherwise today. */
function changes(before: Offering, after: Offering): string[] {
  const facts: [() => string, (sheet: Offering) => unknown][] = [
    [timeTitle, ({ time }) => time && [time.min, time.max, time.unit]],
    [feeTitle, ({ fee }) => [fee.kind, fee.lines.map((line) => [line.label, line.amountRial, line.maxRial]), fee.text]],
    [documentsTitle, ({ documents }) => documents.map(({ title, form }) => [title, form])],
    [stepsTitle, ({ steps }) => steps.map(({ title }) => title)],
    [lawsTitle, ({ laws }) => laws],
  ];
  return facts.filter(([, of]) => JSON.stringify(of(before)) !== JSON.stringify(of(after))).map(([title]) => title());
}

function list(title: string, items: string[], ordered = false): TemplateResult | typeof nothing {
  if (!items.length) return nothing;
  const rows = items.map((item) => html`<li>${item}</li>`);
  return html`<details open><summary><b>${title}</b></summary>${ordered ? html`<ol class="plain">${rows}</ol>` : html`<ul class="plain">${rows}</ul>`}</details>`;
}
