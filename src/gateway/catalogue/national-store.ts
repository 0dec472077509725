import { sql, type Kysely, type Transaction } from 'kysely';
import type { NationalSheet } from '../../contract/offering.ts';
import { foldKey } from '../../persian/fold.ts';
import type { Database } from '../database/schema.ts';
import { sinceOf } from './inherit.ts';
import { next } from './versions.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** The national sheets in force under which an agency gives its services. */
export interface Nationals {
  sheets: readonly NationalSheet[];
  /** That of the same title, unless the two go by different codes: published codes and titles alone are not enough. */
  find(service: { code: string | null; title: string }): NationalSheet | undefined;
}

export function nationalsAmong(sheets: readonly NationalSheet[]): Nationals {
  const byTitle = new Map(sheets.map((sheet) => [foldKey(sheet.title), sheet]));
  return {
    sheets,
    find({ code, title }) {
      const sheet = byTitle.get(foldKey(title));
      return sheet && (!code || !sheet.code || code === sheet.code) ? sheet : undefined;
    },
  };
}

/** Of an agency, by the id that it has in every province. */
export async function nationalsOf(db: Db, agency: string): Promise<Nationals> {
  const rows = await db.selectFrom('national_sheet as n')
    .innerJoin('national_sheet_version as v', (join) => join.onRef('v.sheet', '=', 'n.id').onRef('v.version', '=', 'n.published_version'))
    .select('v.content').where(sql<boolean>`n.agencies ? ${agency}`).orderBy('n.id').execute();
  return nationalsAmong(rows.map(({ content }) => content));
}

/** A new version where it says something else than before; versions are never rewritten. */
export async function keepNational(
  trx: Trx, content: Omit<NationalSheet, 'version' | 'since'>, { agencies, at, by }: { agencies: readonly string[]; at: Date; by: string },
): Promise<{ id: string; isNew: boolean }> {
  const newest = await trx.selectFrom('national_sheet_version').select('content').where('sheet', '=', content.id).orderBy('version', 'desc').limit(1).executeTakeFirst();
  const sheet = { ...content, version: 0 };
  const { content: kept, isNew } = next(newest?.content, { ...sheet, since: sinceOf(sheet, newest?.content, at) });
  if (isNew) {
    await trx.insertInto('national_sheet_version')
      .values({ sheet: kept.id, version: kept.version, content: JSON.stringify(kept), created_at: at, created_by: by }).execute();
  }
  const values = { organisation: kept.organisation.id, agencies: JSON.stringify(agencies), published_version: kept.version };
  await trx.insertInto('national_sheet').values({ id: kept.id, ...values }).onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute();
  return { id: kept.id, isNew };
}
