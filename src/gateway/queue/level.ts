import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { RequestRow } from '../requests/events.ts';

/**
 * How high one must stand to decide: as the record says, after an objection one above who answered. A level that nobody
 * holds falls to the next: head of the unit, head of the agency, supervisor.
 */
export async function decidingLevel(
  db: Kysely<Database>, { level, province, holder_agency, holder_unit }: Pick<RequestRow, 'level' | 'province' | 'holder_agency' | 'holder_unit'>,
): Promise<number> {
  if (level === 0 || level >= 3) return level;
  const heads = await db.selectFrom('staff').select('unit').where('active', '=', true).where('role', '=', 'head')
    .where('province', '=', province).where('agency', '=', holder_agency).execute();
  if (level === 1 && holder_unit && heads.some(({ unit }) => unit === holder_unit)) return 1;
  return heads.some(({ unit }) => unit === null) ? 2 : 3;
}
