import { z } from './zod.ts';
import { Id, Instant, PlainDate } from './common.ts';
import { OfferingRef } from './offering.ts';

/** What an agency made of its promise for one service, counted from requests that were filed here. */
export const KeptPromise = z.object({
  /** First day of filing that is counted. */
  since: PlainDate,
  /** Fewer requests say nothing, and might tell about one person: then the rest is null. */
  atLeast: z.int(),
  /** Requests that were answered, and those whose time is over without an answer. */
  counted: z.nullable(z.int()),
  /** Of these, answered for the first time before their time was over. */
  inTime: z.nullable(z.int()),
  /** Half of the answered ones had their first answer within so many days of 24 hours, from filing. */
  medianDays: z.nullable(z.number()),
});
export type KeptPromise = z.infer<typeof KeptPromise>;

/** A reader says what is wrong in a sheet. Nothing tells who. */
export const SheetReportInput = z.object({
  /** Version of the sheet that was read. */
  version: z.int(),
  text: z.string().check(z.trim(), z.minLength(5), z.maxLength(1000)),
});
export type SheetReportInput = z.infer<typeof SheetReportInput>;

export const SheetReport = z.object({
  id: z.string(),
  offering: OfferingRef,
  agency: Id,
  version: z.int(),
  /** Whether the sheet was published anew since. */
  changedSince: z.boolean(),
  text: z.string(),
  at: Instant,
});
export type SheetReport = z.infer<typeof SheetReport>;

/** What readers found wrong and nobody has looked after yet, oldest first. */
export const SheetReports = z.object({ items: z.array(SheetReport), total: z.int() });
export type SheetReports = z.infer<typeof SheetReports>;
