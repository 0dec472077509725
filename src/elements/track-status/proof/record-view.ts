import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Message, RequestRecord } from '../../../contract/request.ts';
import { answerSteps, replyAnswers, type AnswerView } from '../../../core/facts/answers.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { bytesText } from '../../../core/facts/files.ts';
import { pdfButton, pdfNote } from '../../../core/facts/receipt-pdf.ts';
import { outcomeText } from '../../../core/facts/request.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { bookIcon, checkCircleIcon, fileIcon, infoIcon, printIcon, questionIcon, sendIcon } from '../../../core/icons.ts';
import { printAlone } from '../../../core/print.ts';
import { logProofView } from '../more/proof-of-log.ts';
import { newsView } from './news-view.ts';
import { othersView } from './others.ts';
import { ownActsView, ownDoneView } from './own-acts-view.ts';
import { replyFaultText, type Reply } from './reply.ts';
import type { ProofFlow } from './proof-flow.ts';

/** What the desk knows and the citizen may see: the answer first, then what is asked, then what was said and filed. */
export function recordView(flow: ProofFlow, record: RequestRecord): TemplateResult {
  const { messages, status } = record;
  const answer = last(messages, 'answer');
  const ended = status.state === 'answered' || status.state === 'closed';
  const asking = status.state === 'waitingCitizen';
  const question = asking ? last(messages, 'question') : undefined;
  const rest = messages.filter((message) => message !== question && (message !== answer || !ended));
  return html`
    <section class="record" id="record" tabindex="-1" aria-label=${msg('پرونده شما', { id: 'track.record' })}>
      ${ended ? answerView(flow, record, answer) : nothing}
      ${asking || flow.reply.unsent ? questionView(flow, question, asking) : nothing}
      ${flow.reply.done && !asking ? html`<p class="note good">${checkCircleIcon} ${msg('پاسخ شما به کارشناس رسید.', { id: 'track.reply.sent' })}</p>` : nothing}
      ${ended ? ownActsView(flow, status) : ownDoneView(flow)}
      ${rest.length ? messagesView(flow, rest) : nothing}
      ${filedView(flow, record)}
      ${ended ? nothing : ownActsView(flow, status)}
      <div class="row no-print">
        <button class="button" type="button" @click=${(event: Event) => print(event)}>${printIcon}${msg('چاپ پرونده', { id: 'track.print' })}</button>
        ${record.pdf ? pdfButton(flow.pdf, () => flow.savePdf(), msg('دریافت PDF رسید', { id: 'track.receiptPdf' })) : nothing}
      </div>
      ${pdfNote(flow.pdf)}
      ${newsView(flow.news, record.news)}
      ${logProofView(flow.log!)}
      ${othersView(flow.port, flow.others)}
    </section>
  `;
}

const last = (messages: Message[], wanted: Message['kind']): Message | undefined => messages.filter(({ kind }) => kind === wanted).at(-1);

function print(event: Event): void {
  const root = (event.target as Element).getRootNode() as ShadowRoot;
  root.querySelectorAll('details').forEach((details) => (details.open = true));
  printAlone(root.querySelector('.status')!);
}

function answerView(flow: ProofFlow, { status }: RequestRecord, answer: Message | undefined): TemplateResult {
  const outcome = status.outcome ?? 'other';
  const icon = outcome === 'done' || outcome === 'partlyDone' ? checkCircleIcon : infoIcon;
  return html`
    <div class="answer ${outcome}">
      <h3>${icon}${outcomeText(outcome)}</h3>
      ${answer
        ? html`<p class="prose" dir="auto">${answer.text}</p>
            ${answer.legalBasis ? html`<p class="small basis">${bookIcon}<span>${msg('به استناد', { id: 'track.basis' })} <bdi>${answer.legalBasis}</bdi></span></p>` : nothing}
            <p class="soft small">${whenText(flow.port.locale(), answer.at, flow.port.now())}</p>`
        : nothing}
    </div>
  `;
}

function questionView({ port, reply }: ProofFlow, question: Message | undefined, asking: boolean): TemplateResult {
  return html`
    <div class="question">
      <h3>${questionIcon}${msg('کارشناس پرسیده است', { id: 'track.question' })}</h3>
      ${question ? html`<p class="prose" dir="auto">${question.text}</p><p class="soft small">${whenText(port.locale(), question.at, port.now())}</p>` : nothing}
      ${reply.fields ? reply.fields.view(!asking) : replyForm(reply, asking)}
    </div>
  `;
}

