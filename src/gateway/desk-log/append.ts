import type { Kysely, Transaction } from 'kysely';
import { deskChain, type DeskEditor, type DeskEvent, type DeskEventPayloads, type DeskEventType } from '../../rules/desk-log.ts';
import type { Database } from '../database/schema.ts';
import type { StaffCaller } from '../http/handler.ts';
import { writeChained } from '../log/chained.ts';

export const editorIn = ({ id, name }: StaffCaller): DeskEditor => ({ id, name });

/** Nobody else changes the rules of this province until the transaction ends. */
export const lockProvince = (trx: Transaction<Database>, province: string) =>
  trx.selectFrom('province').select('id').where('id', '=', province).forUpdate().executeTakeFirstOrThrow();

/** Writes a change of a province's rules into its log, with who made it. One at a time for each province. */
export async function appendDeskEvent(trx: Transaction<Database>, province: string, event: DeskEvent, now: Date): Promise<void> {
  const chain = deskChain(province);
  await lockProvince(trx, province);
  const last = await trx.selectFrom('request_event').select(['seq', 'hash', 'at']).where('request', '=', chain).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const { by } = event.payload;
  await writeChained(trx, {
    chain,
    seq: (last?.seq ?? 0) + 1,
    type: event.type,
    // Clocks of two copies may differ; the log never runs backwards.
    at: new Date(Math.max(now.getTime(), last?.at.getTime() ?? 0)),
    actor: by.id === null ? { role: 'system', id: null } : { role: 'expert', id: by.id },
    payload: event.payload,
    previousHash: last?.hash ?? null,
  });
}

/** All changes of these kinds, the first first. */
export async function deskEvents<T extends DeskEventType>(
  db: Kysely<Database>, province: string, types: readonly T[],
): Promise<{ [K in T]: { type: K; payload: DeskEventPayloads[K]; at: Date } }[T][]> {
  const rows = await db.selectFrom('request_event').select(['type', 'public_payload', 'at'])
    .where('request', '=', deskChain(province)).where('type', 'in', types).orderBy('seq').execute();
  return rows.map(({ type, public_payload: payload, at }) => ({ type, payload, at })) as never;
}
