import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { textInput } from '../../../core/controls/text-input.ts';
import { spanText, whenText } from '../../../core/facts/clock.ts';
import { alertIcon, infoIcon, sendIcon } from '../../../core/icons.ts';
import { formatNumber, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Proving, ProvingFault } from '../form/filling.ts';
import { readCode } from '../form/proving.ts';
import { stepOf } from '../form/raw.ts';
import { prove, resendCode } from '../form/sending.ts';
import type { FormModel } from './model.ts';

const field = 'prove-code';

/** The one step that is left after a request was accepted: the code that went to its mobile number. */
export function provingView(model: FormModel, proving: Proving): TemplateResult {
  const { locale, filling, now, pieces: { drafts } } = model;
  const { keeper, host } = filling;
  const rest = proving.wait.seconds;
  const error = proving.fault && atField(proving.fault) ? faultText(model, proving.fault) : undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!proving.busy && (await prove(filling))) model.focusId(field);
  };
  const resend = async () => {
    if (rest > 0 || proving.busy) return;
    if (!(await resendCode(filling)) && filling.proving) model.say(() => msg('کد تازه پیامک شد.', { id: 'prove.resent' }));
    model.focusId(field);
  };
  return html`
    <p class="soft small service">${filling.offering.title}</p>
    ${keeper?.elsewhere === 'filed' ? drafts?.notes(model) : nothing}
    <form novalidate @submit=${submit} aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${msg('یک گام مانده: کد پیامکی', { id: 'prove.title' })}</h2>
      <p class="measure intro">${msg(html`${model.thing} شما رسید و نزد میز خدمت نگه داشته شده، اما هنوز ثبت نشده است. کد شش‌رقمی را که به <bdi dir="ltr" translate="no">${numberOf(model)}</bdi> پیامک شد بنویسید تا ثبت شود و کد رهگیری و تاریخ پاسخ را ببینید.`, { id: 'prove.text' })}</p>
      ${proving.anew ? html`<div class="note warn told" role="status">${infoIcon}<p>${msg('کد پیشین دیگر به کار نمی‌آید. کد تازه‌ای پیامک شد.', { id: 'prove.anew' })}</p></div>` : nothing}
      ${textInput({
        id: field, label: msg('کد پیامکی', { id: 'prove.code' }), value: proving.otp, error,
        hint: msg(str`هر کد تا ${formatNumber(locale, proving.validSeconds / 60)} دقیقه پذیرفته می‌شود.`, { id: 'prove.hint' }),
        ltr: true, inputmode: 'numeric', autocomplete: 'one-time-code', size: 10,
        onInput: (text) => {
          // Of a whole message that was pasted its code stays.
          proving.otp = text.length > 6 ? readCode(text) : text;
          proving.fault = undefined;
          host.requestUpdate();
        },
      })}
      ${proving.fault && !error ? html`<div class="note warn told" role="alert">${alertIcon}<p>${faultText(model, proving.fault)}</p></div>` : nothing}
      <div class="row actions">
        <button type="submit" class="button primary" aria-disabled=${proving.busy ? 'true' : 'false'}>${sendIcon}${proving.busy
          ? msg('در حال فرستادن…', { id: 'form.sending' })
          : msg(str`ثبت ${model.thing}`, { id: 'prove.file' })}</button>
        <button type="button" class="button" aria-disabled=${rest > 0 || proving.busy ? 'true' : 'false'} @click=${resend}>${rest > 0
          ? html`<span>${msg(html`کد تازه تا <bdi dir="ltr">${clockText(locale, rest)}</bdi> دیگر`, { id: 'prove.wait' })}</span>`
          : msg('کد تازه بفرستید', { id: 'prove.resend' })}</button>
      </div>
      <p class="prove-more"><button type="button" class="link" aria-disabled=${proving.busy ? 'true' : 'false'} @click=${() => !proving.busy && changeNumber(model)}>${msg('شماره درست نیست؟ عوضش کنید', { id: 'prove.change' })}</button></p>
      <details class="small">
        <summary>${msg('پیامک نرسید؟', { id: 'prove.help' })}</summary>
        <ul class="prove-help">
          <li>${msg('گاهی پیامک چند دقیقه دیر می‌رسد. تلفن باید روشن باشد و آنتن داشته باشد.', { id: 'prove.help.late' })}</li>
          <li>${msg('اگر نرسید، کد تازه بگیرید. کدی که دیر برسد هم تا پایان وقت خودش پذیرفته می‌شود.', { id: 'prove.help.again' })}</li>
          <li>${msg('اگر شماره اشتباه است یا پیامک نمی‌گیرد، شماره همراه دیگری بنویسید. بقیه نوشته‌ها سر جایش می‌ماند.', { id: 'prove.help.other' })}</li>
        </ul>
      </details>
      <p class="soft small">${msg(str`${model.thing} تا ${whenText(locale, proving.until, now)} منتظر کد می‌ماند و اگر ثبت نشود پاک می‌شود. مهلت پاسخ از لحظه ثبت شمرده می‌شود.`, { id: 'prove.until' })}
        ${keeper && !keeper.failed
          ? msg('می‌توانید این صفحه را ببندید و پیش از آن با همین دستگاه به همین فرم برگردید.', { id: 'prove.comeBack' })
          : msg('تا ثبت شدن، این صفحه را نبندید.', { id: 'prove.stay' })}</p>
    </form>
    ${drafts?.draftLine(model) ?? nothing}
  `;
}

