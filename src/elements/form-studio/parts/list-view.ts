import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { field } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { refreshIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { FormItem, ListModel } from '../model/list.ts';
import { draftText, publishedText } from './saved-text.ts';

export function listView(locale: Locale, list: ListModel, onOpen: (event: MouseEvent, id: string) => void): TemplateResult {
  return html`
    <section aria-labelledby="list-title">
      <h2 id="list-title" tabindex="-1">${msg('فرم‌های خدمت‌ها', { id: 'studio.list' })}</h2>
      <p class="soft">${msg('هر خدمت یک فرم دارد که مردم پر می‌کنند. اینجا می‌نویسید، می‌آزمایید و منتشر می‌کنید.', { id: 'studio.list.what' })}</p>
      ${list.agencies.length > 1
        ? field({ id: 'agency', label: msg('دستگاه', { id: 'studio.agency' }) }, html`<select class="input" id="agency" @change=${(event: Event) => void list.load((event.target as HTMLSelectElement).value)}>
          ${list.agencies.map(({ id, name }) => html`<option value=${id} .selected=${live(id === list.agency)}>${localText(locale, name)}</option>`)}</select>`)
        : nothing}
      ${list.phase === 'pending' || list.phase === 'idle' ? skeleton() : nothing}
      ${list.fault
        ? html`<p class="note bad" role="alert">${faultText(locale, list.fault)}</p>
          <p><button class="button" type="button" @click=${() => void list.load()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>`
        : nothing}
      ${list.phase === 'ready' && !list.items.length ? html`<p class="empty">${msg('این دستگاه هنوز خدمتی اعلام نکرده است؛ نخست خدمت‌ها را اعلام کنید.', { id: 'studio.list.empty' })}</p>` : nothing}
      ${list.phase === 'ready' ? html`<ul class="forms">${list.items.map((item) => row(locale, item, onOpen))}</ul>` : nothing}
    </section>
  `;
}

const row = (locale: Locale, item: FormItem, onOpen: (event: MouseEvent, id: string) => void) => html`
  <li><a href="#/${item.offering}" id="form_${item.offering}" @click=${(event: MouseEvent) => onOpen(event, item.offering)}>
    <b>${item.title}</b>
    <span class="soft small">${publishedText(locale, item.published)}${item.published?.note ? html` · <q>${item.published.note}</q>` : nothing}</span>
    ${item.draft ? html`<span class="row"><span class="chip warn">${draftText(locale, item.draft)}</span></span>` : nothing}
  </a></li>
`;
