import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../../contract/intake.ts';
import { localText } from '../../../core/facts/place.ts';
import { backIcon, forwardIcon, refreshIcon, trashIcon } from '../../../core/icons.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Filter } from '../model/draft.ts';
import { cellPanel } from './cell-panel.ts';
import { findingView } from './finding-view.ts';
import { kindsView } from './kinds-view.ts';
import { linksView } from './links-view.ts';
import { mappingView } from './mapping-view.ts';
import { returnedView } from './review-view.ts';
import { table } from './table.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText, severityIcon, severityText } from './words.ts';

export const toHome = (view: IntakeView): TemplateResult =>
  html`<p><a class="button quiet" href=${view.href('')} @click=${(event: MouseEvent) => view.onLink(event, '')}>${backIcon}${msg('همه فایل‌ها', { id: 'intake.back' })}</a></p>`;

export function draftView(view: IntakeView): TemplateResult {
  const { locale, draft: model } = view;
  const { draft } = model;
  if (model.phase === 'failed' || (!draft && model.phase !== 'pending')) {
    return html`${toHome(view)}<p class="note bad" role="alert">${intakeFaultText(locale, model.fault ?? { code: 'broken' })}</p>
      <p><button class="button" type="button" @click=${() => void model.load(model.id)}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>`;
  }
  if (!draft) return html`${toHome(view)}${skeleton()}`;
  const changed = view.mapping.changed ? html`<p class="note warn" role="alert">${intakeFaultText(locale, { code: 'declaration.changed' })}</p>` : nothing;
  return html`${toHome(view)}${head(view, draft)}${changed}${body(view, draft)}`;
}

function body(view: IntakeView, draft: Draft): TemplateResult {
  switch (draft.state) {
    case 'reading': return reading(view, draft);
    case 'rejected': return view.keeps ? html`${ofFile(view, draft)}${draft.head.length ? mappingView(view, draft) : nothing}${throwAway(view)}` : html`${ofFile(view, draft)}`;
    case 'discarded': return html`<p class="note">${msg('این پیش‌نویس دور انداخته شده است.', { id: 'intake.discarded' })}</p>`;
    case 'published': return html`${wasPublished(view, draft)}${kindsView(view, draft)}${rows(view, draft)}`;
    case 'draft': return html`${returnedView(view, draft)}${ofFile(view, draft)}${draft.unknown.length && view.keeps ? mappingView(view, draft) : nothing}${kindsView(view, draft)}${rows(view, draft)}${linksView(view, draft)}${toPublish(view, draft)}${view.keeps ? throwAway(view) : nothing}`;
  }
}

export const wasPublished = ({ locale }: IntakeView, { publishedAs }: Draft): TemplateResult =>
  html`<p class="note">${msg(str`این فایل با نسخه ${formatNumber(locale, publishedAs ?? 0)} منتشر شده است و دیگر عوض نمی‌شود.`, { id: 'intake.wasPublished' })}</p>`;

function head({ locale, home }: IntakeView, draft: Draft): TemplateResult {
  const agency = home.agencies.find(({ id }) => id === draft.agency);
  return html`
    <h2 id="draft-title" tabindex="-1"><bdi>${draft.fileName}</bdi></h2>
    <p class="soft small">${agency ? html`${localText(locale, agency.name)} · ` : nothing}${momentText(locale, draft.receivedAt)}${draft.receivedBy ? html` · <bdi>${draft.receivedBy.name}</bdi>` : nothing}</p>
  `;
}

function reading({ locale }: IntakeView, { part }: Draft): TemplateResult {
  return html`<div class="card progress">
    <p id="progress-text" role="status">${msg('میز خدمت در حال خواندن این فایل است.', { id: 'intake.readingNow' })}</p>
    <progress max="1" .value=${part} aria-labelledby="progress-text"></progress>
    <p class="soft small">${msg(str`${formatNumber(locale, Math.round(part * 100))} درصد`, { id: 'intake.percent' })}</p>
  </div>`;
}

/** What is said of the file as a whole. Unknown columns are told where they can be named. */
function ofFile(view: IntakeView, draft: Draft): TemplateResult | typeof nothing {
  const findings = draft.findings.filter(({ rule }) => rule !== 'unknown-columns');
  if (!findings.length) return nothing;
  if (draft.state === 'rejected') {
    return html`<section class="note bad" role="alert" aria-labelledby="rejected-title">
      <h3 id="rejected-title" tabindex="-1">${msg('این فایل خوانده نشد', { id: 'intake.fileRejected' })}</h3>
      <ul class="findings">${findings.map((finding) => findingView(view, finding, draft.rules))}</ul>
    </section>`;
  }
  return html`<details class="card of-file"><summary>${msg(str`درباره همه فایل: ${formatNumber(view.locale, findings.length)} نکته`, { id: 'intake.ofFile' })}</summary>
    <ul class="findings">${findings.map((finding) => findingView(view, finding, draft.rules))}</ul></details>`;
}

