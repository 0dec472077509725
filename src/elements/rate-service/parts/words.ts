import { msg } from '@lit/localize';
import type { RatingReason } from '../../../contract/rating.ts';
import type { Question } from '../../../rules/survey.ts';

/** Names of the questions as surveys of Iranian agencies have them. Call while rendering. */
export function questionText(question: Question): string {
  switch (question) {
    case 'stepsTold': return msg('اطلاع‌رسانی مراحل', { id: 'rate.q.stepsTold' });
    case 'timeTold': return msg('اطلاع‌رسانی مدت زمان', { id: 'rate.q.timeTold' });
    case 'complaintsHandled': return msg('به‌موقع و شفاف بودن رسیدگی به شکایات', { id: 'rate.q.complaintsHandled' });
    case 'responsive': return msg('پاسخگویی و پیگیری', { id: 'rate.q.responsive' });
    case 'accurate': return msg('دقت (بی‌نیازی از دوباره‌کاری)', { id: 'rate.q.accurate' });
    case 'followUps': return msg('تعداد دفعات پیگیری', { id: 'rate.q.followUps' });
    case 'timeKept': return msg('پایبندی به زمان', { id: 'rate.q.timeKept' });
    case 'satisfied': return msg('رضایت کلی', { id: 'rate.q.satisfied' });
    case 'trust': return msg('اعتماد به رفع مشکل', { id: 'rate.q.trust' });
    case 'fast': return msg('سرعت', { id: 'rate.q.fast' });
  }
}

/** The same in plain words, so that a score from bad to good answers it. */
export function questionHint(question: Question): string {
  switch (question) {
    case 'stepsTold': return msg('مرحله‌های کار را چطور به شما گفتند؟', { id: 'rate.h.stepsTold' });
    case 'timeTold': return msg('مدت کار را چطور به شما گفتند؟', { id: 'rate.h.timeTold' });
    case 'complaintsHandled': return msg('اگر شکایت کردید، رسیدگی به آن چطور بود؟', { id: 'rate.h.complaintsHandled' });
    case 'responsive': return msg('پاسخ دادن و پیگیری کارکنان چطور بود؟', { id: 'rate.h.responsive' });
    case 'accurate': return msg('کار در همان بار اول چقدر خوب و درست انجام شد؟', { id: 'rate.h.accurate' });
    case 'followUps': return msg('از نظر دفعاتی که باید زنگ می‌زدید یا سر می‌زدید، چطور بود؟', { id: 'rate.h.followUps' });
    case 'timeKept': return msg('نسبت به زمانی که به شما گفته بودند، چطور بود؟', { id: 'rate.h.timeKept' });
    case 'satisfied': return msg('روی هم رفته، چطور بود؟', { id: 'rate.h.satisfied' });
    case 'trust': return msg('از نظر اطمینان به اینکه مشکل واقعاً حل شد، چطور بود؟', { id: 'rate.h.trust' });
    case 'fast': return msg('سرعت کار چطور بود؟', { id: 'rate.h.fast' });
  }
}

/** From 1 to 5. */
export const scoreTexts = (): string[] => [
  msg('خیلی بد', { id: 'rate.score.1' }), msg('بد', { id: 'rate.score.2' }), msg('متوسط', { id: 'rate.score.3' }),
  msg('خوب', { id: 'rate.score.4' }), msg('خیلی خوب', { id: 'rate.score.5' }),
];

/** In the order in which they are offered. */
export const reasonTexts = (): [reason: RatingReason, text: string][] => [
  ['notDone', msg('کارم انجام نشد', { id: 'rate.r.notDone' })],
  ['incomplete', msg('ناقص انجام شد', { id: 'rate.r.incomplete' })],
  ['againstRule', msg('با قانون و مقررات نمی‌خواند', { id: 'rate.r.againstRule' })],
  ['unclear', msg('توضیح‌ها روشن نبود', { id: 'rate.r.unclear' })],
  ['late', msg('دیر شد', { id: 'rate.r.late' })],
  ['visits', msg('چند بار باید مراجعه می‌کردم', { id: 'rate.r.visits' })],
  ['conduct', msg('برخورد خوب نبود', { id: 'rate.r.conduct' })],
];
