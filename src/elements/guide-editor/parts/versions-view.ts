import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { changed } from '../model/tree.ts';
import { outline } from './outline.ts';
import { changesText, savedText } from './saved-text.ts';
import type { EditorView } from './view.ts';

/** All versions, newest first; an earlier one can be looked at. */
export function versionsView(view: EditorView): TemplateResult | typeof nothing {
  const { locale, model } = view;
  const history = (model.theirs ?? model.saved)?.history;
  if (!history) return nothing;
  const look = async (version: number) => {
    await model.look(version);
    view.focus(model.looking ? 'looking-title' : 'versions');
  };
  return html`
    <details class="versions"><summary id="versions">${msg('نسخه‌ها', { id: 'guideEditor.versions' })}</summary>
      <ol class="history">${history.map((each) => html`
        <li><span>${savedText(locale, each)}${each.note ? html` · <q>${each.note}</q>` : nothing}</span>
          <button class="button quiet" type="button" @click=${() => void look(each.version)}>${msg(str`نسخه ${formatNumber(locale, each.version)} را ببینید`, { id: 'guideEditor.version.look' })}</button></li>`)}
      </ol>
    </details>
  `;
}

/** An earlier version, to be read, and to be taken back. */
export function lookingView(view: EditorView): TemplateResult {
  const { locale, model } = view;
  const { tree, ...saved } = model.looking!;
  const names = changed(model.tree!, tree);
  const takeBack = () => {
    model.takeBack();
    view.say(() => msg('نسخه پیشین جای نوشته آمد؛ ذخیره کنید تا مردم آن را ببینند.', { id: 'guideEditor.version.taken' }));
    view.focus('guide-title');
  };
  const close = () => {
    model.stopLooking();
    view.focus('versions');
  };
  return html`
    <section class="card" aria-labelledby="looking-title">
      <h3 id="looking-title" tabindex="-1">${savedText(locale, saved)}</h3>
      ${saved.note ? html`<p><q>${saved.note}</q></p>` : nothing}
      <p>${names.length
        ? html`${msg('با نوشته اکنون در این‌ها فرق دارد:', { id: 'guideEditor.version.differs' })} ${changesText(locale, names)}`
        : msg('با نوشته اکنون یکی است.', { id: 'guideEditor.version.same' })}</p>
      <div class="row">
        ${names.length ? html`<button class="button primary" type="button" @click=${takeBack}>${msg('این نسخه را برگردانید', { id: 'guideEditor.version.takeBack' })}</button>` : nothing}
        <button class="button" type="button" @click=${close}>${msg('بستن', { id: 'guideEditor.close' })}</button>
      </div>
      ${outline(locale, tree)}
    </section>
  `;
}

/** Somebody else has saved meanwhile. Nothing is lost: one of the two goes on. */
export function conflictView(view: EditorView): TemplateResult {
  const { locale, model } = view;
  const { version, savedAt, by, note, tree } = model.theirs!;
  const names = model.theirChanges;
  const keep = () => {
    model.keepMine();
    view.say(() => msg('نوشته شما ماند؛ ذخیره که کنید، نسخه تازه می‌شود.', { id: 'guideEditor.conflict.kept' }));
    view.focus('note');
  };
  return html`
    <section class="note warn" role="alert" aria-labelledby="conflict-title">
      <h3 id="conflict-title" tabindex="-1">${msg('کس دیگری همین راهنما را ذخیره کرده است', { id: 'guideEditor.conflict' })}</h3>
      <p>${savedText(locale, { version, savedAt, by })}${note ? html` · <q>${note}</q>` : nothing}</p>
      ${names.length ? html`<p>${msg('آنچه او عوض کرده:', { id: 'guideEditor.conflict.changes' })} ${changesText(locale, names)}</p>` : nothing}
      <p>${msg('نوشته شما سر جایش است. اگر نوشته خود را نگه دارید و ذخیره کنید، جای نوشته او را می‌گیرد؛ نسخه او در «نسخه‌ها» می‌ماند.', { id: 'guideEditor.conflict.what' })}</p>
      <details><summary>${msg('نسخه او', { id: 'guideEditor.conflict.theirs' })}</summary>${outline(locale, tree)}</details>
      <div class="row">
        <button class="button" type="button" @click=${keep}>${msg('نوشته خودم بماند', { id: 'guideEditor.conflict.mine' })}</button>
        <button class="button" type="button" @click=${() => void discard(view)}>${msg('نسخه او بیاید', { id: 'guideEditor.conflict.take' })}</button>
      </div>
    </section>
  `;
}

/** Work that was not saved has come back from the device. */
export function restoredView(view: EditorView): TemplateResult {
  const when = momentText(view.locale, new Date(view.model.restoredAt!));
  return html`<div class="note row">
    <p>${msg(str`نوشته ذخیره‌نشده شما از ${when} برگشت.`, { id: 'guideEditor.restored' })}</p>
    ${view.model.saved && !view.model.theirs ? html`<button class="button quiet" type="button" @click=${() => void discard(view)}>${msg('دورش بریزید', { id: 'guideEditor.discard' })}</button>` : nothing}
  </div>`;
}

async function discard(view: EditorView): Promise<void> {
  await view.model.discard();
  view.say(() => msg('نسخه ذخیره‌شده آمد.', { id: 'guideEditor.discarded' }));
  view.focus('guide-title');
}
