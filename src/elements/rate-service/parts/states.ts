import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { alertIcon, checkCircleIcon, clockIcon, infoIcon, offlineIcon, refreshIcon } from '../../../core/icons.ts';
import { formatDay } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** Which request? */
export function entryView(typed: string, wrong: boolean, onInput: (typed: string) => void, onSubmit: () => void): TemplateResult {
  const view: FieldView = {
    id: 'code', label: msg('کد رهگیری', { id: 'track.code' }),
    hint: msg('۱۶ رقم است؛ روی رسید و در پیامک ثبت نوشته شده. با فاصله یا بی‌فاصله بنویسید.', { id: 'track.code.hint' }),
    error: wrong ? msg('این کد درست نیست: کد رهگیری ۱۶ رقم دارد. آن را دوباره از روی رسید یا پیامک بنویسید.', { id: 'rate.code.wrong' }) : undefined,
  };
  return html`
    <h2>${msg('نظر شما درباره کارتان', { id: 'rate.entry' })}</h2>
    <form class="entry" novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      onSubmit();
    }}>
      ${field(view, html`<input class="input" id="code" type="text" dir="ltr" inputmode="numeric" autocomplete="off" spellcheck="false" translate="no"
        aria-describedby=${describedBy(view)} aria-invalid=${wrong ? 'true' : nothing}
        .value=${typed} @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)} />`)}
      <button class="button primary" type="submit">${msg('ادامه', { id: 'rate.entry.go' })}</button>
    </form>
  `;
}

/** As high as the two questions. */
export const pendingView = (): TemplateResult => html`<div aria-busy="true">
  <p class="visually-hidden" role="status">${msg('نظرسنجی باز می‌شود…', { id: 'rate.opening' })}</p>
  <div class="waiting" aria-hidden="true"><div class="skeleton sk-title"></div><div class="skeleton sk-scale"></div><div class="skeleton sk-scale"></div><div class="skeleton sk-button"></div></div>
</div>`;

/** Why a request was not opened. */
export type Failure = 'notFound' | 'unreachable' | 'broken';

export function failedView(failure: Failure, onRetry: () => void): TemplateResult {
  return html`<div class="note bad failure">
    <h2 id="failure" tabindex="-1">${failure === 'unreachable' ? offlineIcon : alertIcon}${failure === 'notFound'
      ? msg('با این کد پرونده‌ای باز نشد', { id: 'track.notFound' })
      : failure === 'unreachable'
        ? msg('به میز خدمت نرسیدیم', { id: 'track.unreachable' })
        : msg('میز خدمت درست پاسخ نداد', { id: 'track.broken' })}</h2>
    ${failure === 'notFound'
      ? html`<p>${msg('کد را رقم به رقم با رسید یا پیامک ثبت بسنجید.', { id: 'track.notFound.compare' })}</p>`
      : html`<p>${failure === 'unreachable'
            ? msg('اینترنت را ببینید و دوباره بزنید. چیزی از دست نرفته است.', { id: 'rate.unreachable.what' })
            : msg('اشکال از ماست، نه از کد شما. چند دقیقه دیگر دوباره بپرسید.', { id: 'track.broken.what' })}</p>
          <button class="button" type="button" @click=${onRetry}>${refreshIcon}${msg('دوباره بپرسید', { id: 'track.retry' })}</button>`}
  </div>`;
}

const calm = (icon: TemplateResult, title: string, body: TemplateResult | typeof nothing): TemplateResult =>
  html`<div class="note calm"><h2 id="told" tabindex="-1">${icon}${title}</h2>${body}</div>`;

/** There is no answer that could be rated. */
export function tooEarlyView(locale: Locale, { state, clock, asOf }: RequestStatus): TemplateResult {
  if (state === 'withdrawn') return calm(infoIcon, msg('این درخواست پس گرفته شده است و نظرسنجی ندارد.', { id: 'rate.withdrawn' }), nothing);
  return calm(
    clockIcon, msg('هنوز پاسخی نرسیده است', { id: 'rate.early' }),
    html`<p>${clock.overdue
      ? msg('همین که پاسخ برسد، همین‌جا می‌توانید درباره آن نظر بدهید.', { id: 'rate.early.late' })
      : msg(str`تا ${formatDay(locale, clock.dueAt, new Date(asOf))} پاسخ می‌گیرید. پس از آن همین‌جا می‌توانید نظر بدهید.`, { id: 'rate.early.due' })}</p>`,
  );
}

/** Rated before, here or in another place. */
export function alreadyView(locale: Locale, { timeline, asOf }: RequestStatus): TemplateResult {
  const rated = timeline.find(({ type }) => type === 'rated');
  return calm(
    checkCircleIcon, msg('درباره این درخواست پیش‌تر نظر داده‌اید', { id: 'rate.already' }),
    html`<p>${rated
      ? msg(str`نظر شما ${formatDay(locale, rated.at, new Date(asOf))} ثبت شد. درباره هر درخواست یک بار می‌توان نظر داد و نظر ثبت‌شده عوض نمی‌شود.`, { id: 'rate.already.when' })
      : msg('درباره هر درخواست یک بار می‌توان نظر داد و نظر ثبت‌شده عوض نمی‌شود.', { id: 'rate.already.once' })}</p>`,
  );
}

/** It has arrived. `status`: of a request, as it is now. */
export function thanksView(locale: Locale, objected: boolean, status: RequestStatus | undefined): TemplateResult {
  return html`<div class="note good calm"><h2 id="told" tabindex="-1">${checkCircleIcon}${objected
    ? msg('سپاس. نظر و اعتراض شما ثبت شد', { id: 'rate.thanks.both' })
    : msg('سپاس. نظر شما ثبت شد', { id: 'rate.thanks' })}</h2>
    <p>${!status
      ? msg('نام و شماره‌ای از شما نگه داشته نشد. نظرها روی هم شمرده می‌شوند تا دستگاه ببیند کجا باید بهتر شود.', { id: 'rate.thanks.free' })
      : objected
        ? msg(str`مسئول بالاتر به اعتراض پاسخ می‌دهد، تا ${formatDay(locale, status.clock.dueAt, new Date(status.asOf))}. با همان کد رهگیری پیگیری کنید.`, { id: 'rate.thanks.objected' })
        : msg('نظر شما در سابقه همین درخواست ماند و دیگر عوض نمی‌شود. کار دیگری لازم نیست.', { id: 'rate.thanks.bound' })}</p>
  </div>`;
}
