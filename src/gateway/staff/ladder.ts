import type { Kysely } from 'kysely';
import { topLevel } from '../../rules/lifecycle.ts';
import type { Database } from '../database/schema.ts';
import type { RequestRow } from '../requests/events.ts';

/**
 * Active accounts that stand on a level of the ladder above a request, by whose desk it lies on. Level 0 is whoever works on it; while nobody does, the
 * experts who may take it.
 */
async function standingAt(db: Kysely<Database>, row: Pick<RequestRow, 'province' | 'holder_agency' | 'holder_unit' | 'assignee'>, level: number): Promise<string[]> {
  const active = db.selectFrom('staff').select('id').where('province', '=', row.province).where('active', '=', true).orderBy('id');
  const ofAgency = active.where('agency', '=', row.holder_agency);
  const found = async (query: typeof active) => (await query.execute()).map(({ id }) => id);
  switch (level) {
    case 0: {
      const own = row.assignee === null ? [] : await found(active.where('id', '=', row.assignee));
      if (own.length) return own;
      const experts = ofAgency.where('role', '=', 'expert');
      return found(row.holder_unit === null ? experts : experts.where(({ or, eb }) => or([eb('unit', '=', row.holder_unit), eb('unit', 'is', null)])));
    }
    case 1: return row.holder_unit === null ? [] : found(ofAgency.where('role', '=', 'head').where('unit', '=', row.holder_unit));
    case 2: return found(ofAgency.where('role', '=', 'head').where('unit', 'is', null));
    default: return found(active.where('role', '=', 'supervisor'));
  }
}

/** From a level upwards the first one that somebody holds, with them; null where nobody holds any. `vacant`: those passed over. */
export async function heldFrom(db: Kysely<Database>, row: Parameters<typeof standingAt>[1], level: number): Promise<{ level: number | null; people: string[]; vacant: number[] }> {
  const vacant: number[] = [];
  for (let at = level; at <= topLevel; at++) {
    const people = await standingAt(db, row, at);
    if (people.length) return { level: at, people, vacant };
    vacant.push(at);
  }
  return { level: null, people: [], vacant };
}

/** How high one must stand to decide: as the record says, after an objection one above who answered, or the next level that somebody holds. */
export async function decidingLevel(db: Kysely<Database>, row: Parameters<typeof standingAt>[1] & Pick<RequestRow, 'level'>): Promise<number> {
  return row.level === 0 ? 0 : (await heldFrom(db, row, row.level)).level ?? topLevel;
}
