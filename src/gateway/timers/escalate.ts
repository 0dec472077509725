import type { Transaction } from 'kysely';
import type { Escalation } from '../../rules/duties.ts';
import { isOpenAt, nextOpening, type Place } from '../../rules/working-calendar.ts';
import { agencyRef, province } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { append } from '../requests/append.ts';
import { calendarVersion, holderIn, type RequestContext } from '../requests/context.ts';
import type { LockedLog } from '../requests/events.ts';
import { heldFrom } from '../staff/ladder.ts';

/**
 * One step of the ladder: a line in the log at once, day and night, and a notice to whoever stands there, in the office hours of the unit that holds
 * the request. A level that nobody holds is passed over in the open.
 */
export async function escalate(trx: Transaction<Database>, ports: Ports, target: LockedLog, { clock, round, share, level }: Escalation, now: Date): Promise<RequestContext> {
  const { level: to, people: told, vacant } = await heldFrom(trx, target.row, level);
  const context = await append(trx, ports, target, { type: 'escalated', actor: { role: 'system', id: null }, payload: { clock, round, share, level, to, vacant }, at: now });
  if (to === null) return context;
  const tellAt = await inOfficeHours(trx, ports, context, now);
  // Who was not told yet of an earlier step is told of the last one only.
  await trx.deleteFrom('staff_notice').where('request', '=', target.row.id).where('staff', 'in', told).where('seen_at', 'is', null).where('tell_at', '>=', now).execute();
  await trx.insertInto('staff_notice')
    .values(told.map((staff) => ({ staff, request: target.row.id, seq: target.events.length + 1, clock, share, level: to, tell_at: tellAt }))).execute();
  return context;
}

/** Now where the desk that holds a request is open, and otherwise when it opens. By the calendar of today: it is about people, not about the promise. */
async function inOfficeHours(trx: Transaction<Database>, ports: Ports, context: RequestContext, now: Date): Promise<Date> {
  const { province: of, holder_agency: agency } = context.row;
  const calendar = await calendarVersion(trx, ports, of, (await province(trx, of)).calendarVersion);
  const place: Place = { agency, county: (await agencyRef(trx, of, agency))?.county ?? null, hours: holderIn(context)?.hours };
  return isOpenAt(calendar, now, place) ? now : nextOpening(calendar, now, place) ?? now;
}
