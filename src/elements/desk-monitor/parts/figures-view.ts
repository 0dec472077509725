import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Figures, MonitorFigure } from '../../../contract/monitor.ts';
import { field } from '../../../core/controls/field.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { localText } from '../../../core/facts/place.ts';
import { refreshIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { sortHead } from '../../../core/staff/sort-head.ts';
import { formatDate, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { columns, goodShare, keptShare, periods, referralsOf, type Column, type FiguresModel, type Period, type Row } from '../model/figures.ts';
import { figureText } from './figure-names.ts';

export interface CaseLinks {
  open(event: MouseEvent, agency: string, figure: MonitorFigure): void;
}
export const pathTo = (agency: string, figure: MonitorFigure): string => `${agency || 'all'}/${figure}`;

/** How the agencies keep their promise: five figures of all, and a table of each. */
export function figuresView(locale: Locale, model: FiguresModel, links: CaseLinks): TemplateResult {
  const { shown, fault, phase, busy } = model;
  return html`
    <section aria-labelledby="figures-title">
      <div class="bar">
        <h2 id="figures-title" tabindex="-1">${msg('دستگاه‌ها و قولشان', { id: 'monitor.title' })}</h2>
        <button class="button quiet" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => void refresh(locale, model)}>${refreshIcon}${msg('تازه کنید', { id: 'console.refresh' })}</button>
      </div>
      ${period(locale, model)}
      ${fault ? html`<p class="note bad" role="alert">${faultText(locale, fault)}</p>` : nothing}
      ${shown ? whole(locale, model, links) : phase === 'failed' ? nothing : skeleton()}
    </section>
  `;
}

async function refresh(locale: Locale, model: FiguresModel): Promise<void> {
  if (await model.load()) model.port.say(() => msg(str`تازه شد: ${formatNumber(locale, model.shown!.total.overdue)} پرونده دیرشده`, { id: 'monitor.refreshed' }));
}

const period = (locale: Locale, model: FiguresModel) => field({ id: 'period', label: msg('درخواست‌هایی که رسیده‌اند در', { id: 'monitor.period' }) },
  html`<select class="input" id="period" @change=${(event: Event) => {
    model.days = (event.target as HTMLSelectElement).value as Period;
    void model.load();
  }}>${periods.map((days) => html`<option value=${days} ?selected=${days === model.days}>${msg(str`${formatNumber(locale, Number(days))} روز گذشته`, { id: 'monitor.days' })}</option>`)}</select>`);

function whole(locale: Locale, model: FiguresModel, links: CaseLinks): TemplateResult {
  const { total, since, asOf, items, atLeast } = model.shown!;
  const kept = keptShare(total, atLeast);
  const now = new Date(asOf);
  const card = (figure: MonitorFigure, value: string, says: string, bad = false) => html`<li class=${bad ? 'bad' : ''}>
    ${link(links, '', figure, html`<b class="value">${value}</b><span>${figureText(figure)}</span>`)}<span class="soft small">${says}</span></li>`;
  return html`
    <ul class="five" role="list">
      ${card('open', formatNumber(locale, total.open), total.waiting ? msg(str`${formatNumber(locale, total.waiting)} منتظر شهروند`, { id: 'monitor.ofWaiting' }) : msg('هنوز بی‌پاسخ', { id: 'monitor.open.says' }))}
      ${card('overdue', formatNumber(locale, total.overdue), agesText(locale, total), total.overdue > 0)}
      ${card('unexplained', formatNumber(locale, total.unexplained), msg('کسی علت را ننوشته است', { id: 'monitor.unexplained.says' }), total.unexplained > 0)}
      <li><span class="plain"><b class="value">${kept === null ? noFigure() : percent(locale, kept)}</b><span>${columnText('kept')}</span></span>
        <span class="soft small">${kept === null ? fewText(locale, atLeast) : msg(str`${formatNumber(locale, total.inTime)} از ${formatNumber(locale, total.inTime + total.broken)} قول`, { id: 'monitor.kept.of' })}</span></li>
      <li><span class="plain"><b class="value">${total.medianOpenMinutes === null ? noFigure() : hoursText(locale, total.medianOpenMinutes)}</b><span>${columnText('median')}</span></span>
        <span class="soft small">${total.medianOpenMinutes === null ? fewText(locale, atLeast) : msg('نیمی زودتر، نیمی دیرتر', { id: 'monitor.median.says' })}</span></li>
    </ul>
    <p class="soft small">${msg(str`رسیده از ${formatDate(locale, since)}؛ باز و دیرشده همه آن‌هایی است که اکنون روی میز مانده. وضع ${whenText(locale, asOf, now)}.`, { id: 'monitor.since' })}</p>
    ${items.length
      ? html`<div class="overview" role="group" tabindex="0" aria-labelledby="figures-title"><table aria-labelledby="figures-title">
          <thead><tr>${columns.map((column) => head(model, column))}</tr></thead>
          <tbody>${model.rows(locale).map((row) => line(locale, row, atLeast, links))}</tbody>
        </table></div>`
      : html`<div class="empty"><h3>${msg('این استان هنوز دستگاهی ندارد', { id: 'console.declarations.empty' })}</h3></div>`}
    ${legend(locale, atLeast)}
  `;
}

const head = (model: FiguresModel, column: Column): TemplateResult =>
  sortHead(columnText(column), model.sort?.by === column ? model.sort.descending : undefined, () => model.sortBy(column));

function columnText(column: Column): string {
  switch (column) {
    case 'agency': return msg('دستگاه', { id: 'console.declarations.agency' });
    case 'kept': return msg('سر قول', { id: 'monitor.kept' });
    case 'median': return msg('میانه زمان تا پاسخ', { id: 'monitor.median' });
    case 'referrals': return msg('ارجاع برای هر درخواست', { id: 'monitor.referrals' });
    case 'satisfied': return msg('راضی', { id: 'monitor.satisfied' });
    case 'timeKept': return msg('راضی از زمان', { id: 'monitor.timeKept' });
    default: return figureText(column);
  }
}

function line(locale: Locale, { agency, figures }: Row, atLeast: number, links: CaseLinks): TemplateResult {
  const n = (figure: 'filed' | 'open' | 'overdue' | 'unexplained' | 'escalated') => (figures[figure] ? link(links, agency.id, figure, html`${formatNumber(locale, figures[figure])}`) : formatNumber(locale, 0));
  const kept = keptShare(figures, atLeast);
  const referrals = referralsOf(figures);
  const cell = (column: Column, value: unknown, more: unknown = nothing) => html`<td data-label=${columnText(column)}><span>${value}${more}</span></td>`;
  const said = (question: 'satisfied' | 'timeKept') => {
    const { answers } = figures[question];
    const part = goodShare(figures[question]);
    return cell(question, part === null ? noFigure() : percent(locale, part),
      answers ? html` <span class="soft small said">${msg(str`از ${formatNumber(locale, answers)} نظر`, { id: 'monitor.said' })}</span>` : nothing);
  };
  const name = html`<th scope="row"><bdi>${localText(locale, agency.name)}</bdi></th>`;
  if (!figures.filed && !figures.open) return html`<tr>${name}<td class="soft nothing" colspan=${columns.length - 1}>${msg('در این مدت درخواستی نداشته است', { id: 'monitor.nothing' })}</td></tr>`;
  return html`<tr>
    ${name}
    ${cell('filed', n('filed'))}
    ${cell('open', n('open'), figures.waiting ? html` <span class="soft small">${msg(str`${formatNumber(locale, figures.waiting)} منتظر شهروند`, { id: 'monitor.ofWaiting' })}</span>` : nothing)}
    ${cell('overdue', n('overdue'), figures.overdue ? html` <span class="soft small">${agesText(locale, figures)}</span>` : nothing)}
    ${cell('unexplained', n('unexplained'))}
    ${cell('kept', kept === null ? noFigure() : percent(locale, kept), figures.broken ? html` <span class="small">${link(links, agency.id, 'broken', html`${msg(str`${formatNumber(locale, figures.broken)} شکسته`, { id: 'monitor.brokenOf' })}`)}</span>` : nothing)}
    ${cell('median', figures.medianOpenMinutes === null ? noFigure() : hoursText(locale, figures.medianOpenMinutes))}
    ${cell('escalated', n('escalated'))}
    ${cell('referrals', referrals === null ? noFigure() : figures.referred ? link(links, agency.id, 'referred', html`${formatNumber(locale, referrals, { maximumFractionDigits: 2 })}`) : formatNumber(locale, 0))}
    ${said('satisfied')}
    ${said('timeKept')}
  </tr>`;
}

const link = (links: CaseLinks, agency: string, figure: MonitorFigure, content: TemplateResult): TemplateResult =>
  html`<a href="#/${pathTo(agency, figure)}" id=${linkId(agency, figure)} @click=${(event: MouseEvent) => links.open(event, agency, figure)}>${content}</a>`;
/** Where to go back to from the cases of a figure. */
export const linkId = (agency: string, figure: MonitorFigure): string => `to_${agency}_${figure}`;

/** How long ago the promised time of the overdue ones passed; where nothing is, that. */
function agesText(locale: Locale, { overdue, overdueDays: { upTo3, upTo10, more }, oldestDays }: Figures): string {
  if (!overdue) return msg('هیچ‌کدام دیر نشده است', { id: 'monitor.noneLate' });
  const parts = [
    upTo3 && msg(str`تا ۳ روز: ${formatNumber(locale, upTo3)}`, { id: 'monitor.upTo3' }), upTo10 && msg(str`تا ۱۰ روز: ${formatNumber(locale, upTo10)}`, { id: 'monitor.upTo10' }),
    more && msg(str`بیشتر: ${formatNumber(locale, more)}`, { id: 'monitor.more' }), oldestDays && msg(str`کهنه‌ترین: ${formatNumber(locale, oldestDays)} روز`, { id: 'monitor.oldest' }),
  ];
  return parts.filter((part) => typeof part === 'string').join(msg('؛ ', { id: 'monitor.comma' }));
}

const percent = (locale: Locale, share: number): string => formatNumber(locale, share, { style: 'percent', maximumFractionDigits: 0 });
const hoursText = (locale: Locale, minutes: number): string =>
  msg(str`${formatNumber(locale, minutes / 60, { maximumFractionDigits: minutes < 600 ? 1 : 0 })} ساعت اداری`, { id: 'monitor.hours' });
const noFigure = (): TemplateResult => html`<span aria-hidden="true">–</span><span class="visually-hidden">${msg('گفتنی نیست', { id: 'monitor.noFigure' })}</span>`;
const fewText = (locale: Locale, atLeast: number): string => msg(str`کمتر از ${formatNumber(locale, atLeast)} مورد است`, { id: 'monitor.few' });

const legend = (locale: Locale, atLeast: number) => html`<details>
  <summary>${msg('این عددها چه می‌گویند؟', { id: 'monitor.legend' })}</summary>
  <ul class="measure">
    <li>${msg('هر پرونده برای دستگاهی شمرده می‌شود که اکنون روی میز آن است؛ پس از ارجاع، دستگاه تازه.', { id: 'monitor.legend.desk' })}</li>
    <li>${msg('دیرشده: زمان قول گذشته و پاسخ نرسیده است. آنچه منتظر شهروند است دیرشده نیست.', { id: 'monitor.legend.late' })}</li>
    <li>${msg('بی‌توضیح: دیر شده و هیچ‌کس علتی از فهرست ننوشته، یا تاریخ تازه هم گذشته است.', { id: 'monitor.legend.unexplained' })}</li>
    <li>${msg('سر قول: از پاسخ‌های نخست و دیرشده‌ها، سهم آنچه در زمان قول پاسخ گرفت. پس‌گرفته‌ها شمرده نمی‌شود.', { id: 'monitor.legend.kept' })}</li>
    <li>${msg('میانه زمان تا پاسخ: فقط ساعت‌های باز اداره، از رسیدن تا نخستین پاسخ.', { id: 'monitor.legend.median' })}</li>
    <li>${msg('راضی، و راضی از زمان: از شهروندانی که پس از پاسخ نظر دادند، سهم «خوب» و «خیلی خوب». نظرهای بی‌پرونده در این عددها نیست.', { id: 'monitor.legend.satisfied' })}</li>
    <li>${msg(str`خط تیره یعنی کمتر از ${formatNumber(locale, atLeast)} مورد است و عدد چیزی نمی‌گوید؛ صفر نیست.`, { id: 'monitor.legend.few' })}</li>
  </ul>
</details>`;
