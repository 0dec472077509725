import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { backIcon, infoIcon, offlineIcon } from '../../../core/icons.ts';
import type { Why } from '../../../search/searcher.ts';
import { lifeEventView } from '../../../core/facts/life-event.ts';
import type { FinderModel } from './model.ts';

/** What was read differently from how it was typed, so that nobody wonders about the results. */
export function notesView(model: FinderModel) {
  const { answer, kept } = model;
  return html`${understood(model)}${
    kept && answer.total > 0
      ? html`<p class="note understood">
          ${offlineIcon}<span>${msg('اینترنت در دسترس نیست. این فهرست از دفعه پیش روی دستگاه شما مانده است.', { id: 'finder.keptList' })}</span>
        </p>`
      : nothing
  }`;
}

function understood({ answer, onText }: FinderModel) {
  const { result, question } = answer;
  if (!result || answer.total === 0) return nothing;
  const wrong = result.hits[0]?.why.filter(({ kind }) => kind === 'form') ?? [];
  const corrected = wrong.reduce((asked, { typed, meant }) => asked.toLowerCase().replace(typed, meant), question.text);
  // Of Persian in Latin letters the words that lead nowhere stay out.
  const text = result.readAs ?? (/[\u0600-\u06ff]/.test(question.text) ? corrected : corrected.replace(/[a-z]+/g, ' ').replace(/\s+/g, ' ').trim());
  const meant = result.readAs ?? (wrong.length > 1 ? text : wrong[0]?.meant);
  // One guess in a long sentence is no reason to ask.
  if (meant && (result.readAs || wrong.length * 3 >= result.words)) {
    const button = html`<button type="button" class="meant" @click=${() => onText(text)}>${meant}</button>`;
    return html`<p class="note understood">
      ${infoIcon}<span>${msg(html`منظورتان «${button}» بود؟ نتیجه‌ها برای همین است.`, { id: 'finder.meant' })}</span>
    </p>`;
  }
  // A word among many is passed over in silence; half of what was asked is not.
  if (answer.bundles.length || result.missed.length * 2 < result.words || !result.words) return nothing;
  const missed = result.missed.slice(0, 3).join(' ');
  return html`<p class="note understood">
    ${infoIcon}<span>${msg(html`«${missed}» در هیچ خدمتی نیست؛ با بقیه نوشته شما گشتیم.`, { id: 'finder.missed' })}</span>
  </p>`;
}

/** Where somebody is who has chosen a life event, and the way back. */
export function lifeHeading({ locale, engine, answer, embed, onNarrow }: FinderModel) {
  const { life } = answer.question.narrowing;
  const { label, icon } = lifeEventView(life || 'other');
  return html`<div class="life-heading">
    ${
      embed.life
        ? nothing
        : html`<button type="button" class="button quiet no-print" @click=${() => onNarrow({ life: '' })}>
            ${backIcon}${msg('بازگشت', { id: 'finder.back' })}
          </button>`
    }
    <h3 id="found" tabindex="-1">${icon}${label} <span id="count" class="soft small">${engine.countText(locale, answer)}</span></h3>
  </div>`;
}

/** What was typed and stands here under another name; nothing where the reader sees their own words. */
export function becauseView(why: Why[]) {
  const typed = [...new Set(why.filter(({ kind }) => kind === 'synonym').map((each) => each.typed))].slice(0, 2).join('، ');
  return typed ? html`<span class="why soft small">${msg(str`برای: ${typed}`, { id: 'finder.why' })}</span>` : nothing;
}
