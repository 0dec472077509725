/** What lists of requests tell of each in a word or two; the page of one request says the same in whole sentences of its own. */
import { msg, str } from '@lit/localize';
import type { RequestState } from '../../contract/request.ts';
import type { Locale } from '../../i18n/locale.ts';
import { spanText } from './clock.ts';

/** State of a request in a word or two. Call while rendering. */
export function stateText(state: RequestState | string): string {
  switch (state) {
    case 'submitted': return msg('تازه رسیده', { id: 'state.submitted' });
    case 'inReview': return msg('در حال بررسی', { id: 'state.inReview' });
    case 'waitingCitizen': return msg('منتظر شهروند', { id: 'state.waitingCitizen' });
    case 'waitingAgency': return msg('منتظر واحد دیگر', { id: 'state.waitingAgency' });
    case 'answered': return msg('پاسخ داده شده', { id: 'state.answered' });
    case 'closed': return msg('بسته', { id: 'state.closed' });
    case 'withdrawn': return msg('پس گرفته شده', { id: 'state.withdrawn' });
    default: return msg('در جریان', { id: 'state.other' });
  }
}

/** «۲ روز مانده», «۳ روز دیر شده». Call while rendering. */
export function remainingText(locale: Locale, dueAt: string, now: Date): string {
  const left = Date.parse(dueAt) - now.getTime();
  const span = spanText(locale, left);
  return left >= 0 ? msg(str`${span} مانده`, { id: 'clock.left' }) : msg(str`${span} دیر شده`, { id: 'clock.late' });
}
