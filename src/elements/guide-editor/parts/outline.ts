import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { GuideAnswer, GuideFinding, GuideTree } from '../../../contract/guide.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText, phoneText } from '../../../core/facts/place.ts';
import { alertIcon, checkCircleIcon, infoIcon, phoneIcon, questionIcon, trashIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { isError } from '../model/guide.ts';
import { nodeOf, unreachable, type GuideNode } from '../model/tree.ts';
import { answerForm } from './answer-form.ts';
import { findingText, nameOf } from './finding-text.ts';
import { questionForm } from './question-form.ts';
import { findingsOf, idOf, type EditorView } from './view.ts';

/** The tree in reading order: a question, its options, and under each what it leads to. Without `view` it is only read. */
export function outline(locale: Locale, tree: GuideTree, view?: EditorView): TemplateResult {
  const met = new Set<string>();
  const lost = unreachable(tree);
  return html`
    <ul class="tree">${nodeView(locale, tree, tree.start, met, view)}</ul>
    ${lost.length
      ? html`<h3>${msg('بیرون از راه‌ها', { id: 'guideEditor.lost' })}</h3>
        <ul class="tree">${lost.map(({ id }) => (met.has(id) ? nothing : nodeView(locale, tree, id, met, view)))}</ul>`
      : nothing}
  `;
}

function nodeView(locale: Locale, tree: GuideTree, id: string, met: Set<string>, view?: EditorView): TemplateResult | typeof nothing {
  const node = nodeOf(tree, id);
  if (!node) return nothing;
  met.add(id);
  const open = view?.model.open === id;
  return html`
    <li class="node ${node.kind}">
      ${headView(locale, tree, node, view)}
      ${view ? findingsView(view, findingsOf(view, `nodes.${id}`, !open)) : nothing}
      ${open ? html`<div class="form">${node.kind === 'question' ? questionForm(view, node) : answerForm(view, node)}${nodeTools(view, node)}</div>` : nothing}
      ${node.kind === 'answer' ? (open ? nothing : answerFacts(locale, node)) : html`<ul class="ways">${node.options.map(({ label, to }) => html`
        <li><p class="way">${localText(locale, label) || msg('بی‌نام', { id: 'guideEditor.unnamed' })}</p>${wayView(locale, tree, to, met, view)}</li>`)}</ul>`}
    </li>
  `;
}

/** What an option leads to: in full where it is met first, by its name where it stands above already. */
function wayView(locale: Locale, tree: GuideTree, to: string, met: Set<string>, view?: EditorView): TemplateResult | typeof nothing {
  if (!nodeOf(tree, to)) return nothing;
  if (!met.has(to)) return html`<ul class="tree">${nodeView(locale, tree, to, met, view)}</ul>`;
  const name = isolated(locale, nameOf(locale, tree, to));
  return view
    ? html`<p><button class="button quiet small" type="button" @click=${() => view.focus(`${idOf(`nodes.${to}`)}_edit`)}>${msg(str`همان «${name}» که بالاتر است`, { id: 'guideEditor.again' })}</button></p>`
    : html`<p class="soft small">${msg(str`همان «${name}» که بالاتر است`, { id: 'guideEditor.again' })}</p>`;
}

function headView(locale: Locale, tree: GuideTree, node: GuideNode, view?: EditorView): TemplateResult {
  const name = nameOf(locale, tree, node.id);
  const kind = node.kind === 'question' ? msg('پرسش', { id: 'guideEditor.question' }) : msg('پاسخ', { id: 'guideEditor.answer' });
  const label = html`<span class="kind">${node.kind === 'question' ? questionIcon : checkCircleIcon}<span class="visually-hidden">${kind}: </span></span><span class="name">${name}</span>
    ${node.kind === 'answer' && node.urgent ? html`<span class="chip">${msg('فوری', { id: 'guideEditor.urgent' })}</span>` : nothing}`;
  if (!view) return html`<p class="node-head read">${label}</p>`;
  const open = view.model.open === node.id;
  return html`<p class="node-head"><button type="button" class="opener" id="${idOf(`nodes.${node.id}`)}_edit" aria-expanded=${open ? 'true' : 'false'}
    @click=${() => {
      view.model.open = open ? '' : node.id;
      view.focus(open ? `${idOf(`nodes.${node.id}`)}_edit` : idOf(`nodes.${node.id}.${node.kind === 'question' ? 'text' : 'title'}`));
    }}>${label}</button></p>`;
}

/** Findings in words, errors first. */
export function findingsView(view: EditorView, findings: GuideFinding[]): TemplateResult | typeof nothing {
  if (!findings.length) return nothing;
  const sorted = [...findings].sort((a, b) => Number(isError(b)) - Number(isError(a)));
  return html`<ul class="findings">${sorted.map((finding) => html`
    <li class=${isError(finding) ? 'error' : 'warning'}>${isError(finding) ? alertIcon : infoIcon}<span>${findingText(view.locale, view.model.tree!, finding)}</span></li>`)}</ul>`;
}

function answerFacts(locale: Locale, { services = [], offices = [], contacts = [] }: GuideAnswer): TemplateResult | typeof nothing {
  const words = [
    ...services.map((service) => ('offering' in service ? service.offering : service.need[0]!)),
    ...offices.map(({ agency, unit }) => [unit?.[0], 'id' in agency ? agency.id : agency.named[0]].filter(Boolean).join('، ')),
  ].filter(Boolean);
  return html`
    ${words.length ? html`<ul class="facts soft small">${words.map((each) => html`<li><bdi>${each}</bdi></li>`)}</ul>` : nothing}
    ${contacts.length ? html`<ul class="facts small">${contacts.map(({ name, phone, provinces }) => html`<li>${phoneIcon} ${localText(locale, name)} <bdi dir="ltr">${phoneText(locale, phone)}</bdi>${provinces ? html` <bdi class="soft">(${provinces.join('، ')})</bdi>` : nothing}</li>`)}</ul>` : nothing}
  `;
}

function nodeTools(view: EditorView, node: GuideNode): TemplateResult {
  const { model } = view;
  const close = () => {
    model.open = '';
    view.focus(`${idOf(`nodes.${node.id}`)}_edit`);
  };
  const remove = () => {
    model.edit(`remove ${node.id}`, (tree) => void (tree.nodes = tree.nodes.filter(({ id }) => id !== node.id)));
    model.open = '';
    view.say(() => msg('برداشته شد. گزینه‌هایی که به آن می‌رفتند نشان شده‌اند.', { id: 'guideEditor.node.removed' }));
    view.focus('outline-title');
  };
  return html`<div class="row tools">
    <button class="button" type="button" @click=${close}>${msg('بستن', { id: 'guideEditor.close' })}</button>
    ${node.id === model.tree!.start
      ? nothing
      : html`<button class="button quiet" type="button" @click=${remove}>${trashIcon}${node.kind === 'question'
        ? msg('این پرسش را بردارید', { id: 'guideEditor.question.remove' })
        : msg('این پاسخ را بردارید', { id: 'guideEditor.answer.remove' })}</button>`}
  </div>`;
}
