import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { QuestionField } from '../../../contract/question.ts';
import type { StaffCase } from '../../../contract/staff.ts';
import { described, describedBy, field, fieldset, type FieldView } from '../../../core/controls/field.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { choicesFault, fieldsAgain, mostFields, newField, ownKinds, withKind, type OwnKind } from '../model/asked-fields.ts';
import type { CaseModel } from '../model/case.ts';
import { askPreview } from './ask-preview.ts';

/** What a question asks for besides words: what the request's own form has, once more, and fields that the expert names. */
export function askFields(locale: Locale, model: CaseModel, shown: StaffCase): TemplateResult {
  const { draft, port: { update } } = model;
  const full = draft.again.length + draft.own.length >= mostFields;
  const wrong = draft.again.some(({ id }) => draft.refused.has(id));
  return html`
    <details class="ask-again" .open=${wrong ? live(true) : draft.again.length > 0}>
      <summary>${msg('دوباره خواستن بخشی از همین فرم', { id: 'console.ask.again' })}${draft.again.length ? html` <b>(${formatNumber(locale, draft.again.length)})</b>` : nothing}</summary>
      ${fieldset({ id: 'draft-again', label: msg('شهروند همین‌ها را دوباره می‌نویسد یا می‌فرستد', { id: 'console.ask.again.label' }) }, html`<div class="choices">${fieldsAgain(shown.form).map((one) => {
        const chosen = draft.again.some(({ id }) => id === one.id);
        const why = chosen ? draft.refused.get(one.id) : undefined;
        const view: FieldView = { id: `again-${one.id}`, label: '', ...(why && { error: refusedText(locale, why.code) }) };
        return described(view, html`<label class="choice"><input type="checkbox" aria-describedby=${describedBy(view)} aria-invalid=${why ? 'true' : nothing} .checked=${live(chosen)} ?disabled=${full && !chosen} @change=${() => {
          draft.again = chosen ? draft.again.filter(({ id }) => id !== one.id) : [...draft.again, one];
          draft.refused.delete(one.id);
          update();
        }} /><span><bdi>${localText(locale, one.label)}</bdi></span></label>`);
      })}</div>`)}
    </details>
    ${repeat(draft.own, ({ id }) => id, (one, index) => ownField(locale, model, index))}
    <p><button class="button quiet" type="button" id="add-field" ?disabled=${full} @click=${() => {
      const added = newField();
      draft.own = [...draft.own, added];
      update();
      void model.port.focus(`#label-${added.id}`);
    }}>${msg('افزودن مدرک یا پرسش دیگر', { id: 'console.ask.add' })}</button>
      ${full ? html`<span class="soft small">${msg(str`بیش از ${formatNumber(locale, mostFields)} مورد در یک پرسش جا نمی‌شود.`, { id: 'console.ask.full' })}</span>` : nothing}</p>
    ${askPreview(locale, model, shown)}
  `;
}

function ownField(locale: Locale, model: CaseModel, index: number): TemplateResult {
  const { draft, port: { update } } = model;
  const one = draft.own[index]!;
  const number = formatNumber(locale, index + 1);
  const put = (next: typeof one) => {
    draft.own = draft.own.map((each, at) => (at === index ? next : each));
    draft.refused.delete(one.id);
    update();
  };
  const why = draft.refused.get(one.id);
  const ofChoices = one.type === 'choice' && (why?.part === 'options' || why?.code === 'choiceWithoutOptions' || why?.code === 'duplicateOption');
  const refused = why && refusedText(locale, why.code);
  const unnamed = draft.missing.has('own') && !one.label.fa.trim();
  const wrongLabel = unnamed ? msg('نام آن را بنویسید.', { id: 'console.ask.what.missing' }) : ofChoices ? undefined : refused;
  const label: FieldView = { id: `label-${one.id}`, label: msg(str`مورد ${number}: چه می‌خواهید؟`, { id: 'console.ask.what' }), error: wrongLabel };
  const kind: FieldView = { id: `kind-${one.id}`, label: msg(str`مورد ${number}: نوع پاسخ`, { id: 'console.ask.kind' }) };
  return html`<div class="own-field">
    ${field(label, html`<input class="input" id=${label.id} type="text" maxlength="300" dir="auto" aria-describedby=${describedBy(label)} aria-invalid=${wrongLabel ? 'true' : nothing} .value=${live(one.label.fa)}
      @input=${(event: InputEvent) => put({ ...one, label: { fa: (event.target as HTMLInputElement).value } })} />`)}
    ${field(kind, html`<select class="input" id=${kind.id} @change=${(event: Event) => put(withKind(one, (event.target as HTMLSelectElement).value as OwnKind, draft.lines.get(one.id)))}>
      ${ownKinds.map((each) => html`<option value=${each} ?selected=${one.type === each}>${kindText(each)}</option>`)}</select>`)}
    ${one.type === 'choice' ? choices(model, one, number, (draft.missing.has('own') && choicesText(one)) || (ofChoices ? refused : undefined), put) : nothing}
    <div class="row">
      <label class="choice"><input type="checkbox" .checked=${live(one.required)} @change=${() => put({ ...one, required: !one.required })} /><span>${msg('پاسخ آن لازم است', { id: 'console.ask.required' })}</span></label>
      <button class="button quiet" type="button" aria-label=${msg(str`برداشتن مورد ${number}`, { id: 'console.ask.removeName' })} @click=${() => {
        draft.own = draft.own.filter(({ id }) => id !== one.id);
        draft.lines.delete(one.id);
        update();
        void model.port.focus('#add-field');
      }}>${msg('برداشتن', { id: 'file.remove' })}</button>
    </div>
  </div>`;
}

function choices({ draft }: CaseModel, one: QuestionField, number: string, error: string | undefined, put: (next: QuestionField) => void): TemplateResult {
  const view: FieldView = { id: `choices-${one.id}`, label: msg(str`مورد ${number}: گزینه‌ها`, { id: 'console.ask.choices' }), hint: msg('هر گزینه را در یک خط بنویسید.', { id: 'console.ask.choices.hint' }), error };
  return field(view, html`<textarea class="input" id=${view.id} rows="4" maxlength="4000" dir="auto" aria-describedby=${describedBy(view)} aria-invalid=${error ? 'true' : nothing} .value=${live(draft.lines.get(one.id) ?? '')}
    @input=${(event: InputEvent) => {
      const { value } = event.target as HTMLTextAreaElement;
      draft.lines.set(one.id, value);
      put(withKind(one, 'choice', value));
    }}></textarea>`);
}

function choicesText(one: QuestionField): string | undefined {
  switch (choicesFault(one)) {
    case 'few': return msg('دست‌کم دو گزینه بنویسید، هر کدام در یک خط.', { id: 'console.ask.choices.few' });
    case 'same': return msg('دو گزینه مانند هم است؛ یکی را بردارید.', { id: 'console.ask.choices.same' });
    default: return undefined;
  }
}

/** Why the gateway did not take a field. */
function refusedText(locale: Locale, code: string): string {
  switch (code) {
    case 'too_big': return msg(str`این نوشته دراز است؛ دست بالا ${formatNumber(locale, 300)} نویسه بنویسید.`, { id: 'console.ask.refused.long' });
    case 'too_small': return msg('این جا خالی مانده است.', { id: 'console.ask.refused.empty' });
    case 'duplicateId': return msg('این مورد دو بار خواسته شده است؛ یکی را بردارید.', { id: 'console.ask.refused.twice' });
    default: return msg('میز خدمت این مورد را نپذیرفت؛ آن را تغییر دهید یا بردارید.', { id: 'console.ask.refused' });
  }
}

function kindText(kind: OwnKind): string {
  switch (kind) {
    case 'file': return msg('سند یا عکس', { id: 'console.ask.kind.file' });
    case 'text': return msg('یک خط نوشته', { id: 'console.ask.kind.text' });
    case 'number': return msg('عدد', { id: 'console.ask.kind.number' });
    case 'date': return msg('تاریخ', { id: 'console.ask.kind.date' });
    case 'yesNo': return msg('بله یا خیر', { id: 'console.ask.kind.yesNo' });
    case 'choice': return msg('یکی از چند گزینه', { id: 'console.ask.kind.choice' });
    case 'mobile': return msg('تلفن همراه', { id: 'console.ask.kind.mobile' });
    case 'nationalId': return msg('کد ملی', { id: 'console.ask.kind.nationalId' });
  }
}
