import type { Transaction } from 'kysely';
import { recalculate } from '../../rules/recalculate.ts';
import type { Database } from '../database/schema.ts';
import { tellCitizen } from '../messages/tell-citizen.ts';
import type { Ports } from '../ports.ts';
import { calendarVersion, contextOf, timesIn, type RequestContext } from '../requests/context.ts';
import { projected, writeEvent } from '../requests/events.ts';

/** So many are looked up at once. */
const batch = 100;

/** A request by the newest calendar that moves it, and the newest that it was held against. */
export interface UpToDate {
  context: RequestContext;
  checked: number;
}

/**
 * Holds a locked request against each version of the calendar that came after the one by which its clocks run, in order, so that each move
 * has the reason of its own edit. The citizen is told once where the date moved in the end. The events are written; the row is the caller's to write.
 */
export async function byNewestCalendar(trx: Transaction<Database>, ports: Ports, before: RequestContext, now: Date): Promise<UpToDate> {
  const { province } = before.row;
  const newer = await trx.selectFrom('calendar_version').select(['version', 'why']).where('province', '=', province)
    .where('version', '>', before.calendar.version).orderBy('version').execute();
  let context = before;
  for (const { version, why } of newer) {
    const calendar = await calendarVersion(trx, ports, province, version);
    const moved = recalculate({ ...context, newer: calendar, now });
    if (!moved) continue;
    // Nothing personal, so that also where the person behind it was erased it is done.
    const event = await writeEvent(trx, ports, context.row.id, context.events, null, {
      type: 'dueRecomputed', actor: { role: 'system', id: null }, payload: { why, calendarVersion: version, ...moved }, at: now,
    });
    context = { ...context, events: [...context.events, event], calendar, calendars: new Map([...context.calendars, [version, calendar]]) };
  }
  const moves = context.events.slice(before.events.length).flatMap((event) => (event.type === 'dueRecomputed' ? [event.payload] : []));
  if (moves.at(-1)?.dueAt !== moves[0]?.before) await tellCitizen(trx, ports, context.row, 'dueRecomputed');
  return { context, checked: newer.at(-1)?.version ?? before.calendar.version };
}

/**
 * Holds all open requests against the newest calendar of their province, one request a transaction, and gives how many that were. A standing chore, so that also
 * what was filed while an edit was under way comes to its turn. Any number of copies of the gateway may do it at once; a request that fails is
 * tried again in the next round, and holds up no other. `ending`: whether to stop after the one under way.
 */
export async function recalculateOpen(ports: Ports, ending: () => boolean = () => false): Promise<number> {
  let done = 0;
  for (const { id, calendar_version: newest } of await ports.db.selectFrom('province').select(['id', 'calendar_version']).orderBy('id').execute()) done += await recalculateProvince(ports, id, newest, ending);
  return done;
}

async function recalculateProvince(ports: Ports, province: string, newest: number, ending: () => boolean): Promise<number> {
  const failed: string[] = [];
  let done = 0;
  for (let before = -1; before < done;) {
    before = done;
    const found = await unchecked(ports.db, province, newest).select('id').where('id', 'not in', ['', ...failed]).limit(batch).execute();
    for (const { id } of found) {
      if (ending()) return done;
      try {
        if (await recalculateOne(ports, id, province, newest)) done++;
      } catch (error) {
        failed.push(id);
        ports.log.error('calendar.failed', { request: id, message: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return done;
}

/** One province at a time and its version as a value: only so does the database see by its index that there is nothing to do. */
export const unchecked = (db: Ports['db'], province: string, newest: number) => db.selectFrom('request')
  .where('province', '=', province).where('calendar_checked', '<', newest).where('state', 'not in', ['answered', 'closed', 'withdrawn']);

/** False: another copy has it, or has done it. */
function recalculateOne(ports: Ports, id: string, province: string, newest: number): Promise<boolean> {
  const now = ports.now();
  return ports.db.transaction().execute(async (trx) => {
    const row = await unchecked(trx, province, newest).selectAll().where('id', '=', id).forUpdate().skipLocked().executeTakeFirst();
    if (!row) return false;
    const before = await contextOf(trx, ports, row);
    const { context, checked } = await byNewestCalendar(trx, ports, before, now);
    const moved = context !== before;
    await trx.updateTable('request').set({ calendar_checked: checked, ...(moved && { ...projected(context.events), ...timesIn(context, now) }) }).where('id', '=', id).execute();
    return true;
  });
}
