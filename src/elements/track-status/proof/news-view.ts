import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NewsChoices, SameBySms } from '../../../contract/news.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { bySmsText } from '../../../core/facts/same-by-sms.ts';
import { alertIcon, checkIcon } from '../../../core/icons.ts';
import { otpLength } from '../../../core/proof/fault.ts';
import { faultText as otpFaultText, resendButton } from '../../../core/proof/otp-form.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { AlertWords } from '../more/alerts.ts';
import type { News, SmsChoice } from './news.ts';

/** How news of this request come, and what may be changed about it. */
export function newsView(news: News, choices: NewsChoices | undefined): TemplateResult | typeof nothing {
  if (!choices) return nothing;
  return html`
    <details class="news no-print">
      <summary><h3>${msg('خبرها چگونه برسد', { id: 'track.news' })}</h3> <span class="soft small">${waysText(news, choices)}</span></summary>
      ${smsView(news, choices)}
      ${choices.email ? emailView(news, choices.email) : nothing}
      ${alertView(news)}
      ${choices.sms || choices.email?.confirmed
        ? nothing
        : html`<p class="note warn">${msg('پیامک و ایمیل هر دو خاموش است. اگر کارشناس چیزی بپرسد خبردار نمی‌شوید و کار می‌ماند؛ خودتان با کد رهگیری سر بزنید.', { id: 'track.news.none' })}</p>`}
    </details>
  `;
}

function waysText(news: News, { sms, email }: NewsChoices): string {
  const ways = [
    ...(sms ? [msg('پیامک', { id: 'track.news.sms' })] : []),
    ...(email?.confirmed ? [msg('ایمیل', { id: 'track.news.email' })] : []),
    ...(news.alerts === 'on' ? [msg('همین مرورگر', { id: 'track.news.alert' })] : []),
  ];
  return ways.join(' · ') || msg('هیچ‌کدام', { id: 'track.news.no' });
}

function smsView(news: News, { sms, email }: NewsChoices): TemplateResult {
  return html`
    <div class="way">
      ${tick(news, 'sms', sms, html`<b>${msg('پیامک', { id: 'track.news.sms' })}</b>`, msg('به شماره‌ای که درخواست با آن ثبت شد. کد یک‌بارمصرف در هر حال پیامک می‌شود.', { id: 'track.news.sms.hint' }))}
      ${!sms && email?.confirmed
        ? tick(news, 'smsInstead', email.smsInstead ?? false, msg('فقط اگر ایمیلی نرسید، همان خبر پیامک شود', { id: 'track.news.instead' }))
        : nothing}
    </div>
  `;
}

