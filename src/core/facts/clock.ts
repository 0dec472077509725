import { msg, str } from '@lit/localize';
import type { Clock } from '../../contract/clock.ts';
import type { Duration } from '../../contract/offering.ts';
import { formatDay, formatTime } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { amountText } from './duration.ts';

const hour = 3_600_000;
const day = 24 * hour;
const units: Record<string, Duration['unit']> = { D: 'day', WD: 'workDay', M: 'month', TH: 'hour', TWH: 'workHour', TM: 'minute' };

/** `P10WD` as a number and a unit. A promise that cannot be read counts as its span in days. */
export function promiseOf({ policy, startedAt, dueAt }: Pick<Clock, 'policy' | 'startedAt' | 'dueAt'>): { amount: number; unit: Duration['unit'] } {
  const [, time, amount, letter] = /^P(T?)(\d+)(D|WD|M|H|WH)$/.exec(policy.length) ?? [];
  const unit = units[`${time}${letter}`];
  return unit && amount
    ? { amount: Number(amount), unit }
    : { amount: Math.max(1, Math.round((Date.parse(dueAt) - Date.parse(startedAt)) / day)), unit: 'day' };
}

/** How a share of time used is felt: `calm`, `soon` (a fifth is left), `late`, `paused`, `stopped`. */
export type ClockMood = 'calm' | 'soon' | 'late' | 'paused' | 'stopped';
export function moodOf({ state, shareUsed, overdue }: Pick<Clock, 'state' | 'shareUsed' | 'overdue'>): ClockMood {
  if (state === 'stopped') return 'stopped';
  if (overdue) return 'late';
  if (state === 'paused') return 'paused';
  return shareUsed >= 0.8 ? 'soon' : 'calm';
}

/** «۶ روز از ۱۰ روز کاری گذشته است». Call while rendering. */
export function usedText(locale: Locale, clock: Clock): string {
  let { amount, unit } = promiseOf(clock);
  // A month is counted for people in days: "0 of 1 month" would say nothing for weeks.
  if (unit === 'month') {
    amount = Math.max(1, Math.round((Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / day));
    unit = 'day';
  }
  const used = Math.min(amount, Math.floor(clock.shareUsed * amount + 1e-6));
  const total = amountText(locale, amount, unit);
  if (used === 0) return msg(str`تازه شروع شده؛ ${total} وقت هست`, { id: 'clock.justStarted' });
  const plain = unit === 'workDay' ? 'day' : unit === 'workHour' ? 'hour' : unit;
  return msg(str`${amountText(locale, used, plain)} از ${total} گذشته است`, { id: 'clock.used' });
}

/** «۳ روز», «۵ ساعت», «۲۰ دقیقه»: a span as people say it, rounded down, at least a minute. Call while rendering. */
export function spanText(locale: Locale, milliseconds: number): string {
  const span = Math.abs(milliseconds);
  if (span >= day) return amountText(locale, Math.floor(span / day), 'day');
  if (span >= hour) return amountText(locale, Math.floor(span / hour), 'hour');
  return amountText(locale, Math.max(1, Math.floor(span / 60_000)), 'minute');
}

/** «شنبه ۱۴ آذر، ۱۰:۱۲». Call while rendering. */
export const whenText = (locale: Locale, at: string, now: Date): string =>
  msg(str`${formatDay(locale, at, now)}، ${formatTime(locale, at)}`, { id: 'clock.when' });

/** «شنبه ۱۴ آذر»; with the hour where the promise is shorter than three days. Call while rendering. */
export function dueText(locale: Locale, clock: Pick<Clock, 'policy' | 'startedAt' | 'dueAt'>, now: Date): string {
  const { unit } = promiseOf(clock);
  const dueDay = formatDay(locale, clock.dueAt, now);
  return unit === 'day' || unit === 'workDay' || unit === 'month'
    ? dueDay
    : msg(str`${dueDay}، ساعت ${formatTime(locale, clock.dueAt)}`, { id: 'clock.dayAndTime' });
}
