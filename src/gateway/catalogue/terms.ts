import type { Kysely, Transaction } from 'kysely';
import type { Terms } from '../../contract/terms.ts';
import { usualTerms } from '../../rules/terms.ts';
import type { Database } from '../database/schema.ts';
import { canonical } from './versions.ts';

/** The terms in force: what is filed now keeps them. */
export async function termsInForce(db: Kysely<Database>, province: string): Promise<Terms> {
  const row = await db.selectFrom('province as p')
    .innerJoin('terms_version as t', (join) => join.onRef('t.province', '=', 'p.id').onRef('t.version', '=', 'p.terms_version'))
    .select('t.terms').where('p.id', '=', province).executeTakeFirst();
  return row?.terms ?? usualTerms;
}

/** Puts terms in force; a version that says the same is not written again. */
export async function keepTerms(trx: Transaction<Database>, province: string, terms: Terms, at: Date, by: string): Promise<void> {
  const newest = await trx.selectFrom('terms_version').select(['version', 'terms']).where('province', '=', province)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  let version = newest?.version ?? 0;
  if (!newest || canonical(newest.terms) !== canonical(terms)) {
    version += 1;
    await trx.insertInto('terms_version').values({ province, version, terms: JSON.stringify(terms), created_at: at, created_by: by }).execute();
  }
  await trx.updateTable('province').set({ terms_version: version }).where('id', '=', province).execute();
}
