import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Draft } from '../../../contract/intake.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { DraftItem, HomeModel } from '../model/home.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText, namesText } from './words.ts';

/** Whether a draft waits for this person: another has to publish it, and it was not sent back. */
export function waitsFor(home: HomeModel, { state, secondPerson, drafters, returned }: Pick<DraftItem, 'state' | 'secondPerson' | 'drafters' | 'returned'>): boolean {
  const me = home.port.staff()?.id;
  return state === 'draft' && secondPerson && !returned && drafters.every(({ id }) => id !== me);
}

/** What waits for the person who looks, with who prepared it. */
export function waitingView(view: IntakeView): TemplateResult | typeof nothing {
  const { locale, home } = view;
  const waiting = home.drafts.filter((draft) => waitsFor(home, draft));
  if (!waiting.length) return nothing;
  return html`
    <section aria-labelledby="waiting-title">
      <h3 id="waiting-title">${msg('منتظر نظر شما', { id: 'intake.review' })} (${formatNumber(locale, waiting.length)})</h3>
      <p class="soft small">${msg('همکارتان آماده کرده است. ببینید برای مردم چه عوض می‌شود، سپس منتشر کنید یا با دلیل برگردانید.', { id: 'intake.review.what' })}</p>
      <ul class="list">${waiting.map((draft) => waitingItem(view, draft))}</ul>
    </section>
  `;
}

function waitingItem(view: IntakeView, draft: DraftItem): TemplateResult {
  const { locale, home } = view;
  const agency = home.agency ? undefined : home.agencies.find(({ id }) => id === draft.agency);
  const path = `${draft.id}/difference`;
  return html`<li><a href=${view.href(path)} id="draft_${draft.id}" @click=${(event: MouseEvent) => view.onLink(event, path)}>
    <b><bdi>${draft.fileName}</bdi></b>
    <span class="soft small">${agency ? html`${localText(locale, agency.name)} · ` : nothing}${draft.drafters.length ? msg(str`آماده‌کننده: ${namesText(locale, draft.drafters)}`, { id: 'intake.review.by' }) : msg('سامانه دستگاه فرستاده است', { id: 'intake.review.bySystem' })} · ${momentText(locale, draft.changedAt)}</span>
    <span class="row"><span class="chip">${msg(str`${formatNumber(locale, draft.rows)} سطر`, { id: 'intake.review.rows' })}</span></span>
  </a></li>`;
}

/** Why a draft was sent back, for those who go on with it. */
export function returnedView({ locale }: IntakeView, { returned }: Draft): TemplateResult | typeof nothing {
  if (!returned) return nothing;
  return html`<div class="note warn" role="note">
    <p><b>${msg(str`${returned.by.name} این پیش‌نویس را برگردانده است:`, { id: 'intake.returned' })}</b> <span class="soft small">${momentText(locale, returned.at)}</span></p>
    <p class="whole"><bdi>${returned.reason}</bdi></p>
  </div>`;
}

/** Sending a draft back, with the reason. */
export function returnForm(view: IntakeView): TemplateResult {
  const { locale, difference: model } = view;
  const reason: FieldView = {
    id: 'reason', label: msg('چه باید عوض شود؟', { id: 'intake.return.reason' }),
    hint: msg('همکارتان همین نوشته را بالای پیش‌نویس می‌بیند.', { id: 'intake.return.hint' }),
    error: model.reasonMissing ? msg('بنویسید چه باید عوض شود؛ دست‌کم دو حرف.', { id: 'intake.return.missing' }) : undefined,
  };
  return html`<details class="card" ?open=${!!model.returnFault || model.reasonMissing}>
    <summary>${msg('برگردانید با دلیل', { id: 'intake.return' })}</summary>
    ${model.returnFault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, model.returnFault)}</p>` : nothing}
    ${field(reason, html`<textarea class="input" id="reason" dir="auto" rows="3" maxlength="400" aria-describedby=${describedBy(reason)} aria-invalid=${reason.error ? 'true' : nothing}
      .value=${live(model.reason)} @input=${(event: InputEvent) => (model.reason = (event.target as HTMLTextAreaElement).value)}></textarea>`)}
    <button class="button" type="button" aria-disabled=${model.returning ? 'true' : nothing} @click=${view.sendBack}>${msg('پیش‌نویس را برگردانید', { id: 'intake.return.press' })}</button>
  </details>`;
}
