import { msg, str } from '@lit/localize';
import type { ExplanationStep } from '../../contract/clock.ts';
import { formatDay, formatTime } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { amountText } from './duration.ts';
import { promiseOf } from './clock.ts';
import { isolated } from './isolate.ts';

type Day = Extract<ExplanationStep, { step: 'skipped' | 'closed' }>;

/**
 * How a due time was counted, in two or three sentences: «۱۰ روز کاری، از چهارشنبه ۴ آذر تا یکشنبه ۱۵ آذر. جمعه‌ها شمرده
 * نشدند.» A step that this version does not know is passed over. Call while rendering.
 */
export function explanationText(locale: Locale, steps: readonly ExplanationStep[], now = new Date()): string {
  const day = (value: string) => formatDay(locale, value, now);
  const moment = (value: string) => msg(str`${day(value)}، ساعت ${formatTime(locale, value)}`, { id: 'explanation.moment' });
  const sentences: string[] = [];
  let skipped: Day[] = [];
  let closed: Day[] = [];
  /** Days that were passed over are told right after the count that passed over them. */
  const tellSkipped = () => {
    if (skipped.length) sentences.push(skippedText(locale, skipped, day));
    skipped = [];
  };
  /** The closed days that moved something, as its reason. */
  const reason = () => {
    const text = reasonText(closed);
    closed = [];
    return text;
  };
  for (const step of steps) {
    if (step.step !== 'skipped') tellSkipped();
    switch (step.step) {
      case 'filed':
        sentences.push(msg(str`${moment(step.at)} ثبت شد.`, { id: 'explanation.filed' }));
        break;
      case 'closed':
        closed.push(step);
        break;
      case 'skipped':
        skipped.push(step);
        break;
      case 'startMoved': {
        const why = reason();
        sentences.push(why
          ? msg(str`آن وقت اداره بسته بود (${why})؛ از ${moment(step.to)} حساب می‌شود.`, { id: 'explanation.startMovedFor' })
          : msg(str`آن وقت اداره بسته بود؛ از ${moment(step.to)} حساب می‌شود.`, { id: 'explanation.startMoved' }));
        break;
      }
      case 'counted': {
        const { amount, unit } = promiseOf({ policy: { source: 'sheet', length: step.length }, startedAt: step.firstDay, dueAt: step.lastDay });
        const length = amountText(locale, amount, unit);
        sentences.push(
          step.firstDay === step.lastDay
            ? msg(str`${length}، در ${day(step.firstDay)}.`, { id: 'explanation.countedInOneDay' })
            : msg(str`${length}، از ${day(step.firstDay)} تا ${day(step.lastDay)}.`, { id: 'explanation.counted' }),
        );
        break;
      }
      case 'dueMoved': {
        const last = closed.at(-1)?.date ?? step.from;
        const why = reason();
        sentences.push(why
          ? last > step.from
            ? msg(str`از ${day(step.from)} تا ${day(last)} اداره بسته است (${why})؛ تاریخ پاسخ به ${day(step.to)} رفت.`, { id: 'explanation.dueMovedOver' })
            : msg(str`${day(step.from)} اداره بسته است (${why})؛ تاریخ پاسخ به ${day(step.to)} رفت.`, { id: 'explanation.dueMovedFor' })
          : msg(str`${day(step.from)} اداره بسته است؛ تاریخ پاسخ به ${day(step.to)} رفت.`, { id: 'explanation.dueMoved' }));
        break;
      }
      case 'paused':
        sentences.push(
          step.to
            ? msg(str`از ${moment(step.from)} تا ${moment(step.to)} منتظر پاسخ شما بودیم و زمان نمی‌گذشت.`, { id: 'explanation.paused' })
            : msg(str`از ${moment(step.from)} منتظر پاسخ شما هستیم و زمان نمی‌گذرد.`, { id: 'explanation.pausedStill' }),
        );
        if (step.until && !step.to) sentences.push(msg(str`از ${moment(step.until)} دوباره می‌گذرد، حتی اگر پاسخی نرسد.`, { id: 'explanation.pausedUntil' }));
        if (step.until && step.until === step.to) sentences.push(msg('پاسخی نرسید؛ از آن پس زمان دوباره گذشت.', { id: 'explanation.pauseOver' }));
        break;
      case 'recalculated': {
        const when = day(step.from) === day(step.to) ? moment : day;
        sentences.push(msg(str`تقویم پس از ثبت عوض شد: تاریخ پاسخ از ${when(step.from)} به ${when(step.to)} رفت؛ علت: ${isolated(locale, step.why)}.`, { id: 'explanation.recalculated' }));
        break;
      }
      case 'due':
        break;
    }
  }
  tellSkipped();
  return sentences.join(' ');
}

const titleOf = ({ title, reason }: Day): string =>
  title ?? (reason === 'holiday' ? msg('تعطیل رسمی', { id: 'explanation.holiday' })
    : reason === 'weekend' ? msg('آخر هفته', { id: 'explanation.weekend' })
    : msg('تعطیلی', { id: 'explanation.closure' }));

function reasonText(closed: Day[]): string {
  return [...new Set(closed.map(titleOf))].join(`${msg('،', { id: 'explanation.comma' })} `);
}

/** Weekends by the name of the weekday, other days by their date and reason. */
function skippedText(locale: Locale, skipped: Day[], day: (value: string) => string): string {
  const weekends = new Set(skipped.filter(({ reason }) => reason === 'weekend').map(({ date }) => weekday(locale, date)));
  const names = [
    ...[...weekends].map((name) => msg(str`${name}‌ها`, { id: 'explanation.weekdays' })),
    ...skipped
      .filter(({ reason }) => reason !== 'weekend')
      .map((step) => msg(str`${day(step.date)} (${titleOf(step)})`, { id: 'explanation.skippedDay' })),
  ];
  const comma = `${msg('،', { id: 'explanation.comma' })} `;
  const last = names.pop()!;
  const list = names.length ? msg(str`${names.join(comma)} و ${last}`, { id: 'explanation.list' }) : last;
  return !names.length && !weekends.size
    ? msg(str`${list} شمرده نشد.`, { id: 'explanation.skippedOne' })
    : msg(str`${list} شمرده نشدند.`, { id: 'explanation.skipped' });
}

const weekday = (locale: Locale, date: string): string =>
  new Intl.DateTimeFormat(locale === 'fa' ? 'fa-IR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
