import type { Kysely } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import { deskChain } from '../../rules/desk-log.ts';
import { firstResponseOf } from '../../rules/first-response.ts';
import type { Database } from '../database/schema.ts';
import { clockIn, contextsOf } from '../requests/context.ts';
import { toStored } from '../requests/events.ts';
import type { ExportedEvent, ExportLine } from './export-lines.ts';

const pageSize = 200;

/**
 * The whole log in lines: calendars, the changes of each province's rules, and every request with its events and what its clocks said at `now`. Nothing
 * personal is in it: private words stand in the log by their digests, staff by their ids. A consistent picture, beside a gateway at work.
 */
export async function exportLog(db: Kysely<Database>, now: Date, write: (line: ExportLine) => Promise<void>): Promise<{ requests: number; events: number }> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (trx) => {
    const counted = { requests: 0, events: 0 };
    await write({ line: 'log', v: 1, asOf: now.toISOString() });
    const calendars = await trx.selectFrom('calendar_version').select(['province', 'version', 'calendar']).orderBy('province').orderBy('version').execute();
    for (const { province, version, calendar } of calendars) await write({ line: 'calendar', province, version, calendar: calendar as WorkingCalendar });
    for (const { id } of await trx.selectFrom('province').select('id').orderBy('id').execute()) {
      const events = await eventsOf(trx, [deskChain(id)]);
      counted.events += events.length;
      if (events.length) await write({ line: 'desk', chain: deskChain(id), events: events.map(({ event }) => event) });
    }
    // Compiled calendars are kept for as long as this runs.
    const keeper = {};
    for (let after = ''; ;) {
      const rows = await trx.selectFrom('request').selectAll().where('id', '>', after).orderBy('id').limit(pageSize).execute();
      if (!rows.length) break;
      after = rows.at(-1)!.id;
      const found = new Map(rows.map(({ id }): [string, Awaited<ReturnType<typeof eventsOf>>] => [id, []]));
      for (const each of await eventsOf(trx, [...found.keys()])) found.get(each.chain)!.push(each);
      const contexts = await contextsOf(trx, keeper, rows, new Map([...found].map(([id, own]) => [id, own.map(({ stored }) => stored)])));
      for (const context of contexts) {
        const { row, place } = context;
        const events = found.get(row.id)!.map(({ event }) => event);
        counted.requests += 1;
        counted.events += events.length;
        await write({
          line: 'request', request: row.id, province: row.province, place: { agency: place.agency, county: place.county ?? null, hours: place.hours ?? null }, events,
          clocks: { answer: clockIn(context, now), firstResponse: firstResponseOf({ ...context, now }) },
        });
      }
    }
    await write({ line: 'end', ...counted });
    return counted;
  });
}

async function eventsOf(db: Kysely<Database>, chains: readonly string[]) {
  const rows = await db.selectFrom('request_event').selectAll().where('request', 'in', chains).orderBy('request').orderBy('seq').execute();
  return rows.map((row) => ({
    chain: row.request,
    stored: toStored(row),
    event: {
      seq: row.seq, type: row.type, at: row.at.toISOString(), actorRole: row.actor_role, ...(row.hash_version > 1 && { actor: row.actor_id }), payload: row.public_payload,
      privateDigest: row.private_digest, previousHash: row.previous_hash, hash: row.hash,
    } satisfies ExportedEvent,
  }));
}
