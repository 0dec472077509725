import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { ResolvedAnswer } from '../../../contract/guide.ts';
import { textInput } from '../../../core/controls/text-input.ts';
import { localText } from '../../../core/facts/place.ts';
import { checkIcon, copyIcon, printIcon, saveIcon } from '../../../core/icons.ts';
import { printAlone } from '../../../core/print.ts';
import { formatDate } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { partyView } from './party-view.ts';
import type { Said, Telling } from './telling.ts';

interface TellingModel {
  locale: Locale;
  answer: ResolvedAnswer;
  telling: Telling;
  /** Whom it is about stands elsewhere. */
  partyAsked: boolean;
}

/** Four things to say, and the text that they make. Nothing is demanded: what is written is what can be taken along. */
export function tellingView(model: TellingModel): TemplateResult {
  const { locale, telling, telling: { keeper, written }, partyAsked } = model;
  const text = readyText(model);
  return html`
    <section aria-labelledby="write">
      <h3 id="write">${msg('نوشته‌تان را آماده کنید', { id: 'complaint.write' })}</h3>
      <div class="no-print">
        ${partyAsked ? nothing : partyView(locale, telling)}
        ${line(model, 'place', msg('کجا رخ داد؟', { id: 'complaint.place' }), msg('شهرستان و نشانی', { id: 'complaint.place.hint' }))}
        ${line(model, 'happened', msg('چه شد؟', { id: 'complaint.happened' }), msg('بنویسید کی و چگونه.', { id: 'complaint.happened.hint' }), 6)}
        ${line(model, 'wanted', msg('چه می‌خواهید؟', { id: 'complaint.wanted' }), undefined, 3)}
        ${keeper?.failed && written
          ? html`<p class="soft small">${msg('این مرورگر نوشته‌ها را نگه نمی‌دارد. پیش از بستن صفحه آن را کپی کنید.', { id: 'complaint.notKept' })}</p>`
          : keeper?.savedAt !== undefined
            ? html`<p class="soft small kept">${saveIcon} ${msg('روی همین دستگاه نگه داشته شد.', { id: 'complaint.kept' })}
                <button type="button" class="link" @click=${() => void model.telling.clear()}>${msg('پاک کردن', { id: 'draft.remove' })}</button></p>`
            : nothing}
      </div>
      ${text ? readyView(model, text) : nothing}
    </section>
  `;
}

function line({ telling }: TellingModel, field: keyof Said, label: string, hint?: string, rows?: number): TemplateResult {
  return textInput({ id: `said-${field}`, label, hint, rows, optional: msg('اختیاری', { id: 'form.optional' }), value: telling.said[field], onInput: (text) => telling.set(field, text) });
}

/** The text as it can be read out, sent or handed in; empty until something is written. */
function readyText({ locale, answer, telling: { said, written }, partyAsked }: TellingModel): string {
  if (!written) return '';
  const { party, place, happened, wanted } = { party: said.party.trim(), place: said.place.trim(), happened: said.happened.trim(), wanted: said.wanted.trim() };
  return [
    // Where it is the office itself, the title says what to do and not what it is about.
    !partyAsked && localText(locale, answer.title),
    msg(str`تاریخ: ${formatDate(locale, new Date().toISOString())}`, { id: 'complaint.text.date' }),
    party && msg(str`شکایت از: ${party}`, { id: 'complaint.text.party' }),
    place && msg(str`محل: ${place}`, { id: 'complaint.text.place' }),
    happened && msg(str`شرح: ${happened}`, { id: 'complaint.text.happened' }),
    wanted && msg(str`خواسته: ${wanted}`, { id: 'complaint.text.wanted' }),
  ].filter(Boolean).join('\n');
}

function readyView({ telling }: TellingModel, text: string): TemplateResult {
  const shown = (event: Event) => (event.currentTarget as Element).closest('.ready')!.querySelector<HTMLElement>('.text');
  return html`<div class="ready card" role="group" aria-labelledby="ready">
    <h4 id="ready">${msg('این را بگویید یا بفرستید', { id: 'complaint.ready' })}</h4>
    <p class="text" dir="auto">${text}</p>
    <div class="row no-print">
      <button type="button" class="button primary" @click=${(event: Event) => void telling.copy(text, shown(event))}>
        ${telling.copied === 'yes' ? checkIcon : copyIcon}${telling.copied === 'yes' ? msg('کپی شد', { id: 'receipt.copied' }) : msg('کپی نوشته', { id: 'complaint.copy' })}
      </button>
      <button type="button" class="button" @click=${(event: Event) => printAlone((event.currentTarget as Element).closest('.ready')!)}>${printIcon}${msg('چاپ', { id: 'complaint.print' })}</button>
    </div>
    ${telling.copied === 'byHand'
      ? html`<p class="small no-print" role="status">${msg('مرورگر اجازه کپی نداد. نوشته انتخاب شده است؛ خودتان کپی کنید.', { id: 'complaint.copyFailed' })}</p>`
      : nothing}
  </div>`;
}
