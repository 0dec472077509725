import { PromiseLength } from './clock.ts';
import { z } from './zod.ts';

/** What a province promises beside the sheets. Each request keeps those under which it was filed. */
export const Terms = z.object({
  /** For whatever is filed, and for complaints. */
  singleWindow: PromiseLength,
  complaint: PromiseLength,
  /** Until somebody of the desk turns to it; null where that is not promised. */
  firstResponse: z.nullable(PromiseLength),
  /** For how long in all a clock stands still for the citizen's reply. */
  pauseCap: PromiseLength,
  /** At which share of a clock which level is told: 0 expert, 1 head of unit, 2 head of agency, 3 supervisor. */
  ladder: z.array(z.object({ share: z.number().check(z.positive()), level: z.int().check(z.minimum(0), z.maximum(3)) })),
  /** For how long after an answer an objection is taken. */
  objection: PromiseLength,
});
export type Terms = z.infer<typeof Terms>;
