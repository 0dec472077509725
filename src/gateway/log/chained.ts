import type { Kysely } from 'kysely';
import { genesisHash, hashEvent } from '../../rules/event-hash.ts';
import type { Database } from '../database/schema.ts';

/** The next event of a chain, before it has its hash. */
export interface NextEvent {
  chain: string;
  seq: number;
  type: string;
  at: Date;
  actor: { role: string; id: string | null };
  payload: object;
  /** Words that nobody reads without the key, and the digest that stands for them. */
  sealed?: Uint8Array | null;
  privateDigest?: string | null;
  /** Null for the first. */
  previousHash: string | null;
}

/** Writes an event into its chain and into the log of arrivals, and gives its hash. */
export async function writeChained(trx: Kysely<Database>, event: NextEvent): Promise<string> {
  const { chain: request, seq, type, at, actor, payload, sealed = null, privateDigest = null } = event;
  const previousHash = event.previousHash ?? genesisHash;
  const hash = await hashEvent({ request, seq, type, at, actorRole: actor.role, payload, privateDigest, previousHash, actor: actor.id });
  await trx.insertInto('request_event').values({
    request, seq, type, at, actor_role: actor.role, actor_id: actor.id, public_payload: JSON.stringify(payload),
    private_payload: sealed, private_digest: privateDigest, previous_hash: previousHash, hash, hash_version: 2,
  }).execute();
  await trx.insertInto('log_entry').values({ request, seq, hash, at }).execute();
  return hash;
}
