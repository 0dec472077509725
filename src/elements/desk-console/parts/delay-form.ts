import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, fieldset, type FieldView } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { refreshIcon } from '../../../core/icons.ts';
import { formatDay } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CaseModel } from '../model/case.ts';

/** Why the answer comes later, and when: reasons of the province's list and days on which the office is open. `more`: words to the citizen. */
export function delayForm(locale: Locale, model: CaseModel, onPick: (name: 'delayReason' | 'expected') => void, more: TemplateResult): TemplateResult {
  const { draft, delay } = model;
  if (model.delayFailed) {
    return html`<p class="error">${msg('فهرست علت‌ها گرفته نشد.', { id: 'console.delay.failed' })}</p>
      <button class="button quiet" type="button" @click=${() => void model.loadDelay()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button>`;
  }
  if (!delay) return html`<p class="skeleton sk-row" aria-hidden="true"></p>`;
  if (!delay.reasons.length) {
    return html`<p>${msg('هنوز هیچ علتی در فهرست استان نیست. ناظر استان علت‌ها و قاعده هر کدام را آنجا می‌گذارد.', { id: 'console.delay.none' })}</p>`;
  }
  const reasonMissing = draft.missing.has('delayReason');
  const when: FieldView = {
    id: 'draft-expected',
    label: msg('پاسخ تا کی آماده است؟', { id: 'console.delay.expected' }),
    hint: msg('روزهای تعطیل در فهرست نیست. شهروند این تاریخ را می‌بیند.', { id: 'console.delay.expected.hint' }),
    error: draft.missing.has('expected') ? msg('تاریخ تازه را برگزینید.', { id: 'console.delay.expected.missing' }) : undefined,
  };
  return html`
    <div class=${reasonMissing ? 'invalid' : ''}>${fieldset(
      { id: 'draft-delay', label: msg('علت دیرکرد', { id: 'console.delay.reason' }), error: reasonMissing ? msg('علت را برگزینید.', { id: 'console.delay.reason.missing' }) : undefined },
      html`<div class="choices">${delay.reasons.map(
        ({ id, title, rule }) => html`<label class="choice"><input type="radio" name="delay" value=${id} .checked=${live(draft.delayReason === id)} @change=${() => {
          draft.delayReason = id;
          onPick('delayReason');
        }} /><span><bdi>${localText(locale, title)}</bdi><br><span class="soft small"><bdi>${localText(locale, rule)}</bdi></span></span></label>`,
      )}</div>`,
    )}</div>
    ${field(when, html`<select class="input" id=${when.id} aria-describedby=${describedBy(when)} aria-invalid=${when.error ? 'true' : nothing} @change=${(event: Event) => {
      draft.expected = (event.target as HTMLSelectElement).value;
      onPick('expected');
    }}>
      <option value="" ?selected=${!draft.expected}>${msg('برگزینید', { id: 'console.delay.choose' })}</option>
      ${delay.ends.map((end) => html`<option value=${end} ?selected=${draft.expected === end}>${formatDay(locale, end, model.port.now())}</option>`)}
    </select>`)}
    ${more}
  `;
}
