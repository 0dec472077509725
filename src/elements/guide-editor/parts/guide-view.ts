import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GuideFinding } from '../../../contract/guide.ts';
import { field } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { backIcon, checkIcon, refreshIcon, saveIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { isError } from '../model/guide.ts';
import { nodeOf } from '../model/tree.ts';
import { findingText, nameOf } from './finding-text.ts';
import { headForm } from './head-form.ts';
import { findingsView, outline } from './outline.ts';
import { savedText } from './saved-text.ts';
import { conflictView, lookingView, restoredView, versionsView } from './versions-view.ts';
import { findingsOf, idOf, type EditorView } from './view.ts';

/** More findings than these are folded away: each stands at its place too. */
const listed = 5;

export interface GuideActions {
  back(): void;
  save(): void;
  toggleEnglish(): void;
}

export function guideView(view: EditorView, actions: GuideActions): TemplateResult {
  const { locale, model } = view;
  const back = html`<p><button class="button quiet" type="button" @click=${actions.back}>${backIcon}${msg('همه راهنماها', { id: 'guideEditor.back' })}</button></p>`;
  if (model.phase === 'pending') return html`${back}${skeleton()}`;
  if (model.phase === 'failed' || !model.tree) {
    return html`${back}<p class="note bad" role="alert">${model.fault?.code === 'guide.notFound'
      ? msg('چنین راهنمایی نیست.', { id: 'guideEditor.notFound' })
      : faultText(locale, model.fault ?? { code: 'broken' })}</p>
      <p><button class="button" type="button" @click=${() => void model.load(model.id)}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>`;
  }
  const { tree, saved } = model;
  const headOpen = model.open === '*';
  return html`
    ${back}
    <h2 id="guide-title" tabindex="-1">${localText(locale, tree.title) || msg('بی‌نام', { id: 'guideEditor.unnamed' })}</h2>
    <p class="soft small">${saved ? savedText(locale, saved) : msg('هنوز ذخیره نشده است', { id: 'guideEditor.neverSaved' })}</p>
    ${model.restoredAt ? restoredView(view) : nothing}
    ${model.theirs ? conflictView(view) : nothing}
    ${model.looking ? lookingView(view) : html`
      ${summary(view)}
      <section aria-labelledby="outline-title">
        <div class="row bar">
          <h3 id="outline-title" tabindex="-1">${msg('پرسش‌ها و پاسخ‌ها', { id: 'guideEditor.outline' })}</h3>
          <button class="button quiet" type="button" id="undo" aria-disabled=${model.canUndo ? nothing : 'true'} @click=${() => undo(view)}>${msg('کار آخر را برگردانید', { id: 'guideEditor.undo' })}</button>
          <button class="button quiet" type="button" aria-pressed=${view.english ? 'true' : 'false'} @click=${actions.toggleEnglish}>${msg('متن انگلیسی هم', { id: 'guideEditor.english' })}</button>
        </div>
        <ul class="tree"><li class="node">
          <p class="node-head"><button type="button" class="opener" id="head_edit" aria-expanded=${headOpen ? 'true' : 'false'}
            @click=${() => { model.open = headOpen ? '' : '*'; view.focus(headOpen ? 'head_edit' : 'title'); }}><span class="name">${msg('عنوان و جای راهنما', { id: 'guideEditor.head' })}</span></button></p>
          ${['id', 'title', 'start', 'hint', 'order'].map((path) => (headOpen ? nothing : findingsView(view, findingsOf(view, path, false))))}
          ${headOpen ? html`<div class="form">${headForm(view)}</div>` : nothing}
        </li></ul>
        ${outline(locale, tree, view)}
      </section>
      ${saving(view, actions)}`}
    ${versionsView(view)}
  `;
}

function undo({ model, say }: EditorView): void {
  if (!model.canUndo) return;
  model.undo();
  say(() => msg('برگشت.', { id: 'guideEditor.undone' }));
}

/** How many things are wrong, each with the way to its place. */
function summary(view: EditorView): TemplateResult {
  const { locale, model } = view;
  const { findings } = model;
  const errors = findings.filter(isError);
  const warnings = findings.length - errors.length;
  if (!findings.length) return html`<p class="fine" id="summary" tabindex="-1">${checkIcon} ${msg('خطایی نیست.', { id: 'guideEditor.noFindings' })}</p>`;
  return html`
    <section class=${errors.length ? 'note bad' : 'note warn'} aria-labelledby="summary">
      <h3 id="summary" tabindex="-1">${errors.length
        ? msg(str`${formatNumber(locale, errors.length)} خطا؛ تا درست نشود ذخیره نمی‌شود`, { id: 'guideEditor.summary.errors' })
        : msg(str`${formatNumber(locale, warnings)} هشدار؛ جلوی ذخیره را نمی‌گیرد`, { id: 'guideEditor.summary.warnings' })}</h3>
      <details ?open=${findings.length <= listed}><summary>${msg('کجا و چگونه', { id: 'guideEditor.summary.where' })}</summary>
        <ul class="to-mend">${[...errors, ...findings.filter((finding) => !isError(finding))].map((finding) => html`
          <li><button type="button" class="jump" @click=${() => goTo(view, finding)}>${placeText(view, finding)}</button> ${findingText(locale, model.tree!, finding)}</li>`)}</ul>
      </details>
    </section>
  `;
}

function placeText({ locale, model }: EditorView, { path }: GuideFinding): string {
  const id = /^nodes\.([^.]+)/.exec(path)?.[1];
  return id ? nameOf(locale, model.tree!, id) : msg('عنوان و جای راهنما', { id: 'guideEditor.head' });
}

/** Opens the place of a finding and goes to the control that it is about, or to the head of its question or answer. */
function goTo(view: EditorView, { path }: GuideFinding): void {
  const id = /^nodes\.([^.]+)/.exec(path)?.[1];
  view.model.open = id ?? '*';
  const head = id ? `${idOf(`nodes.${id}`)}_edit` : 'head_edit';
  view.focus(id && path === `nodes.${id}` ? head : idOf(path), id && nodeOf(view.model.tree!, id) ? head : 'outline-title');
}

function saving(view: EditorView, { save }: GuideActions): TemplateResult {
  const { locale, model } = view;
  const ready = model.dirty && !model.errors.length && !model.theirs && !model.saving;
  return html`
    <section class="card saving" aria-label=${msg('ذخیره', { id: 'guideEditor.saving' })}>
      ${model.saveFault && !model.theirs
        ? html`<p class="note bad" role="alert">${model.saveFault.code === 'guide.invalid'
          ? msg('ذخیره نشد: میز خدمت خطایی دید که بالا، سر جایش، نوشته شده است.', { id: 'guideEditor.refused' })
          : faultText(locale, model.saveFault)}</p>`
        : nothing}
      ${field({ id: 'note', label: msg('چه چیزی عوض شد؟', { id: 'guideEditor.note' }), optional: msg('دلخواه', { id: 'guideEditor.optional' }) }, html`<input
        class="input" id="note" type="text" maxlength="400" autocomplete="off" .value=${live(model.note)} @input=${(event: InputEvent) => model.writeNote((event.target as HTMLInputElement).value)} />`)}
      <div class="row">
        <button class="button primary" type="button" aria-disabled=${ready ? nothing : 'true'} @click=${save}>${saveIcon}${model.saving ? msg('در حال ذخیره…', { id: 'guideEditor.savingNow' }) : msg('ذخیره', { id: 'guideEditor.save' })}</button>
        <span class="soft small">${model.dirty ? msg('ذخیره نشده', { id: 'guideEditor.dirty' }) : msg('همه چیز ذخیره است', { id: 'guideEditor.clean' })}</span>
      </div>
    </section>
  `;
}
