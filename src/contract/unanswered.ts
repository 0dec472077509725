import { z } from './zod.ts';
import { Id } from './common.ts';

/** A search that found nothing. Nothing tells who searched. */
export const UnansweredInput = z.object({
  query: z.string().check(z.minLength(1), z.maxLength(400)),
  /** The gateway's default when absent. */
  province: z.optional(Id),
});
export type UnansweredInput = z.infer<typeof UnansweredInput>;

/** What many people searched for and did not find, most asked first. */
export const UnansweredQueries = z.object({
  /** First day that is counted, as YYYY-MM-DD. */
  since: z.string(),
  /** So many different people must have asked the same on one day before its text can be seen. */
  atLeast: z.int(),
  items: z.array(
    z.object({
      /** In folded letters: nothing is left of how one person wrote it. */
      text: z.string(),
      /** People who asked, each counted once a day. */
      count: z.int(),
      lastDay: z.string(),
    }),
  ),
});
export type UnansweredQueries = z.infer<typeof UnansweredQueries>;
