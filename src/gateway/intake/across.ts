import { sql, type Kysely } from 'kysely';
import { foldKey } from '../../persian/fold.ts';
import { toPersianDigits } from '../../persian/digits.ts';
import { nationalsOf } from '../catalogue/national-store.ts';
import type { Database } from '../database/schema.ts';
import { compareCodes, dropSuperseded, type ComparedService } from '../declarations/across-rows.ts';
import type { Finding } from '../declarations/finding.ts';
import { columnName } from '../declarations/headers.ts';
import { compareAgencies, type KnownService } from '../declarations/lint/across-agencies.ts';
import { compareNational } from '../declarations/lint/national.ts';

type Db = Kysely<Database>;

/** Rules after which a row is not published, though it can be read. */
const leavesOut = new Set(['superseded', 'title-twice']);
export const isLeftOut = ({ rule }: Finding): boolean => leavesOut.has(rule);

/** Two rows of one title would be one offering: the first stands. */
function twice(services: readonly ComparedService[]): Finding[] {
  const first = new Map<string, number>();
  return services.flatMap(({ row, title }): Finding[] => {
    const key = foldKey(title);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      return [];
    }
    const message = `این عنوان در سطر ${toPersianDigits(earlier)} هم آمده است و این سطر وارد نمی‌شود.`;
    return [{ row, column: columnName('title'), rule: 'title-twice', severity: 'rejected', message }];
  });
}

/** What only all rows of a declaration together, what other agencies have published and what is national, tell. */
export async function lookAcross(db: Db, { province, agency }: { province: string; agency: string }, services: readonly ComparedService[]): Promise<Finding[]> {
  const known = await db.selectFrom('offering as o').innerJoin('service as s', 's.id', 'o.service')
    .innerJoin('agency as a', (join) => join.onRef('a.id', '=', 'o.agency').onRef('a.province', '=', 'o.province'))
    .select(['s.code', 's.title', sql<string>`a.name ->> 'fa'`.as('agency')])
    .where('o.province', '=', province).where('o.agency', '!=', agency).where('o.published_version', 'is not', null).where('s.code', 'is not', null)
    .orderBy('o.id').execute() as KnownService[];
  const kept = dropSuperseded([...services]);
  return [...kept.findings, ...twice(kept.services), ...compareCodes(kept.services), ...compareAgencies(kept.services, known), ...compareNational(kept.services, (await nationalsOf(db, agency)).sheets)];
}

/** As much of every row of a draft as is compared. */
export async function comparedRows(db: Db, draft: string): Promise<ComparedService[]> {
  return db.selectFrom('intake_row').select([
      'row', sql<string | null>`service ->> 'code'`.as('code'), sql<string | null>`service ->> 'parentCode'`.as('parentCode'),
      sql<string>`service ->> 'title'`.as('title'), sql<string | null>`service ->> 'editedOn'`.as('editedOn'),
    ])
    .where('draft', '=', draft).where('service', 'is not', null).orderBy('row').execute();
}
