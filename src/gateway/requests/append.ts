import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { contextOf, timesIn, type RequestContext } from './context.ts';
import { projected, writeEvent, type LockedLog, type NewEvent, type RequestRow } from './events.ts';

/**
 * Appends an event to a locked request and brings its projection up to date: state, holder, assignee, due time. `more` are
 * the columns that events do not say.
 */
export async function append(
  trx: Transaction<Database>, ports: Ports, target: LockedLog, event: NewEvent,
  more: Partial<Pick<RequestRow, 'holder_agency'>> = {},
): Promise<RequestContext> {
  const now = event.at ?? ports.now();
  const events = [...target.events, await writeEvent(trx, ports, target.row.id, target.events, target.vault, { ...event, at: now })];
  const row = { ...target.row, ...projected(events), paused_since: null, ...more };
  const context = await contextOf(trx, ports, row, events);
  const updated = await trx.updateTable('request')
    .set({ ...projected(events), ...more, ...timesIn(context, now) })
    .where('id', '=', row.id).returningAll().executeTakeFirstOrThrow();
  return { ...context, row: updated };
}
