import { z } from './zod.ts';
import { WorkingCalendar } from './calendar.ts';
import { Id, Instant, LocalText, PlainDate } from './common.ts';
import { OfferingRef } from './offering.ts';

/** What the staff may edit of a calendar; its offset and the hours of units with hours of their own stay. */
export const CalendarContent = z.pick(WorkingCalendar, { weeklyHours: true, solarHolidays: true, lunarHolidays: true, closures: true });
export type CalendarContent = z.infer<typeof CalendarContent>;

/** One thing that differs between two versions. */
export const CalendarChange = z.object({
  part: z.enum(['weeklyHours', 'otherHours', 'solarHolidays', 'lunarHolidays', 'closures']),
  change: z.enum(['added', 'removed', 'changed']),
  /** The day, or from which day on the hours hold; null for what comes every year and for hours of units. */
  date: z.nullable(PlainDate),
  /** Of the holiday, why it is closed, or which hours. */
  title: z.nullable(z.string()),
});
export type CalendarChange = z.infer<typeof CalendarChange>;

export const CalendarVersion = z.object({
  version: z.int(),
  at: Instant,
  by: z.string(),
  /** What citizens read whose date it moved. */
  why: z.string(),
  /** Against the version before it. */
  changes: z.array(CalendarChange),
});
export type CalendarVersion = z.infer<typeof CalendarVersion>;

const Named = z.object({ id: Id, name: LocalText });

/**
 * The calendar in force and the versions that came to be, the newest first. `counties` and `agencies`: those of the province, to which a closure
 * may be narrowed. `mayChange`: whether the caller may edit it.
 */
export const CalendarList = z.object({
  calendar: WorkingCalendar, versions: z.array(CalendarVersion), counties: z.array(Named), agencies: z.array(Named), mayChange: z.boolean(),
});
export type CalendarList = z.infer<typeof CalendarList>;

export const CalendarEdit = z.object({
  /** The version that was edited. */
  version: z.int(),
  content: CalendarContent,
});
export type CalendarEdit = z.infer<typeof CalendarEdit>;

export const SaveCalendarInput = z.extend(CalendarEdit, { why: z.string().check(z.trim(), z.minLength(5), z.maxLength(300)) });
export type SaveCalendarInput = z.infer<typeof SaveCalendarInput>;

/** What an edit would do, before it is saved. */
export const CalendarPreview = z.object({
  changes: z.array(CalendarChange),
  /** How many requests are open, and how many of them were held against the edit, those that are due first; where these are fewer, `moved` is of them alone. */
  open: z.int(),
  looked: z.int(),
  /** How many of them would be due at another time. */
  moved: z.int(),
  /** Five of those that are due first. */
  nearest: z.array(z.object({ id: z.string(), codeTail: z.nullable(z.string()), offering: OfferingRef, before: Instant, dueAt: Instant })),
});
export type CalendarPreview = z.infer<typeof CalendarPreview>;
