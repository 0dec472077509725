import { msg, str } from '@lit/localize';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Fault } from './port.ts';

/** What happened and what to do now. Call while rendering. */
export function faultText(locale: Locale, { code, seconds }: Fault): string {
  switch (code) {
    case 'staff.signInFailed': return msg('نام کاربری یا گذرواژه درست نیست.', { id: 'console.fault.signIn' });
    case 'rate.limited':
      return msg(str`چند بار پشت هم تلاش شد. ${formatNumber(locale, Math.max(1, Math.ceil((seconds ?? 60) / 60)))} دقیقه دیگر دوباره بزنید.`, { id: 'console.fault.limited' });
    case 'staff.forbidden': return msg('نقش شما این کار را اجازه نمی‌دهد.', { id: 'console.fault.forbidden' });
    case 'request.notFound': return msg('این پرونده دیگر دست شما نیست یا هرگز نبوده است.', { id: 'console.fault.notFound' });
    case 'request.changed': return msg('همین حالا کس دیگری این پرونده را تغییر داد. نوشته شما سر جایش است؛ وضعیت تازه را ببینید و اگر هنوز لازم است، دوباره بفرستید.', { id: 'console.fault.changed' });
    case 'request.heldByOther': return msg('این کار دست همکار دیگری است. نوشته شما سر جایش است؛ برای فرستادن، نخست کار را به عهده بگیرید.', { id: 'console.fault.heldByOther' });
    case 'request.levelNeeded': return msg('پس از اعتراض شهروند، مسئول بالاتر تصمیم می‌گیرد. نوشته شما سر جایش است.', { id: 'console.fault.level' });
    case 'staff.notFound': return msg('این همکار دیگر روی این پرونده کار نمی‌کند؛ همکار دیگری را برگزینید.', { id: 'console.fault.colleague' });
    case 'transition.notAllowed': return msg('پرونده در این وضعیت، این کار را نمی‌پذیرد. نوشته شما سر جایش است.', { id: 'console.fault.transition' });
    case 'staff.unitNotFound': return msg('این واحد دیگر در فهرست نیست؛ واحد دیگری را برگزینید.', { id: 'console.fault.unit' });
    case 'input.invalid': return msg('میز خدمت چیزی از این فرم را نپذیرفت؛ دوباره نگاهش کنید.', { id: 'console.fault.invalid' });
    case 'unreachable': return msg('به میز خدمت نرسیدیم. چیزی از دست نرفته؛ شبکه را ببینید و دوباره بزنید.', { id: 'console.fault.unreachable' });
    default: return msg('میز خدمت درست پاسخ نداد. چیزی از دست نرفته؛ چند دقیقه دیگر دوباره بزنید.', { id: 'console.fault.broken' });
  }
}
