import type { Kysely } from 'kysely';
import type { Offering } from '../../contract/offering.ts';
import { province, type Province } from '../catalogue/store.ts';
import { sha256 } from '../crypto.ts';
import type { Database } from '../database/schema.ts';

type Db = Kysely<Database>;

/** A published sheet and when it became so. */
export interface PublishedSheet {
  sheet: Offering;
  at: Date;
}

/** Which sheets of a province are in force at one moment. Their versions never change, so what is read later belongs together. */
export interface Published {
  province: Province;
  offerings: { id: string; version: number; at: Date }[];
  /** Of the sheets in force; the search index does not hold all of a sheet, so its version is not enough. */
  version: string;
  /** When the newest of them was published. */
  modified: Date | null;
}

/** Of a province, or of one agency in it. Throws `province.notFound`. */
export async function published(db: Db, provinceId: string, agency?: string): Promise<Published> {
  const place = await province(db, provinceId);
  let query = db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .select(['o.id', 'v.version', 'v.created_at as at'])
    .where('o.province', '=', provinceId);
  if (agency) query = query.where('o.agency', '=', agency);
  const rows = await query.orderBy('o.id').execute();
  return {
    province: place,
    offerings: rows,
    version: (await sha256(`${JSON.stringify(place.name)} ${rows.map(({ id, version }) => `${id} ${version}`).join('\n')}`)).slice(0, 20),
    modified: rows.reduce<Date | null>((newest, { at }) => (newest && newest >= at ? newest : at), null),
  };
}

/** Sheets that are in memory at a time. */
const pageSize = 100;

/** The sheets of `offerings`, in their order, page by page: no cursor stays open for a slow reader. */
export async function* pagesOf(db: Db, offerings: Published['offerings']): AsyncGenerator<PublishedSheet[], void> {
  for (let from = 0; from < offerings.length; from += pageSize) {
    const part = offerings.slice(from, from + pageSize);
    const rows = await db.selectFrom('offering_version').select(['offering', 'sheet'])
      .where((eb) => eb(eb.refTuple('offering', 'version'), 'in', part.map(({ id, version }) => eb.tuple(id, version)))).execute();
    const sheets = new Map(rows.map(({ offering, sheet }) => [offering, sheet]));
    yield part.flatMap(({ id, at }) => {
      const sheet = sheets.get(id);
      return sheet ? [{ sheet, at }] : [];
    });
  }
}
