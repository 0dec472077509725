import { Id, Instant } from './common.ts';
import { OfferingRef } from './offering.ts';
import { z } from './zod.ts';

/** That a part of a promised time is used, told to who stands on the ladder. */
export const Notice = z.object({
  id: z.string(),
  request: z.string(),
  offering: OfferingRef,
  agency: Id,
  codeTail: z.nullable(z.string()),
  /** Which promise: the answer, or that somebody turns to the request. */
  clock: z.enum(['answer', 'firstResponse']),
  /** 1: all of it. */
  share: z.number(),
  /** As what they are told: 0 expert, 1 head of unit, 2 head of agency, 3 supervisor. */
  level: z.int(),
  toldAt: Instant,
  /** Of the answer. */
  dueAt: Instant,
  overdue: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

/** Those of open requests that the caller has not seen yet, the newest first. */
export const Notices = z.object({ items: z.array(Notice), total: z.int() });
export type Notices = z.infer<typeof Notices>;

/** Notices of the list. Those that are not in it any more are passed over. */
export const NoticeChoice = z.object({ ids: z.array(z.string().check(z.regex(/^\d{1,18}$/))).check(z.minLength(1), z.maxLength(200)) });
export type NoticeChoice = z.infer<typeof NoticeChoice>;
