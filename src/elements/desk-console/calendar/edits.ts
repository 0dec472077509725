import type { CalendarContent } from '../../../contract/calendar-edit.ts';

/** What is edited here; solar holidays come with the law. */
export const parts = ['closures', 'lunarHolidays', 'weeklyHours'] as const;
export type Part = (typeof parts)[number];
export type Closure = CalendarContent['closures'][number];
export type LunarHoliday = CalendarContent['lunarHolidays'][number];
export type Period = CalendarContent['weeklyHours'][number];
export type Item = Closure | LunarHoliday | Period;

/** One thing that somebody changed: what stood there, and what shall stand there. Said so, it can be done to a newer version too. */
export interface Edit {
  part: Part;
  before: Item[];
  after: Item[];
}

const inOrder = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
/** The same whatever the order of its keys. */
export const keyOf = (item: unknown): string => JSON.stringify(item, inOrder);
export const dateOf = (item: Item): string => ('from' in item ? item.from : item.date);

const without = <T>(list: readonly T[], gone: readonly T[]): T[] => {
  const keys = gone.map(keyOf);
  return list.filter((item) => !keys.includes(keyOf(item)));
};
const has = (list: readonly Item[], wanted: readonly Item[]): boolean => without(wanted, list).length === 0;

/** The content with the edits in it, and which of them found no more what they change: somebody else has changed it. */
export function applied(content: CalendarContent, edits: readonly Edit[]): { content: CalendarContent; lost: Edit[] } {
  const result: Record<Part, Item[]> = { closures: content.closures, lunarHolidays: content.lunarHolidays, weeklyHours: content.weeklyHours };
  const lost: Edit[] = [];
  for (const edit of edits) {
    const list = result[edit.part];
    if (!has(list, edit.before)) lost.push(edit);
    else result[edit.part] = [...without(list, [...edit.before, ...edit.after]), ...edit.after].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
  }
  return { content: { ...content, ...(result as Pick<CalendarContent, Part>) }, lost };
}

const nameOf = (item: Item): string => [dateOf(item), 'title' in item ? item.title : 'reason' in item ? item.reason : ''].join(' ');

/** Those which the content does not say already: an answer that was lost on its way may have come after it was done. */
export const stillOpen = (content: CalendarContent, edits: readonly Edit[]): Edit[] => edits.filter(({ part, before, after }) => {
  const names = without(before, after).map(nameOf);
  return !has(content[part], after) || without<Item>(content[part], after).some((item) => names.includes(nameOf(item)));
});

/** One more; what changes again what was just changed is one with it, and nothing where it is back as it was. */
export function withEdit(edits: readonly Edit[], edit: Edit): Edit[] {
  const at = edits.findIndex(({ part, after }) => part === edit.part && edit.before.length > 0 && has(after, edit.before));
  if (at < 0) return [...edits, edit];
  const { before, after } = edits[at]!;
  const both = { part: edit.part, before, after: [...without(after, edit.before), ...edit.after] };
  return edits.flatMap((each, index) => (index !== at ? [each] : has(both.before, both.after) && has(both.after, both.before) ? [] : [both]));
}

/** Hours that hold from a day on, until another where one is given; the periods that they meet make room. */
export function withHours(periods: readonly Period[], fresh: Period): Edit {
  const meets = ({ from, toExclusive }: Period): boolean => (toExclusive === null || fresh.from < toExclusive) && (fresh.toExclusive === null || from < fresh.toExclusive);
  const before = periods.filter(meets);
  const left = before.flatMap((period): Period[] => [
    ...(period.from < fresh.from ? [{ ...period, toExclusive: fresh.from }] : []),
    ...(fresh.toExclusive !== null && (period.toExclusive === null || fresh.toExclusive < period.toExclusive) ? [{ ...period, from: fresh.toExclusive }] : []),
  ]);
  return { part: 'weeklyHours', before, after: [...left, fresh] };
}
