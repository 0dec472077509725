import { fromJalali, jalaliMonthLength, toJalali } from '../persian/jalali.ts';

/**
 * The day that a limit of a date field means: a date itself, `today`, or so many days, months or years before or after it.
 * Months and years are those of the Persian calendar, by which people come of age here; a day that its month does not have
 * becomes the last one that it has.
 */
export function limitDay(limit: string, today: string): string {
  const [, sign, count, unit] = /^today(?:([+-])(\d+)([dmy]))?$/.exec(limit) ?? [limit];
  if (!limit.startsWith('today')) return limit;
  const by = Number(`${sign ?? ''}${count ?? 0}`);
  if (unit !== 'm' && unit !== 'y') return new Date(Date.parse(today) + by * 86_400_000).toISOString().slice(0, 10);
  const { year, month, day } = toJalali(today);
  const months = year * 12 + month - 1 + (unit === 'y' ? by * 12 : by);
  const then = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return fromJalali({ ...then, day: Math.min(day, jalaliMonthLength(then.year, then.month)) });
}
