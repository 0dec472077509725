import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Token } from '../../../contract/token.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { checkIcon, closeIcon, copyIcon, lockIcon, plusIcon } from '../../../core/icons.ts';
import { formatDate, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { TokensModel } from '../model/tokens.ts';

const lives = [30, 90, 365, 730];

/** Tokens of agencies' own systems: what they are for, the new one's secret, the form, and those that there are. */
export function tokensList(locale: Locale, model: TokensModel): TemplateResult {
  const { items } = model.shown!;
  return html`
    <p class="measure">${msg('سامانه دستگاه با توکن، خدماتش را خودش هر شب اعلام می‌کند. هر توکن فقط برای یک دستگاه کار می‌کند؛ آن را مانند گذرواژه نگه دارید. اگر جایی دیده شد، باطلش کنید.', { id: 'console.tokens.what' })}</p>
    ${model.made ? secret(locale, model) : form(locale, model)}
    ${items.length
      ? html`<ul class="reports tokens" role="list">${items.map((token) => item(locale, model, token))}</ul>`
      : html`<div class="empty">${lockIcon}<h3>${msg('هنوز توکنی نیست', { id: 'console.tokens.empty' })}</h3></div>`}
  `;
}

function secret(locale: Locale, model: TokensModel): TemplateResult {
  const { secret: text, token } = model.made!;
  const view: FieldView = {
    id: 'token-secret',
    label: msg(str`توکن تازه «${token.name}»`, { id: 'console.tokens.made' }),
    hint: msg('همین حالا آن را در سامانه دستگاه بگذارید؛ دیگر نشان داده نمی‌شود و در میز خدمت هم نمی‌ماند.', { id: 'console.tokens.once' }),
  };
  return html`<div class="note" role="group" aria-label=${view.label}>
    ${field(view, html`<input class="input" id="token-secret" type="text" dir="ltr" readonly translate="no" spellcheck="false" autocomplete="off" aria-describedby=${describedBy(view)}
      .value=${text} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()} />`)}
    ${model.copied === 'byHand' ? html`<p role="status">${msg('مرورگر نگذاشت کپی کنیم؛ نوشته برگزیده است، با Ctrl+C کپی کنید.', { id: 'console.tokens.byHand' })}</p>` : nothing}
    <button class="button primary" type="button" id="copy-token" @click=${() => void model.copy()}>${model.copied === 'yes' ? checkIcon : copyIcon}${model.copied === 'yes' ? msg('کپی شد', { id: 'receipt.copied' }) : msg('توکن را کپی کنید', { id: 'console.tokens.copy' })}</button>
    <button class="button" type="button" @click=${() => void model.put()}>${msg('برداشتم', { id: 'console.tokens.kept' })}</button>
  </div>`;
}

function form(locale: Locale, model: TokensModel): TemplateResult {
  const { agencies } = model.shown!;
  const name: FieldView = {
    id: 'token-name',
    label: msg('نام سامانه', { id: 'console.tokens.name' }),
    hint: msg('کنار هر چه این سامانه منتشر کند می‌آید.', { id: 'console.tokens.name.hint' }),
    error: model.nameMissing ? msg('نام سامانه را بنویسید؛ دست‌کم دو حرف.', { id: 'console.tokens.name.missing' }) : undefined,
  };
  return html`<form class="token-form" novalidate @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    void model.make();
  }}>
    ${agencies.length > 1
      ? field({ id: 'token-agency', label: msg('دستگاه', { id: 'console.tokens.agency' }) }, html`<select class="input" id="token-agency" @change=${(event: Event) => (model.agency = (event.target as HTMLSelectElement).value)}>
          ${agencies.map(({ id, name: of }) => html`<option value=${id} ?selected=${id === model.agency}>${localText(locale, of)}</option>`)}
        </select>`)
      : nothing}
    ${field(name, html`<input class="input" id="token-name" type="text" maxlength="80" autocomplete="off" aria-describedby=${describedBy(name)} aria-invalid=${name.error ? 'true' : nothing}
      .value=${live(model.name)} @input=${(event: InputEvent) => (model.name = (event.target as HTMLInputElement).value)} />`)}
    ${field({ id: 'token-days', label: msg('تا چند روز کار کند', { id: 'console.tokens.days' }) }, html`<select class="input" id="token-days" @change=${(event: Event) => (model.days = Number((event.target as HTMLSelectElement).value))}>
      ${lives.map((days) => html`<option value=${days} ?selected=${days === model.days}>${msg(str`${formatNumber(locale, days)} روز`, { id: 'console.tokens.daysOf' })}</option>`)}
    </select>`)}
    <button class="button primary" type="submit" aria-disabled=${model.busy ? 'true' : nothing}>${plusIcon}${msg('توکن تازه بسازید', { id: 'console.tokens.make' })}</button>
  </form>`;
}

function item(locale: Locale, model: TokensModel, token: Token): TemplateResult {
  const used = token.usedOn
    ? msg(str`آخرین بار ${formatDate(locale, token.usedOn)} به کار رفت`, { id: 'console.tokens.used' })
    : msg('هنوز به کار نرفته است', { id: 'console.tokens.unused' });
  return html`<li>
    <h3><bdi>${token.name}</bdi></h3>
    <p>${localText(locale, token.agency.name)}</p>
    <p class="soft small">${stateText(locale, token)} · ${used}${token.madeBy ? html` · ${msg(str`ساخته ${token.madeBy.name}`, { id: 'console.tokens.by' })}` : nothing}</p>
    ${token.state !== 'valid' ? nothing : model.asked === token.id
      ? html`<p>${msg('سامانه از همان لحظه دیگر نمی‌تواند اعلام کند.', { id: 'console.tokens.revoke.what' })}</p>
        <button class="button" id="revoke-now" type="button" aria-disabled=${model.busy ? 'true' : nothing} @click=${() => void model.revoke(token.id)}>${closeIcon}${msg('بله، باطل شود', { id: 'console.tokens.revoke.yes' })}</button>
        <button class="button quiet" type="button" @click=${() => void model.ask('')}>${msg('نه، بماند', { id: 'console.tokens.revoke.no' })}</button>`
      : html`<button class="button" type="button" aria-label=${msg(str`باطل کردن ${token.name}`, { id: 'console.tokens.revokeOf' })} @click=${() => void model.ask(token.id)}>${closeIcon}${msg('باطل کنید', { id: 'console.tokens.revoke' })}</button>`}
  </li>`;
}

function stateText(locale: Locale, { state, expiresAt, revokedAt }: Token): string {
  switch (state) {
    case 'valid': return msg(str`تا ${formatDate(locale, expiresAt)} کار می‌کند`, { id: 'console.tokens.valid' });
    case 'expired': return msg(str`${formatDate(locale, expiresAt)} مهلتش تمام شد`, { id: 'console.tokens.expired' });
    case 'revoked': return msg(str`${formatDate(locale, revokedAt!)} باطل شد`, { id: 'console.tokens.revokedOn' });
  }
}
