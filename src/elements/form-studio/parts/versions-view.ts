import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { faultText } from '../../../core/staff/fault-text.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { differenceView } from './difference-view.ts';
import { readOutline } from './outline.ts';
import { draftText, savedText } from './saved-text.ts';
import type { StudioView } from './view.ts';

/** All versions that were published, newest first; an earlier one can be looked at. */
export function versionsView(view: StudioView): TemplateResult | typeof nothing {
  const { locale, model } = view;
  const { history } = model.theirs ?? model.saved!;
  if (!history.length) return nothing;
  const look = async (version: number) => {
    await model.look(version);
    view.focus(model.looking ? 'looking-title' : 'versions');
  };
  return html`
    <details class="versions"><summary id="versions">${msg('نسخه‌ها', { id: 'studio.versions' })}</summary>
      <ol class="history">${history.map((each) => html`
        <li><span>${savedText(locale, each)}${each.note ? html` · <q>${each.note}</q>` : nothing}</span>
          <button class="button quiet" type="button" @click=${() => void look(each.version)}>${msg(str`نسخه ${formatNumber(locale, each.version)} را ببینید`, { id: 'studio.version.look' })}</button></li>`)}
      </ol>
    </details>
  `;
}

/** An earlier version, to be read, and to be taken as the draft. */
export function lookingView(view: StudioView): TemplateResult {
  const { locale, model } = view;
  const { definition, ...saved } = model.looking!;
  const takeBack = () => {
    model.takeBack();
    view.say(() => msg('نسخه پیشین جای نوشته آمد؛ با انتشار، نسخه تازه می‌شود.', { id: 'studio.version.taken' }));
    view.focus('form-title');
  };
  const close = () => {
    model.stopLooking();
    view.focus('versions');
  };
  return html`
    <section class="card" aria-labelledby="looking-title">
      <h3 id="looking-title" tabindex="-1">${savedText(locale, saved)}</h3>
      ${saved.note ? html`<p><q>${saved.note}</q></p>` : nothing}
      <h4>${msg('اگر آن را برگردانید چه عوض می‌شود', { id: 'studio.version.differs' })}</h4>
      ${differenceView(locale, model.definition!, definition)}
      <div class="row">
        ${view.writes ? html`<button class="button primary" type="button" @click=${takeBack}>${msg('این نسخه را به پیش‌نویس بیاورید', { id: 'studio.version.takeBack' })}</button>` : nothing}
        <button class="button" type="button" @click=${close}>${msg('بستن', { id: 'studio.close' })}</button>
      </div>
      <details><summary>${msg('همه پرسش‌های آن', { id: 'studio.version.whole' })}</summary>${readOutline(locale, definition)}</details>
    </section>
  `;
}

/** Somebody else has worked on it meanwhile. Nothing is lost: one of the two goes on. */
export function conflictView(view: StudioView): TemplateResult {
  const { locale, model } = view;
  const { draft, published } = model.theirs!;
  const [before, after] = model.theirChange!;
  const keep = () => {
    model.keepMine();
    view.say(() => msg('نوشته شما ماند؛ ذخیره که کنید، پیش‌نویس می‌شود.', { id: 'studio.conflict.kept' }));
    view.focus('save');
  };
  return html`
    <section class="note warn" role="alert" aria-labelledby="conflict-title">
      <h3 id="conflict-title" tabindex="-1">${msg('کس دیگری روی همین فرم کار کرده است', { id: 'studio.conflict' })}</h3>
      <p>${draft ? draftText(locale, draft) : published ? savedText(locale, published) : nothing}</p>
      ${differenceView(locale, before, after)}
      <p>${msg('نوشته شما سر جایش است. اگر نوشته خود را نگه دارید و ذخیره کنید، جای پیش‌نویس او را می‌گیرد.', { id: 'studio.conflict.what' })}</p>
      <div class="row">
        <button class="button" type="button" @click=${keep}>${msg('نوشته خودم بماند', { id: 'studio.conflict.mine' })}</button>
        <button class="button" type="button" @click=${() => void dropUnsaved(view)}>${msg('نوشته او بیاید', { id: 'studio.conflict.take' })}</button>
      </div>
    </section>
  `;
}

/** Work that was not saved has come back from the device. */
export function restoredView(view: StudioView): TemplateResult {
  const when = momentText(view.locale, new Date(view.model.restoredAt!));
  return html`<div class="note row">
    <p>${msg(str`نوشته ذخیره‌نشده شما از ${when} برگشت.`, { id: 'studio.restored' })}</p>
    ${view.model.theirs ? nothing : html`<button class="button quiet" type="button" @click=${() => void dropUnsaved(view)}>${msg('دورش بریزید', { id: 'studio.restored.drop' })}</button>`}
  </div>`;
}

async function dropUnsaved(view: StudioView): Promise<void> {
  await view.model.dropUnsaved();
  view.say(() => msg('آنچه ذخیره بود آمد.', { id: 'studio.dropped' }));
  view.focus('form-title');
}

/** Why something was not done. */
export function workFault(view: StudioView): TemplateResult | typeof nothing {
  const { locale, model } = view;
  if (!model.workFault) return nothing;
  const text = () => {
    switch (model.workFault!.code) {
      case 'form.invalid': return msg('منتشر نشد: میز خدمت خطایی دید که بالا، سر جایش، نوشته شده است.', { id: 'studio.fault.invalid' });
      case 'form.ownDraft': return msg('کسی که در نوشتن دست نداشته باید منتشر کند؛ پیش‌نویس برای او آماده است.', { id: 'studio.fault.own' });
      case 'form.notFound': return msg('این نسخه نیست.', { id: 'studio.fault.version' });
      case 'offering.notFound': return msg('این خدمت دیگر منتشر نیست یا دست دستگاه شما نیست. نوشته شما سر جایش است.', { id: 'studio.fault.offering' });
      default: return faultText(locale, model.workFault!);
    }
  };
  return html`<p class="note bad" role="alert" id="work-fault">${text()}</p>`;
}
