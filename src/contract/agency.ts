import { z } from './zod.ts';
import { Id, LocalText } from './common.ts';

/** Which hours of the working calendar a unit keeps. */
export const HoursRef = z.enum(['office', 'police10', 'around-the-clock']);
export type HoursRef = z.infer<typeof HoursRef>;

export const Unit = z.object({
  id: Id,
  agency: Id,
  name: LocalText,
  floor: z.nullable(z.string()),
  room: z.nullable(z.string()),
  city: z.nullable(z.string()),
  /** Digits with the area code, `02632000041`, or null when none was declared. */
  phone: z.nullable(z.string()),
  hours: HoursRef,
  /** Of its agency. Closures of a county go by it, so whether the unit is open now cannot be told without. */
  county: z.optional(z.nullable(Id)),
});
export type Unit = z.infer<typeof Unit>;

export const Agency = z.object({
  id: Id,
  province: Id,
  county: z.nullable(Id),
  name: LocalText,
  kind: z.string(),
  /** Published offerings of this agency. */
  offerings: z.int(),
});
export type Agency = z.infer<typeof Agency>;

/** As much of an agency as stands beside a service or a request. */
export const AgencyRef = z.object({ id: Id, name: LocalText, county: z.optional(z.nullable(Id)) });
export type AgencyRef = z.infer<typeof AgencyRef>;
