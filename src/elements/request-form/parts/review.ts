import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answers, Field, FormDefinition, Upload } from '../../../contract/form.ts';
import { answerSteps, type AnswerView } from '../../../core/facts/answers.ts';
import { bytesText } from '../../../core/facts/files.ts';
import { localText } from '../../../core/facts/place.ts';
import { infoIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { VisibleItem, VisibleStep } from '../../../rules/form.ts';
import { issueText } from './issue-text.ts';
import type { FormModel } from './model.ts';

/** Everything that will be sent, as the desk will read it, each with a way back to change it. */
export function review(model: FormModel, change: (step: string, path: string) => void): TemplateResult {
  const { locale, filling: { session } } = model;
  const answers = session.canonical;
  return html`
    <p class="soft">${msg('پیش از فرستادن یک بار ببینید. هرچه را خواستید عوض کنید.', { id: 'review.intro' })}</p>
    ${session.steps.map((step) => html`
      <section class="review-step" aria-label=${localText(locale, step.title)}>
        ${session.steps.length > 1 ? html`<h3>${localText(locale, step.title)}</h3>` : nothing}
        <dl>${step.items.filter(({ type }) => type !== 'staticText').map((item) => row(model, step, item, answers, change))}</dl>
      </section>
    `)}
  `;
}

function row(model: FormModel, step: VisibleStep, item: VisibleItem, answers: Answers, change: (step: string, path: string) => void): TemplateResult {
  const { locale, filling: { session } } = model;
  const label = localText(locale, item.label);
  const view = answerOf(locale, session.definition, step, item, answers);
  const warning = session.issues.find(({ path, severity }) => path.split('.')[0] === item.id && severity === 'warning');
  const target = item.type === 'group' ? `${item.id}.0.${item.rows[0]?.[0]?.id ?? ''}` : item.id;
  return html`<div class="review-row">
    <dt>${label}</dt>
    <dd>
      ${view ? value(locale, view, item) : html`<span class="soft">${msg('ننوشته‌اید', { id: 'review.empty' })}</span>`}
      ${warning ? html`<p class="warning">${infoIcon}<span>${issueText(locale, session.definition, warning)}</span></p>` : nothing}
    </dd>
    <dd class="change">
      <button type="button" class="link small" aria-label=${msg(str`تغییر ${label}`, { id: 'review.changeName' })} @click=${() => change(step.id, target)}>
        ${msg('تغییر', { id: 'review.change' })}
      </button>
    </dd>
  </div>`;
}

/** The answer in words; undefined when there is none. */
function answerOf(locale: Locale, definition: FormDefinition, step: VisibleStep, item: VisibleItem, answers: Answers): AnswerView | undefined {
  return answerSteps(locale, { ...definition, steps: [{ id: step.id, title: step.title, items: [item] }] }, answers)[0]?.answers[0];
}

function value(locale: Locale, view: AnswerView, item: VisibleItem | Field): TemplateResult {
  if ('files' in view) {
    return html`<ul>${view.files.map((file: Upload) => html`<li><bdi>${file.name}</bdi> <span class="soft small">${bytesText(locale, file.bytes)}</span></li>`)}</ul>`;
  }
  if ('members' in view) {
    return html`<ol class="members">${view.members.map((members, index) => html`<li>
      <span class="soft small">${msg(str`مورد ${formatNumber(locale, index + 1)}`, { id: 'form.row' })}</span>
      ${members.map((member) => html`<div><span class="soft">${member.label}:</span> ${value(locale, member, item)}</div>`)}
    </li>`)}</ol>`;
  }
  return view.code ? html`<bdi dir="ltr" translate="no">${view.text}</bdi>` : html`<bdi class="text">${view.text}</bdi>`;
}
