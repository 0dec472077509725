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
  /** 1 for the first, then without a gap. */
  number: z.int(),
  size: z.int(),
  root: Hash,
  at: Instant,
  /** SHA-256 of the checkpoint before, as the text of its JWS; zeros in the first one. */
  previous: Hash,
});
export type CheckpointClaims = z.infer<typeof CheckpointClaims>;

/** A checkpoint as it is published: the JWS (Ed25519, a key of `/v1/receipt-keys`) is what counts, the rest says what is in it. */
export const Checkpoint = z.object({
  number: z.int(),
  size: z.int(),
  root: Hash,
  at: Instant,
  jws: z.string(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** Newest first; `next` is `before` of the page after this one. */
export const CheckpointList = z.object({ items: z.array(Checkpoint), next: z.nullable(z.int()) });
export type CheckpointList = z.infer<typeof CheckpointList>;

/** That an event was in the log when the checkpoint was signed: leaf `index` of its tree, and the audit path to its root. */
export const LogProof = z.object({ checkpoint: Checkpoint, index: z.int(), path: z.array(Hash) });
export type LogProof = z.infer<typeof LogProof>;

/** That the log of the one checkpoint is the beginning of the log of the other. */
export const LogConsistency = z.object({ from: Checkpoint, to: Checkpoint, path: z.array(Hash) });
export type LogConsistency = z.infer<typeof LogConsistency>;

/** As it stands in an address. */
export const CheckpointNumber = z.string().check(z.regex(/^[1-9]\d{0,8}$/));
