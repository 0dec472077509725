import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Notice, Notices } from '../../../contract/notice.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { checkCircleIcon, checkIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { KeptList } from '../model/kept-list.ts';
import { codeTailView, type CaseLinks } from './queue-view.ts';

/** How much there is, in words. Call while rendering. */
export const noticesCountText = (locale: Locale, { total }: Notices): string =>
  msg(str`${formatNumber(locale, total)} یادآوری، تازه‌ترین نخست`, { id: 'console.notices.count' });

/** What happened. Call while rendering. */
function whatText(locale: Locale, { clock, share }: Notice): string {
  const part = formatNumber(locale, Math.round(share * 100));
  if (clock === 'firstResponse') {
    return share < 1
      ? msg(str`${part} درصد از زمان نخستین رسیدگی گذشته و هنوز کسی آن را برنداشته است.`, { id: 'console.notices.first' })
      : msg('زمان نخستین رسیدگی گذشته و هنوز کسی آن را برنداشته است.', { id: 'console.notices.firstOver' });
  }
  if (share < 1) return msg(str`${part} درصد از زمان پاسخ گذشته است.`, { id: 'console.notices.answer' });
  return share === 1
    ? msg('زمان پاسخ تمام شده و هنوز پاسخی داده نشده است.', { id: 'console.notices.answerOver' })
    : msg(str`${part} درصد از زمان پاسخ گذشته و هنوز پاسخی داده نشده است.`, { id: 'console.notices.answerLate' });
}

/** Why they are told. Call while rendering. */
function asText(level: number): string {
  switch (level) {
    case 0: return msg('کار شماست، یا کسی آن را برنداشته است.', { id: 'console.notices.asExpert' });
    case 1: return msg('به شما که رئیس واحد هستید گزارش شد.', { id: 'console.notices.asUnit' });
    case 2: return msg('به شما که رئیس دستگاه هستید گزارش شد.', { id: 'console.notices.asAgency' });
    default: return msg('به شما که ناظر استان هستید گزارش شد.', { id: 'console.notices.asSupervisor' });
  }
}

/** What the ladder told this member of the staff, until they have seen it. `links`: how a case is opened. */
export function noticesList(locale: Locale, shown: Notices, model: KeptList<Notices>, links: CaseLinks): TemplateResult {
  const { items, total } = shown;
  const now = model.port.now();
  if (!items.length) {
    return html`<div class="empty">${checkCircleIcon}
      <h3>${msg('یادآوری تازه‌ای نیست', { id: 'console.notices.empty' })}</h3>
      <p class="soft">${msg('هر وقت زمان یک پرونده رو به پایان باشد یا بگذرد، در ساعت اداری اینجا به شما می‌گوییم.', { id: 'console.notices.empty.what' })}</p>
    </div>`;
  }
  const see = async (ids: string[], at: number): Promise<void> => {
    if (model.busy || !(await model.act((client) => client.call('seeNotices', { body: { ids } })))) return;
    model.port.say(() => msg('از فهرست برداشته شد.', { id: 'console.notices.seen.done' }));
    const left = model.shown!.items.length;
    await model.port.focus(left ? `.reports li:nth-child(${Math.min(at + 1, left)}) .button` : '#notices-title');
  };
  const disabled = model.busy ? 'true' : nothing;
  return html`
    <p class="measure">${msg('پرونده‌هایی که زمانشان رو به پایان است یا گذشته. شهروند هم همین خط را با تاریخش در پیگیری می‌بیند.', { id: 'console.notices.what' })}</p>
    <div class="bar all"><p class="soft small count">${noticesCountText(locale, shown)}</p>
      ${items.length > 1 ? html`<button class="button" type="button" id="see-all" aria-disabled=${disabled} @click=${() => void see(items.map(({ id }) => id), 0)}>${checkIcon}${msg('همه را دیدم', { id: 'console.notices.seeAll' })}</button>` : nothing}</div>
    <ol class="reports" role="list">
      ${items.map((notice, index) => html`<li>
        <h3><a href=${links.href(notice.request)} @click=${(event: MouseEvent) => links.onOpen(event, notice.request)}><bdi>${notice.offering.title}</bdi></a></h3>
        <p>${whatText(locale, notice)}</p>
        <p class="soft small">${msg(str`مهلت پاسخ: ${whenText(locale, notice.dueAt, now)}`, { id: 'console.notices.due' })}${notice.codeTail ? html` · ${codeTailView(locale, notice.codeTail)}` : nothing}</p>
        <p class="soft small">${asText(notice.level)} <span>${whenText(locale, notice.toldAt, now)}</span></p>
        <div class="row"><button class="button quiet" type="button" aria-disabled=${disabled} aria-label=${msg(str`دیدم: ${notice.offering.title}`, { id: 'console.notices.seeOf' })} @click=${() => void see([notice.id], index)}>${checkIcon}${msg('دیدم', { id: 'console.notices.see' })}</button></div>
      </li>`)}
    </ol>
    ${total > items.length ? html`<p class="soft small">${msg(str`${formatNumber(locale, total - items.length)} یادآوری دیگر پس از این‌ها می‌آید.`, { id: 'console.notices.more' })}</p>` : nothing}
  `;
}
