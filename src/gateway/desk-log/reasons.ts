import type { Kysely, Transaction } from 'kysely';
import type { DelayReason } from '../../contract/delay.ts';
import type { DeskEditor } from '../../rules/desk-log.ts';
import type { Database } from '../database/schema.ts';
import { appendDeskEvent, deskEvents } from './append.ts';

/** A reason for a delay as the province's log tells of it. */
export interface LoggedReason extends DelayReason {
  added: { at: Date; by: DeskEditor };
  retired: { at: Date; by: DeskEditor } | null;
}

/** A reason that a file gives another wording than the one that stands under its id. */
export class ReasonChangedError extends Error {
  override readonly name = 'ReasonChangedError';
  constructor(id: string) {
    super(`The reason "${id}" stands in the log with other words, and requests point to it: give the new wording an id of its own.`);
  }
}

/** Every reason that the province ever had, the first first. The log is the list: there is no other table of it. */
export async function reasonsOf(db: Kysely<Database>, province: string): Promise<LoggedReason[]> {
  const reasons = new Map<string, LoggedReason>();
  for (const { type, payload, at } of await deskEvents(db, province, ['reasonAdded', 'reasonRetired'])) {
    if (type === 'reasonAdded') reasons.set(payload.reason.id, { ...payload.reason, added: { at, by: payload.by }, retired: null });
    else reasons.get(payload.reason)!.retired = { at, by: payload.by };
  }
  return [...reasons.values()];
}

export const inForce = (reasons: readonly LoggedReason[]): DelayReason[] =>
  reasons.filter(({ retired }) => !retired).map(({ id, title, rule }) => ({ id, title, rule }));

/**
 * Puts on the list what a file names and the list does not know. What a file leaves out stays, and what was taken off is not put back: whoever runs
 * the desk changes the list there. Throws {@link ReasonChangedError}.
 */
export async function keepReasons(trx: Transaction<Database>, province: string, reasons: readonly DelayReason[], at: Date, by: string): Promise<void> {
  const known = new Map((await reasonsOf(trx, province)).map((reason) => [reason.id, reason]));
  for (const reason of reasons) {
    const old = known.get(reason.id);
    if (!old) await appendDeskEvent(trx, province, { type: 'reasonAdded', payload: { reason, by: { id: null, name: by } } }, at);
    else if (old.title.fa !== reason.title.fa || old.rule.fa !== reason.rule.fa) throw new ReasonChangedError(reason.id);
  }
}
