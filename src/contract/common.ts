import { z } from './zod.ts';

/** Provinces and languages name things once; Persian is always there, other languages may be. */
export const LocalText = z.catchall(z.object({ fa: z.string() }), z.string());
export type LocalText = z.infer<typeof LocalText>;

/** Stable name of a province, agency, unit, service, offering or form: ASCII, safe in a path segment. */
export const Id = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,95}$/));

/** ISO 8601 with offset, Gregorian. */
export const Instant = z.iso.datetime({ offset: true });

/** ISO 8601 calendar date, Gregorian: `2026-11-24`. */
export const PlainDate = z.iso.date();

/** Money, in whole rials. */
export const Rial = z.int().check(z.nonnegative());

/** 16 digits: 15 random and a Damm check digit. */
export const TrackingCode = z.string().check(z.regex(/^\d{16}$/));

/** A page of a list. `next` is the cursor of the page after this one, null at the end. */
export const page = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });
