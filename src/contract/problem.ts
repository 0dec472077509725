import { z } from './zod.ts';
import { ProofAsked } from './request.ts';

/** Every code the gateway answers with. Text for people is chosen where it is shown, by this code. */
export const problemCodes = [
  'input.invalid', 'input.malformed', 'input.tooLarge', 'input.mediaType',
  'notFound', 'method.notAllowed', 'notAcceptable',
  'province.notFound', 'offering.notFound', 'form.notFound', 'form.changed', 'offering.notOnline',
  'request.notFound', 'request.changed', 'request.sameMatter', 'request.heldByOther', 'request.levelNeeded', 'request.windowOver', 'request.alreadyRated', 'accepted.notFound', 'transition.notAllowed',
  'proof.wrong', 'work.needed', 'rate.limited', 'idempotency.mismatch',
  'upload.tooLarge', 'upload.empty', 'upload.typeNotAllowed', 'upload.infected', 'upload.notFound', 'upload.otherOffset', 'upload.protocol', 'file.linkOver',
  'staff.signInFailed', 'staff.signInNeeded', 'staff.forbidden', 'staff.unitNotFound', 'staff.notFound',
  'form.invalid', 'form.ownDraft', 'form.noDraft', 'guide.notFound', 'guide.changed', 'guide.invalid', 'report.notFound',
  'token.needed', 'token.invalid', 'token.otherAgency', 'token.notFound', 'declaration.outdated', 'declaration.rejected', 'declaration.mostGone',
  'agency.notFound', 'declaration.notFound', 'declaration.changed', 'declaration.notReady', 'declaration.ownDraft', 'links.notAllowed', 'publication.notFound',
  'calendar.changed', 'reason.notFound', 'transparency.notYet', 'transparency.notFound',
  'server.failed', 'server.unavailable',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457 problem document. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes),
  /** For developers, in English. */
  detail: z.optional(z.string()),
  /** What is wrong where: `path` is a field id, `group.0.field` inside a group; `code` as in src/rules/form. */
  errors: z.optional(z.array(z.object({ path: z.string(), code: z.string(), params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) }))),
  /** With `work.needed`: an ALTCHA challenge. Its solution goes with the same call in the header `altcha`. */
  challenge: z.optional(z.record(z.string(), z.unknown())),
  /** Seconds until another try makes sense. */
  retryAfter: z.optional(z.int()),
  /** With `proof.wrong` of an accepted request: tries that its codes have left; 0 where only another code helps. */
  triesLeft: z.optional(z.int()),
  /** With `request.sameMatter`: names the one-time code that was sent to the mobile. */
  proof: z.optional(ProofAsked),
});
export type Problem = z.infer<typeof Problem>;
