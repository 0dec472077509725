import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { field } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { refreshIcon, warningIcon } from '../../../core/icons.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { DraftItem } from '../model/home.ts';
import { historyView } from './history-view.ts';
import { hiddenView } from './national-view.ts';
import { waitingView, waitsFor } from './review-view.ts';
import { uploadView } from './upload-view.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText } from './words.ts';

export function homeView(view: IntakeView): TemplateResult {
  const { locale, home } = view;
  return html`
    <section aria-labelledby="home-title">
      <h2 id="home-title" tabindex="-1">${msg('اعلام خدمات دستگاه', { id: 'intake.title' })}</h2>
      <p class="soft measure">${view.keeps ? msg('فهرست خدمات دستگاه را با اکسل بفرستید، آنچه باید درست شود همین‌جا درست کنید و منتشر کنید. تا «منتشر کنید» را نزنید، مردم چیزی نمی‌بینند.', { id: 'intake.what' }) : msg('کارشناسان دستگاه فهرست خدمات را آماده می‌کنند. آنچه منتظر نظر شماست و آنچه منتشر شده است اینجاست.', { id: 'intake.what.head' })}</p>
      ${home.fault
        ? html`<p class="note bad" role="alert">${intakeFaultText(locale, home.fault)}</p>
          <p><button class="button" type="button" @click=${() => void home.load()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>`
        : nothing}
    </section>
    ${agencyChoice(view)}
    ${home.phase === 'pending' || home.phase === 'idle' ? skeleton() : nothing}
    ${home.phase === 'ready'
      ? html`${waitingView(view)}${home.agency && view.keeps ? uploadView(view) : nothing}${draftsView(view)}${hiddenView(view)}${home.publications ? historyView(view, home.publications) : nothing}`
      : nothing}
  `;
}

/** Those of the province say which agency they speak for. It stays while its files are fetched: who goes through the names by arrow keys is in it. */
function agencyChoice({ locale, home }: IntakeView): TemplateResult | typeof nothing {
  if (home.port.staff()?.agency || !home.agencies.length) return nothing;
  const shown = { id: 'agency', label: msg('کدام دستگاه؟', { id: 'intake.agency' }), hint: msg('فایل هر دستگاه جدا فرستاده می‌شود.', { id: 'intake.agency.hint' }) };
  return html`<div class="agency">${field(shown, html`
    <select class="input" id="agency" aria-describedby="agency-hint" @change=${(event: Event) => void home.load((event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${live(!home.agency)}>${msg('برگزینید', { id: 'intake.choose' })}</option>
      ${home.agencies.map(({ id, name }) => html`<option value=${id} .selected=${live(id === home.agency)}>${localText(locale, name)}</option>`)}
    </select>`)}</div>`;
}

function draftsView(view: IntakeView): TemplateResult | typeof nothing {
  const drafts = view.home.drafts.filter((draft) => draft.state !== 'published' && !waitsFor(view.home, draft));
  if (!drafts.length) return nothing;
  return html`
    <section aria-labelledby="drafts-title">
      <h3 id="drafts-title">${msg('کارهای ناتمام', { id: 'intake.drafts' })}</h3>
      <p class="soft small">${msg('پیش‌نویس‌ها در میز خدمت می‌ماند؛ هر وقت خواستید از هر رایانه‌ای دنبالش را بگیرید.', { id: 'intake.drafts.what' })}</p>
      <ul class="list">${drafts.map((draft) => draftItem(view, draft))}</ul>
    </section>
  `;
}

function draftItem(view: IntakeView, draft: DraftItem): TemplateResult {
  const { locale, home } = view;
  const agency = home.agency ? undefined : home.agencies.find(({ id }) => id === draft.agency);
  return html`
    <li><a href=${view.href(draft.id)} id="draft_${draft.id}" @click=${(event: MouseEvent) => view.onLink(event, draft.id)}>
      <b><bdi>${draft.fileName}</bdi></b>
      <span class="soft small">${agency ? html`${localText(locale, agency.name)} · ` : nothing}${momentText(locale, draft.receivedAt)}${draft.receivedBy ? html` · <bdi>${draft.receivedBy.name}</bdi>` : nothing}</span>
      <span class="row">${draft.returned && draft.state === 'draft' ? html`<span class="chip warn">${warningIcon}${msg('برگشت خورده', { id: 'intake.state.returned' })}</span> ` : nothing}<span class=${draft.state === 'rejected' ? 'chip bad' : 'chip'}>${stateText(view, draft)}</span></span>
    </a></li>
  `;
}

function stateText({ locale }: IntakeView, { state, rows, part }: DraftItem): string {
  switch (state) {
    case 'reading': return msg(str`${formatNumber(locale, Math.round(part * 100))} درصد خوانده شده`, { id: 'intake.state.reading' });
    case 'rejected': return msg('خوانده نشد', { id: 'intake.state.rejected' });
    case 'published': return msg('منتشر شده', { id: 'intake.state.published' });
    case 'discarded': return msg('دور انداخته شده', { id: 'intake.state.discarded' });
    case 'draft': return msg(str`${formatNumber(locale, rows)} سطر، آماده بازبینی`, { id: 'intake.state.draft' });
  }
}
