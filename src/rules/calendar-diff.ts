import type { WorkingCalendar } from '../contract/calendar.ts';
import type { CalendarChange } from '../contract/calendar-edit.ts';

/** A thing of a calendar by what it is known by, with what it says. */
interface Entry {
  key: string;
  says: unknown;
  date: string | null;
  title: string | null;
}
type Part = CalendarChange['part'];

const sorted = <T>(items: readonly T[] | undefined): T[] | undefined => items && [...items].sort();

/** What of it anybody would notice; `mark`, a remark for those who keep the file, is not. */
const entriesOf: Record<Part, (calendar: WorkingCalendar) => Entry[]> = {
  weeklyHours: ({ weeklyHours }) => weeklyHours.map(({ from, toExclusive, hours }) => ({ key: from, says: [toExclusive, hoursOf(hours)], date: from, title: null })),
  otherHours: ({ otherHours }) => Object.entries(otherHours).map(([name, hours]) => ({ key: name, says: hoursOf(hours), date: null, title: name })),
  solarHolidays: ({ solarHolidays }) => solarHolidays.map(({ month, day, title, fromYear, untilYear }) =>
    ({ key: `${month}/${day} ${title}`, says: [fromYear ?? null, untilYear ?? null], date: null, title })),
  lunarHolidays: ({ lunarHolidays }) => lunarHolidays.map(({ date, title }) => ({ key: `${date} ${title}`, says: null, date, title })),
  closures: ({ closures }) => closures.map(({ date, scope, kind, hours, reason }) => ({
    key: JSON.stringify([date, scope.province ?? null, sorted(scope.counties) ?? null, sorted(scope.agencies) ?? null]), says: [kind, hours, reason], date, title: reason,
  })),
};
const hoursOf = (hours: object): unknown => Object.entries(hours).sort(([a], [b]) => (a < b ? -1 : 1));

/** What differs between two versions of a calendar, part by part and in each by date; what only changed places does not. */
export function calendarDiff(before: WorkingCalendar, after: WorkingCalendar): CalendarChange[] {
  return (Object.keys(entriesOf) as Part[]).flatMap((part) => {
    const [old, next] = [byKey(entriesOf[part](before)), byKey(entriesOf[part](after))];
    const changes: CalendarChange[] = [];
    for (const [key, entries] of next) {
      const known = old.get(key);
      if (!known || said(known) !== said(entries)) changes.push({ part, change: known ? 'changed' : 'added', date: entries[0]!.date, title: entries[0]!.title });
    }
    for (const [key, [entry]] of old) if (!next.has(key)) changes.push({ part, change: 'removed', date: entry!.date, title: entry!.title });
    return changes.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0));
  });
}

/** Several closures of one day and place count together. */
function byKey(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) found.set(entry.key, [...(found.get(entry.key) ?? []), entry]);
  return found;
}
const said = (entries: readonly Entry[]): string => entries.map(({ says }) => JSON.stringify(says)).sort().join();
