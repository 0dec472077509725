import type { Transaction } from 'kysely';
import { byNewestCalendar } from '../calendars/recalculate.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { contextOf, timesIn, type RequestContext } from './context.ts';
import { projected, writeEvent, type LockedLog, type NewEvent, type RequestRow } from './events.ts';

/**
 * Appends an event to a locked request and brings its projection up to date: state, holder, assignee, due time. What it pushes
 * into days that only a newer calendar knows goes by that calendar. `more` are the columns that events do not say.
 */
export async function append(
  trx: Transaction<Database>, ports: Ports, target: LockedLog, event: NewEvent,
  more: Partial<Pick<RequestRow, 'holder_agency'>> = {},
): Promise<RequestContext> {
  const now = event.at ?? ports.now();
  const events = [...target.events, await writeEvent(trx, ports, target.row.id, target.events, target.vault, { ...event, at: now })];
  // What was promised first stays known: an objection begins another round, and must not make a late answer one in time.
  const kept = event.type === 'objected' ? { first_due_at: target.row.first_due_at ?? target.row.due_at } : {};
  const row = { ...target.row, ...projected(events), paused_since: null, ...more };
  const { context, checked } = await byNewestCalendar(trx, ports, await contextOf(trx, ports, row, events), now);
  const updated = await trx.updateTable('request')
    .set({ ...projected(context.events), ...more, ...kept, ...timesIn(context, now), calendar_checked: checked })
    .where('id', '=', row.id).returningAll().executeTakeFirstOrThrow();
  return { ...context, row: updated };
}
