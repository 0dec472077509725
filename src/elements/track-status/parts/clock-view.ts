import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { dueText, moodOf, spanText, usedText, type ClockMood } from '../../../core/facts/clock.ts';
import { endedText } from '../../../core/facts/request.ts';
import { checkCircleIcon, clockIcon, hourglassIcon, pauseIcon, warningIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

const icons: Record<ClockMood, TemplateResult> = {
  calm: clockIcon, soon: hourglassIcon, late: warningIcon, paused: pauseIcon, stopped: checkCircleIcon,
};

/** How the due date was counted: its words come when somebody opens them. */
export interface Why {
  text: string | undefined;
  onOpen(): void;
}

/** How much of the promised time is used: a bar, and words that say the same without it. */
export function clockView(locale: Locale, status: RequestStatus, now: Date, why: Why): TemplateResult {
  const { clock } = status;
  const mood = moodOf(clock);
  return html`
    <div class="clock ${mood}">
      <progress max="1" .value=${mood === 'late' ? 1 : Math.min(1, Math.max(0.02, clock.shareUsed))} aria-labelledby="used"></progress>
      <div class="clock-words">
        <span id="used" class="used">${icons[mood]}${clockSentence(locale, status, mood, now)}</span>
        ${mood === 'stopped' ? nothing : html`<b class="due">${dueSentence(locale, status, mood, now)}</b>`}
      </div>
      <details class="why" @toggle=${why.onOpen}>
        <summary>${msg('این تاریخ چطور حساب شده؟', { id: 'track.why' })}</summary>
        <div class="small" aria-live="polite">${why.text}</div>
      </details>
    </div>
  `;
}

function clockSentence(locale: Locale, { clock }: RequestStatus, mood: ClockMood, now: Date): string {
  switch (mood) {
    case 'late':
      return msg(str`${spanText(locale, now.getTime() - Date.parse(clock.dueAt))} از تاریخ پاسخ گذشته است`, { id: 'track.late' });
    case 'paused': return msg('شمارش مهلت ایستاده است', { id: 'track.paused' });
    case 'stopped': return endedText(locale, clock, now);
    default: return usedText(locale, clock);
  }
}

function dueSentence(locale: Locale, { clock, delay }: RequestStatus, mood: ClockMood, now: Date): string {
  const day = dueText(locale, clock, now);
  // The desk has named a later day: two days of an answer would contradict each other.
  if (mood === 'late' || delay?.expected) return msg(str`قرار بود تا ${day} پاسخ بگیرید`, { id: 'track.wasDue' });
  if (mood === 'paused') return msg(str`اگر امروز پاسخ دهید، تا ${day} جواب می‌گیرید`, { id: 'track.duePaused' });
  return msg(str`تا ${day} پاسخ می‌گیرید`, { id: 'track.due' });
}
