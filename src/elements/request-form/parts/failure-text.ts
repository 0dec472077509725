import { msg, str } from '@lit/localize';
import { spanText } from '../../../core/facts/clock.ts';
import type { SendFailure } from '../form/filling.ts';
import type { FormModel } from './model.ts';

/** Why the request is not filed, and that nothing is lost. */
export function sendFailureText(model: FormModel, failure: SendFailure): string {
  const kept = model.filling.keeper && !model.filling.keeper.failed
    ? msg('نوشته‌هایتان روی همین دستگاه مانده است.', { id: 'send.kept' })
    : msg('نوشته‌هایتان همین‌جا مانده است؛ این صفحه را نبندید.', { id: 'send.keptHere' });
  switch (failure.kind) {
    case 'filesOnTheWay': return msg('هنوز فایلی در راه است. تا رسیدن آن کمی صبر کنید.', { id: 'send.filesOnTheWay' });
    case 'unreachable':
      return msg(str`به میز خدمت وصل نشدیم. چیزی از دست نرفته: ${kept} دوباره بفرستید؛ دو بار ثبت نمی‌شود.`, { id: 'send.unreachable' });
    case 'malformed':
      return msg(str`پاسخ میز خدمت خوانده نشد. ${kept} دوباره بفرستید؛ دو بار ثبت نمی‌شود.`, { id: 'send.malformed' });
    case 'problem':
      switch (failure.code) {
        case 'rate.limited':
          return failure.retryAfter
            ? msg(str`درخواست‌های زیادی از اینجا رسیده است. ${spanText(model.locale, failure.retryAfter * 1000)} دیگر دوباره بفرستید. ${kept}`, { id: 'send.limitedFor' })
            : msg(str`درخواست‌های زیادی از اینجا رسیده است. چند دقیقه دیگر دوباره بفرستید. ${kept}`, { id: 'send.limited' });
        case 'offering.notOnline': case 'offering.notFound':
          return msg('این خدمت دیگر اینترنتی گرفته نمی‌شود. به دستگاه مراجعه کنید.', { id: 'send.notOnline' });
        case 'upload.notFound':
          return msg('فایلی که فرستاده بودید دیگر نزد ما نیست. به گام مدارک برگردید و دوباره انتخابش کنید.', { id: 'send.fileGone' });
        case 'form.changed':
          return msg(str`این فرم همین حالا عوض شد و تازه‌اش باز نشد. ${kept} دوباره بفرستید.`, { id: 'send.formChanged' });
        case 'input.tooLarge':
          return msg('نوشته‌ها بلندتر از اندازه است. کوتاه‌ترشان کنید و دوباره بفرستید.', { id: 'send.tooLarge' });
        default:
          return failure.code.startsWith('server.')
            ? msg(str`میز خدمت اکنون پاسخ نمی‌دهد. ${kept} کمی بعد دوباره بفرستید؛ دو بار ثبت نمی‌شود.`, { id: 'send.server' })
            : msg(str`درخواست پذیرفته نشد. ${kept} پاسخ‌ها را ببینید و دوباره بفرستید.`, { id: 'send.refused' });
      }
  }
}
