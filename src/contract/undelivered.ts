import { Id, Instant } from './common.ts';
import { SameBySms } from './news.ts';
import { OfferingRef } from './offering.ts';
import { z } from './zod.ts';

/** A message to a citizen that the gateway has given up. Neither the receiver nor the text is told. */
export const UndeliveredMessage = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'email']),
  /** The event of the request that it tells of. */
  about: z.string(),
  request: z.string(),
  offering: OfferingRef,
  agency: Id,
  createdAt: Instant,
  givenUpAt: Instant,
  tries: z.int(),
  /**
   * `unreachable`: the service did not answer. `busy`: it asked to try later. `refused`: it does not take what the gateway sends.
   * `recipient`: it says that there is no such receiver. `failed`: something else.
   */
  fault: z.enum(['unreachable', 'busy', 'refused', 'recipient', 'failed']),
  bySms: z.optional(SameBySms),
});
export type UndeliveredMessage = z.infer<typeof UndeliveredMessage>;

export const UndeliveredMessages = z.object({
  /** Newest first. */
  items: z.array(UndeliveredMessage),
  total: z.int(),
  /** Of all provinces of the gateway: messages that are due for minutes, or were tried in vain, and wait for another try. */
  waiting: z.object({ count: z.int(), since: z.nullable(Instant) }),
  /** Of all provinces of the gateway: one-time codes of the last 24 hours that nobody got in time. */
  lostCodes: z.int(),
});
export type UndeliveredMessages = z.infer<typeof UndeliveredMessages>;

/** Messages of the list. Those that are not in it any more are passed over. */
export const UndeliveredChoice = z.object({ ids: z.array(z.string().check(z.regex(/^\d{1,18}$/))).check(z.minLength(1), z.maxLength(200)) });
export type UndeliveredChoice = z.infer<typeof UndeliveredChoice>;
