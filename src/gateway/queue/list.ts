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
import { namesOf, personIn, type People } from './people.ts';

const states: Record<'open' | 'answered', RequestState[]> = {
  open: ['submitted', 'inReview', 'waitingCitizen', 'waitingAgency'],
  answered: ['answered', 'closed'],
};

/**
 * What is due first stands first; of what is due together, what was filed first: most of a day's requests are due at one
 * closing time. What waits for the citizen stands where it was due when that began: what is due of it moves meanwhile.
 * Nothing personal is read for a list.
 */
export async function listQueue(ports: Ports, staff: StaffCaller, query: Partial<RouteQuery<'queue'>>): Promise<RouteAnswer<'queue'>> {
  const { province, agency, unit } = scopeOf(staff);
  const limit = readLimit(query.limit);
  let select = ports.db.selectFrom('request').selectAll().where('province', '=', province);
  if (agency) select = select.where('holder_agency', '=', agency);
  if (unit) select = select.where(({ eb, or }) => or([eb('holder_unit', 'is', null), eb('holder_unit', '=', unit)]));
  const state = query.state ?? 'open';
  if (state !== 'all') select = select.where('state', 'in', states[state]);
  if (query.assignee) select = query.assignee === 'me' ? select.where('assignee', '=', staff.id) : select.where('assignee', 'is', null);
  if (query.cursor !== undefined) {
    const { dueAt, filedAt, id } = readCursor(query.cursor);
    select = select.where(({ eb, refTuple, tuple }) => eb(refTuple('due_at', 'filed_at', 'id'), '>', tuple(dueAt, filedAt, id)));
  }
  const rows = await select.orderBy('due_at').orderBy('filed_at').orderBy('id').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await itemsOf(ports, await contextsOf(ports.db, ports, shown)),
    asOf: ports.now().toISOString(),
    next: rows.length > limit && last ? writeCursor({ dueAt: last.due_at, filedAt: last.filed_at, id: last.id }) : null,
  };
}

/** Requests as they stand in a list. */
export async function itemsOf(ports: Ports, contexts: readonly RequestContext[]): Promise<QueueItem[]> {
  const people = await namesOf(ports.db, [...new Set(contexts.flatMap(({ row }) => row.assignee ?? []))]);
  const now = ports.now();
  return contexts.map((context) => itemOf(context, people, now));
}

function itemOf(context: RequestContext, people: People, now: Date): QueueItem {
  const { row, title, agency, calendar } = context;
  const clock = clockIn(context, now);
  return {
    id: row.id,
    kind: row.kind as RequestKind,
    state: row.state as RequestState,
    offering: { id: row.offering, title },
    agency,
    holder: holderIn(context),
    assignee: personIn(people, row.assignee),
    codeTail: row.code_tail,
    filedAt: wireInstant(calendar, row.filed_at),
    dueAt: clock.dueAt,
    shareUsed: clock.shareUsed,
    overdue: clock.overdue,
    paused: clock.state === 'paused',
    hops: row.hops,
  };
}
