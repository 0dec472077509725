import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field } from '../../../core/controls/field.ts';
import type { Draft } from '../../../contract/intake.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { MappingModel } from '../model/mapping.ts';
import { columns, type Column } from '../model/place.ts';
import { columnText } from './column-text.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText } from './words.ts';

/** What headers mean that nobody knows: of a file without any known header all of them, else those that are left. */
export function mappingView(view: IntakeView, draft: Draft): TemplateResult {
  const { locale, mapping } = view;
  const isRejected = draft.state === 'rejected';
  const form = html`
    <form class="mapping" novalidate @submit=${(event: SubmitEvent) => { event.preventDefault(); view.map(); }}>
      <p>${msg('جلوی هر سرستون بگویید در میز خدمت کدام ستون است. آنچه لازم نیست بماند کنار می‌رود.', { id: 'intake.mapping.what' })}</p>
      ${isRejected ? html`<p class="soft small">${msg('«عنوان خدمت» و دست‌کم سه ستون دیگر لازم است.', { id: 'intake.mapping.needed' })}</p>` : nothing}
      ${isRejected && draft.head.length > 1 ? headerRow(view, draft) : nothing}
      ${mapping.headers.map((header, at) => headerField(mapping, header, at))}
      ${mapping.fault ? html`<p class="note bad" role="alert">${mapping.fault.code === 'tooFew'
        ? msg('«عنوان خدمت» و دست‌کم سه ستون دیگر را برگزینید.', { id: 'intake.mapping.tooFew' })
        : intakeFaultText(locale, mapping.fault)}</p>` : nothing}
      ${isRejected ? nothing : html`<p class="note warn">${msg('فایل از نو خوانده می‌شود و آنچه در خانه‌ها درست کرده‌اید به نوشته فایل برمی‌گردد.', { id: 'intake.mapping.lost' })}</p>`}
      <button class="button primary" type="submit" aria-disabled=${mapping.busy ? 'true' : nothing}>${mapping.busy ? msg('در حال خواندن…', { id: 'intake.mapping.now' }) : msg('با این ستون‌ها بخوانید', { id: 'intake.mapping.read' })}</button>
    </form>
  `;
  if (isRejected) return html`<section class="card" aria-labelledby="mapping-title"><h3 id="mapping-title" tabindex="-1">${msg('هر ستون چیست؟', { id: 'intake.mapping' })}</h3>${form}</section>`;
  return html`<details class="card"><summary>${msg(str`${formatNumber(locale, draft.unknown.length)} ستون را نشناختیم و نخواندیم`, { id: 'intake.mapping.unknown' })}</summary>${form}</details>`;
}

/** Which of the first rows holds the headers. */
function headerRow({ locale, mapping }: IntakeView, draft: Draft): TemplateResult {
  return field({ id: 'header-row', label: msg('سرستون‌ها در کدام سطر است؟', { id: 'intake.mapping.row' }) }, html`
    <select class="input" id="header-row" @change=${(event: Event) => mapping.from(draft, Number((event.target as HTMLSelectElement).value))}>
      ${draft.head.map((cells, at) => html`<option value=${at} .selected=${live(at === mapping.headerRow)}>${formatNumber(locale, at + 1)}: ${cells.filter((cell) => cell.trim()).slice(0, 4).join('، ')}</option>`)}
    </select>`);
}

function headerField(mapping: MappingModel, { header, examples, column, isProposed }: MappingModel['headers'][number], at: number): TemplateResult {
  const quoted = examples.map((example) => `«${example}»`).join('، ');
  const hint = [
    quoted && msg(str`مانند: ${quoted}`, { id: 'intake.mapping.example' }), isProposed && msg('پیشنهاد میز خدمت است؛ نگاهش کنید.', { id: 'intake.mapping.proposed' }),
  ].filter(Boolean).join(' — ');
  const shown = { id: `map-${at}`, label: header, ...(hint && { hint }) };
  const taken = new Set(mapping.headers.filter((_, other) => other !== at).map((each) => each.column));
  return field({ ...shown }, html`
    <select class="input" id=${shown.id} aria-describedby=${describedBy(shown)} @change=${(event: Event) => mapping.set(at, ((event.target as HTMLSelectElement).value || null) as Column | null)}>
      <option value="" .selected=${live(column === null)}>${msg('کنار بماند', { id: 'intake.mapping.none' })}</option>
      ${columns.filter((each) => !taken.has(each)).map((each) => html`<option value=${each} .selected=${live(each === column)}>${columnText(each)}</option>`)}
    </select>`);
}
