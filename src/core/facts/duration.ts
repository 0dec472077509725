import { msg, str } from '@lit/localize';
import type { Duration } from '../../contract/offering.ts';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';

/**
 * «تا ۱۵ روز کاری», «۱۵ تا ۳۰ روز», «۳۰ دقیقه», «همان روز»; what was not declared says so. Call while rendering.
 */
export function durationText(locale: Locale, time: Duration | null): string {
  if (!time) return msg('اعلام نشده', { id: 'facts.undeclared' });
  const { min, max, unit } = time;
  if (max === 0)
    return unit === 'day' || unit === 'workDay'
      ? msg('همان روز', { id: 'facts.sameDay' })
      : msg('همان لحظه', { id: 'facts.atOnce' });
  const amount = amountText(locale, max, unit);
  if (min === max) return amount;
  if (min === null || min === 0) return msg(str`تا ${amount}`, { id: 'facts.upTo' });
  return msg(str`${formatNumber(locale, min)} تا ${amount}`, { id: 'facts.range' });
}

/** «۱۵ روز کاری». Each unit has a form for one, for languages that need it. */
export function amountText(locale: Locale, amount: number, unit: Duration['unit']): string {
  const n = formatNumber(locale, amount);
  const one = amount === 1;
  switch (unit) {
    case 'minute':
      return one ? msg(str`${n} دقیقه`, { id: 'facts.minute' }) : msg(str`${n} دقیقه`, { id: 'facts.minutes' });
    case 'hour':
      return one ? msg(str`${n} ساعت`, { id: 'facts.hour' }) : msg(str`${n} ساعت`, { id: 'facts.hours' });
    case 'workHour':
      return one
        ? msg(str`${n} ساعت کاری`, { id: 'facts.workHour' })
        : msg(str`${n} ساعت کاری`, { id: 'facts.workHours' });
    case 'day':
      return one ? msg(str`${n} روز`, { id: 'facts.day' }) : msg(str`${n} روز`, { id: 'facts.days' });
    case 'workDay':
      return one ? msg(str`${n} روز کاری`, { id: 'facts.workDay' }) : msg(str`${n} روز کاری`, { id: 'facts.workDays' });
    case 'month':
      return one ? msg(str`${n} ماه`, { id: 'facts.month' }) : msg(str`${n} ماه`, { id: 'facts.months' });
  }
}
