import { msg, str } from '@lit/localize';
import type { ExplanationStep } from '../../contract/clock.ts';
import { formatDay, formatTime } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { amountText } from './duration.ts';
import { promiseOf } from './clock.ts';

type Skipped = Extract<ExplanationStep, { step: 'skipped' }>;

/**
 * How a due time was counted, in two or three sentences: «۱۰ روز از چهارشنبه ۴ آذر تا جمعه ۱۳ آذر شمرده شد. جمعه‌ها شمرده
 * نشدند.» A step that this version does not know is passed over. Call while rendering.
 */
export function explanationText(locale: Locale, steps: readonly ExplanationStep[], now = new Date()): string {
  const day = (value: string) => formatDay(locale, value, now);
  const moment = (value: string) => msg(str`${day(value)}، ساعت ${formatTime(locale, value)}`, { id: 'explanation.moment' });
  const sentences: string[] = [];
  for (const step of steps) {
    switch (step.step) {
      case 'filed':
        sentences.push(msg(str`${moment(step.at)} ثبت شد.`, { id: 'explanation.filed' }));
        break;
      case 'startMoved':
        sentences.push(msg(str`آن وقت اداره بسته بود؛ از ${moment(step.to)} حساب می‌شود.`, { id: 'explanation.startMoved' }));
        break;
      case 'counted': {
        const { amount, unit } = promiseOf({ policy: { source: 'sheet', length: step.length }, startedAt: step.firstDay, dueAt: step.lastDay });
        const length = amountText(locale, amount, unit);
        sentences.push(
          step.firstDay === step.lastDay
            ? msg(str`${length} در ${day(step.firstDay)} شمرده شد.`, { id: 'explanation.countedInOneDay' })
            : msg(str`${length}، از ${day(step.firstDay)} تا ${day(step.lastDay)} شمرده شد.`, { id: 'explanation.counted' }),
        );
        break;
      }
      case 'dueMoved':
        sentences.push(msg(str`${closedText(locale, steps, step.from, day)} اداره بسته است؛ تاریخ پاسخ به ${day(step.to)} رفت.`, { id: 'explanation.dueMoved' }));
        break;
      case 'paused':
        sentences.push(
          step.to
            ? msg(str`از ${moment(step.from)} تا ${moment(step.to)} منتظر پاسخ شما بودیم و زمان نمی‌گذشت.`, { id: 'explanation.paused' })
            : msg(str`از ${moment(step.from)} منتظر پاسخ شما هستیم و زمان نمی‌گذرد.`, { id: 'explanation.pausedStill' }),
        );
        break;
      case 'skipped':
      case 'closed':
      case 'due':
        break;
    }
  }
  const skipped = skippedText(locale, steps.filter((step): step is Skipped => step.step === 'skipped'), day);
  if (skipped) {
    // Beside the count that it explains, not at the end of a long story of pauses.
    const at = steps.filter(({ step }) => step !== 'skipped' && step !== 'due').findIndex(({ step }) => step === 'counted');
    sentences.splice(at < 0 ? sentences.length : at + 1, 0, skipped);
  }
  return sentences.join(' ');
}

type Closed = Extract<ExplanationStep, { step: 'closed' }>;

/** The closed days from the day counted to, each with its reason where the weekday's name does not say it. */
function closedText(locale: Locale, steps: readonly ExplanationStep[], from: string, day: (value: string) => string): string {
  const days = steps.filter((step): step is Closed => step.step === 'closed' && step.date >= from);
  return days.length ? listText(locale, days.map((closed) => (closed.reason === 'weekend' ? day(closed.date) : dayAndReason(closed, day)))) : day(from);
}

function dayAndReason({ date, title, reason }: Skipped | Closed, day: (value: string) => string): string {
  const why = title ?? (reason === 'holiday' ? msg('تعطیل رسمی', { id: 'explanation.holiday' }) : msg('بسته', { id: 'explanation.closure' }));
  return msg(str`${day(date)} (${why})`, { id: 'explanation.skippedDay' });
}

const listText = (locale: Locale, names: string[]): string =>
  names.length === 1
    ? names[0]!
    : msg(str`${names.slice(0, -1).join(locale === 'fa' ? '، ' : ', ')} و ${names.at(-1)!}`, { id: 'explanation.list' });

/** Weekends by the name of the weekday, other days by their date and reason. */
function skippedText(locale: Locale, skipped: Skipped[], day: (value: string) => string): string {
  const weekends = new Set(skipped.filter(({ reason }) => reason === 'weekend').map(({ date }) => weekday(locale, date)));
  const names = [
    ...[...weekends].map((name) => msg(str`${name}‌ها`, { id: 'explanation.weekdays' })),
    ...skipped.filter(({ reason }) => reason !== 'weekend').map((each) => dayAndReason(each, day)),
  ];
  if (!names.length) return '';
  const list = listText(locale, names);
  return names.length === 1 && !weekends.size
    ? msg(str`${list} شمرده نشد.`, { id: 'explanation.skippedOne' })
    : msg(str`${list} شمرده نشدند.`, { id: 'explanation.skipped' });
}

const weekday = (locale: Locale, date: string): string =>
  new Intl.DateTimeFormat(locale === 'fa' ? 'fa-IR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
