import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StaffCase } from '../../../contract/staff.ts';
import { describedBy, field, fieldset, type FieldView } from '../../../core/controls/field.ts';
import { outcomeText } from '../../../core/facts/request.ts';
import { alertIcon, checkCircleIcon, questionIcon, referIcon, sendIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CaseModel } from '../model/case.ts';
import type { ActionName, Draft } from '../model/draft.ts';
import { faultText } from './failures.ts';
import { unitPicker } from './unit-picker.ts';

const events: Record<ActionName, string> = { answer: 'answered', ask: 'askedCitizen', refer: 'referred' };
const icons: Record<ActionName, TemplateResult> = { answer: checkCircleIcon, ask: questionIcon, refer: referIcon };

/** What the desk may do now. Words for an action that is no longer allowed stay visible, to be copied. */
export function actionsView(locale: Locale, model: CaseModel, shown: StaffCase): TemplateResult | typeof nothing {
  const { draft, actionFault } = model;
  const names = (Object.keys(events) as ActionName[]).filter((name) => shown.allowed.includes(events[name]) || (draft.action === name && draft.dirty));
  const fault = actionFault && actionFault.code !== 'staff.signInNeeded'
    ? html`<p class="note ${actionFault.code === 'request.changed' ? 'warn' : 'bad'}" id="action-fault" tabindex="-1" role="alert">${alertIcon} ${faultText(locale, actionFault)}</p>`
    : nothing;
  if (!names.length) return fault;
  return html`
    <section class="card actions" aria-labelledby="actions">
      <h3 id="actions">${msg('چه می‌کنید؟', { id: 'console.actions' })}</h3>
      ${shown.state === 'submitted' && !shown.allowed.includes('answered')
        ? html`<p class="soft small">${msg('برای پاسخ دادن یا پرسیدن، نخست پرونده را بردارید.', { id: 'console.takeFirst' })}</p>`
        : nothing}
      <div class="segments" role="group" aria-labelledby="actions">
        ${names.map(
          (name) => html`<button type="button" aria-expanded=${draft.action === name} aria-controls="action-form" @click=${() => model.choose(name)}>${icons[name]}${actionText(name)}</button>`,
        )}
      </div>
      ${fault}
      <div id="action-form">${draft.action && names.includes(draft.action) ? form(locale, model, shown, draft.action) : nothing}</div>
    </section>
  `;
}

function actionText(name: ActionName): string {
  switch (name) {
    case 'answer': return msg('پاسخ دادن', { id: 'console.action.answer' });
    case 'ask': return msg('پرسیدن از شهروند', { id: 'console.action.ask' });
    case 'refer': return msg('ارجاع به واحد دیگر', { id: 'console.action.refer' });
  }
}

function form(locale: Locale, model: CaseModel, shown: StaffCase, action: ActionName): TemplateResult {
  const allowed = shown.allowed.includes(events[action]);
  const bodies = { answer: () => answerForm(model), ask: () => askForm(model), refer: () => referForm(locale, model, shown) };
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
        <span class="soft small">${allowed ? effectText(action) : msg('در وضعیت تازه پرونده، این کار شدنی نیست.', { id: 'console.notAllowedNow' })}</span>
      </div>
    </form>
  `;
}

function sendText(action: ActionName): string {
  switch (action) {
    case 'answer': return msg('پاسخ را بفرست', { id: 'console.send.answer' });
    case 'ask': return msg('پرسش را بفرست', { id: 'console.send.ask' });
    case 'refer': return msg('ارجاع بده', { id: 'console.send.refer' });
  }
}

function effectText(action: ActionName): string {
  switch (action) {
    case 'answer': return msg('مهلت می‌ایستد و پیامک پاسخ برای شهروند می‌رود.', { id: 'console.effect.answer' });
    case 'ask': return msg('تا شهروند پاسخ دهد مهلت می‌ایستد؛ پیامک هم می‌رود.', { id: 'console.effect.ask' });
    case 'refer': return msg('کد و مهلت پرونده همان می‌ماند؛ شهروند علت را می‌بیند.', { id: 'console.effect.refer' });
  }
}

type TextName = 'text' | 'legalBasis' | 'question' | 'reason' | 'reasonBasis';

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

const askForm = (model: CaseModel) =>
  text(model, 'question', { label: msg('پرسش از شهروند', { id: 'console.ask' }), hint: msg('یک چیز روشن بپرسید و بگویید چرا لازم است.', { id: 'console.ask.hint' }) },
    msg('پرسش را بنویسید.', { id: 'console.ask.missing' }), 4);

const referForm = (locale: Locale, model: CaseModel, shown: StaffCase) => html`
  ${unitPicker(locale, model, shown, () => forgive(model, 'unit'))}
  ${text(model, 'reason', { label: msg('علت ارجاع', { id: 'console.reason' }), hint: msg('شهروند هم این را می‌بیند.', { id: 'console.reason.hint' }) },
    msg('علت را بنویسید.', { id: 'console.reason.missing' }), 3)}
  ${text(model, 'reasonBasis', { label: msg('به استناد', { id: 'console.basis' }), optional: msg('اختیاری', { id: 'console.optional' }) }, '')}
`;
