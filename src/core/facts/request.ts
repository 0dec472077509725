import { msg, str } from '@lit/localize';
import type { Clock } from '../../contract/clock.ts';
import type { Outcome, TimelineEntry } from '../../contract/request.ts';
import { formatDay, formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { spanText } from './clock.ts';
import { isolated } from './isolate.ts';
import { localText } from './place.ts';

/** The outcome of an answer in a word or two; one that this version does not know is named plainly. Call while rendering. */
export function outcomeText(outcome: Outcome | string): string {
  switch (outcome) {
    case 'done': return msg('انجام شد', { id: 'outcome.done' });
    case 'partlyDone': return msg('بخشی انجام شد', { id: 'outcome.partlyDone' });
    case 'rejected': return msg('پذیرفته نشد', { id: 'outcome.rejected' });
    case 'referredOut': return msg('کار دستگاه دیگری است', { id: 'outcome.referredOut' });
    case 'duplicate': return msg('تکراری بود', { id: 'outcome.duplicate' });
    case 'withdrawn': return msg('پس گرفته شد', { id: 'outcome.withdrawn' });
    default: return msg('پاسخ داده شد', { id: 'outcome.other' });
  }
}

/** One line of the history, told to the citizen. An event of a newer gateway is still told. Call while rendering. */
export function eventText(locale: Locale, { type, unit, outcome, escalation }: Pick<TimelineEntry, 'type' | 'unit' | 'outcome' | 'escalation'>): string {
  const name = unit ? isolated(locale, localText(locale, unit.name)) : undefined;
  switch (type) {
    case 'filed':
      return name ? msg(str`ثبت شد و به «${name}» رسید`, { id: 'event.filedAt' }) : msg('ثبت شد', { id: 'event.filed' });
    case 'assigned': return msg('به کارشناس سپرده شد', { id: 'event.assigned' });
    case 'taken': return msg('کارشناس بررسی را شروع کرد', { id: 'event.taken' });
    case 'released': return msg('به نوبت برگشت', { id: 'event.released' });
    case 'referred':
      return name ? msg(str`به «${name}» فرستاده شد`, { id: 'event.referredTo' }) : msg('به واحد دیگری فرستاده شد', { id: 'event.referred' });
    case 'askedCitizen': return msg('کارشناس از شما پرسید', { id: 'event.askedCitizen' });
    case 'citizenReplied': return msg('شما پاسخ دادید', { id: 'event.citizenReplied' });
    case 'joined': return msg('شما باز نوشتید', { id: 'event.joined' });
    case 'inquired': return msg('از واحد دیگری استعلام شد', { id: 'event.inquired' });
    case 'inquiryAnswered': return msg('پاسخ استعلام رسید', { id: 'event.inquiryAnswered' });
    case 'delayExplained': return msg('علت دیرکرد نوشته شد', { id: 'event.delayExplained' });
    case 'visitRequired': return msg('مراجعه حضوری لازم شد', { id: 'event.visitRequired' });
    case 'escalated': {
      if (!escalation) break;
      const { share, to, clock } = escalation;
      const part = formatNumber(locale, Math.round(share * 100));
      const who = [msg('کارشناس', { id: 'level.0' }), msg('رئیس واحد', { id: 'level.1' }), msg('رئیس دستگاه', { id: 'level.2' }), msg('ناظر استان', { id: 'level.3' })][to ?? -1];
      const told = who ? msg(str`به ${who} خبر داده شد`, { id: 'event.told' }) : msg('کسی نبود که خبردار شود', { id: 'event.toldNobody' });
      return clock === 'firstResponse'
        ? msg(str`${part} درصد زمان نخستین رسیدگی گذشت؛ ${told}`, { id: 'event.shareOfFirst' })
        : msg(str`${part} درصد زمان پاسخ گذشت؛ ${told}`, { id: 'event.share' });
    }
    case 'answered':
      return outcome ? msg(str`پاسخ داده شد: ${outcomeText(outcome)}`, { id: 'event.answeredWith' }) : msg('پاسخ داده شد', { id: 'event.answered' });
    case 'objected': return msg('اعتراض ثبت شد', { id: 'event.objected' });
    case 'rated': return msg('نظر شما ثبت شد', { id: 'event.rated' });
    case 'withdrawn': return msg('پس گرفته شد', { id: 'event.withdrawn' });
    case 'closed': return msg('پرونده بسته شد', { id: 'event.closed' });
    case 'dueRecomputed': return msg('تاریخ پاسخ دوباره حساب شد', { id: 'event.dueRecomputed' });
  }
  return msg('پرونده تغییر کرد', { id: 'event.other' });
}

/** When a clock stopped, and whether in time: the same words for the citizen and for the desk. Call while rendering. */
export function endedText(locale: Locale, { dueAt, stoppedAt }: Pick<Clock, 'dueAt' | 'stoppedAt'>, now: Date): string {
  const at = stoppedAt ?? dueAt;
  const day = formatDay(locale, at, now);
  const late = Date.parse(at) - Date.parse(dueAt);
  return late <= 0
    ? msg(str`${day} پایان یافت؛ سر وقت`, { id: 'clock.ended' })
    : msg(str`${day} پایان یافت؛ ${spanText(locale, late)} دیرتر از تاریخ پاسخ`, { id: 'clock.endedLate' });
}
