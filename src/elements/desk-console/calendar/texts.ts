import { msg, str } from '@lit/localize';
import type { CalendarChange, CalendarList } from '../../../contract/calendar-edit.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatDate } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { dayBefore } from './form.ts';
import type { Closure, Edit, Item, Part, Period } from './edits.ts';
import { intervalsText, weekdayName, weekdays } from './hours-text.ts';

/** Call all of these while rendering. */
export const dayText = (locale: Locale, iso: string): string => `${weekdayName(locale, weekdays[(new Date(`${iso}T00:00:00Z`).getUTCDay() + 1) % 7]!)} ${formatDate(locale, iso)}`;

export function kindText(locale: Locale, { kind, hours }: Pick<Closure, 'kind' | 'hours'>): string {
  switch (kind) {
    case 'closed': return msg('تعطیل', { id: 'console.calendar.closed' });
    case 'remote': return hours.length
      ? msg(str`دورکاری؛ مراجعه ${intervalsText(locale, hours)}`, { id: 'console.calendar.remoteHours' })
      : msg('دورکاری؛ بی‌مراجعه', { id: 'console.calendar.remote' });
    case 'reduced': return msg(str`ساعت کمتر: ${intervalsText(locale, hours)}`, { id: 'console.calendar.reduced' });
  }
}

export function scopeText(locale: Locale, { counties = [], agencies = [] }: Closure['scope'], known: CalendarList): string {
  const named = (ids: readonly string[], of: CalendarList['counties']): string =>
    ids.map((id) => localText(locale, of.find((each) => each.id === id)?.name ?? { fa: id })).join(locale === 'fa' ? '، ' : ', ');
  const where = counties.length ? msg(str`شهرستان ${named(counties, known.counties)}`, { id: 'console.calendar.inCounties' }) : '';
  return [where, named(agencies, known.agencies)].filter(Boolean).join(' · ') || msg('همه استان', { id: 'console.calendar.everywhere' });
}

export const periodText = (locale: Locale, { from, toExclusive }: Pick<Period, 'from' | 'toExclusive'>): string =>
  toExclusive === null
    ? msg(str`از ${formatDate(locale, from)} تا اطلاع بعدی`, { id: 'console.calendar.periodOpen' })
    : msg(str`از ${formatDate(locale, from)} تا ${formatDate(locale, dayBefore(toExclusive))}`, { id: 'console.calendar.period' });

export function partTitle(part: Part): string {
  switch (part) {
    case 'closures': return msg('روزهای بسته و کوتاه', { id: 'console.calendar.closures' });
    case 'lunarHolidays': return msg('تعطیلات قمری', { id: 'console.calendar.lunar' });
    case 'weeklyHours': return msg('ساعت کار هفته', { id: 'console.calendar.hours' });
  }
}

const itemText = (locale: Locale, item: Item, known: CalendarList): string =>
  'from' in item ? periodText(locale, item)
    : 'title' in item ? `${item.title} · ${dayText(locale, item.date)}`
      : `${item.reason} · ${dayText(locale, item.date)} · ${kindText(locale, item)} · ${scopeText(locale, item.scope, known)}`;

/** What an edit does, one line for each thing. */
export function editLines(locale: Locale, { before, after }: Edit, known: CalendarList): string[] {
  const lines: string[] = [];
  const pairs = before.length === after.length;
  if (pairs) {
    before.forEach((old, at) => {
      const [from, to] = [itemText(locale, old, known), itemText(locale, after[at]!, known)];
      lines.push(from === to ? msg(str`ساعت‌ها عوض می‌شود: ${to}`, { id: 'console.calendar.editHours' })
        : 'title' in old && 'title' in after[at]! && old.title === after[at].title
          ? msg(str`${old.title}: از ${dayText(locale, old.date)} به ${dayText(locale, after[at].date)}`, { id: 'console.calendar.editDay' })
          : msg(str`${from} می‌شود ${to}`, { id: 'console.calendar.editChange' }));
    });
    return lines;
  }
  for (const old of before) lines.push(msg(str`برداشته می‌شود: ${itemText(locale, old, known)}`, { id: 'console.calendar.editRemove' }));
  for (const fresh of after) lines.push(msg(str`افزوده می‌شود: ${itemText(locale, fresh, known)}`, { id: 'console.calendar.editAdd' }));
  return lines;
}

/** One line of what a version changed. */
export function changeText(locale: Locale, { part, change, date, title }: CalendarChange): string {
  const what = [title && (part === 'otherHours' ? '' : title), date && dayText(locale, date)].filter(Boolean).join(' · ');
  const name = part === 'solarHolidays' ? msg('تعطیلات خورشیدی', { id: 'console.calendar.solar' })
    : part === 'otherHours' ? msg('ساعت واحدهای دیگر', { id: 'console.calendar.otherHours' }) : partTitle(part);
  const told = what ? `${name}: ${what}` : name;
  switch (change) {
    case 'added': return msg(str`${told} (افزوده شد)`, { id: 'console.calendar.added' });
    case 'removed': return msg(str`${told} (برداشته شد)`, { id: 'console.calendar.removed' });
    case 'changed': return msg(str`${told} (عوض شد)`, { id: 'console.calendar.changed' });
  }
}
