import { z } from './zod.ts';
import { Instant } from './common.ts';

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * What the gateway signs once a day: how many events its log holds and the root of the Merkle tree (RFC 9162) over them.
 * Whoever keeps it can tell later that nothing before it was changed, removed or put in between.
 */
export const CheckpointClaims = z.object({
  v: z.literal(1),
  /** Names the log: the same in all of its checkpoints, whatever its address or key. */
  origin: z.string(),
  size: z.int(),
  root: Hash,
  at: Instant,
  /** SHA-256 of the checkpoint before, as the text of its JWS; zeros in the first one. */
  previous: Hash,
});
export type CheckpointClaims = z.infer<typeof CheckpointClaims>;
