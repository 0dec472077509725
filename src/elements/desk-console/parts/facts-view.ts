import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Offering } from '../../../contract/offering.ts';
import type { TimelineEntry } from '../../../contract/request.ts';
import type { StaffCase } from '../../../contract/staff.ts';
import { dueText, moodOf, remainingText, usedText, whenText } from '../../../core/facts/clock.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { explanationText } from '../../../core/facts/explanation.ts';
import { feeText } from '../../../core/facts/fee.ts';
import { localText, placeText } from '../../../core/facts/place.ts';
import { eventText } from '../../../core/facts/request.ts';
import { clockIcon, hourglassIcon, pauseIcon, refreshIcon, warningIcon, checkCircleIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CaseModel } from '../model/case.ts';

const moodIcons = { calm: clockIcon, soon: hourglassIcon, late: warningIcon, paused: pauseIcon, stopped: checkCircleIcon };

/** What an expert looks up while deciding: how much time is left, what the sheet says, what has happened. */
export function factsView(locale: Locale, model: CaseModel, shown: StaffCase): TemplateResult {
  const { clock, holder, agency } = shown;
  const mood = moodOf(clock);
  const now = new Date();
  const due = dueText(locale, clock, now);
  const place = holder && placeText(locale, holder);
  return html`
    <section class="card clock ${mood}" aria-labelledby="deadline">
      <h3 id="deadline">${msg('مهلت', { id: 'console.deadline' })}</h3>
      <p class="left">${leftView(locale, shown, now)}</p>
      <progress max="1" .value=${mood === 'late' ? 1 : Math.min(1, Math.max(0.02, clock.shareUsed))} aria-label=${usedText(locale, clock)}></progress>
      <p class="small">${msg(str`تا ${due}`, { id: 'console.until' })}</p>
      <details class="small"><summary>${msg('این تاریخ چطور حساب شده؟', { id: 'track.why' })}</summary><p>${explanationText(locale, clock.explanation, now)}</p></details>
      <p class="small soft">${localText(locale, (holder ?? agency).name)}${place ? html` · ${place}` : nothing}</p>
    </section>
    <section class="card" aria-labelledby="sheet">
      <h3 id="sheet">${msg('شناسنامه خدمت', { id: 'console.sheet' })}</h3>
      ${model.sheet
        ? sheetView(locale, model.sheet)
        : model.sheetFailed
          ? html`<p class="soft">${msg('شناسنامه خدمت باز نشد.', { id: 'console.sheet.failed' })}</p>
              <button class="button quiet" type="button" @click=${() => void model.loadSheet()}>${refreshIcon}${msg('دوباره امتحان کن', { id: 'console.retry' })}</button>`
          : html`<p class="skeleton sk-row" aria-hidden="true"></p>`}
    </section>
    <section class="card" aria-labelledby="history">
      <h3 id="history">${msg('تاریخچه', { id: 'console.history' })}</h3>
      <ol class="timeline">
        ${[...shown.timeline].sort((a, b) => a.seq - b.seq).map(
          (entry) => html`<li class=${model.changedSince !== undefined && entry.seq > model.changedSince ? 'fresh' : ''}>
            <b>${staffEventText(locale, entry)}</b>
            <time class="soft small" datetime=${entry.at}>${whenText(locale, entry.at, now)}</time>
            ${model.changedSince !== undefined && entry.seq > model.changedSince ? html`<span class="chip">${msg('تازه', { id: 'console.fresh' })}</span>` : nothing}
          </li>`,
        )}
      </ol>
    </section>
  `;
}

/** «۲ روز مانده» with its icon. */
export function leftView(locale: Locale, { clock }: StaffCase, now: Date): TemplateResult {
  const mood = moodOf(clock);
  return html`${moodIcons[mood]}<b>${mood === 'stopped'
    ? msg('تمام شد', { id: 'console.ended' })
    : mood === 'paused' ? msg('مهلت ایستاده', { id: 'console.pausedShort' }) : remainingText(locale, clock.dueAt, now)}</b>`;
}

function sheetView(locale: Locale, sheet: Offering): TemplateResult {
  return html`
    ${sheet.illustrative ? html`<p class="small soft">${msg('این شناسنامه نمونه است و سند رسمی نیست.', { id: 'console.sheet.illustrative' })}</p>` : nothing}
    <dl class="answers">
      <div><dt>${msg('زمان انجام', { id: 'console.sheet.time' })}</dt><dd>${durationText(locale, sheet.time)}</dd></div>
      <div><dt>${msg('هزینه', { id: 'console.sheet.fee' })}</dt><dd>${feeText(locale, sheet.fee)}</dd></div>
    </dl>
    ${list(msg('مدارک', { id: 'console.sheet.documents' }), sheet.documents.map(({ title }) => title))}
    ${list(msg('گام‌ها', { id: 'console.sheet.steps' }), sheet.steps.map(({ title }) => title), true)}
    ${list(msg('قانون و آیین‌نامه', { id: 'console.sheet.laws' }), sheet.laws)}
  `;
}

function list(title: string, items: string[], ordered = false): TemplateResult | typeof nothing {
  if (!items.length) return nothing;
  const rows = items.map((item) => html`<li>${item}</li>`);
  return html`<details open><summary><b>${title}</b></summary>${ordered ? html`<ol class="plain">${rows}</ol>` : html`<ul class="plain">${rows}</ul>`}</details>`;
}

/** The history as the desk reads it: where the citizen's own text says "you", the desk's says who. */
function staffEventText(locale: Locale, entry: TimelineEntry): string {
  switch (entry.type) {
    case 'askedCitizen': return msg('از شهروند پرسیده شد', { id: 'console.event.asked' });
    case 'citizenReplied': return msg('شهروند پاسخ داد', { id: 'console.event.replied' });
    case 'rated': return msg('شهروند نظر داد', { id: 'console.event.rated' });
    case 'noted': return msg('یادداشت داخلی نوشته شد', { id: 'console.event.noted' });
    default: return eventText(locale, entry);
  }
}
