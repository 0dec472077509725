import type { Kysely } from 'kysely';
import type { StaffRef } from '../../contract/staff.ts';
import type { Database } from '../database/schema.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestRow } from '../requests/events.ts';
import { decidingLevel } from '../staff/ladder.ts';
import { rankOf } from './access.ts';

type Place = Pick<RequestRow, 'province' | 'holder_agency' | 'holder_unit' | 'assignee' | 'level'>;

/** Staff by id, also those who have left: what they did stays theirs. */
export type People = ReadonlyMap<string, StaffRef>;

/** An account that is gone still names somebody: the id. */
export const personIn = (people: People, id: string | null | undefined): StaffRef | null => (id ? people.get(id) ?? { id, name: id } : null);

/** Everybody whom a row or an event of these requests names. */
export async function peopleIn(db: Kysely<Database>, contexts: readonly RequestContext[]): Promise<People> {
  const ids = new Set<string>();
  for (const { row, events } of contexts) {
    if (row.assignee) ids.add(row.assignee);
    for (const { actor, type, payload } of events) {
      if (actor.id) ids.add(actor.id);
      if (type === 'assigned' && payload.assignee) ids.add(payload.assignee);
    }
  }
  return namesOf(db, [...ids]);
}

export async function namesOf(db: Kysely<Database>, ids: readonly string[]): Promise<People> {
  if (!ids.length) return new Map();
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those who may work on a request: experts of the unit that holds it, experts of the whole agency, its heads; after an objection who stands high enough. */
export async function colleaguesOf(db: Kysely<Database>, place: Place): Promise<StaffRef[]> {
  const { province, holder_agency, holder_unit } = place;
  const level = await decidingLevel(db, place);
  let query = db.selectFrom('staff').select(['id', 'name', 'role', 'unit'])
    .where('active', '=', true).where('role', 'in', ['expert', 'head'])
    .where('province', '=', province).where('agency', '=', holder_agency);
  if (holder_unit) {
    query = query.where(({ eb, or }) => or([eb('unit', 'is', null), eb('unit', '=', holder_unit), eb('role', '=', 'head')]));
  }
  const sorter = new Intl.Collator('fa');
  const able = (await query.execute()).filter((one) => rankOf(one) >= level).map(({ id, name }) => ({ id, name }));
  return able.sort((a, b) => sorter.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
