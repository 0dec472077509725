import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { field, fieldset, type FieldView } from '../../../core/controls/field.ts';
import { alertIcon, sendIcon } from '../../../core/icons.ts';
import { formatDay, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { RatingReason } from '../../../contract/rating.ts';
import { firstQuestions, moreQuestions, type Question } from '../../../rules/survey.ts';
import type { Rating, RatingFault } from './rating.ts';
import { questionHint, questionText, reasonTexts, scoreTexts } from './words.ts';

export interface FormModel {
  locale: Locale;
  /** The gateway's present. */
  now: Date;
  rating: Rating;
  /** Title of the service of a request; absent where a service is rated without one. */
  service?: string;
  /** Until when an objection to the answer is taken; absent where none is. */
  objectUntil?: string;
  /** A code goes to the filed number before it is sent. */
  proves: boolean;
  onChange(): void;
  onMore(): void;
  onSend(): void;
}

/** Two questions, the others behind one press, reasons where a score is low, and an objection where a reason calls for one. */
export function formView(model: FormModel): TemplateResult {
  const { rating, locale } = model;
  const { fault } = rating;
  return html`
    <section class="survey" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${model.service ? msg('کارتان چطور پیش رفت؟', { id: 'rate.title' }) : msg('این خدمت چطور بود؟', { id: 'rate.free.title' })}</h2>
      ${model.service ? html`<p class="soft">${model.service}</p>` : nothing}
      <p class="soft small intro">${msg('دو پرسش، بیست ثانیه.', { id: 'rate.intro' })}</p>
      ${rating.questions.map((question) => scale(model, question))}
      ${rating.more
        ? nothing
        : html`<button class="button quiet more" type="button" @click=${() => model.onMore()}>${msg(str`${formatNumber(locale, moreQuestions.length)} پرسش دیگر، اگر وقت دارید`, { id: 'rate.more' })}</button>`}
      ${rating.asksReasons ? reasons(model) : nothing}
      ${rating.mayObject && (model.objectUntil || rating.words) ? objection(model) : nothing}
      ${fault && fault.kind !== 'empty' ? html`<p class="note bad told" id="fault" role="alert" tabindex="-1">${alertIcon}<span>${faultText(locale, fault)}</span></p>` : nothing}
      ${model.proves ? html`<p class="soft small">${msg('پس از این دکمه یک کد شش‌رقمی به شماره‌ای که هنگام ثبت نوشتید پیامک می‌شود، تا فقط خودتان درباره درخواستتان نظر بدهید.', { id: 'rate.proves' })}</p>` : nothing}
      <button class="button primary" type="button" aria-disabled=${rating.sending ? 'true' : nothing} @click=${() => model.onSend()}>${sendIcon}${rating.sending
        ? msg('می‌فرستیم…', { id: 'track.reply.sending' })
        : rating.input(!!model.objectUntil)?.objection
          ? msg('نظر و اعتراض را بفرستید', { id: 'rate.sendBoth' })
          : msg('نظرتان را بفرستید', { id: 'rate.send' })}</button>
    </section>
  `;
}

function scale({ rating, onChange }: FormModel, question: Question): TemplateResult {
  const empty = rating.fault?.kind === 'empty' && question === firstQuestions[0];
  return fieldset(
    {
      id: question, label: questionText(question), hint: questionHint(question),
      error: empty ? msg('دست‌کم به یکی از پرسش‌ها نمره بدهید، بعد بفرستید.', { id: 'rate.empty' }) : undefined,
    },
    html`<div class="scale">${scoreTexts().map((text, index) => {
      const score = index + 1;
      const chosen = rating.answers[question] === score;
      return html`<label class="score ${chosen ? 'chosen' : ''}"><input type="radio" name=${question} value=${score} .checked=${chosen} @change=${() => {
        rating.score(question, score);
        onChange();
      }} /><span>${text}</span></label>`;
    })}</div>`,
  );
}

function reasons({ rating, onChange }: FormModel): TemplateResult {
  return fieldset(
    { id: 'reasons', label: msg('چه چیزی خوب نبود؟', { id: 'rate.reasons' }), hint: msg('هر چند تا که می‌خواهید؛ می‌توانید هیچ‌کدام را نزنید.', { id: 'rate.reasons.hint' }) },
    html`<div class="reasons">${reasonTexts().map(([reason, text]) => html`<label class="reason"><input type="checkbox" value=${reason} .checked=${rating.reasons.includes(reason)} @change=${(event: Event) => {
      rating.choose(toggled(rating.reasons, reason, (event.target as HTMLInputElement).checked));
      onChange();
    }} /><span>${text}</span></label>`)}</div>`,
  );
}

const toggled = (reasons: RatingReason[], reason: RatingReason, chosen: boolean): RatingReason[] =>
  chosen ? [...reasons, reason] : reasons.filter((each) => each !== reason);

function objection({ rating, objectUntil, locale, now, onChange }: FormModel): TemplateResult {
  const view: FieldView = {
    id: 'objection', label: msg('با چه موافق نیستید و چرا؟', { id: 'track.object.words' }), optional: msg('اگر اعتراض دارید', { id: 'rate.objection.optional' }),
  };
  return html`<div class="objection">
    <p>${objectUntil
      ? msg(str`می‌توانید همین‌جا به پاسخ اعتراض کنید. اعتراض به مسئول بالاتر می‌رسد، نه به کسی که پاسخ داد؛ کد رهگیری همان است. مهلت: تا ${formatDay(locale, objectUntil, now)}.`, { id: 'rate.objection.meaning' })
      : msg('مهلت اعتراض تمام شده است و اعتراض فرستاده نمی‌شود. نوشته شما همین‌جاست تا آن را بردارید.', { id: 'rate.objection.over' })}</p>
    ${field(view, html`<textarea class="input" id="objection" rows="4" maxlength="4000" dir="auto" .value=${rating.words} @input=${(event: InputEvent) => {
      rating.write((event.target as HTMLTextAreaElement).value);
      onChange();
    }}></textarea>`)}
  </div>`;
}

function faultText(locale: Locale, { kind, seconds }: RatingFault): string {
  switch (kind) {
    case 'windowOver': return msg('مهلت اعتراض در این میان تمام شد. نظر شما هنوز پذیرفته می‌شود: دوباره بفرستید.', { id: 'rate.windowOver' });
    case 'gone': return msg('این خدمت دیگر در فهرست نیست و نظری برای آن گرفته نمی‌شود.', { id: 'rate.free.gone' });
    case 'limited': return msg(str`از اینجا چند بار پشت هم نظر فرستاده شد. ${formatNumber(locale, Math.max(1, Math.ceil((seconds ?? 60) / 60)))} دقیقه دیگر دوباره بفرستید؛ نمره‌ها سر جایشان است.`, { id: 'rate.limited' });
    case 'unreachable': return msg('نظرتان نرفت. نمره‌ها سر جایشان است؛ اینترنت را ببینید و دوباره بفرستید.', { id: 'rate.unreachable' });
    default: return msg('نظرتان نرفت؛ اشکال از ماست. نمره‌ها سر جایشان است؛ چند دقیقه دیگر دوباره بفرستید.', { id: 'rate.broken' });
  }
}