function replyForm(reply: Reply, asking: boolean): TemplateResult {
  const view: FieldView = { id: 'reply', label: msg('پاسخ شما', { id: 'track.reply' }), error: reply.fault && replyFaultText(reply.fault) };
  return html`<form class="no-print" novalidate @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    if (asking) void reply.send();
  }}>
    ${field(view, html`<textarea
      class="input" id="reply" rows="4" maxlength="4000" dir="auto" aria-describedby=${describedBy(view)} aria-invalid=${reply.fault ? 'true' : nothing}
      .value=${live(reply.words)} @input=${(event: InputEvent) => reply.type((event.target as HTMLTextAreaElement).value)}
    ></textarea>`)}
    ${asking
      ? html`<button class="button primary" type="submit" aria-disabled=${reply.sending ? 'true' : nothing}>${sendIcon}${reply.sending
          ? msg('می‌فرستیم…', { id: 'track.reply.sending' })
          : msg('پاسخ را بفرستید', { id: 'track.reply.send' })}</button>`
      : nothing}
  </form>`;
}

function messagesView(flow: ProofFlow, messages: Message[]): TemplateResult {
  const now = flow.port.now();
  return html`
    <h3>${msg('پیام‌ها', { id: 'track.messages' })}</h3>
    <ol class="messages">
      ${messages.map(
        (message) => html`<li class=${message.from}>
          <p class="soft small"><b>${messageTitle(message)}</b> · ${whenText(flow.port.locale(), message.at, now)}</p>
          ${message.text ? html`<p class="prose" dir="auto">${message.text}</p>` : nothing}
          ${message.answers ? html`<dl class="answers">${replyAnswers(flow.port.locale(), messages, message).map((one) => answerRow(flow, one))}</dl>` : nothing}
          ${message.legalBasis ? html`<p class="small basis">${bookIcon}<bdi>${message.legalBasis}</bdi></p>` : nothing}
        </li>`,
      )}
    </ol>
  `;
}

function messageTitle({ kind, from }: Message): string {
  switch (kind) {
    case 'question': return msg('پرسش کارشناس', { id: 'message.question' });
    case 'reply': return msg('پاسخ شما', { id: 'message.reply' });
    case 'addition': return msg('به همین شکایت افزودید', { id: 'message.addition' });
    case 'referral': return msg('چرا به واحد دیگری رفت', { id: 'message.referral' });
    case 'objection': return msg('اعتراض شما', { id: 'message.objection' });
    case 'delay': return msg('چرا دیرتر می‌رسد', { id: 'message.delay' });
    case 'withdrawal': return msg('چرا پس گرفتید', { id: 'message.withdrawal' });
    case 'answer': return msg('پاسخ میز خدمت', { id: 'message.answer' });
    default: return from === 'citizen' ? msg('شما', { id: 'message.you' }) : msg('میز خدمت', { id: 'message.desk' });
  }
}

function filedView(flow: ProofFlow, { form, answers }: RequestRecord): TemplateResult {
  const steps = answerSteps(flow.port.locale(), form, answers);
  return html`
    <details class="filed">
      <summary><h3>${msg('آنچه ثبت کرده‌اید', { id: 'track.filed' })}</h3></summary>
      ${steps.map((step) => html`<h4>${step.title}</h4><dl class="answers">${step.answers.map((one) => answerRow(flow, one))}</dl>`)}
      ${flow.fileFault
        ? html`<p class="error" role="alert">${msg(html`«<bdi>${flow.fileFault}</bdi>» گرفته نشد. اینترنت را ببینید و دوباره بزنید.`, { id: 'track.file.failed' })}</p>`
        : nothing}
    </details>
  `;
}

function answerRow(flow: ProofFlow, answer: AnswerView): TemplateResult {
  if ('members' in answer) {
    return html`<div class="wide"><dt>${answer.label}</dt>
      ${answer.members.map((member) => html`<dd class="member"><dl class="answers">${member.map((one) => answerRow(flow, one))}</dl></dd>`)}</div>`;
  }
  if ('files' in answer) {
    return html`<div><dt>${answer.label}</dt>${answer.files.map(
      (file) => html`<dd><button class="file" type="button" aria-disabled=${flow.fetching.has(file.id) ? 'true' : nothing} @click=${() => void flow.download(file)}>
        ${fileIcon}<bdi>${file.name}</bdi> <span class="soft small">${bytesText(flow.port.locale(), file.bytes)}</span></button></dd>`,
    )}</div>`;
  }
  return html`<div><dt>${answer.label}</dt><dd>${answer.code ? html`<bdi dir="ltr" translate="no">${answer.text}</bdi>` : html`<span class="prose" dir="auto">${answer.text}</span>`}</dd></div>`;
}
