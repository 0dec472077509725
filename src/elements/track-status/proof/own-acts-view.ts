import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RequestStatus } from '../../../contract/request.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { checkCircleIcon, sendIcon } from '../../../core/icons.ts';
import { doneText, type OwnAct } from './own-acts.ts';
import type { ProofFlow } from './proof-flow.ts';

/** What went through, while the request has no answer. */
export const ownDoneView = ({ acts: { done } }: ProofFlow): TemplateResult | typeof nothing =>
  done ? html`<p class="note good">${checkCircleIcon} ${doneText(done)}</p>` : nothing;

/** What the state lets the citizen do: an answered request is objected to until the window ends, an open one is taken back. */
export function ownActsView(flow: ProofFlow, status: RequestStatus): TemplateResult {
  const { acts } = flow;
  const until = status.objectUntil;
  const answered = status.state === 'answered' || status.state === 'closed';
  const over = answered && until !== undefined && Date.parse(until) <= flow.port.now().getTime();
  const may: OwnAct | undefined = answered ? (until && !over ? 'object' : undefined) : status.state === 'withdrawn' ? undefined : 'withdraw';
  // Words that could not be sent any more stay where they can be copied.
  const shown = acts.open && (acts.open === may || acts.words[acts.open]) ? acts.open : undefined;
  return html`
    ${shown ? form(flow, shown, until, shown === may) : may ? opener(flow, may, until) : nothing}
    ${answered && !until ? html`<p class="soft small">${msg('این پاسخ را بالاترین سطح رسیدگی پس از اعتراض شما داده است. در میز خدمت اعتراض دیگری ندارد.', { id: 'track.object.last' })}</p>` : nothing}
    ${over ? html`<p class="soft small">${msg(str`مهلت اعتراض به این پاسخ تمام شد: ${whenText(flow.port.locale(), until, flow.port.now())}.`, { id: 'track.object.over' })}</p>` : nothing}
  `;
}

function opener(flow: ProofFlow, act: OwnAct, until: string | undefined): TemplateResult {
  return html`<div class="own no-print">
    <button class="button ${act === 'withdraw' ? 'quiet' : ''}" type="button" id=${`open-${act}`} @click=${() => void flow.acts.show(act)}>${act === 'object'
      ? msg('به این پاسخ اعتراض دارم', { id: 'track.object.open' })
      : msg('درخواستم را پس می‌گیرم', { id: 'track.withdraw.open' })}</button>
    ${until && act === 'object' ? html`<p class="soft small">${untilText(flow, until)}</p>` : nothing}
  </div>`;
}

const untilText = (flow: ProofFlow, until: string): string =>
  msg(str`مهلت اعتراض: تا ${whenText(flow.port.locale(), until, flow.port.now())}`, { id: 'track.object.until' });

function form(flow: ProofFlow, act: OwnAct, until: string | undefined, may: boolean): TemplateResult {
  const { acts } = flow;
  const objecting = act === 'object';
  const view: FieldView = {
    id: 'own-words',
    label: objecting ? msg('با چه موافق نیستید و چرا؟', { id: 'track.object.words' }) : msg('علت، اگر می‌خواهید بگویید', { id: 'track.withdraw.words' }),
    error: acts.fault && faultText(acts.fault.kind),
  };
  return html`
    <form class="own open no-print" novalidate aria-labelledby="own-title" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (may) void acts.send(act);
    }}>
      <h3 id="own-title">${objecting ? msg('اعتراض به پاسخ', { id: 'track.object' }) : msg('پس گرفتن درخواست', { id: 'track.withdraw' })}</h3>
      ${may
        ? html`<p>${objecting
            ? msg('اعتراض به مسئول بالاتر می‌رسد، نه به کسی که پاسخ داد. مهلت پاسخ از نو شمرده می‌شود؛ کد رهگیری همان است.', { id: 'track.object.meaning' })
            : msg('بررسی همین‌جا تمام می‌شود و برگشت ندارد: برای همین کار باید دوباره درخواست بدهید. نوشته‌ها پاک نمی‌شود.', { id: 'track.withdraw.meaning' })}</p>
          ${objecting && until ? html`<p class="soft small">${untilText(flow, until)}</p>` : nothing}`
        : nothing}
      ${field(view, html`<textarea
        class="input" id="own-words" rows=${objecting ? 5 : 2} maxlength="4000" dir="auto" aria-describedby=${describedBy(view)} aria-invalid=${acts.fault ? 'true' : nothing}
        .value=${live(acts.words[act])} @input=${(event: InputEvent) => acts.type(act, (event.target as HTMLTextAreaElement).value)}
      ></textarea>`)}
      <div class="row">
        ${may
          ? html`<button class="button primary" type="submit" aria-disabled=${acts.sending ? 'true' : nothing}>${sendIcon}${acts.sending
              ? msg('می‌فرستیم…', { id: 'track.reply.sending' })
              : objecting ? msg('اعتراض را بفرستید', { id: 'track.object.send' }) : msg('پس بگیرید', { id: 'track.withdraw.send' })}</button>`
          : nothing}
        <button class="button quiet" type="button" @click=${() => void acts.show(undefined)}>${msg('نه، بماند', { id: 'track.own.cancel' })}</button>
      </div>
    </form>
  `;
}

function faultText(kind: string): string {
  switch (kind) {
    case 'empty': return msg('بنویسید با چه موافق نیستید، بعد بفرستید.', { id: 'track.object.empty' });
    case 'changed': return msg('پرونده در این میان تغییر کرد و این کار دیگر شدنی نیست. نوشته شما همین‌جاست.', { id: 'track.own.changed' });
    case 'unreachable': return msg('نرفت. نوشته شما سر جایش است؛ اینترنت را ببینید و دوباره بفرستید.', { id: 'track.own.unreachable' });
    default: return msg('نرفت. نوشته شما سر جایش است؛ چند دقیقه دیگر دوباره بفرستید.', { id: 'track.own.failed' });
  }
}
