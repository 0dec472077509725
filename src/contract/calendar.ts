import { z } from './zod.ts';
import { Id, PlainDate } from './common.ts';

/** `[start, end)` in local wall time, `HH:MM`; `24:00` is the end of the day. */
export const Interval = z.tuple([z.string(), z.string()]);
export type Interval = z.infer<typeof Interval>;
export const Weekday = z.enum(['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
export const WeeklyHours = z.record(Weekday, z.array(Interval));
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/**
 * The working calendar of a province: office hours are decrees with dates, lunar holidays are a table that is never
 * computed, closures are announced late. One version of it is frozen on each request.
 */
export const WorkingCalendar = z.object({
  province: Id,
  version: z.int(),
  /** Fixed offset, `+03:30`: Iran keeps no daylight saving since 1401/07/01. */
  utcOffset: z.string(),
  weeklyHours: z.array(
    z.object({ from: PlainDate, toExclusive: z.nullable(PlainDate), hours: WeeklyHours, mark: z.optional(z.string()) }),
  ),
  otherHours: z.record(z.string(), WeeklyHours),
  /** By month and day of the Persian calendar; only from a year on, or up to one, where that is said. */
  solarHolidays: z.array(z.object({ month: z.int(), day: z.int(), title: z.string(), fromYear: z.optional(z.int()), untilYear: z.optional(z.int()) })),
  lunarHolidays: z.array(z.object({ date: PlainDate, title: z.string(), mark: z.optional(z.string()) })),
  closures: z.array(
    z.object({
      date: PlainDate,
      scope: z.object({
        province: z.optional(Id),
        counties: z.optional(z.array(Id)),
        agencies: z.optional(z.array(Id)),
      }),
      /** `remote` with no hours is closed to visitors, with hours it is open in those; `reduced` has hours of its own. */
      kind: z.enum(['closed', 'remote', 'reduced']),
      hours: z.array(Interval),
      reason: z.string(),
    }),
  ),
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;
