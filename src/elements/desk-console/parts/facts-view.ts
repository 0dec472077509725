import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { StaffCase, StaffTimelineEntry } from '../../../contract/staff.ts';
import { dueText, moodOf, usedText, whenText, type ClockMood } from '../../../core/facts/clock.ts';
import { delayView } from '../../../core/facts/delay.ts';
import { explanationText } from '../../../core/facts/explanation.ts';
import { bySmsText } from '../../../core/facts/same-by-sms.ts';
import { localText, placeText } from '../../../core/facts/place.ts';
import { remainingText } from '../../../core/facts/for-staff.ts';
import { endedText, eventText } from '../../../core/facts/request.ts';
import { clockIcon, hourglassIcon, pauseIcon, warningIcon, checkCircleIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CaseModel } from '../model/case.ts';
import { sheetView } from './sheet-view.ts';

const moodIcons = { calm: clockIcon, soon: hourglassIcon, late: warningIcon, paused: pauseIcon, stopped: checkCircleIcon };

/** What an expert looks up while deciding: how much time is left, what the sheet says, what has happened. */
export function factsView(locale: Locale, model: CaseModel, shown: StaffCase): TemplateResult {
  const { clock, holder, agency } = shown;
  const now = model.port.now();
  const mood = moodAt(clock, now);
  const due = dueText(locale, clock, now);
  const place = holder && placeText(locale, holder);
  return html`
    <section class="card clock ${mood}" aria-labelledby="deadline">
      <h3 id="deadline">${msg('مهلت', { id: 'console.deadline' })}</h3>
      <p class="left">${leftView(locale, shown, now)}</p>
      <progress max="1" .value=${mood === 'late' ? 1 : Math.min(1, Math.max(0.02, clock.shareUsed))} aria-label=${usedText(locale, clock)}></progress>
      <p class="small">${msg(str`تا ${due}`, { id: 'console.until' })}</p>
      ${shown.delay ? html`<div class="delay small">${delayView(locale, shown.delay, now)}</div>` : nothing}
      <details class="small"><summary>${msg('این تاریخ چطور حساب شده؟', { id: 'track.why' })}</summary><p>${explanationText(locale, clock.explanation, now)}</p></details>
      <p class="small soft">${localText(locale, (holder ?? agency).name)}${place ? html` · ${place}` : nothing}</p>
    </section>
    <section class="card" aria-labelledby="sheet">
      <h3 id="sheet">${msg('شناسنامه خدمت', { id: 'console.sheet' })}</h3>
      ${sheetView(locale, shown, model.published)}
    </section>
    <section class="card" aria-labelledby="history">
      <h3 id="history">${msg('تاریخچه', { id: 'console.history' })}</h3>
      <ol class="timeline">
        ${[...shown.timeline].sort((a, b) => a.seq - b.seq).map(
          (entry) => html`<li class=${model.changedSince !== undefined && entry.seq > model.changedSince ? 'fresh' : ''}>
            <b>${staffEventText(locale, entry)}</b>
            ${entry.staff ? html`<span class="small"><bdi>${entry.staff.name}</bdi></span>` : nothing}
            <time class="soft small" datetime=${entry.at}>${whenText(locale, entry.at, now)}</time>
            ${model.changedSince !== undefined && entry.seq > model.changedSince ? html`<span class="chip">${msg('تازه', { id: 'console.fresh' })}</span>` : nothing}
          </li>`,
        )}
      </ol>
      ${shown.lostMail ? lostMailView(locale, shown.lostMail, now) : nothing}
    </section>
  `;
}

const lostMailView = (locale: Locale, { givenUpAt, bySms }: NonNullable<StaffCase['lostMail']>, now: Date): TemplateResult =>
  html`<p class="note warn small">${msg(str`آخرین ایمیل به شهروند نرسید (${whenText(locale, givenUpAt, now)}).`, { id: 'console.lostMail' })} ${bySms ? bySmsText(locale, bySms, now) : nothing}</p>`;

/** The mood of a clock that has run on since it was read. */
export const moodAt = (clock: StaffCase['clock'], now: Date): ClockMood =>
  moodOf({ ...clock, overdue: clock.overdue || (clock.state === 'running' && Date.parse(clock.dueAt) < now.getTime()) });

/** «۲ روز مانده» with its icon; of a clock that stopped when, and how late. */
export function leftView(locale: Locale, { clock }: StaffCase, now: Date): TemplateResult {
  const mood = moodAt(clock, now);
  return html`${moodIcons[mood]}<b>${mood === 'stopped'
    ? endedText(locale, clock, now)
    : mood === 'paused' ? msg('مهلت ایستاده', { id: 'console.pausedShort' }) : remainingText(locale, clock.dueAt, now)}</b>`;
}

/** The history as the desk reads it: where the citizen's own text says "you", the desk's says who. */
function staffEventText(locale: Locale, entry: StaffTimelineEntry): TemplateResult | string {
  switch (entry.type) {
    case 'askedCitizen': return msg('از شهروند پرسیده شد', { id: 'console.event.asked' });
    case 'citizenReplied': return msg('شهروند پاسخ داد', { id: 'console.event.replied' });
    case 'joined': return msg('شهروند درباره همین موضوع دوباره شکایت کرد؛ به این پرونده افزوده شد', { id: 'console.event.joined' });
    case 'taken': return msg('کار را برداشت', { id: 'console.event.taken' });
    case 'takenOver': return msg('کار را از همکار به عهده گرفت', { id: 'console.event.takenOver' });
    case 'released': return msg('کار را به صف برگرداند', { id: 'console.event.released' });
    case 'assigned': return entry.assignee ? msg(html`به <bdi>${entry.assignee.name}</bdi> سپرده شد`, { id: 'console.event.assignedTo' }) : eventText(locale, entry);
    case 'inquired': return entry.unit ? msg(html`از <bdi>${localText(locale, entry.unit.name)}</bdi> استعلام شد`, { id: 'console.event.inquiredOf' }) : eventText(locale, entry);
    case 'rated': return msg('شهروند نظر داد', { id: 'console.event.rated' });
    case 'noted': return msg('یادداشت داخلی نوشته شد', { id: 'console.event.noted' });
    default: return eventText(locale, entry);
  }
}
