import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { AgencyDeclaration } from '../../../contract/declaration-overview.ts';
import { localText } from '../../../core/facts/place.ts';
import { inboxIcon } from '../../../core/icons.ts';
import { sortHead } from '../../../core/staff/sort-head.ts';
import { formatDate, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { sortKeys, type DeclarationsModel, type SortKey } from '../model/declarations.ts';

/** From which score on it is good, and below which it is bad. */
const marks = { good: 80, bad: 50 };

/** Who in the province has declared what, and how it stands today. */
export function declarationsList(locale: Locale, model: DeclarationsModel): TemplateResult {
  const { items, asOf } = model.shown!;
  if (!items.length) return html`<div class="empty">${inboxIcon}<h3>${msg('این استان هنوز دستگاهی ندارد', { id: 'console.declarations.empty' })}</h3></div>`;
  const none = items.filter(({ services }) => !services).length;
  return html`
    <p class="measure">${none
      ? msg(str`${formatNumber(locale, items.length)} دستگاه؛ ${formatNumber(locale, none)} دستگاه هیچ خدمتی منتشر نکرده است. وضع ${formatDate(locale, asOf)}.`, { id: 'console.declarations.none' })
      : msg(str`${formatNumber(locale, items.length)} دستگاه؛ همه خدمت منتشر کرده‌اند. وضع ${formatDate(locale, asOf)}.`, { id: 'console.declarations.all' })}
      ${model.sort ? nothing : msg('آنکه بیشتر کار دارد، نخست.', { id: 'console.declarations.worst' })}</p>
    <div class="overview" role="group" tabindex="0" aria-labelledby="declarations-title">
      <table aria-labelledby="declarations-title">
        <thead><tr>${sortKeys.map((key) => head(model, key))}</tr></thead>
        <tbody>${model.rows(locale).map((item) => row(locale, item))}</tbody>
      </table>
    </div>
    <details>
      <summary>${msg('این عددها از کجا آمده‌اند؟', { id: 'console.declarations.legend' })}</summary>
      <ul class="measure">
        <li>${msg('درستی: هر خدمت ۱۰۰ است و هر هشدار ۲۵ از آن کم می‌کند؛ این عدد میانگین خدمت‌هاست. هشدار یعنی مردم چیز لازمی را نمی‌دانند، مانند زمان، هزینه یا تلفن.', { id: 'console.declarations.legend.validity' })}</li>
        <li>${msg('زبان ساده: از هر ۱۰۰ خدمت، چند خدمت جمله دراز و واژه اداری ندارد.', { id: 'console.declarations.legend.plain' })}</li>
        <li>${msg('تازگی: نیمی از آن در یک سال پس از آخرین اعلام کم‌کم از ۱۰۰ به ۰ می‌رسد؛ نیم دیگر سهم خدمت‌هایی است که در یک سال گذشته ویرایش شده‌اند.', { id: 'console.declarations.legend.freshness' })}</li>
        <li>${msg('این وزن‌ها را میزبان گذاشته است و در قانونی نیامده‌اند.', { id: 'console.declarations.legend.ours' })}</li>
      </ul>
    </details>
  `;
}

const head = (model: DeclarationsModel, key: SortKey): TemplateResult =>
  sortHead(keyText(key), model.sort?.key === key ? model.sort.descending : undefined, () => model.sortBy(key));

function keyText(key: SortKey): string {
  switch (key) {
    case 'agency': return msg('دستگاه', { id: 'console.declarations.agency' });
    case 'lastDeclared': return msg('آخرین اعلام', { id: 'console.declarations.last' });
    case 'services': return msg('خدمت‌ها', { id: 'console.declarations.services' });
    case 'warnings': return msg('هشدار', { id: 'console.declarations.warnings' });
    case 'validity': return msg('درستی', { id: 'console.declarations.validity' });
    case 'plain': return msg('زبان ساده', { id: 'console.declarations.plain' });
    case 'freshness': return msg('تازگی', { id: 'console.declarations.freshness' });
  }
}

function row(locale: Locale, { agency, lastDeclared, services, clean, warnings, validity, plain, freshness }: AgencyDeclaration): TemplateResult {
  return html`<tr>
    <th scope="row"><bdi>${localText(locale, agency.name)}</bdi></th>
    <td>${lastDeclared ? html`<time datetime=${lastDeclared}>${formatDate(locale, lastDeclared)}</time>` : msg('هرگز', { id: 'console.declarations.never' })}</td>
    <td>${services
      ? html`${formatNumber(locale, services)} <span class="soft small">${msg(str`${formatNumber(locale, clean)} بی‌هشدار`, { id: 'console.declarations.clean' })}</span>`
      : msg('هیچ', { id: 'console.declarations.nothing' })}</td>
    <td>${services ? formatNumber(locale, warnings) : '–'}</td>
    ${[validity, plain, freshness].map((score) => html`<td>${scoreView(locale, score)}</td>`)}
  </tr>`;
}

const scoreView = (locale: Locale, score: number | null): TemplateResult | string =>
  score === null ? '–' : html`<span class="score ${score >= marks.good ? 'high' : score < marks.bad ? 'low' : 'middle'}">${formatNumber(locale, score)}</span>`;
