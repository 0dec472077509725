import type { RequestKind } from '../../contract/form.ts';
import type { RequestState } from '../../contract/request.ts';
import type { QueueItem } from '../../contract/staff.ts';
import type { RouteAnswer, RouteQuery } from '../../contract/route-schemas.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import type { StaffCaller } from '../http/handler.ts';
import type { Ports } from '../ports.ts';
import { clockIn, contextsOf, holderIn, type RequestContext } from '../requests/context.ts';
import { scopeOf } from './access.ts';
import { readCursor, readLimit, writeCursor } from './cursor.ts';

const states: Record<'open' | 'answered', RequestState[]> = {
  open: ['submitted', 'inReview', 'waitingCitizen', 'waitingAgency'],
  answered: ['answered', 'closed'],
};

/** What is due first stands first. Nothing personal is read for a list. */
export async function listQueue(ports: Ports, staff: StaffCaller, query: Partial<RouteQuery<'queue'>>): Promise<RouteAnswer<'queue'>> {
  const { province, agency } = scopeOf(staff);
  const limit = readLimit(query.limit);
  let select = ports.db.selectFrom('request').selectAll().where('province', '=', province);
  if (agency) select = select.where('holder_agency', '=', agency);
  const state = query.state ?? 'open';
  if (state !== 'all') select = select.where('state', 'in', states[state]);
  if (query.cursor !== undefined) {
    const { dueAt, id } = readCursor(query.cursor);
    select = select.where(({ eb, or, and }) => or([eb('due_at', '>', dueAt), and([eb('due_at', '=', dueAt), eb('id', '>', id)])]));
  }
  const rows = await select.orderBy('due_at').orderBy('id').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const now = ports.now();
  return {
    items: (await contextsOf(ports.db, ports, shown)).map((context) => itemOf(context, now)),
    next: rows.length > limit && last ? writeCursor({ dueAt: last.due_at, id: last.id }) : null,
  };
}

function itemOf(context: RequestContext, now: Date): QueueItem {
  const { row, title, agency, calendar } = context;
  const clock = clockIn(context, now);
  return {
    id: row.id,
    kind: row.kind as RequestKind,
    state: row.state as RequestState,
    offering: { id: row.offering, title },
    agency,
    holder: holderIn(context),
    filedAt: wireInstant(calendar, row.filed_at),
    dueAt: clock.dueAt,
    shareUsed: clock.shareUsed,
    overdue: clock.overdue,
    paused: clock.state === 'paused',
    hops: row.hops,
  };
}