function tick(news: News, choice: SmsChoice, chosen: boolean, label: TemplateResult | string, hint?: string): TemplateResult {
  const id = `news-${choice}`;
  const fault = news.fault?.at === choice;
  const described = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-error`] : [])].join(' ');
  return html`
    <label class="tick"><input
      type="checkbox" id=${id} .checked=${live(chosen)} aria-describedby=${described || nothing} aria-disabled=${news.busy ? 'true' : nothing}
      @change=${(event: Event) => {
        const wanted = (event.target as HTMLInputElement).checked;
        if (!news.busy) void news.chooseSms(choice, wanted);
        else news.port.update();
      }}
    />${label}</label>
    ${hint ? html`<p class="soft small" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="error" id="${id}-error">${alertIcon}<span>${faultText(news)}</span></p>` : nothing}
  `;
}

function emailView(news: News, email: NonNullable<NewsChoices['email']>): TemplateResult {
  const { confirmed, waiting } = email;
  return html`
    <div class="way" id="news-email" tabindex="-1" role="group" aria-labelledby="news-email-title">
      <b id="news-email-title">${msg('ایمیل', { id: 'track.news.email' })}</b>
      ${confirmed ? html`<p>${checkIcon} ${msg(html`خبرها به ${shown(confirmed.address)} می‌رود.`, { id: 'track.news.email.to' })}</p>${undelivered(news, confirmed)}` : nothing}
      ${waiting && !news.writing
        ? codeForm(news, waiting)
        : news.writing || !confirmed
          ? addressForm(news, confirmed !== null || waiting !== null)
          : html`<div class="row">
              <button class="button quiet" type="button" @click=${() => void news.write(true)}>${msg('نشانی را عوض کنم', { id: 'track.news.email.change' })}</button>
              <button class="button quiet" type="button" aria-disabled=${news.busy ? 'true' : nothing} @click=${() => void news.removeAddress()}>${msg('دیگر ایمیل نیاید', { id: 'track.news.email.remove' })}</button>
            </div>`}
      ${news.fault?.at === 'remove' ? html`<p class="error">${alertIcon}<span>${faultText(news)}</span></p>` : nothing}
    </div>
  `;
}

const shown = (address: string): TemplateResult => html`<bdi dir="ltr" translate="no">${address}</bdi>`;

const undelivered = ({ port }: News, { undelivered, bySms }: { undelivered?: true | undefined; bySms?: SameBySms | undefined }): TemplateResult | typeof nothing =>
  undelivered
    ? html`<p class="note warn">${msg('آخرین ایمیل به این نشانی نرسید. نشانی را ببینید و اگر درست نیست عوض کنید.', { id: 'track.news.email.undelivered' })} ${bySms ? bySmsText(port.locale(), bySms, port.now()) : nothing}</p>`
    : nothing;

function addressForm(news: News, mayCancel: boolean): TemplateResult {
  const view: FieldView = {
    id: 'news-address',
    label: msg('نشانی ایمیل', { id: 'track.news.address' }),
    hint: msg('نخست کدی به آن می‌فرستیم تا خبر به نشانی دیگری نرود.', { id: 'track.news.address.hint' }),
    error: news.fault?.at === 'address' ? faultText(news) : undefined,
  };
  return html`
    <form novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void news.addAddress();
    }}>
      ${field(view, html`<input
        class="input" id="news-address" type="text" dir="ltr" inputmode="email" autocomplete="email" autocapitalize="off" spellcheck="false" maxlength="254"
        aria-describedby=${describedBy(view)} aria-invalid=${view.error ? 'true' : nothing}
        .value=${live(news.address)} @input=${(event: InputEvent) => news.type('address', (event.target as HTMLInputElement).value)}
      />`)}
      <div class="row">
        <button class="button" type="submit" aria-disabled=${news.busy ? 'true' : nothing}>${news.busy === 'address' ? msg('می‌فرستیم…', { id: 'track.reply.sending' }) : msg('کد را بفرستید', { id: 'track.news.address.send' })}</button>
        ${mayCancel ? html`<button class="button quiet" type="button" @click=${() => void news.write(false)}>${msg('نه، بماند', { id: 'track.own.cancel' })}</button>` : nothing}
      </div>
    </form>
  `;
}

function codeForm(news: News, waiting: { address: string; undelivered?: true | undefined }): TemplateResult {
  const view: FieldView = {
    id: 'news-otp',
    label: msg('کدی که ایمیل شد', { id: 'track.news.otp' }),
    hint: msg('شش رقم', { id: 'track.otp.hint' }),
    error: news.fault?.at === 'code' || news.fault?.at === 'address' ? faultText(news) : undefined,
  };
  return html`
    <p>${msg(html`کدی به ${shown(waiting.address)} رفت و ۱۵ دقیقه درست است. اگر نیست، پوشه هرزنامه را هم ببینید.`, { id: 'track.news.code' })}</p>
    ${undelivered(news, waiting)}
    <form class="otp" novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void news.proveAddress();
    }}>
      ${field(view, html`<input
        class="input otp-input" id="news-otp" type="text" dir="ltr" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" maxlength="12"
        aria-describedby=${describedBy(view)} aria-invalid=${view.error ? 'true' : nothing}
        .value=${live(news.otp)} @input=${(event: InputEvent) => news.type('otp', (event.target as HTMLInputElement).value)}
      />`)}
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${news.busy ? 'true' : nothing}>${msg('تأیید نشانی', { id: 'track.news.otp.confirm' })}</button>
        ${resendButton(news.port.locale(), news.wait, () => void news.resend())}
        <button class="button quiet" type="button" @click=${() => void news.write(true)}>${msg('نشانی دیگری دارم', { id: 'track.news.address.other' })}</button>
      </div>
    </form>
  `;
}

function alertView(news: News): TemplateResult {
  const state = news.alerts;
  const first: AlertWords = {
    title: news.port.status().offering.title, lang: news.port.locale(),
    body: msg('از این پس خبر این درخواست این‌طور به شما می‌رسد.', { id: 'track.news.alert.first' }),
  };
  return html`
    <div class="way" id="news-alert" tabindex="-1" role="group" aria-labelledby="news-alert-title">
      <b id="news-alert-title">${msg('همین مرورگر', { id: 'track.news.alert' })}</b>
      ${state === 'absent'
        ? html`<p class="soft small">${msg('این مرورگر در این صفحه اعلان نشان نمی‌دهد. پیامک یا ایمیل را نگه دارید.', { id: 'track.news.alert.absent' })}</p>`
        : state === 'denied'
          ? html`<p class="soft small">${msg('اعلان‌های این سایت در مرورگر شما بسته است. اگر می‌خواهید، در تنظیم‌های مرورگر برای همین سایت «اعلان‌ها» را مجاز کنید و برگردید.', { id: 'track.news.alert.denied' })}</p>`
          : html`
              <p class="soft small">${msg('تا این صفحه باز است، حتی وقتی صفحه دیگری را می‌بینید، خبر را نشان می‌دهد. از سرور هیچ شرکت دیگری نمی‌گذرد؛ پس با بستن صفحه تمام می‌شود.', { id: 'track.news.alert.hint' })}</p>
              ${news.unanswered ? html`<p class="soft small">${msg('مرورگر اجازه را نگرفت. دکمه را دوباره بزنید و در پرسش مرورگر «اجازه» را برگزینید.', { id: 'track.news.alert.unanswered' })}</p>` : nothing}
              <button class="button ${state === 'on' ? 'quiet' : ''}" type="button" @click=${() => void news.alertMe(state === 'on' ? undefined : first)}>${state === 'on'
                ? msg('دیگر در مرورگر خبر ندهید', { id: 'track.news.alert.off' })
                : msg('در این مرورگر هم خبر بدهید', { id: 'track.news.alert.on' })}</button>`}
    </div>
  `;
}

function faultText({ fault, port }: News): string {
  const locale = port.locale();
  switch (fault!.kind) {
    case 'empty': return fault!.at === 'code' ? msg('کدی را که ایمیل شد بنویسید.', { id: 'track.news.otp.empty' }) : msg('نشانی ایمیل خود را بنویسید.', { id: 'track.news.address.empty' });
    case 'length': return msg(str`کد ${formatNumber(locale, otpLength)} رقم است.`, { id: 'track.news.otp.length' });
    case 'wrong': return fault!.at === 'code'
      ? msg('این کد درست نیست یا زمانش گذشته است. آخرین ایمیل را ببینید یا کد دیگری بگیرید.', { id: 'track.news.otp.wrong' })
      : msg('نشانی را با حروف انگلیسی و مانند name@example.ir بنویسید.', { id: 'track.news.address.wrong' });
    default: return otpFaultText(locale, fault!);
  }
}
