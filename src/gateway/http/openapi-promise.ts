import type { ProblemCode } from '../../contract/problem.ts';
import type { promiseRoutes } from '../../contract/promise-routes.ts';

/** The promise of a request and the log that proves it, in words. */
export const promiseWords: Record<keyof typeof promiseRoutes, { tag: 'Catalogue' | 'Requests' | 'Transparency'; summary: string; problems?: ProblemCode[] }> = {
  withdraw: { tag: 'Requests', summary: 'Takes an open request back, if the citizen likes with a word why. It ends there; nothing is erased.', problems: ['request.notFound', 'transition.notAllowed'] },
  object: { tag: 'Requests', summary: 'Objects to the answer, until `objectUntil` of the status. A new clock of the same promise runs, and the level above the one who answered decides; nobody below takes or answers it.', problems: ['request.notFound', 'request.windowOver', 'transition.notAllowed'] },
  rate: { tag: 'Requests', summary: 'Rates how a request was handled, once, after its answer: scores from 1 to 5 and reasons. With `notDone`, `incomplete` or `againstRule` an `objection` may come in the same step; both are written or neither.', problems: ['request.notFound', 'request.alreadyRated', 'request.windowOver', 'transition.notAllowed'] },
  rateService: { tag: 'Catalogue', summary: 'What anybody says about a published service, without a request: scores from 1 to 5 and reasons. Kept with the day and nothing of the sender, and never counted together with ratings of requests. Many from one address cost a proof of work each.', problems: ['offering.notFound', 'work.needed', 'rate.limited'] },
  checkpoints: { tag: 'Transparency', summary: 'What the gateway has signed of its log of events, newest first: once a day how many there are, and the root of the Merkle tree (RFC 9162, SHA-256) over them; the leaf of an event is its hash of 32 bytes. Whoever keeps one can tell later whether anything before it was changed, removed or put in between. `before` gives those with a smaller number.' },
  checkpoint: { tag: 'Transparency', summary: 'One checkpoint by its number. It never changes.', problems: ['notFound'] },
  logProof: { tag: 'Transparency', summary: 'That an event was in the log: its leaf and the audit path to the root of the first checkpoint after it, or of the one that `checkpoint` names. The event is named by its hash; the one of a filing stands in its receipt as `event`. Before the first checkpoint after it: `transparency.notYet`, with `retryAfter`.', problems: ['transparency.notFound', 'transparency.notYet', 'notFound'] },
  logConsistency: { tag: 'Transparency', summary: 'That the log of checkpoint `from` is the beginning of that of checkpoint `to`: nothing before it was changed, removed or put in between.', problems: ['notFound'] },
};
