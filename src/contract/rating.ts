import { z } from './zod.ts';

/** From 1, very bad, to 5, very good. */
const Score = z.optional(z.int().check(z.minimum(1), z.maximum(5)));

/** What is asked about a service; which two come first is in src/rules/survey.ts. What is not answered is absent, never a number. */
export const RatingAnswers = z.object({
  stepsTold: Score,
  timeTold: Score,
  complaintsHandled: Score,
  responsive: Score,
  accurate: Score,
  followUps: Score,
  timeKept: Score,
  satisfied: Score,
  trust: Score,
  fast: Score,
});
export type RatingAnswers = z.infer<typeof RatingAnswers>;

/** Why somebody is not content; which of them are reasons to object to the answer is in src/rules/survey.ts. */
export const RatingReason = z.enum(['notDone', 'incomplete', 'againstRule', 'unclear', 'late', 'visits', 'conduct']);
export type RatingReason = z.infer<typeof RatingReason>;

/** What anybody may say about a service, without a request. */
export const ServiceRatingInput = z.object({
  answers: RatingAnswers.check(z.refine((answers) => Object.values(answers).some((score) => score !== undefined), 'one answer at least')),
  reasons: z.array(RatingReason).check(z.maxLength(7)),
});
export type ServiceRatingInput = z.infer<typeof ServiceRatingInput>;

export const RatingInput = z.extend(ServiceRatingInput, {
  /** With a reason to object: the objection in the same step, in the citizen's words. */
  objection: z.optional(z.string().check(z.minLength(1), z.maxLength(4000))),
});
export type RatingInput = z.infer<typeof RatingInput>;
