import { msg, str } from '@lit/localize';
import type { RequestStatus } from '../../../contract/request.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText } from '../../../core/facts/place.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** Who the request is with: the unit, or the agency where no unit is named. */
export const holderName = (locale: Locale, { holder, agency }: Pick<RequestStatus, 'holder' | 'agency'>): string =>
  isolated(locale, localText(locale, (holder ?? agency).name));

/** Where the request stands, in one sentence: the heading. */
export function stateSentence(locale: Locale, status: RequestStatus): string {
  const holder = holderName(locale, status);
  switch (status.state) {
    case 'submitted': return msg(str`پرونده به «${holder}» رسیده و در نوبت است`, { id: 'track.submitted' });
    case 'inReview': return msg(str`پرونده دست «${holder}» است`, { id: 'track.inReview' });
    case 'waitingCitizen': return msg('پرونده منتظر پاسخ شماست', { id: 'track.waitingCitizen' });
    case 'waitingAgency': return msg(str`پرونده دست «${holder}» است و از واحد دیگری پاسخ می‌خواهد`, { id: 'track.waitingAgency' });
    case 'answered':
    case 'closed': return answeredSentence(status.outcome);
    case 'withdrawn': return msg('این درخواست پس گرفته شده است', { id: 'track.withdrawn' });
    default: return msg(str`پرونده در «${holder}» در جریان است`, { id: 'track.otherState' });
  }
}

function answeredSentence(outcome: RequestStatus['outcome']): string {
  switch (outcome) {
    case 'done': return msg('درخواست شما انجام شد', { id: 'track.done' });
    case 'partlyDone': return msg('بخشی از درخواست شما انجام شد', { id: 'track.partlyDone' });
    case 'rejected': return msg('درخواست شما پذیرفته نشد', { id: 'track.rejected' });
    case 'referredOut': return msg('کار شما با دستگاه دیگری است', { id: 'track.referredOut' });
    case 'duplicate': return msg('این درخواست پیش‌تر ثبت شده بود', { id: 'track.duplicate' });
    default: return msg('به درخواست شما پاسخ داده شد', { id: 'track.answered' });
  }
}

/** What comes next, and what the citizen can do. Undefined when nothing comes any more. */
export function nextSentence({ state, clock }: RequestStatus): string | undefined {
  switch (state) {
    case 'submitted': return msg('یک کارشناس پرونده را برمی‌دارد و بررسی می‌کند. اگر چیزی لازم باشد، پیامک می‌دهیم.', { id: 'track.next.submitted' });
    case 'inReview': return msg('کارشناس پاسخ را می‌نویسد و پیامک آن به شما می‌رسد. اگر چیزی کم باشد، از شما می‌پرسد.', { id: 'track.next.inReview' });
    case 'waitingCitizen':
      return clock.state === 'paused'
        ? msg('پرسش کارشناس را پایین همین صفحه بخوانید و پاسخ دهید. تا آن وقت، شمارش مهلت ایستاده است.', { id: 'track.next.waitingPaused' })
        : msg('پرسش کارشناس را پایین همین صفحه بخوانید و پاسخ دهید تا پرونده جلو برود.', { id: 'track.next.waiting' });
    case 'waitingAgency': return msg('وقتی پاسخ آن واحد برسد، کارشناس کار شما را ادامه می‌دهد. لازم نیست جایی بروید.', { id: 'track.next.waitingAgency' });
    case 'answered':
    case 'closed': return msg('متن پاسخ را پایین همین صفحه، با کد پیامکی، باز کنید.', { id: 'track.next.answered' });
    case 'withdrawn': return undefined;
    default: return msg('هر تازه‌ای باشد، همین‌جا می‌بینید.', { id: 'track.next.other' });
  }
}