function rows(view: IntakeView, draft: Draft): TemplateResult {
  const { locale, draft: model } = view;
  const { counts } = draft;
  const [services, all] = [formatNumber(locale, counts.services), formatNumber(locale, draft.rows)];
  return html`
    <section aria-labelledby="rows-title">
      <h3 id="rows-title" tabindex="-1">${msg('سطرهای فایل', { id: 'intake.rows' })}</h3>
      <p id="counts" role="status">${msg(str`از ${all} سطر، ${services} خدمت منتشر می‌شود.`, { id: 'intake.counts' })}${counts.rejected ? html` ${msg(str`${formatNumber(locale, counts.rejected)} سطر تا درست نشود کنار می‌ماند.`, { id: 'intake.counts.rejected' })}` : nothing}${counts.warned || counts.rejected ? nothing : html` ${msg('چیزی نیست که باید درست شود.', { id: 'intake.counts.fine' })}`}</p>
      <div class="row filters" role="group" aria-label=${msg('کدام سطرها نشان داده شود', { id: 'intake.filter' })}>
        ${filter(view, 'all', draft.rows)}${filter(view, 'rejected', counts.rejected)}${filter(view, 'warning', counts.warned)}${filter(view, 'advice', counts.advised)}${filter(view, 'repaired', counts.repaired)}
        <button class="button next" type="button" id="next-finding" @click=${() => void next(view)}>${msg('مورد بعدی', { id: 'intake.next' })}${forwardIcon}</button>
      </div>
      ${model.rows.length
        ? html`<div class="beside">
            <div class="sheet">${table(view, draft)}<p class="soft small sideways">${msg('جدول را به پهلو بکشید تا ستون‌های دیگر را ببینید.', { id: 'intake.sideways' })}</p>${pages(view, draft)}</div>
            ${cellPanel(view)}
          </div>`
        : html`<p class="empty">${msg('سطری از این گونه نیست.', { id: 'intake.noRows' })}</p>`}
    </section>
  `;
}

function filter({ locale, draft }: IntakeView, which: Filter, count: number): TemplateResult {
  return html`<button class="button" type="button" id="filter-${which}" aria-pressed=${draft.filter === which && !draft.rule ? 'true' : 'false'}
    @click=${() => void draft.show(which)}>${which === 'all' ? msg('همه سطرها', { id: 'intake.filter.all' }) : html`<span class="is-${which}">${severityIcon[which]}</span>${severityText(which)}`} <span class="count">${formatNumber(locale, count)}</span></button>`;
}

async function next(view: IntakeView): Promise<void> {
  if (await view.draft.goToNext()) return view.focus('at');
  view.say(() => msg('پس از این چیزی نیست.', { id: 'intake.next.none' }));
}

function pages(view: IntakeView, draft: Draft): TemplateResult | typeof nothing {
  const { locale, draft: model } = view;
  if (model.starts.length === 1 && model.next === null) return nothing;
  const turn = async (by: 1 | -1) => {
    if (await model.turn(by)) view.focus('at');
  };
  const [first, last] = [model.rows[0]!.row, model.rows[model.rows.length - 1]!.row];
  return html`<div class="row pages">
    <button class="button quiet" type="button" aria-disabled=${model.starts.length > 1 ? nothing : 'true'} @click=${() => void turn(-1)}>${backIcon}${msg('سطرهای پیش', { id: 'intake.page.before' })}</button>
    <span class="soft small" role="status">${msg(str`سطر ${formatNumber(locale, first)} تا ${formatNumber(locale, last)} از ${formatNumber(locale, draft.rows + 1)}`, { id: 'intake.page' })}</span>
    <button class="button quiet" type="button" aria-disabled=${model.next === null ? 'true' : nothing} @click=${() => void turn(1)}>${msg('سطرهای بعد', { id: 'intake.page.after' })}${forwardIcon}</button>
  </div>`;
}

function toPublish(view: IntakeView, draft: Draft): TemplateResult {
  const path = `${draft.id}/difference`;
  return html`<div class="card publish-next">
    <p>${msg('پیش از انتشار ببینید در فهرست مردم چه چیزی افزوده، عوض یا برداشته می‌شود.', { id: 'intake.toDifference.what' })}</p>
    <a class="button primary" id="to-difference" href=${view.href(path)} @click=${(event: MouseEvent) => view.onLink(event, path)}>${msg('ببینید چه عوض می‌شود', { id: 'intake.toDifference' })}${forwardIcon}</a>
  </div>`;
}

function throwAway(view: IntakeView): TemplateResult {
  if (!view.asking) {
    return html`<p><button class="button quiet" type="button" id="discard" @click=${() => { view.ask(true); view.focus('discard-title'); }}>${trashIcon}${msg('این پیش‌نویس را دور بریزید', { id: 'intake.discard' })}</button></p>`;
  }
  return html`<div class="note warn ask" role="group" aria-labelledby="discard-title">
    <p id="discard-title" tabindex="-1"><b>${msg('این فایل و آنچه در آن درست کرده‌اید پاک شود؟', { id: 'intake.discard.ask' })}</b></p>
    <p>${msg('آنچه منتشر شده است همان می‌ماند.', { id: 'intake.discard.what' })}</p>
    ${view.draft.discardFault ? html`<p class="note bad" role="alert">${intakeFaultText(view.locale, view.draft.discardFault)}</p>` : nothing}
    <div class="row">
      <button class="button primary" type="button" aria-disabled=${view.draft.busy ? 'true' : nothing} @click=${view.discard}>${msg('بله، پاک شود', { id: 'intake.discard.yes' })}</button>
      <button class="button" type="button" @click=${() => { view.ask(false); view.focus('discard'); }}>${msg('نه', { id: 'intake.no' })}</button>
    </div>
  </div>`;
}
