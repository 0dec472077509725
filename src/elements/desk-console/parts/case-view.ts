import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../../contract/request.ts';
import type { StaffCase } from '../../../contract/staff.ts';
import { answerSteps, replyAnswers, type AnswerView } from '../../../core/facts/answers.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { bytesText } from '../../../core/facts/files.ts';
import { localText } from '../../../core/facts/place.ts';
import { stateText } from '../../../core/facts/for-staff.ts';
import { outcomeText } from '../../../core/facts/request.ts';
import { backIcon, bookIcon, fileIcon, refreshIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CaseModel } from '../model/case.ts';
import { actionsView, holdFault } from './actions-view.ts';
import { factsView, leftView, moodAt } from './facts-view.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { holdView } from './hold-view.ts';
import { codeTailView } from './queue-view.ts';

/** What the citizen filed on one side, the sheet and the history on the other, what may be done under both. */
export function caseView(locale: Locale, model: CaseModel, onBack: (event: Event) => void): TemplateResult {
  const back = html`<button class="button quiet back" type="button" @click=${onBack}>${backIcon}${msg('پرونده‌های میز', { id: 'console.queue' })}</button>`;
  const { shown } = model;
  if (!shown) {
    return model.phase === 'failed'
      ? html`${back}
          <div class="note bad failure">
            <h2 id="case" tabindex="-1">${msg('پرونده باز نشد', { id: 'console.case.failed' })}</h2>
            <p>${faultText(locale, model.fault!)}</p>
            <button class="button" type="button" @click=${() => void model.open(model.id)}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button>
          </div>
          ${model.draft.dirty ? keptWords(model) : nothing}`
      : html`${back}${skeleton()}`;
  }
  const now = model.port.now();
  const filed = whenText(locale, shown.filedAt, now);
  return html`
    ${back}
    <article class="case">
      <div class="case-head ${moodAt(shown.clock, now)}">
        <h2 id="case" tabindex="-1">${shown.offering.title}</h2>
        <p class="chips">
          <span class="left">${leftView(locale, shown, now)}</span>
          <span class="chip state">${stateText(shown.state)}</span>
          ${shown.outcome ? html`<span class="chip">${outcomeText(shown.outcome)}</span>` : nothing}
          <span class="soft small">${msg(str`ثبت: ${filed}`, { id: 'console.filedAt' })}${shown.codeTail ? html` · ${codeTailView(locale, shown.codeTail)}` : nothing}</span>
        </p>
        ${holdView(model, shown)}
        ${holdFault(locale, model, shown)}
      </div>
      <div class="sides">
        <div class="main-side">
          <section class="card" aria-labelledby="filed">
            <h3 id="filed">${msg('آنچه شهروند نوشته است', { id: 'console.filed' })}</h3>
            ${answers(locale, model, shown)}
          </section>
          ${shown.messages.length
            ? html`<section class="card" aria-labelledby="messages"><h3 id="messages">${msg('گفت‌وگو', { id: 'console.messages' })}</h3>
                <ol class="messages">${shown.messages.map((message) => messageView(locale, model, shown.messages, message, now))}</ol></section>`
            : nothing}
          ${actionsView(locale, model, shown)}
        </div>
        <aside class="fact-side" aria-label=${msg('مهلت، شناسنامه خدمت و تاریخچه', { id: 'console.facts' })}>${factsView(locale, model, shown)}</aside>
      </div>
    </article>
  `;
}

/** Words whose case does not open any more: they are the expert's, to be copied. */
const keptWords = (model: CaseModel) => html`
  <section class="card" aria-labelledby="kept">
    <h3 id="kept">${msg('نوشته نفرستاده شما', { id: 'console.kept' })}</h3>
    <p class="prose" dir="auto">${model.draft.words}</p>
  </section>
`;

