import { z } from './zod.ts';
import { AgencyRef } from './agency.ts';
import { Id, Instant, PlainDate } from './common.ts';
import { QueueItem } from './staff.ts';

/** What can be counted of the requests that lie on the desk of an agency, and opened down to the cases. */
export const MonitorFigure = z.enum(['filed', 'open', 'waiting', 'overdue', 'unexplained', 'inTime', 'broken', 'escalated', 'referred']);
export type MonitorFigure = z.infer<typeof MonitorFigure>;

/** One question of the ratings: how many answered it, and how many of them with good or very good; null with fewer answers than `atLeast`. */
const Rated = z.object({ answers: z.int(), good: z.nullable(z.int()) });

export const Figures = z.object({
  /** Filed since the first day that is counted. */
  filed: z.int(),
  /** Not answered yet, whenever they were filed. */
  open: z.int(),
  /** Of the open ones, those whose clock stands still because the citizen was asked. */
  waiting: z.int(),
  /** Of the open ones, those whose promised time has passed; none that waits for the citizen. */
  overdue: z.int(),
  /** How many days of 24 hours ago the promised time passed: at most three, at most ten, more. Together they are `overdue`. */
  overdueDays: z.object({ upTo3: z.int(), upTo10: z.int(), more: z.int() }),
  /** The longest of these, in whole days; null where nothing is overdue. */
  oldestDays: z.nullable(z.int()),
  /** Of the overdue ones, those of which nobody has told why, or whose new date has passed as well. */
  unexplained: z.int(),
  /** Of those filed since then: first answered within the promised time. */
  inTime: z.int(),
  /** Of those filed since then: first answered after it, or overdue. */
  broken: z.int(),
  /** Half of those filed since then that were answered had their first answer within so many minutes of office hours; null with fewer than `atLeast`. */
  medianOpenMinutes: z.nullable(z.int()),
  /** Of those filed since then: told to somebody above the expert, by the ladder. */
  escalated: z.int(),
  /** Of those filed since then: sent on to another unit, or the citizen had to come. */
  referred: z.int(),
  /** How often that happened to them, all together. */
  referrals: z.int(),
  /** Of those filed since then: rated by their citizens. */
  rated: z.int(),
  /** Whether citizens are content on the whole, and with the time that it took. */
  satisfied: Rated,
  timeKept: Rated,
});
export type Figures = z.infer<typeof Figures>;

/** How the agencies of a province keep their promise. A request counts for the agency on whose desk it lies. */
export const Monitor = z.object({
  /** First day of filing that is counted. */
  since: PlainDate,
  asOf: Instant,
  /** With fewer answers or promises a share and a median say nothing. */
  atLeast: z.int(),
  /** All that the caller may see. */
  total: Figures,
  items: z.array(z.object({ agency: AgencyRef, figures: Figures })),
});
export type Monitor = z.infer<typeof Monitor>;

/** So many days back; 90 when absent. */
const days = z.optional(z.enum(['30', '90', '365']));
export const MonitorQuery = z.object({ days });
/** `figure`: `open` when absent. */
export const MonitorCasesQuery = z.object({ days, agency: z.optional(Id), figure: z.optional(MonitorFigure), cursor: z.optional(z.string().check(z.maxLength(400))) });
export const MonitorCases = z.object({ items: z.array(QueueItem), next: z.nullable(z.string()) });
export type MonitorCases = z.infer<typeof MonitorCases>;
