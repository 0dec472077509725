import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormFinding } from '../../../contract/form-studio.ts';
import { field } from '../../../core/controls/field.ts';
import { backIcon, checkIcon, refreshIcon, saveIcon, sendIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { placeOf } from '../model/definition.ts';
import { differenceOf } from '../model/difference.ts';
import { begunText, differenceView } from './difference-view.ts';
import { findingText, placeText } from './finding-text.ts';
import { findingsList, outline } from './outline.ts';
import { draftText, publishedText } from './saved-text.ts';
import { headForm } from './settings.ts';
import { conflictView, lookingView, restoredView, versionsView, workFault } from './versions-view.ts';
import { sideTabs } from './side-tabs.ts';
import { controlOf, findingsAt, idOf, type StudioView } from './view.ts';

/** More findings than these are folded away: each stands at its place too. */
const listed = 5;

export interface FormActions {
  back(): void;
  save(): void;
  publish(): void;
  discard(): void;
  toggleEnglish(): void;
  preview(): TemplateResult;
  exchange(): TemplateResult;
  ignored(): TemplateResult | typeof nothing;
}

export function formView(view: StudioView, actions: FormActions): TemplateResult {
  const { locale, model } = view;
  const back = html`<p><button class="button quiet" type="button" @click=${actions.back}>${backIcon}${msg('همه فرم‌ها', { id: 'studio.back' })}</button></p>`;
  if (model.phase === 'pending') return html`${back}${skeleton()}`;
  if (model.phase === 'failed' || !model.definition || !model.saved) {
    return html`${back}<p class="note bad" role="alert">${model.fault?.code === 'offering.notFound'
      ? msg('چنین خدمتی در فهرست دستگاه شما نیست.', { id: 'studio.notFound' })
      : faultText(locale, model.fault ?? { code: 'broken' })}</p>
      <p><button class="button" type="button" @click=${() => void model.load(model.id)}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>`;
  }
  const { saved } = model;
  return html`
    ${back}
    <h2 id="form-title" tabindex="-1">${saved.title}</h2>
    <p class="soft small">${publishedText(locale, saved.published)}${saved.draft ? html` · ${draftText(locale, saved.draft)}` : nothing}</p>
    ${saved.online ? nothing : html`<p class="note">${msg('در اعلام این خدمت نیامده که از اینترنت هم درخواست می‌شود. با انتشار فرم، مردم می‌توانند اینترنتی درخواست دهند.', { id: 'studio.offline' })}</p>`}
    ${model.restoredAt ? restoredView(view) : nothing}
    ${model.theirs ? conflictView(view) : nothing}
    ${model.looking ? lookingView(view) : html`
      ${actions.ignored()}
      ${summary(view)}
      ${sideTabs(view)}
      <div class="beside" data-side=${view.side}>
      <section role="tabpanel" id="side-outline" aria-labelledby="outline-title">
        <div class="row bar">
          <h3 id="outline-title" tabindex="-1">${msg('گام‌ها و پرسش‌ها', { id: 'studio.outline' })}</h3>
          ${view.writes ? html`<button class="button quiet" type="button" id="undo" aria-disabled=${model.canUndo ? nothing : 'true'} @click=${() => undo(view)}>${msg('کار آخر را برگردانید', { id: 'studio.undo' })}</button>` : nothing}
          <button class="button quiet" type="button" aria-pressed=${view.english ? 'true' : 'false'} @click=${actions.toggleEnglish}>${msg('متن انگلیسی هم', { id: 'studio.english' })}</button>
        </div>
        ${head(view)}
        ${outline(view)}
        ${view.writes ? html`<p class="soft small">${msg('با صفحه‌کلید: روی نام پرسش، Alt و پیکان بالا یا پایین آن را جابه‌جا می‌کند.', { id: 'studio.keys' })}</p>` : nothing}
      </section>
      ${actions.preview()}
      </div>
      ${publishing(view, actions)}
      ${actions.exchange()}`}
    ${versionsView(view)}
  `;
}

function head(view: StudioView): TemplateResult {
  const { model } = view;
  const isOpen = model.open === 'form';
  const toggle = () => {
    model.open = isOpen ? undefined : 'form';
    view.focus(isOpen ? idOf('form', 'edit') : idOf('form', 'title'));
  };
  return html`<div class="head-node">
    <p class="node-head"><button type="button" class="opener" id=${idOf('form', 'edit')} aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle}><span class="name">${msg('عنوان و کلیات فرم', { id: 'studio.head' })}</span></button></p>
    ${findingsList(view, findingsAt(view, 'form'))}
    ${isOpen ? html`<div class="form"><fieldset ?disabled=${!view.writes}>${headForm(view)}</fieldset>
      <div class="row tools"><button class="button" type="button" @click=${toggle}>${msg('بستن', { id: 'studio.close' })}</button></div></div>` : nothing}
  </div>`;
}

function undo({ model, say }: StudioView): void {
  if (!model.canUndo) return;
  model.undo();
  say(() => msg('برگشت.', { id: 'studio.undone' }));
}

/** How many things are wrong, each with the way to its place. */
function summary(view: StudioView): TemplateResult {
  const { locale, model } = view;
  const { findings } = model;
  if (!findings.length) return html`<p class="fine" id="summary" tabindex="-1">${checkIcon} ${msg('خطایی نیست.', { id: 'studio.noFindings' })}</p>`;
  return html`
    <section class="note bad" aria-labelledby="summary">
      <h3 id="summary" tabindex="-1">${msg(str`${formatNumber(locale, findings.length)} خطا؛ ذخیره می‌شود ولی تا درست نشود منتشر نمی‌شود`, { id: 'studio.summary' })}</h3>
      <details ?open=${findings.length <= listed}><summary>${msg('کجا و چگونه', { id: 'studio.summary.where' })}</summary>
        <ul class="to-mend">${findings.map((finding) => html`
          <li><button type="button" class="jump" @click=${() => goTo(view, finding)}>${placeText(locale, model.definition!, finding)}</button> ${findingText(locale, model.definition!, finding)}</li>`)}</ul>
      </details>
    </section>
  `;
}

/** Opens the place of a finding and goes to the control that it is about, or to the head of its place. */
function goTo(view: StudioView, finding: FormFinding): void {
  const at = placeOf(view.model.definition!, finding.path) ?? 'form';
  view.model.open = at;
  view.toSide('outline');
  view.focus(idOf(at, controlOf(finding)), idOf(at, 'edit'));
}

/** Saving the draft, and publishing it once it is seen what that changes. */
function publishing(view: StudioView, actions: FormActions): TemplateResult {
  const { locale, model } = view;
  const { saved, definition, dirty, differs, busy, theirs } = model;
  const free = !busy && !theirs;
  const canPublish = free && differs && !model.findings.length && !model.needsOther && (view.writes || (!dirty && !!saved!.draft));
  const published = saved!.published?.definition;
  return html`
    <section class="card saving" aria-labelledby="publish-title">
      <h3 id="publish-title" tabindex="-1">${msg('ذخیره و انتشار', { id: 'studio.publishing' })}</h3>
      ${theirs ? nothing : workFault(view)}
      ${view.writes
        ? html`<div class="row">
          <button class="button" type="button" id="save" aria-disabled=${free && dirty ? nothing : 'true'} @click=${actions.save}>${saveIcon}${busy === 'saving' ? msg('در حال ذخیره…', { id: 'studio.saving' }) : msg('پیش‌نویس را ذخیره کنید', { id: 'studio.save' })}</button>
          <span class="soft small">${dirty ? msg('ذخیره نشده', { id: 'studio.dirty' }) : msg('همه چیز ذخیره است', { id: 'studio.clean' })}</span>
          ${saved!.draft ? html`<button class="button quiet" type="button" aria-disabled=${free ? nothing : 'true'} @click=${actions.discard}>${msg('پیش‌نویس را دور بریزید', { id: 'studio.discard' })}</button>` : nothing}
        </div>`
        : nothing}
      <h4>${msg('با انتشار چه عوض می‌شود', { id: 'studio.difference' })}</h4>
      ${published
        ? html`${differenceView(locale, published, definition!)}${differs ? html`<p class="soft">${begunText(locale, differenceOf(published, definition!))}</p>` : nothing}`
        : html`<p>${msg('این خدمت از این پس فرم اینترنتی دارد.', { id: 'studio.difference.first' })}</p>`}
      ${model.needsOther ? html`<p class="note">${msg('در دستگاه شما کسی که در نوشتن دست نداشته منتشر می‌کند. پیش‌نویس را ذخیره کنید تا او ببیند.', { id: 'studio.needsOther' })}</p>` : nothing}
      ${field({ id: 'note', label: msg('چه چیزی عوض شد؟', { id: 'studio.note' }), optional: msg('دلخواه', { id: 'studio.optional' }) }, html`<input
        class="input" id="note" type="text" maxlength="400" autocomplete="off" .value=${live(model.note)} @input=${(event: InputEvent) => (model.note = (event.target as HTMLInputElement).value)} />`)}
      <button class="button primary" type="button" id="publish" aria-disabled=${canPublish ? nothing : 'true'} aria-describedby="publish-why" @click=${actions.publish}>${sendIcon}${busy === 'publishing' ? msg('در حال انتشار…', { id: 'studio.publishing.now' }) : msg('منتشر کنید', { id: 'studio.publish' })}</button>
      <p class="soft small" id="publish-why">${!differs
        ? msg('با آنچه منتشر است فرقی ندارد.', { id: 'studio.why.same' })
        : model.findings.length ? msg('نخست خطاها را درست کنید.', { id: 'studio.why.findings' })
        : msg('نسخه پیشین می‌ماند و می‌توانید آن را برگردانید.', { id: 'studio.why.kept' })}</p>
    </section>
  `;
}
