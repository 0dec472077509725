import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Offering } from '../../contract/offering.ts';
import type { PublishedSheet } from '../database/intake-tables.ts';
import type { Database } from '../database/schema.ts';
import type { Earlier } from './inherit.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/**
 * One publication of a province at a time, and none while national sheets are published; every transaction that publishes
 * begins with it.
 */
export async function lockPublishing(trx: Trx, province: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('publishing', 0))`.execute(trx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${province}`}, 0))`.execute(trx);
}

/** National sheets change services of all provinces: nothing else is published meanwhile. */
export const lockAllPublishing = async (trx: Trx): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtextextended('publishing', 0))`.execute(trx));

/** Sheets in force, of a province or of one agency, in the order of their ids. */
export async function sheetsInForce(db: Db, province: string, agency?: string): Promise<(PublishedSheet & Earlier)[]> {
  let query = db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .select(['v.offering', 'v.version', 'v.sheet', 'o.service', 'v.created_at as at']).where('o.province', '=', province);
  if (agency) query = query.where('o.agency', '=', agency);
  return query.orderBy('o.id').execute();
}

/** The newest version of every sheet that an agency ever published, by offering. */
export async function newestSheets(db: Db, province: string, agency: string): Promise<Map<string, Earlier>> {
  const rows = await db.selectFrom('offering as o').innerJoin('offering_version as v', 'v.offering', 'o.id').distinctOn('o.id')
    .select(['o.id', 'v.sheet', 'v.created_at as at']).where('o.province', '=', province).where('o.agency', '=', agency)
    .orderBy('o.id').orderBy('v.version', 'desc').execute();
  return new Map(rows.map(({ id, sheet, at }) => [id, { sheet, at }]));
}

/** Sheets in force of the agencies that publish by themselves: by officers or by their own system. */
export async function officersSheets(db: Db, province: string): Promise<Map<string, Offering[]>> {
  const rows = await db.selectFrom('publication').select('agency').distinct().where('province', '=', province).where('version', '>', 1).execute();
  const first = await db.selectFrom('publication').select('agency').where('province', '=', province).where('version', '=', 1).where('draft', 'is not', null).execute();
  const agencies = new Set([...rows, ...first].map(({ agency }) => agency));
  const found = new Map<string, Offering[]>();
  for (const agency of agencies) found.set(agency, (await sheetsInForce(db, province, agency)).map(({ sheet }) => sheet));
  return found;
}

/** Number of the publication in force; 0 while the agency has published nothing by itself. */
export async function publicationInForce(db: Db, province: string, agency: string): Promise<number> {
  const row = await db.selectFrom('publication').select(({ fn }) => fn.max('version').as('version'))
    .where('province', '=', province).where('agency', '=', agency).executeTakeFirst();
  return row?.version ?? 0;
}