/** As it was sent, in groups: a slip is seen at once. */
function numberOf({ locale, filling: { attempt, session } }: FormModel): string {
  const mobile = attempt?.body.answers[session.definition.contactField];
  return typeof mobile === 'string' ? localDigits(locale, mobile.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1\u00a0$2\u00a0$3')) : '';
}

/** Back to the number, with all else as it is. What is sent then takes the place of what was accepted. */
function changeNumber({ filling, focusField }: FormModel): void {
  const { session } = filling;
  const { contactField } = session.definition;
  session.go(stepOf(session.definition, contactField) ?? session.steps[0]!.id, true);
  filling.proving = undefined;
  filling.touched();
  focusField(contactField);
}

/** «۱:۰۵» */
const clockText = (locale: Locale, seconds: number): string =>
  `${formatNumber(locale, Math.floor(seconds / 60))}:${formatNumber(locale, Math.floor((seconds % 60) / 10))}${formatNumber(locale, seconds % 10)}`;

const atField = ({ kind }: ProvingFault): boolean => kind !== 'unreachable' && kind !== 'refused' && kind !== 'limited';

function faultText({ locale, thing }: FormModel, fault: ProvingFault): string {
  switch (fault.kind) {
    case 'empty': return msg('کدی را که پیامک شد بنویسید.', { id: 'prove.empty' });
    case 'digits': return msg('کد پیامکی شش رقم است. همه را بنویسید.', { id: 'prove.digits' });
    case 'wrong': return msg(str`این کد درست نیست. آخرین پیامک را ببینید؛ ${formatNumber(locale, fault.left)} بار دیگر می‌توانید بنویسید.`, { id: 'prove.wrong' });
    case 'spent': return msg('این کد دیگر پذیرفته نمی‌شود: وقتش گذشته یا چند بار نادرست نوشته شده است. کد تازه بگیرید.', { id: 'prove.spent' });
    case 'limited': return msg(str`چند بار پشت هم خواسته شد. ${spanText(locale, fault.seconds * 1000)} دیگر دوباره بزنید.`, { id: 'carry.limited' });
    case 'unreachable': return msg(str`به میز خدمت نرسیدیم. ${thing} شما آنجا نگه داشته شده است و دو بار ثبت نمی‌شود. همین که وصل شویم کار خودش ادامه می‌یابد.`, { id: 'prove.unreachable' });
    case 'refused': return msg(str`این ${thing} اکنون ثبت نمی‌شود. نوشته‌هایتان سر جایش است؛ کمی بعد دوباره بزنید یا به دستگاه مراجعه کنید.`, { id: 'prove.refused' });
  }
}
