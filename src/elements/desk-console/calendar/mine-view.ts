import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { checkIcon, closeIcon, infoIcon } from '../../../core/icons.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CalendarModel } from '../model/calendar.ts';
import { changeText, editLines } from './texts.ts';

/** What was changed and is not in the calendar yet: seen first, then saved with a reason. */
export function mine(locale: Locale, model: CalendarModel): TemplateResult | typeof nothing {
  const editor = model.editor!;
  const { edits, lost } = editor;
  if (!editor.dirty) return nothing;
  return html`
    ${newerNote(locale, model)}
    ${edits.length
      ? html`<section class="calendar-mine" aria-labelledby="calendar-mine">
          <h3 id="calendar-mine" tabindex="-1">${msg('تغییرهای شما', { id: 'console.calendar.mine' })}</h3>
          <p class="soft small">${msg('هنوز در تقویم نیست و کسی جز شما آن را نمی‌بیند. با بستن این برگه مرورگر پاک می‌شود.', { id: 'console.calendar.mine.what' })}</p>
          <ul class="reports" role="list">${edits.map((edit) => html`<li>
            ${editLines(locale, edit, model.shown!).map((line) => html`<p>${line}</p>`)}
            ${lost.includes(edit) ? html`<p class="error">${msg('آنچه این تغییر به آن دست می‌زند در نسخه تازه نیست؛ آن را پس بگیرید و اگر هنوز لازم است، از نو بنویسید.', { id: 'console.calendar.lost' })}</p>` : nothing}
            <button class="button quiet" type="button" aria-label=${msg(str`پس بگیرید: ${editLines(locale, edit, model.shown!)[0]!}`, { id: 'console.calendar.dropOf' })} @click=${() => void editor.takeBack(edit)}>${closeIcon}${msg('پس بگیرید', { id: 'console.calendar.drop' })}</button>
          </li>`)}</ul>
          ${lost.length ? nothing : preview(locale, model)}
        </section>`
      : nothing}
  `;
}

function newerNote(locale: Locale, { editor, shown }: CalendarModel): TemplateResult | typeof nothing {
  const { newer } = editor!;
  if (!newer.length) return nothing;
  return html`<div class="note warn" id="calendar-newer" tabindex="-1" role="alert">${infoIcon}<div>
    <p><b>${msg(str`تا شما می‌نوشتید تقویم به نسخه ${formatNumber(locale, shown!.calendar.version)} رسید.`, { id: 'console.calendar.newer' })}</b>
      ${msg('نوشته شما سر جایش است و اکنون روی نسخه تازه می‌نشیند؛ پیش از ذخیره دوباره ببینید چه می‌شود.', { id: 'console.calendar.newer.what' })}</p>
    ${newer.map(({ by, at, why, changes }) => html`<p class="small"><bdi>${by}</bdi> · ${momentText(locale, at)} · <bdi>${why}</bdi></p>
      <ul class="changes small">${changes.slice(0, 12).map((change) => html`<li>${changeText(locale, change)}</li>`)}</ul>`)}
  </div></div>`;
}

function preview(locale: Locale, model: CalendarModel): TemplateResult {
  const editor = model.editor!;
  const { preview: seen } = editor;
  if (!seen) {
    return html`<button class="button primary" type="button" aria-disabled=${model.busy ? 'true' : nothing} @click=${() => void editor.look()}>${msg('ببینید چه می‌شود', { id: 'console.calendar.look' })}</button>`;
  }
  const { open, looked, moved, nearest } = seen;
  const view: FieldView = {
    id: 'calendar-why',
    label: msg('چرا تقویم عوض می‌شود؟', { id: 'console.calendar.why' }),
    hint: msg('شهروندی که تاریخش جابه‌جا شود همین را می‌خواند؛ مانند «تعطیلی برای آلودگی هوا».', { id: 'console.calendar.why.hint' }),
    error: editor.wrong.has('why') ? msg('دست‌کم پنج حرف بنویسید.', { id: 'console.reasons.short' }) : undefined,
  };
  const count = (value: number): string => formatNumber(locale, value);
  return html`
    <div class="calendar-preview" id="calendar-preview" tabindex="-1" role="group" aria-label=${msg('اگر ذخیره شود', { id: 'console.calendar.preview' })}>
      <p><b>${!open ? msg('درخواست بازی نیست.', { id: 'console.calendar.noOpen' })
        : moved ? msg(str`تاریخ پاسخ ${count(moved)} درخواست از ${count(looked)} درخواست باز جابه‌جا می‌شود.`, { id: 'console.calendar.moved' })
          : msg(str`تاریخ پاسخ هیچ‌یک از ${count(looked)} درخواست باز جابه‌جا نمی‌شود.`, { id: 'console.calendar.noneMoved' })}</b>
        ${looked < open ? msg(str`${count(open)} درخواست باز است؛ این شمار از نزدیک‌ترین‌هاست.`, { id: 'console.calendar.someLooked' }) : nothing}</p>
      ${nearest.length
        ? html`<p class="small">${msg('نزدیک‌ترین‌ها:', { id: 'console.calendar.nearest' })}</p>
          <ul class="calendar-days">${nearest.map(({ codeTail, offering, before, dueAt }) => html`<li>
            <bdi>${offering.title}</bdi>${codeTail ? html` <span class="soft small">${msg(str`پایان کد ${localDigits(locale, codeTail)}`, { id: 'console.calendar.codeTail' })}</span>` : nothing}
            <br>${msg(str`از ${momentText(locale, before)} به ${momentText(locale, dueAt)}`, { id: 'console.calendar.fromTo' })}</li>`)}</ul>`
        : nothing}
    </div>
    <form class="reason-form" novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void editor.save();
    }}>
      ${field(view, html`<input class="input" id=${view.id} type="text" maxlength="300" dir="auto" autocomplete="off" aria-describedby=${describedBy(view)} aria-invalid=${view.error ? 'true' : nothing}
        .value=${live(editor.why)} @input=${(event: InputEvent) => {
          editor.why = (event.target as HTMLInputElement).value;
          editor.keep();
        }} />`)}
      <button class="button primary" type="submit" aria-disabled=${model.busy ? 'true' : nothing}>${checkIcon}${msg('در تقویم بگذارید', { id: 'console.calendar.save' })}</button>
    </form>
  `;
}
