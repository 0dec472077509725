import { NewsAddressInput, NewsAddressProof, NewsChoices, NewsInput } from './news.ts';
import { RatingInput, ServiceRatingInput } from './rating.ts';
import { LiveChange, ObjectInput, OwnRequests, RequestRecord, WithdrawInput } from './request.ts';
import { Checkpoint, CheckpointList, CheckpointNumber, LogConsistency, LogProof } from './transparency.ts';
import { z } from './zod.ts';

export const promiseSchemas = {
  requestLive: { answer: LiveChange },
  myRequests: { answer: OwnRequests },
  chooseNews: { body: NewsInput, answer: NewsChoices },
  addNewsAddress: { body: NewsAddressInput, answer: NewsChoices },
  proveNewsAddress: { body: NewsAddressProof, answer: NewsChoices },
  withdraw: { body: WithdrawInput, answer: RequestRecord },
  object: { body: ObjectInput, answer: RequestRecord },
  rate: { body: RatingInput, answer: RequestRecord },
  rateService: { body: ServiceRatingInput, answer: z.void() },
  checkpoints: { query: z.object({ before: z.optional(CheckpointNumber) }), answer: CheckpointList },
  checkpoint: { answer: Checkpoint },
  logProof: { query: z.object({ checkpoint: z.optional(CheckpointNumber) }), answer: LogProof },
  logConsistency: { query: z.object({ from: CheckpointNumber, to: CheckpointNumber }), answer: LogConsistency },
} as const;
