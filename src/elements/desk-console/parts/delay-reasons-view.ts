import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { KnownDelayReason } from '../../../contract/delay.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { closeIcon, hourglassIcon, plusIcon } from '../../../core/icons.ts';
import { formatDate } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { DelayReasonsModel } from '../model/delay-reasons.ts';

/** The list of reasons for delays: who put each on it, those that were taken off, and a form for another. */
export function delayReasonsList(locale: Locale, model: DelayReasonsModel): TemplateResult {
  const { items, mayChange } = model.shown!;
  const inForce = items.filter(({ retired }) => !retired);
  const gone = items.filter(({ retired }) => retired);
  return html`
    <p class="measure">${msg('دیرکرد را فقط با یکی از این علت‌ها می‌شود توضیح داد و هر علت بر قاعده‌ای تکیه دارد که شهروند هم می‌بیند. نام کسی که علتی را می‌افزاید یا برمی‌دارد در دفتر استان می‌ماند و پاک‌شدنی نیست.', { id: 'console.reasons.what' })}</p>
    ${mayChange ? form(model) : nothing}
    ${inForce.length
      ? html`<ul class="reports" role="list">${inForce.map((reason) => item(locale, model, reason, mayChange))}</ul>`
      : html`<div class="empty">${hourglassIcon}<h3>${msg('هنوز هیچ علتی نیست', { id: 'console.reasons.empty' })}</h3></div>`}
    ${gone.length
      ? html`<details><summary>${msg('برداشته‌شده‌ها', { id: 'console.reasons.gone' })}</summary><ul class="reports" role="list">${gone.map((reason) => item(locale, model, reason, false))}</ul></details>`
      : nothing}
  `;
}

function form(model: DelayReasonsModel): TemplateResult {
  const text = (name: 'title' | 'rule', view: FieldView) => field(view, html`<input class="input" id=${view.id} type="text" maxlength="300" dir="auto" autocomplete="off"
    aria-describedby=${describedBy(view)} aria-invalid=${view.error ? 'true' : nothing} .value=${live(model[name])} @input=${(event: InputEvent) => (model[name] = (event.target as HTMLInputElement).value)} />`);
  const missing = msg('دست‌کم پنج حرف بنویسید.', { id: 'console.reasons.short' });
  return html`<form class="reason-form" novalidate @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    void model.add();
  }}>
    ${text('title', {
      id: 'reason-title', label: msg('علت تازه', { id: 'console.reasons.title' }),
      error: model.twice ? msg('این علت در فهرست هست.', { id: 'console.reasons.twice' }) : model.missing.has('title') ? missing : undefined,
    })}
    ${text('rule', {
      id: 'reason-rule', label: msg('بر چه قاعده‌ای تکیه دارد؟', { id: 'console.reasons.rule' }), hint: msg('ماده قانون، آیین‌نامه یا مرحله برگه خدمت. «ناظر نمی‌گذارد» علت نیست.', { id: 'console.reasons.rule.hint' }),
      error: model.missing.has('rule') ? missing : undefined,
    })}
    <button class="button primary" type="submit" aria-disabled=${model.busy ? 'true' : nothing}>${plusIcon}${msg('به فهرست بیفزایید', { id: 'console.reasons.add' })}</button>
  </form>`;
}

function item(locale: Locale, model: DelayReasonsModel, { id, title, rule, addedAt, addedBy, retired }: KnownDelayReason, mayRetire: boolean): TemplateResult {
  const name = localText(locale, title);
  return html`<li>
    <h3><bdi>${name}</bdi></h3>
    <p><bdi>${localText(locale, rule)}</bdi></p>
    <p class="soft small">${msg(str`افزوده ${addedBy}، ${formatDate(locale, addedAt)}`, { id: 'console.reasons.by' })}${retired ? html` · ${msg(str`برداشته ${retired.by}، ${formatDate(locale, retired.at)}`, { id: 'console.reasons.goneBy' })}` : nothing}</p>
    ${!mayRetire ? nothing : model.asked === id
      ? html`<p>${msg('پرونده‌هایی که این علت را گرفته‌اند آن را نگه می‌دارند.', { id: 'console.reasons.retire.what' })}</p>
        <button class="button" id="retire-now" type="button" aria-disabled=${model.busy ? 'true' : nothing} @click=${() => void model.retire(id)}>${closeIcon}${msg('بله، برداشته شود', { id: 'console.reasons.retire.yes' })}</button>
        <button class="button quiet" type="button" @click=${() => void model.ask('')}>${msg('نه، بماند', { id: 'console.tokens.revoke.no' })}</button>`
      : html`<button class="button" type="button" aria-label=${msg(str`بردارید: ${name}`, { id: 'console.reasons.retireOf' })} @click=${() => void model.ask(id)}>${closeIcon}${msg('بردارید', { id: 'console.reasons.retire' })}</button>`}
  </li>`;
}
