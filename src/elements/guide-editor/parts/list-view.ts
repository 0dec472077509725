import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { alertIcon, checkIcon, infoIcon, plusIcon, refreshIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { GuideItem, ListModel } from '../model/list.ts';
import type { NewModel } from '../model/new.ts';
import { savedText } from './saved-text.ts';

export function listView(locale: Locale, list: ListModel, fresh: NewModel, onOpen: (event: MouseEvent, id: string) => void): TemplateResult {
  return html`
    <section aria-labelledby="list-title">
      <h2 id="list-title" tabindex="-1">${msg('راهنماهای مردم', { id: 'guideEditor.list' })}</h2>
      <p class="soft">${msg('هر راهنما از «از کجا شروع کنم؟» با چند پرسش به خدمت، جا یا شماره تلفن می‌رساند.', { id: 'guideEditor.list.what' })}</p>
      ${list.phase === 'pending' || list.phase === 'idle' ? skeleton() : nothing}
      ${list.fault
        ? html`<p class="note bad" role="alert">${faultText(locale, list.fault)}</p>
          <p><button class="button" type="button" @click=${() => void list.load()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>`
        : nothing}
      ${list.phase === 'ready' && !list.items.length ? html`<p class="empty">${msg('هنوز راهنمایی نیست؛ نخستین را بسازید.', { id: 'guideEditor.list.empty' })}</p>` : nothing}
      <ul class="guides">${list.items.map((item) => row(locale, item, onOpen))}</ul>
      ${list.phase === 'ready' ? newForm(list, fresh) : nothing}
    </section>
  `;
}

const row = (locale: Locale, item: GuideItem, onOpen: (event: MouseEvent, id: string) => void) => html`
  <li><a href="#/${item.id}" id="guide_${item.id}" @click=${(event: MouseEvent) => onOpen(event, item.id)}>
    <b>${localText(locale, item.title)}</b>
    <span class="soft small">${savedText(locale, item)}${item.note ? html` · <q>${item.note}</q>` : nothing}</span>
    <span class="row">${item.errors || item.warnings
      ? html`${item.errors ? html`<span class="chip bad">${alertIcon}${msg(str`${formatNumber(locale, item.errors)} خطا`, { id: 'guideEditor.errors' })}</span>` : nothing}
        ${item.warnings ? html`<span class="chip warn">${infoIcon}${msg(str`${formatNumber(locale, item.warnings)} هشدار`, { id: 'guideEditor.warnings' })}</span>` : nothing}`
      : html`<span class="chip">${checkIcon}${msg('درست', { id: 'guideEditor.fine' })}</span>`}</span>
  </a></li>
`;

function newForm(list: ListModel, fresh: NewModel): TemplateResult {
  const title = { id: 'new-title', label: msg('عنوان', { id: 'guideEditor.title' }), ...(fresh.fault === 'title' && { error: msg('عنوان راهنما را بنویسید.', { id: 'guideEditor.new.noTitle' }) }) };
  const name = {
    id: 'new-id', label: msg('نشانی', { id: 'guideEditor.new.id' }),
    hint: msg('با حرف کوچک انگلیسی، رقم و خط تیره؛ در پیوندهایی که مردم می‌فرستند می‌آید و دیگر عوض نمی‌شود.', { id: 'guideEditor.new.id.hint' }),
    ...(fresh.fault === 'id' && { error: msg('این نشانی پذیرفتنی نیست: حرف کوچک انگلیسی، رقم و خط تیره، دست‌بالا ۴۰ نویسه.', { id: 'guideEditor.new.badId' }) }),
    ...(fresh.fault === 'taken' && { error: msg('راهنمایی با این نشانی هست؛ نشانی دیگری بدهید.', { id: 'guideEditor.new.taken' }) }),
  };
  return html`
    <details class="new"><summary>${plusIcon}${msg('راهنمای تازه', { id: 'guideEditor.new' })}</summary>
      <form novalidate @submit=${(event: SubmitEvent) => { event.preventDefault(); fresh.begin(list.items); }}>
        ${field(title, html`<input class="input" id="new-title" type="text" maxlength="600" autocomplete="off" aria-invalid=${title.error ? 'true' : nothing} aria-describedby=${describedBy(title)}
          .value=${live(fresh.title)} @input=${(event: InputEvent) => (fresh.title = (event.target as HTMLInputElement).value)} />`)}
        ${field(name, html`<input class="input" id="new-id" type="text" dir="ltr" maxlength="40" autocomplete="off" autocapitalize="off" spellcheck="false" aria-invalid=${name.error ? 'true' : nothing} aria-describedby=${describedBy(name)}
          .value=${live(fresh.id)} @input=${(event: InputEvent) => (fresh.id = (event.target as HTMLInputElement).value)} />`)}
        <button class="button primary" type="submit">${msg('بسازید', { id: 'guideEditor.new.begin' })}</button>
      </form>
    </details>
  `;
}
