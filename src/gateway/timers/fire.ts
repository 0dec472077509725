import { sql } from 'kysely';
import { brokenNews } from '../../rules/broken-news.ts';
import { dutiesOf } from '../../rules/duties.ts';
import { byNewestCalendar } from '../calendars/recalculate.ts';
import { backOffSeconds } from '../messages/deliver.ts';
import { tellCitizen } from '../messages/tell-citizen.ts';
import type { Ports } from '../ports.ts';
import { append } from '../requests/append.ts';
import { contextOf, timesIn } from '../requests/context.ts';
import { projected, type LockedLog } from '../requests/events.ts';
import { escalate } from './escalate.ts';

/** So many are looked up at once. */
const batch = 100;

/**
 * Does what time has brought about, one request a transaction, and gives how many requests were looked at. Any number of copies of the gateway may
 * call it at once: a row that one of them holds is skipped by the others, and what is done stands in the log. A request that
 * fails is tried again later, and holds up no other. `ending`: whether to stop after the one under way.
 */
export async function fireDue(ports: Ports, ending: () => boolean = () => false): Promise<number> {
  const now = await presentOf(ports);
  let fired = 0;
  for (let before = -1; before < fired;) {
    before = fired;
    // Looked up by the index at once, and locked one by one.
    for (const { id } of await nextDue(ports.db, now).execute()) {
      if (ending()) return fired;
      try {
        if (await fireOne(ports, now, id)) fired++;
      } catch (error) {
        await putOff(ports, id, now, error);
      }
    }
  }
  return fired;
}

/** Requests that time has brought something about for, the longest waiting first. */
export const nextDue = (db: Ports['db'], now: Date) => db.selectFrom('request').select('id').where('wake_at', '<=', now).orderBy('wake_at').limit(batch);

/** Nothing may come early: a machine whose clock is ahead takes the time of the database. */
async function presentOf({ db, now, machineTime, log }: Ports): Promise<Date> {
  const own = now();
  if (!machineTime) return own;
  const { rows: [row] } = await sql<{ now: Date }>`select now() as now`.execute(db);
  const ahead = own.getTime() - row!.now.getTime();
  if (ahead > 1000) log.error('clock.ahead', { milliseconds: ahead });
  return ahead > 0 ? row!.now : own;
}

/** False: another copy has it, or has done it. */
function fireOne(ports: Ports, now: Date, id: string): Promise<boolean> {
  return ports.db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('request').selectAll().where('id', '=', id).where('wake_at', '<=', now).forUpdate().skipLocked().executeTakeFirst();
    if (!row) return false;
    // First of all by the calendar of today: what an edit moved is not due yet.
    const today = await byNewestCalendar(trx, ports, await contextOf(trx, ports, row), now);
    let { context } = today;
    const toldBefore = brokenNews(context.events) !== undefined;
    for (const duty of dutiesOf({ ...context, now }).due) {
      // Nothing personal, so that also where the person behind it was erased it is done.
      const log: LockedLog = { row: context.row, events: context.events, vault: null };
      context = duty.duty === 'escalate'
        ? await escalate(trx, ports, log, duty, now)
        : await append(trx, ports, log, { type: 'closed', actor: { role: 'system', id: null }, payload: {}, at: now });
    }
    // Once, however many steps came together, with who was told last.
    if (!toldBefore && brokenNews(context.events)) await tellCitizen(trx, ports, context.row, 'escalated', context.events.findLast((event) => event.type === 'escalated')?.payload.to);
    if (context.row.state === 'closed' && row.state !== 'closed') await tellCitizen(trx, ports, context.row, 'closed');
    // Also where no event came of it: a wait for a reply may have ended.
    await trx.updateTable('request').set({ ...projected(context.events), ...timesIn(context, now), calendar_checked: today.checked }).where('id', '=', id).execute();
    return true;
  });
}

/** Later again, and later each time; at the latest every hour. */
async function putOff({ db, log }: Ports, id: string, now: Date, error: unknown): Promise<void> {
  const { wake_tries: tries } = await db.updateTable('request').set(({ eb }) => ({ wake_tries: eb('wake_tries', '+', 1) })).where('id', '=', id)
    .returning('wake_tries').executeTakeFirstOrThrow();
  await db.updateTable('request').set({ wake_at: new Date(now.getTime() + backOffSeconds(tries) * 1000) }).where('id', '=', id).execute();
  log.error('timer.failed', { request: id, tries, message: error instanceof Error ? error.message : String(error) });
}
