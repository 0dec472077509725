import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { RequestRow } from '../requests/events.ts';

/** How high the ladder goes: 0 expert, 1 head of unit, 2 head of agency, 3 supervisor of the province. */
export const topLevel = 3;

/**
 * Active accounts that stand on a level of the ladder above a request, by whose desk it lies on. Level 0 is whoever works on it; while nobody does, the
 * experts who may take it.
 */
export async function standingAt(db: Kysely<Database>, row: Pick<RequestRow, 'province' | 'holder_agency' | 'holder_unit' | 'assignee'>, level: number): Promise<string[]> {
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