function answers(locale: Locale, model: CaseModel, { form, answers: filed }: StaffCase): TemplateResult {
  const steps = answerSteps(locale, form, filed);
  if (!steps.length) return html`<p class="soft">${msg('نوشته‌ای نمانده است؛ شاید اطلاعات شهروند پاک شده باشد.', { id: 'console.erased' })}</p>`;
  return html`
    ${steps.map((step) => html`<h4>${step.title}</h4><dl class="answers">${step.answers.map((one) => answerRow(locale, model, one))}</dl>`)}
    ${model.fileFault
      ? html`<p class="error" role="alert"><span>${msg(html`«<bdi>${model.fileFault}</bdi>» گرفته نشد. شبکه را ببینید و دوباره بزنید.`, { id: 'console.file.failed' })}</span></p>`
      : nothing}
  `;
}

function answerRow(locale: Locale, model: CaseModel, answer: AnswerView): TemplateResult {
  if ('members' in answer) {
    return html`<div class="wide"><dt>${answer.label}</dt>
      ${answer.members.map((member) => html`<dd class="member"><dl class="answers">${member.map((one) => answerRow(locale, model, one))}</dl></dd>`)}</div>`;
  }
  if ('files' in answer) {
    return html`<div><dt>${answer.label}</dt>${answer.files.map(
      (file) => html`<dd><button class="file" type="button" aria-disabled=${model.fetching.has(file.id) ? 'true' : nothing} @click=${() => void model.download(file)}>
        ${fileIcon}<bdi>${file.name}</bdi> <span class="soft small">${bytesText(locale, file.bytes)}</span></button></dd>`,
    )}</div>`;
  }
  return html`<div><dt>${answer.label}</dt><dd>${answer.code
    ? html`<bdi dir="ltr" translate="no">${answer.text}</bdi>`
    : html`<p class="prose">${answer.text}</p>`}</dd></div>`;
}

const messageView = (locale: Locale, model: CaseModel, messages: Message[], message: Message, now: Date) => html`
  <li class=${message.from}>
    <p class="soft small"><b>${messageTitle(message)}</b> · ${whenText(locale, message.at, now)}</p>
    ${message.text ? html`<p class="prose" dir="auto">${message.text}</p>` : nothing}
    ${message.fields ? html`<ul class="plain small">${message.fields.map(({ label }) => html`<li><bdi>${localText(locale, label)}</bdi></li>`)}</ul>` : nothing}
    ${message.answers ? html`<dl class="answers">${replyAnswers(locale, messages, message).map((one) => answerRow(locale, model, one))}</dl>` : nothing}
    ${message.legalBasis ? html`<p class="small basis">${bookIcon}<bdi>${message.legalBasis}</bdi></p>` : nothing}
  </li>
`;

function messageTitle({ kind, from }: Message): string {
  switch (kind) {
    case 'question': return msg('پرسش از شهروند', { id: 'console.message.question' });
    case 'reply': return msg('پاسخ شهروند', { id: 'console.message.reply' });
    case 'addition': return msg('شکایت دوم همین شهروند درباره همین موضوع', { id: 'console.message.addition' });
    case 'referral': return msg('علت ارجاع', { id: 'console.message.referral' });
    case 'objection': return msg('اعتراض شهروند', { id: 'console.message.objection' });
    case 'withdrawal': return msg('چرا پس گرفت', { id: 'console.message.withdrawal' });
    case 'delay': return msg('توضیح دیرکرد', { id: 'console.message.delay' });
    case 'inquiry': return msg('استعلام از واحد دیگر', { id: 'console.message.inquiry' });
    case 'inquiryAnswer': return msg('پاسخ استعلام', { id: 'console.message.inquiryAnswer' });
    case 'answer': return msg('پاسخ به شهروند', { id: 'console.message.answer' });
    default: return from === 'citizen' ? msg('شهروند', { id: 'console.message.citizen' }) : msg('کارشناس', { id: 'console.message.expert' });
  }
}

