import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StaffCase } from '../../../contract/staff.ts';
import { describedBy, field, fieldset, type FieldView } from '../../../core/controls/field.ts';
import { outcomeText } from '../../../core/facts/request.ts';
import { alertIcon, buildingIcon, checkCircleIcon, hourglassIcon, inboxIcon, questionIcon, referIcon, sendIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { allowedEvents } from '../../../rules/lifecycle.ts';
import type { CaseModel } from '../model/case.ts';
import { askFields } from './ask-fields.ts';
import type { ActionName, Draft } from '../model/draft.ts';
import { holdOf } from '../model/hold.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { delayForm } from './delay-form.ts';
import { levelText } from './level-text.ts';
import { unitPicker } from './unit-picker.ts';

const events = {
  answer: 'answered', ask: 'askedCitizen', answerInquiry: 'inquiryAnswered', inquire: 'inquired', explainDelay: 'delayExplained', refer: 'referred',
} as const satisfies Record<ActionName, string>;
const icons: Record<ActionName, TemplateResult> = { answer: checkCircleIcon, ask: questionIcon, answerInquiry: inboxIcon, inquire: buildingIcon, explainDelay: hourglassIcon, refer: referIcon };

/** What the desk may do now. What may not be done says why; words for it stay where they were, to be copied or sent later. */
export function actionsView(locale: Locale, model: CaseModel, shown: StaffCase): TemplateResult | typeof nothing {
  const { draft } = model;
  const allowed = (name: ActionName) => shown.allowed.includes(events[name]);
  const why = blocked(model, shown);
  const names = (Object.keys(events) as ActionName[]).filter((name) => allowed(name) || why?.names.includes(name) || (draft.action === name && draft.dirty));
  const fault = model.actionFault && !isHold(model.faultyAction) ? faultView(locale, model, shown) : nothing;
  if (!names.length) return fault;
  return html`
    <section class="card actions" aria-labelledby="actions">
      <h3 id="actions">${msg('چه می‌کنید؟', { id: 'console.actions' })}</h3>
      ${why ? html`<p class="soft" id="why-not">${why.text}</p>` : nothing}
      <div class="segments" role="group" aria-labelledby="actions">
        ${names.map((name) => {
          const open = draft.action === name;
          // Words that were written can be read even where they cannot be sent.
          const shut = !allowed(name) && !(draft.dirty && open);
          return html`<button type="button" aria-expanded=${open} aria-controls="action-form" aria-disabled=${shut ? 'true' : nothing}
            aria-describedby=${!allowed(name) && why ? 'why-not' : nothing} @click=${() => (shut ? undefined : model.choose(name))}>${icons[name]}${actionText(name)}</button>`;
        })}
      </div>
      ${fault}
      <div id="action-form">${draft.action && names.includes(draft.action) && (allowed(draft.action) || draft.dirty) ? form(locale, model, shown, draft.action) : nothing}</div>
    </section>
  `;
}

/** Why the desk cannot act on an open case now, and which actions that keeps shut. */
function blocked(model: CaseModel, shown: StaffCase): { text: TemplateResult | string; names: ActionName[] } | undefined {
  const staff = model.port.staff();
  const possible = allowedEvents(shown.state);
  const names = (Object.keys(events) as ActionName[]).filter((name) => possible.includes(events[name]));
  const acts = ['taken', 'takenOver', 'answered'].some((type) => shown.allowed.includes(type));
  if (shown.level && !acts && names.length) return { text: levelText(shown.level), names };
  if (staff?.role === 'supervisor' && !acts) return { text: msg('شما ناظرید: پرونده را می‌بینید و کارشناسان دستگاه روی آن کار می‌کنند.', { id: 'console.watching' }), names: [] };
  if (names.length && holdOf(shown, staff?.id) === 'other') {
    return {
      text: msg(html`این کار دست <bdi>${shown.assignee!.name}</bdi> است. برای پاسخ، پرسش یا ارجاع، نخست آن را به عهده بگیرید.`, { id: 'console.heldBy' }),
      names,
    };
  }
  return shown.state === 'submitted' && shown.allowed.includes('taken')
    ? { text: msg('برای پاسخ دادن یا پرسیدن، نخست کار را بردارید.', { id: 'console.takeFirst' }), names: ['answer', 'ask'] }
    : undefined;
}

const isHold = (action: CaseModel['faultyAction']): boolean => action !== undefined && !(action in events);

/** Why taking, taking over, putting back or handing on did not go through. */
export const holdFault = (locale: Locale, model: CaseModel, shown: StaffCase): TemplateResult | typeof nothing =>
  model.actionFault && isHold(model.faultyAction) ? faultView(locale, model, shown) : nothing;

function faultView(locale: Locale, { actionFault, draft, port }: CaseModel, shown: StaffCase): TemplateResult {
  const { code } = actionFault!;
  const lost = code === 'request.changed' || code === 'request.heldByOther';
  const name = lost && holdOf(shown, port.staff()?.id) === 'other' ? html`<bdi>${shown.assignee!.name}</bdi>` : undefined;
  const text = name
    ? draft.dirty
      ? msg(html`در همین فاصله ${name} این کار را برداشت و چیزی فرستاده نشد. نوشته شما سر جایش است: آن را رونویسی کنید، یا کار را به عهده بگیرید و دوباره بفرستید.`, { id: 'console.fault.heldWords' })
      : msg(html`در همین فاصله ${name} این کار را برداشت. اگر باید کار شما باشد، آن را به عهده بگیرید.`, { id: 'console.fault.held' })
    : faultText(locale, actionFault!);
  return html`<p class="note ${lost ? 'warn' : 'bad'} fault" id="action-fault" tabindex="-1" role="alert">${alertIcon} <span>${text}</span></p>`;
}

function actionText(name: ActionName): string {
  switch (name) {
    case 'answer': return msg('پاسخ دادن', { id: 'console.action.answer' });
    case 'ask': return msg('پرسیدن از شهروند', { id: 'console.action.ask' });
    case 'inquire': return msg('استعلام از واحد دیگر', { id: 'console.action.inquire' });
    case 'answerInquiry': return msg('ثبت پاسخ استعلام', { id: 'console.action.answerInquiry' });
    case 'explainDelay': return msg('توضیح دیرکرد', { id: 'console.action.explainDelay' });
    case 'refer': return msg('ارجاع به واحد دیگر', { id: 'console.action.refer' });
  }
}

function form(locale: Locale, model: CaseModel, shown: StaffCase, action: ActionName): TemplateResult {
  const allowed = shown.allowed.includes(events[action]);
  const bodies = {
    answer: () => answerForm(model), ask: () => askForm(locale, model, shown), inquire: () => inquireForm(locale, model, shown),
    answerInquiry: () => inquiryAnswerForm(model), explainDelay: () => delayForm(locale, model, (name) => forgive(model, name), delayWords(model)), refer: () => referForm(locale, model, shown),
  };
  return html`
    <form class="action" novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (allowed) void model.send();
    }}>
      ${bodies[action]()}
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${model.busy || !allowed ? 'true' : nothing}>${sendIcon}${model.busy === action
          ? msg('می‌فرستیم…', { id: 'console.sending' })
          : sendText(action)}</button>
        <span class="soft small">${allowed ? effectText(action) : msg('اکنون فرستادنی نیست؛ نوشته شما سر جایش است.', { id: 'console.notAllowedNow' })}</span>
      </div>
    </form>
  `;
}

function sendText(action: ActionName): string {
  switch (action) {
    case 'answer': return msg('پاسخ را بفرستید', { id: 'console.send.answer' });
    case 'ask': return msg('پرسش را بفرستید', { id: 'console.send.ask' });
    case 'inquire': return msg('استعلام را ثبت کنید', { id: 'console.send.inquire' });
    case 'answerInquiry': return msg('پاسخ را ثبت کنید', { id: 'console.send.answerInquiry' });
    case 'explainDelay': return msg('علت و تاریخ تازه را بفرستید', { id: 'console.send.explainDelay' });
    case 'refer': return msg('ارجاع دهید', { id: 'console.send.refer' });
  }
}

function effectText(action: ActionName): string {
  switch (action) {
    case 'answer': return msg('مهلت می‌ایستد و پیامک پاسخ برای شهروند می‌رود.', { id: 'console.effect.answer' });
    case 'ask': return msg('تا شهروند پاسخ دهد مهلت می‌ایستد؛ پیامک هم می‌رود.', { id: 'console.effect.ask' });
    case 'inquire': return msg('مهلت نمی‌ایستد. شهروند می‌بیند که استعلام شد، نه متن آن را.', { id: 'console.effect.inquire' });
    case 'answerInquiry': return msg('پرونده دوباره در حال بررسی می‌شود؛ شهروند متن را نمی‌بیند.', { id: 'console.effect.answerInquiry' });
    case 'explainDelay': return msg('مهلت همان می‌ماند. شهروند علت و تاریخ تازه را می‌بیند و پیامک هم می‌رود.', { id: 'console.effect.explainDelay' });
    case 'refer': return msg('کد و مهلت پرونده همان می‌ماند؛ شهروند علت را می‌بیند.', { id: 'console.effect.refer' });
  }
}

type TextName = 'text' | 'legalBasis' | 'question' | 'inquiry' | 'inquiryAnswer' | 'reason' | 'reasonBasis' | 'delayText';

/** A text of the draft. `rows` makes it a text area. */
function text(model: CaseModel, name: TextName, view: Omit<FieldView, 'id' | 'error'>, missing: string, rows = 0): TemplateResult {
  const { draft } = model;
  const wrong = draft.missing.has(name as 'text');
  const whole: FieldView = { ...view, id: `draft-${name}`, error: wrong ? missing : undefined };
  const onInput = (event: InputEvent) => {
    draft[name] = (event.target as HTMLInputElement).value;
    if (wrong && draft[name].trim()) forgive(model, name as 'text');
  };
  return field(whole, rows
    ? html`<textarea class="input" id=${whole.id} rows=${rows} maxlength="4000" dir="auto" aria-describedby=${describedBy(whole)}
        aria-invalid=${wrong ? 'true' : nothing} .value=${live(draft[name])} @input=${onInput}></textarea>`
    : html`<input class="input" id=${whole.id} type="text" maxlength="400" dir="auto" aria-describedby=${describedBy(whole)}
        aria-invalid=${wrong ? 'true' : nothing} .value=${live(draft[name])} @input=${onInput} />`);
}

function forgive(model: CaseModel, name: Parameters<Draft['missing']['delete']>[0]): void {
  model.draft.missing.delete(name);
  model.port.update();
}

const outcomes = ['done', 'partlyDone', 'rejected', 'referredOut', 'duplicate'] as const;

function answerForm(model: CaseModel): TemplateResult {
  const { draft } = model;
  const missing = draft.missing.has('outcome');
  return html`
    <div class=${missing ? 'invalid' : ''}>${fieldset(
      { id: 'draft-outcome', label: msg('نتیجه', { id: 'console.outcome' }), error: missing ? msg('نتیجه را برگزینید.', { id: 'console.outcome.missing' }) : undefined },
      html`<div class="choices">${outcomes.map(
        (outcome) => html`<label class="choice"><input type="radio" name="outcome" value=${outcome} .checked=${live(draft.outcome === outcome)} @change=${() => {
          draft.outcome = outcome;
          forgive(model, 'outcome');
        }} /><span>${outcomeText(outcome)}</span></label>`,
      )}</div>`,
    )}</div>
    ${text(model, 'text', { label: msg('پاسخ به شهروند', { id: 'console.answer' }), hint: msg('ساده بنویسید: چه شد، چرا، و اگر کاری مانده، چه و کجا.', { id: 'console.answer.hint' }) },
      msg('پاسخ را بنویسید.', { id: 'console.answer.missing' }), 6)}
    ${text(model, 'legalBasis', { label: msg('به استناد', { id: 'console.basis' }), hint: msg('ماده قانون یا بخشنامه', { id: 'console.basis.hint' }), optional: msg('اختیاری', { id: 'console.optional' }) }, '')}
  `;
}

const askForm = (locale: Locale, model: CaseModel, shown: StaffCase) => html`
  ${text(model, 'question', { label: msg('پرسش از شهروند', { id: 'console.ask' }), hint: msg('یک چیز روشن بپرسید و بگویید چرا لازم است.', { id: 'console.ask.hint' }) },
    msg('پرسش را بنویسید.', { id: 'console.ask.missing' }), 4)}
  ${askFields(locale, model, shown)}
`;

const inquireForm = (locale: Locale, model: CaseModel, shown: StaffCase) => html`
  ${unitPicker(locale, model, shown, () => forgive(model, 'unit'))}
  ${text(model, 'inquiry', { label: msg('چه می‌پرسید؟', { id: 'console.inquiry' }), hint: msg('نامه را خودتان به آن واحد بفرستید؛ اینجا در پرونده می‌ماند.', { id: 'console.inquiry.hint' }) },
    msg('بنویسید چه می‌پرسید.', { id: 'console.inquiry.missing' }), 3)}
`;

const inquiryAnswerForm = (model: CaseModel) =>
  text(model, 'inquiryAnswer', { label: msg('پاسخی که رسید', { id: 'console.inquiryAnswer' }), hint: msg('شماره و تاریخ نامه را هم بنویسید.', { id: 'console.inquiryAnswer.hint' }) },
    msg('پاسخ آن واحد را بنویسید.', { id: 'console.inquiryAnswer.missing' }), 4);

const delayWords = (model: CaseModel) =>
  text(model, 'delayText', { label: msg('توضیح بیشتر برای شهروند', { id: 'console.delay.text' }), optional: msg('اختیاری', { id: 'console.optional' }) }, '', 3);

const referForm = (locale: Locale, model: CaseModel, shown: StaffCase) => html`
  ${unitPicker(locale, model, shown, () => forgive(model, 'unit'))}
  ${text(model, 'reason', { label: msg('علت ارجاع', { id: 'console.reason' }), hint: msg('شهروند هم این را می‌بیند.', { id: 'console.reason.hint' }) },
    msg('علت را بنویسید.', { id: 'console.reason.missing' }), 3)}
  ${text(model, 'reasonBasis', { label: msg('به استناد', { id: 'console.basis' }), optional: msg('اختیاری', { id: 'console.optional' }) }, '')}
`;
