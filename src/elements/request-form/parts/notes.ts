import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { spanText } from '../../../core/facts/clock.ts';
import { alertIcon, closeIcon, infoIcon, saveIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { restore } from '../form/restore.ts';
import { lostView } from './lost.ts';
import type { FormModel } from './model.ts';

function startAfresh(model: FormModel): void {
  model.filling.asking = false;
  void model.filling.startAfresh().then(() => model.focusHeading());
  model.say(() => msg('نوشته‌ها پاک شد', { id: 'draft.removed' }));
}

/** Takes over what the other tab has kept. */
const takeOver = ({ filling, focusHeading }: FormModel) => void restore(filling).then(focusHeading);

/** Opens the way to another device, or from one. */
export async function carry(model: FormModel, way: 'in' | 'out'): Promise<void> {
  const piece = await model.wantPiece('keeping');
  if (piece) model.filling.carry = new piece.Carry(way, model.filling);
  model.filling.host.requestUpdate();
  model.focusId('carry');
}

function ask(model: FormModel, asking: boolean): void {
  model.filling.asking = asking;
  model.filling.host.requestUpdate();
  if (asking) model.focusId('draft-yes');
}

/** «۳ دقیقه پیش», «همین حالا». Call while rendering. */
function agoText({ locale, now }: FormModel, at: number): string {
  const span = now.getTime() - at;
  return span < 60_000
    ? msg('همین حالا', { id: 'draft.justNow' })
    : msg(str`${spanText(locale, span)} پیش`, { id: 'draft.ago' });
}

/** What happened since the person was last here, and what has no place any more; above the form. */
export const notes = (model: FormModel): TemplateResult => html`${since(model)} ${lostView(model)}`;

function since(model: FormModel): TemplateResult | typeof nothing {
  const { filling, thing } = model;
  const { notes: told, keeper } = filling;
  if (keeper?.elsewhere === 'filed') {
    return note('warn', html`${msg(str`این ${thing} در برگه دیگری فرستاده شد. اگر همین را دوباره بفرستید، دو بار ثبت می‌شود.`, { id: 'draft.filedElsewhere' })}`,
      html`<button type="button" class="link" @click=${() => startAfresh(model)}>${msg('از نو شروع کنید', { id: 'draft.startAfresh' })}</button>`);
  }
  if (keeper?.elsewhere) {
    return note('warn', html`${keeper.elsewhere === 'removed'
      ? msg('نوشته‌های این فرم در برگه دیگری پاک شد. اگر اینجا ادامه دهید دوباره نگه داشته می‌شود.', { id: 'draft.removedElsewhere' })
      : msg('این فرم در برگه دیگری هم باز است و آنجا عوض شد. هر برگه که آخر بنویسد، نوشته آن می‌ماند.', { id: 'draft.changedElsewhere' })}`,
      keeper.elsewhere === 'saved'
        ? html`<button type="button" class="link" @click=${() => takeOver(model)}>${msg('نوشته آن برگه را بیاورید', { id: 'draft.takeOver' })}</button>`
        : nothing);
  }
  if (told.formChanged) {
    return note('warn', html`${told.formChanged.lost
      ? msg(str`این فرم از آن وقت عوض شده است. پاسخ‌هایتان ماند، جز ${formatNumber(model.locale, told.formChanged.lost)} پاسخ که دیگر جا ندارد. همه گام‌ها را یک بار ببینید.`, { id: 'draft.formChangedLost' })
      : msg('این فرم از آن وقت عوض شده است. پاسخ‌هایتان ماند؛ پرسش‌های تازه را ببینید.', { id: 'draft.formChanged' })}`, close(model));
  }
  if (told.toProve) return note('warn', msg(str`این ${thing} به میز خدمت رسیده و منتظر کد پیامکی است. جای نوشتن کد اکنون باز می‌شود.`, { id: 'draft.toProve' }), nothing);
  if (told.lapsed) {
    return note('warn', msg(str`کد پیامکی این ${thing} به‌موقع نوشته نشد و میز خدمت آن را پاک کرد. نوشته‌هایتان اینجاست؛ دوباره بفرستید تا کد تازه بگیرید.`, { id: 'draft.lapsed' }), close(model));
  }
  if (told.unfinished !== undefined) {
    return note('warn', filling.attempt?.waiting && !filling.unfinishedIsOld
      ? msg(str`${agoText(model, told.unfinished)} این ${thing} را فرستادید و پاسخی نرسید. خودش دوباره فرستاده می‌شود؛ دو بار ثبت نمی‌شود.`, { id: 'draft.unfinishedWaits' })
      : filling.unfinishedIsOld
      ? msg(str`${agoText(model, told.unfinished)} فرستادن این ${thing} ناتمام ماند. پیامک‌هایتان را ببینید؛ اگر کد رهگیری نرسیده، دوباره بفرستید.`, { id: 'draft.unfinishedOld' })
      : msg(str`${agoText(model, told.unfinished)} فرستادن این ${thing} ناتمام ماند. دوباره بفرستید؛ دو بار ثبت نمی‌شود.`, { id: 'draft.unfinished' }), nothing);
  }
  if (told.restored !== undefined) {
    return note('', msg(str`نوشته‌های پیشین شما برگشت (${agoText(model, told.restored)} نگه داشته شده بود).`, { id: 'draft.restored' }), html`
      <button type="button" class="link" @click=${() => startAfresh(model)}>${msg('از نو شروع کنید', { id: 'draft.startAfresh' })}</button>${close(model)}
    `);
  }
  if (told.known !== undefined) {
    const count = formatNumber(model.locale, told.known);
    return note('', told.known === 1
      ? msg(str`${count} پاسخ از راهنما آمد و پر شد. اگر درست نیست عوضش کنید.`, { id: 'form.knownOne' })
      : msg(str`${count} پاسخ از راهنما آمد و پر شد. اگر درست نیست عوضشان کنید.`, { id: 'form.known' }), close(model));
  }
  return nothing;
}

const close = ({ filling }: FormModel) =>
  html`<button type="button" class="link icon-only" aria-label=${msg('بستن این پیام', { id: 'draft.dismiss' })} @click=${() => {
    filling.notes = {};
    filling.host.requestUpdate();
  }}>${closeIcon}</button>`;

const note = (kind: 'warn' | '', text: unknown, action: unknown) => html`
  <div class="note ${kind} told">${kind ? alertIcon : infoIcon}<p>${text} ${action}</p></div>
`;

/** Whether what was typed is safe; below the buttons. */
export function draftLine(model: FormModel): TemplateResult | typeof nothing {
  const { filling, pieces: { keeping } } = model;
  const { keeper } = filling;
  if (!keeper) return nothing;
  if (keeper.failed) {
    return html`<p class="draft soft small">${infoIcon} ${msg(str`این مرورگر نوشته‌ها را نگه نمی‌دارد. تا فرستادن ${model.thing} این صفحه را نبندید.`, { id: 'draft.failed' })}</p>`;
  }
  if (keeper.savedAt === undefined && !filling.kept) {
    return html`${filling.carry && keeping ? keeping.carryView(model, filling.carry) : html`<p class="draft soft small">
      <button type="button" class="link" @click=${() => carry(model, 'in')}>${msg('از دستگاه دیگری ادامه می‌دهید؟', { id: 'carry.ask' })}</button>
    </p>`}`;
  }
  if (keeper.savedAt === undefined) return nothing;
  if (model.filling.asking) {
    return html`<p class="draft small" role="group" aria-labelledby="draft-question">
      <span id="draft-question">${msg('همه نوشته‌های این فرم پاک شود؟', { id: 'draft.question' })}</span>
      <button type="button" class="link bad" id="draft-yes" @click=${() => startAfresh(model)}>${msg('بله، پاک کنید', { id: 'draft.yes' })}</button>
      <button type="button" class="link" @click=${() => ask(model, false)}>${msg('نه', { id: 'draft.no' })}</button>
    </p>`;
  }
  return html`<p class="draft soft small">
    ${saveIcon} <span>${keeper.shared
      ? msg(str`فقط تا بستن این برگه نگه داشته می‌شود، ${agoText(model, keeper.savedAt)}`, { id: 'draft.savedInTab' })
      : msg(str`روی این دستگاه نگه داشته شد، ${agoText(model, keeper.savedAt)}`, { id: 'draft.saved' })}</span>
    <button type="button" class="link" aria-expanded=${filling.keepingShown ? 'true' : 'false'} @click=${async () => {
      await model.wantPiece('keeping');
      filling.keepingShown = !filling.keepingShown;
      filling.host.requestUpdate();
    }}>${msg('چگونه؟', { id: 'draft.how' })}</button>
    <button type="button" class="link" @click=${() => ask(model, true)}>${msg('پاک کردن', { id: 'draft.remove' })}</button>
    ${keeper.shared ? nothing : html`<button type="button" class="link" @click=${async () => (await model.wantPiece('keeping'))?.share(model, keeper)}>${msg('این رایانه مشترک است', { id: 'keeping.shared' })}</button>`}
  </p>
  ${(filling.keepingShown && keeping?.keepingView(model)) || nothing}`;
}
