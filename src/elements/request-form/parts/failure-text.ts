import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { SameMatter, SendFailure } from '../form/filling.ts';
import type { FormModel } from './model.ts';

/** The minute by whose end it has gone. */
const clockTime = (locale: Locale, at: number): string => formatTime(locale, new Date(Math.ceil(at / 60_000) * 60_000));

type Told = Exclude<SendFailure, SameMatter>;

/** Why the request is not filed, that nothing is lost, and what happens next. */
export const sendFailure = (model: FormModel, failure: Told): TemplateResult => html`${sendFailureText(model, failure)}
  ${model.filling.waiting
    ? html`<button type="button" class="link" @click=${() => {
        // Changes nothing else; the focus was on this button, which goes.
        model.filling.touched();
        model.focusHeading();
      }}>${msg('فعلاً نفرستید', { id: 'send.stop' })}</button>`
    : nothing}`;

function sendFailureText(model: FormModel, failure: Told): string {
  const { thing, filling: { keeper, waiting } } = model;
  const onDevice = keeper && !keeper.failed;
  const kept = onDevice
    ? msg('نوشته‌هایتان روی همین دستگاه مانده است.', { id: 'send.kept' })
    : msg('نوشته‌هایتان همین‌جا مانده است؛ این صفحه را نبندید.', { id: 'send.keptHere' });
  const next = waiting
    ? onDevice
      ? msg(str`${thing} همین‌جا منتظر می‌ماند و همین که وصل شویم خودش فرستاده می‌شود. اگر این صفحه را ببندید، وقتی دوباره بازش کنید فرستاده می‌شود. کد رهگیری پس از ثبت می‌آید.`, { id: 'send.waits' })
      : msg(str`${thing} همین‌جا منتظر می‌ماند و همین که وصل شویم خودش فرستاده می‌شود. تا آن وقت این صفحه را نبندید. کد رهگیری پس از ثبت می‌آید.`, { id: 'send.waitsHere' })
    : msg(str`${kept} دوباره بفرستید؛ دو بار ثبت نمی‌شود.`, { id: 'send.again' });
  switch (failure.kind) {
    case 'filesOnTheWay': return msg('فایلی هنوز نرسیده است. صبر کنید تا برسد، یا آن را بردارید.', { id: 'send.filesOnTheWay' });
    case 'unreachable':
      return msg(str`به میز خدمت وصل نشدیم. چیزی از دست نرفته: ${next}`, { id: 'send.unreachable' });
    case 'malformed':
      return msg(str`پاسخ میز خدمت خوانده نشد. ${next}`, { id: 'send.malformed' });
    case 'problem':
      switch (failure.code) {
        case 'rate.limited': case 'work.needed':
          return msg(str`درخواست‌های زیادی از اینجا رسیده است. ساعت ${clockTime(model.locale, failure.goesAt!)} خودش فرستاده می‌شود. ${kept}`, { id: 'send.limitedUntil' });
        case 'offering.notOnline': case 'offering.notFound':
          return msg('این خدمت دیگر اینترنتی گرفته نمی‌شود. به دستگاه مراجعه کنید.', { id: 'send.notOnline' });
        case 'upload.notFound':
          return msg('فایلی که فرستاده بودید دیگر نزد ما نیست. به گام مدارک برگردید و دوباره انتخابش کنید.', { id: 'send.fileGone' });
        case 'form.changed':
          return msg(str`این فرم همین حالا عوض شد و تازه‌اش باز نشد. ${kept} دوباره بفرستید.`, { id: 'send.formChanged' });
        case 'input.tooLarge':
          return msg('نوشته‌ها بلندتر از اندازه است. کوتاه‌ترشان کنید و دوباره بفرستید.', { id: 'send.tooLarge' });
        case 'idempotency.mismatch':
          return msg(str`این ${thing} پیش‌تر با پاسخ‌های دیگری ثبت شده است. کد رهگیری در پیامک‌های شماست.`, { id: 'send.filedBefore' });
        default:
          return failure.code.startsWith('server.')
            ? msg(str`میز خدمت اکنون پاسخ نمی‌دهد. ${next}`, { id: 'send.server' })
            : msg(str`${thing} پذیرفته نشد. ${kept} پاسخ‌ها را ببینید و دوباره بفرستید.`, { id: 'send.refused' });
      }
  }
}
