import { sql, type Kysely } from 'kysely';
import type { LifeEvent } from '../../contract/offering.ts';
import type { Database } from '../database/schema.ts';
import type { PublishedSheet } from '../open-data/published.ts';

type Db = Kysely<Database>;

/** Which services of a province are meant; what is absent narrows nothing. */
export interface Wanted {
  province: string;
  agency?: string | undefined;
  offering?: string | undefined;
  /** Published then or later. */
  since?: Date | undefined;
  /** With this life event, or with `any` of them. */
  lifeEvent?: LifeEvent | 'any' | undefined;
  /** Only those that name a unit. */
  withUnit?: boolean | undefined;
  /** Only these, in this order. */
  among?: string[] | undefined;
}

function published(db: Db, { province, agency, offering, since, lifeEvent, withUnit, among }: Wanted) {
  return db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .where('o.province', '=', province)
    .$if(agency !== undefined, (query) => query.where('o.agency', '=', agency!))
    .$if(offering !== undefined, (query) => query.where('o.id', '=', offering!))
    .$if(since !== undefined, (query) => query.where('v.created_at', '>=', since!))
    .$if(lifeEvent === 'any', (query) => query.where(sql<boolean>`jsonb_array_length(v.sheet -> 'lifeEvents') > 0`))
    .$if(lifeEvent !== undefined && lifeEvent !== 'any', (query) => query.where(sql<boolean>`v.sheet -> 'lifeEvents' @> ${JSON.stringify([lifeEvent])}::jsonb`))
    .$if(withUnit === true, (query) => query.where(sql<boolean>`jsonb_typeof(v.sheet -> 'unit') = 'object'`))
    .$if(among !== undefined, (query) => query.where(sql<boolean>`o.id = any(${among!}::text[])`));
}

/** Ids of published services. */
export async function publishedIds(db: Db, wanted: Wanted): Promise<string[]> {
  return (await published(db, wanted).select('o.id').execute()).map(({ id }) => id);
}

/** Ids of the agencies that publish such services. */
export async function publishers(db: Db, wanted: Wanted): Promise<string[]> {
  return (await published(db, wanted).select('o.agency').distinct().execute()).map(({ agency }) => agency);
}

export async function count(db: Db, wanted: Wanted): Promise<number> {
  return Number((await published(db, wanted).select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()).total);
}

const inOrder = (wanted: Wanted) => (wanted.among ? sql`array_position(${wanted.among}::text[], o.id)` : sql`o.id`);

/** Sheets in force, in the order of their ids. */
export async function sheets(db: Db, wanted: Wanted, { page, perPage }: { page: number; perPage: number }): Promise<PublishedSheet[]> {
  return published(db, wanted).select(['v.sheet', 'v.created_at as at']).orderBy(inOrder(wanted)).limit(perPage).offset((page - 1) * perPage).execute();
}

/** When each was published, without its sheet. */
export async function stamps(db: Db, wanted: Wanted, { page, perPage }: { page: number; perPage: number }): Promise<{ id: string; at: Date }[]> {
  return published(db, wanted).select(['o.id', 'v.created_at as at']).orderBy(inOrder(wanted)).limit(perPage).offset((page - 1) * perPage).execute();
}
