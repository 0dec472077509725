import { Checkpoint, CheckpointList, CheckpointNumber, LogConsistency, LogProof } from './transparency.ts';
import { z } from './zod.ts';

export const promiseSchemas = {
  checkpoints: { query: z.object({ before: z.optional(CheckpointNumber) }), answer: CheckpointList },
  checkpoint: { answer: Checkpoint },
  logProof: { query: z.object({ checkpoint: z.optional(CheckpointNumber) }), answer: LogProof },
  logConsistency: { query: z.object({ from: CheckpointNumber, to: CheckpointNumber }), answer: LogConsistency },
} as const;
