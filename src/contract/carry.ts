import { Id } from './common.ts';
import { z } from './zod.ts';

/** As it is stored: ASCII digits, `09…`. */
const Mobile = z.string().check(z.regex(/^09\d{9}$/));

/** What is written in a form so far. Only elements read what is in it; it is read with care, for it may be of another version. */
const Draft = z.record(z.string(), z.unknown());

/** A draft on its way to another device of the same person. */
export const CarryInput = z.object({ offering: Id, mobile: Mobile, language: z.optional(z.string()), draft: Draft });

/** How long it waits there. */
export const Carried = z.object({ validHours: z.int() });

export const FetchDraftInput = z.object({ offering: Id, mobile: Mobile, otp: z.string().check(z.regex(/^\d{8}$/)) });
export const FetchedDraft = z.object({ draft: Draft });
