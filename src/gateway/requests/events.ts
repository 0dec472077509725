import type { Kysely, Selectable, Transaction } from 'kysely';
import {
  assertAllowed, project, TransitionError, type Actor, type EventPayloads, type EventType, type RequestEvent,
} from '../../rules/lifecycle.ts';
import { digestPrivate, type ChainedEvent } from '../../rules/event-hash.ts';
import { calendarIn } from '../../rules/clock-events.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import { writeChained } from '../log/chained.ts';
import type { Ports } from '../ports.ts';
import { eventContext, openVault, type Vault } from './vault.ts';

export type RequestRow = Selectable<Database['request']>;
type EventRow = Selectable<Database['request_event']>;

/** An event as stored: the open part as the rules know it, the private part sealed. */
export type StoredEvent = RequestEvent & { hash: string; sealed: Uint8Array | null };

export type NewEvent = {
  [T in EventType]: {
    type: T;
    actor: Actor;
    payload: EventPayloads[T];
    /** Free text and names: sealed by the vault, in the log by digest only. */
    private?: object;
    /** When it happened; the present when absent. */
    at?: Date;
  };
}[EventType];

/** A request whose row this transaction holds: nobody else changes it until the end. */
export interface LockedRequest {
  row: RequestRow;
  events: StoredEvent[];
  vault: Vault;
}

/** One whose private words are not at hand, or erased. */
export type LockedLog = Omit<LockedRequest, 'vault'> & { vault: Vault | null };

export const toStored = (row: EventRow): StoredEvent => ({
  type: row.type,
  seq: row.seq,
  at: row.at.toISOString(),
  actor: { role: row.actor_role, id: row.actor_id },
  payload: row.public_payload,
  hash: row.hash,
  sealed: row.private_payload,
}) as StoredEvent;

export const toChained = (row: Omit<EventRow, 'private_payload'>): ChainedEvent => ({
  request: row.request, seq: row.seq, type: row.type, at: row.at, actorRole: row.actor_role, payload: row.public_payload,
  privateDigest: row.private_digest, previousHash: row.previous_hash, hash: row.hash, ...(row.hash_version > 1 && { actor: row.actor_id }),
});

/** Events of each request, in order. */
export async function eventsOf(db: Kysely<Database>, requests: readonly string[]): Promise<Map<string, StoredEvent[]>> {
  const found = new Map<string, StoredEvent[]>(requests.map((id) => [id, []]));
  if (!requests.length) return found;
  const rows = await db.selectFrom('request_event').selectAll().where('request', 'in', requests).orderBy('seq').execute();
  for (const row of rows) found.get(row.request)!.push(toStored(row));
  return found;
}

/** Undefined when there is no such request, or the person behind it was erased. */
export async function vaultOf(db: Kysely<Database>, ports: Ports, request: string): Promise<{ vault: Vault; filed: Uint8Array } | undefined> {
  const row = await db.selectFrom('request_private').select(['wrapped_key', 'answers']).where('request', '=', request).executeTakeFirst();
  return row && { vault: await openVault(ports, request, row.wrapped_key), filed: row.answers };
}

/** Takes the row of a request for this transaction. Undefined when there is none. */
export async function lockRequest(trx: Transaction<Database>, ports: Ports, id: string): Promise<LockedRequest | undefined> {
  const row = await trx.selectFrom('request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const opened = await vaultOf(trx, ports, id);
  if (!opened) return undefined;
  return { row, events: (await eventsOf(trx, [id])).get(id)!, vault: opened.vault };
}

/** Nobody overwrites what they have not seen. */
export function requireVersion(target: LockedRequest, version: number): void {
  if (target.row.version !== version) {
    throw new ProblemException('request.changed', { detail: `It is at version ${target.row.version}, not ${version}.` });
  }
}

/**
 * The next event in the chain of a request: checked against the lifecycle, hashed, written to the log. The projection
 * is written by the caller, in the same transaction.
 */
export async function writeEvent(
  trx: Kysely<Database>, ports: Ports, request: string, before: readonly StoredEvent[], vault: Vault | null, event: NewEvent,
): Promise<StoredEvent> {
  const last = before.at(-1);
  const state = before.length ? project(before).state : null;
  try {
    assertAllowed(state, event.type);
  } catch (error) {
    if (!(error instanceof TransitionError)) throw error;
    throw new ProblemException('transition.notAllowed', {
      detail: error.message, errors: [{ path: 'event', code: 'notAllowed', params: { event: event.type, state: state ?? '' } }],
    });
  }
  const seq = before.length + 1;
  // Clocks of two copies may differ; the log never runs backwards.
  const at = new Date(Math.max((event.at ?? ports.now()).getTime(), last ? Date.parse(last.at) : 0));
  if (event.private && !vault) throw new Error('An event with private words needs the vault of its request.');
  const privateDigest = event.private ? await digestPrivate(vault!.salt, event.private) : null;
  const sealed = event.private && event.type !== 'filed'
    ? await vault!.seal(eventContext(request, seq), JSON.stringify(event.private))
    : null;
  const hash = await writeChained(trx, {
    chain: request, seq, type: event.type, at, actor: event.actor, payload: event.payload, sealed, privateDigest, previousHash: last?.hash ?? null,
  });
  return {
    type: event.type, seq, at: at.toISOString(), actor: event.actor, payload: event.payload, hash, sealed,
  } as StoredEvent;
}

/** Columns of the projection that follow from the events. */
export function projected(events: readonly StoredEvent[]) {
  const { state, outcome, holderUnit, assignee, hops, level, pausedSince, explainedUntil, version } = project(events);
  return { state, outcome, holder_unit: holderUnit, assignee, hops, level, paused_since: pausedSince, explained_until: explainedUntil === null ? null : new Date(explainedUntil), version, calendar_version: calendarIn(events) };
}
