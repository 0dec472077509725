import { sql, type Kysely } from 'kysely';
import { readOfferings, type Indexed } from '../../search/build.ts';
import type { Database } from '../database/schema.ts';

/** Provinces whose sheets are remembered, some 5 KB a sheet. */
const mostProvinces = 4;
/**
 * What indexes are made of, by province and the digest of the sheet. A digest is that of the sheet's whole text, so nothing
 * here can be old: not after a publication that was undone, nor after one by another copy of the gateway.
 */
const remembered = new Map<string, ReadonlyMap<string, Indexed>>();

/**
 * Sheets in force as an index is made of them. Only those that the last index of the province did not hold are read: asked
 * for ahead of a publication, it takes half as long.
 */
export async function indexedSheets(db: Kysely<Database>, province: string): Promise<Indexed[]> {
  const inForce = db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'));
  const rows = await inForce.select(['o.id', 'v.digest']).where('o.province', '=', province).execute();
  const known = remembered.get(province);
  const missing = rows.filter(({ digest }) => !known?.has(digest)).map(({ id }) => id);
  const read = missing.length ? await inForce.select(['v.digest', 'v.sheet']).where('o.id', '=', sql<string>`any(${missing})`).execute() : [];
  const made = new Map(readOfferings(read.map(({ sheet }) => sheet)).map((indexed, at) => [read[at]!.digest, indexed]));
  const now = new Map(rows.map(({ digest }) => [digest, made.get(digest) ?? known!.get(digest)!]));
  remembered.delete(province);
  remembered.set(province, now);
  if (remembered.size > mostProvinces) remembered.delete(remembered.keys().next().value!);
  return [...now.values()];
}
