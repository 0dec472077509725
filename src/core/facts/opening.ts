import { msg, str } from '@lit/localize';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import { formatDay, formatTime } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { currentClosing, isOpenAt, nextOpening, type Place } from '../../rules/working-calendar.ts';

/** Whether a place is open now, and when that changes. */
export interface Opening {
  open: boolean;
  /** Closing of today when open, next opening when closed; null when there is none in sight. */
  changesAt: Date | null;
}

export function openingAt(calendar: WorkingCalendar, now: Date, place: Place): Opening {
  return isOpenAt(calendar, now, place)
    ? { open: true, changesAt: currentClosing(calendar, now, place) }
    : { open: false, changesAt: nextOpening(calendar, now, place) };
}

/** «اکنون باز؛ تا ۱۴:۳۰», «اکنون بسته؛ شنبه ۱۴ آذر از ۷:۳۰». Call while rendering. */
export function openingText(locale: Locale, { open, changesAt }: Opening, now: Date): string {
  if (open) {
    return changesAt
      ? msg(str`اکنون باز است؛ تا ${formatTime(locale, changesAt)}`, { id: 'facts.openUntil' })
      : msg('همیشه باز است', { id: 'facts.openAlways' });
  }
  if (!changesAt) return msg('اکنون بسته است', { id: 'facts.closed' });
  const time = formatTime(locale, changesAt);
  const day = formatDay(locale, changesAt, now);
  if (day === formatDay(locale, now, now))
    return msg(str`اکنون بسته است؛ امروز از ${time} باز می‌شود`, { id: 'facts.opensToday' });
  return day === formatDay(locale, new Date(now.getTime() + 86_400_000), now)
    ? msg(str`اکنون بسته است؛ فردا از ${time} باز می‌شود`, { id: 'facts.opensTomorrow' })
    : msg(str`اکنون بسته است؛ ${day} از ${time} باز می‌شود`, { id: 'facts.opensOn' });
}
