import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { SheetReports } from '../../../contract/sheet.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { checkCircleIcon, checkIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { KeptList } from '../model/kept-list.ts';

/** How much there is, in words. Call while rendering. */
export const reportsCountText = (locale: Locale, { total }: SheetReports): string =>
  msg(str`${formatNumber(locale, total)} گزارش، قدیمی‌ترین نخست`, { id: 'console.reports.count' });

/** What readers found wrong in sheets, until somebody has looked after it. */
export function reportsList(locale: Locale, shown: SheetReports, model: KeptList<SheetReports>): TemplateResult {
  const { items, total } = shown;
  if (!items.length) {
    return html`<div class="empty">${checkCircleIcon}
      <h3>${msg('گزارشی نمانده است', { id: 'console.reports.empty' })}</h3>
      <p class="soft">${msg('هر کس در برگه خدمتی چیز نادرستی ببیند و بگوید، اینجا می‌آید.', { id: 'console.reports.empty.what' })}</p>
    </div>`;
  }
  const close = async (id: string, at: number): Promise<void> => {
    if (model.busy || !(await model.act((client) => client.call('closeSheetReport', { params: { id } })))) return;
    model.port.say(() => msg('گزارش بسته شد.', { id: 'console.reports.closed' }));
    // To the one in its place, or to the title when it was the last.
    const left = model.shown!.items.length;
    await model.port.focus(left ? `.reports li:nth-child(${Math.min(at + 1, left)}) .button` : '#reports-title');
  };
  return html`
    <p class="measure">${msg('مردم نوشته‌اند چه چیزی در برگه خدمت درست نیست. به دستگاه بگویید تا برگه را درست کند، بعد گزارش را ببندید. کسی که نوشته است شناخته نمی‌شود؛ به او پاسخی نمی‌رود.', { id: 'console.reports.what' })}</p>
    <p class="soft small count">${reportsCountText(locale, shown)}</p>
    <ol class="reports" role="list">
      ${items.map(({ id, offering, changedSince, text, at }, index) => html`<li>
        <h3><bdi>${offering.title}</bdi></h3>
        <p class="prose" dir="auto">${text}</p>
        <p class="soft small">${whenText(locale, at, model.port.now())}${changedSince ? html` · ${msg('برگه پس از آن عوض شده است', { id: 'console.reports.changed' })}` : nothing}</p>
        <button class="button" type="button" aria-disabled=${model.busy ? 'true' : nothing} aria-label=${msg(str`رسیدگی شد: ${offering.title}`, { id: 'console.reports.closeOf' })} @click=${() => void close(id, index)}>${checkIcon}${msg('رسیدگی شد', { id: 'console.reports.close' })}</button>
      </li>`)}
    </ol>
    ${total > items.length ? html`<p class="soft small">${msg(str`${formatNumber(locale, total - items.length)} گزارش دیگر پس از این‌ها می‌آید.`, { id: 'console.reports.more' })}</p>` : nothing}
  `;
}
