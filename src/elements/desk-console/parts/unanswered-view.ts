import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { UnansweredQueries } from '../../../contract/unanswered.ts';
import { inboxIcon } from '../../../core/icons.ts';
import { formatDate, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** How much there is, in words. Call while rendering. */
export const unansweredCountText = (locale: Locale, { items }: UnansweredQueries): string =>
  msg(str`${formatNumber(locale, items.length)} عبارت، پرتکرارترین نخست`, { id: 'console.unanswered.count' });

/** What people searched for in vain, for those who can fill the gap. */
export function unansweredList(locale: Locale, shown: UnansweredQueries): TemplateResult {
  const { items, since, atLeast } = shown;
  const most = formatNumber(locale, atLeast);
  const why = html`<p class="soft small measure">${msg(str`فقط عبارتی می‌آید که دست‌کم ${most} نفر در یک روز جست‌وجو کرده باشند. متن آنچه کمتر پرسیده شده نگه داشته نمی‌شود، چون شاید نشان دهد چه کسی پرسیده است.`, { id: 'console.unanswered.why' })}</p>`;
  if (!items.length) {
    return html`<div class="empty">${inboxIcon}
      <h3>${msg('اینجا عبارتی نیست', { id: 'console.unanswered.empty' })}</h3>
      <p class="soft">${msg(str`از ${formatDate(locale, since)} تا امروز عبارتی نبوده که بسیاری جست‌وجو کنند و پیدا نکنند.`, { id: 'console.unanswered.empty.what' })}</p>
    </div>${why}`;
  }
  return html`
    <p class="measure">${msg(str`از ${formatDate(locale, since)} تا امروز مردم این‌ها را جست‌وجو کردند و چیزی پیدا نشد. هر نفر در هر روز یک بار شمرده شده و املای نوشته‌ها یک‌دست شده است.`, { id: 'console.unanswered.what' })}</p>
    <p class="soft small count">${unansweredCountText(locale, shown)}</p>
    <table class="unanswered" aria-labelledby="unanswered-title">
      <thead><tr>
        <th scope="col">${msg('عبارت', { id: 'console.unanswered.text' })}</th>
        <th scope="col">${msg('چند نفر', { id: 'console.unanswered.people' })}</th>
        <th scope="col">${msg('آخرین روز', { id: 'console.unanswered.lastDay' })}</th>
      </tr></thead>
      <tbody>${items.map(({ text, count, lastDay }) => html`<tr>
        <th scope="row"><bdi>${text}</bdi></th>
        <td>${formatNumber(locale, count)}</td>
        <td><time datetime=${lastDay}>${formatDate(locale, lastDay)}</time></td>
      </tr>`)}</tbody>
    </table>
    ${why}
  `;
}
