import { Instant } from './common.ts';
import { z } from './zod.ts';

/** The same news by SMS, of an e-mail that reached nobody. `sentAt`: null while it is on its way. */
export const SameBySms = z.object({ sentAt: z.nullable(Instant) });
export type SameBySms = z.infer<typeof SameBySms>;

/** An e-mail address as it is shown again: never whole, `a…@example.ir`. */
const ShownAddress = z.object({
  address: z.string(),
  /** The last message to it could not be delivered. */
  undelivered: z.optional(z.literal(true)),
  /** What that message told went by SMS. */
  bySms: z.optional(SameBySms),
});

/** How news of one request reach its citizen. One-time codes and the tracking code go to the phone whatever is chosen. */
export const NewsChoices = z.object({
  sms: z.boolean(),
  /** Absent where this gateway sends no e-mail. */
  email: z.optional(z.object({
    /** Where news go: an address that proved itself by a code. */
    confirmed: z.nullable(ShownAddress),
    /** Where a code went that has not come back; nothing else goes there. Forgotten an hour after the last code. */
    waiting: z.nullable(z.extend(ShownAddress, {
      /** Seconds until another code may be sent; 0 when it may be at once. */
      resendAfterSeconds: z.int(),
    })),
    /** Where `sms` is off: an e-mail that reaches nobody goes by SMS all the same. */
    smsInstead: z.optional(z.boolean()),
  })),
});
export type NewsChoices = z.infer<typeof NewsChoices>;

/** What is absent stays as it is. `email: null` removes the address, one that waits for its code, and `smsInstead`. */
export const NewsInput = z.object({ sms: z.optional(z.boolean()), smsInstead: z.optional(z.boolean()), email: z.optional(z.null()) });
export type NewsInput = z.infer<typeof NewsInput>;

/** Without an address another code goes to the one that waits. */
export const NewsAddressInput = z.object({ address: z.optional(z.string().check(z.maxLength(400))) });
export const NewsAddressProof = z.object({ otp: z.string().check(z.regex(/^\d{6}$/)) });
