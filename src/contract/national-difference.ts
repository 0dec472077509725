import { z } from './zod.ts';
import { Id, Instant, LocalText } from './common.ts';
import { ChangedField, NationalOverride } from './intake.ts';

/** What a national sheet says otherwise than in an earlier version of it, and what became of that in the provinces. */
export const NationalDifference = z.object({
  sheet: z.object({ id: Id, title: z.string(), organisation: z.object({ id: Id, name: LocalText }) }),
  /** The version that it is compared with; 0 for none, before the first. */
  base: z.int(),
  /** The version in force, and when it was published. */
  version: z.int(),
  at: Instant,
  fields: z.array(ChangedField),
  /** Provinces with services under this sheet, as they stand now. */
  provinces: z.array(z.object({
    province: Id,
    services: z.int(),
    /** Services that say nothing of their own in some of what changed: there people see the change. */
    follow: z.int(),
    /** Fields that changed and in which an agency says otherwise. `hidden`: it has not looked at its sheet since. */
    overridden: z.array(z.extend(NationalOverride, { hidden: z.boolean() })),
  })),
});
export type NationalDifference = z.infer<typeof NationalDifference>;
