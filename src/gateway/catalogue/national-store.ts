import { sql, type Kysely, type Transaction } from 'kysely';
import type { NationalSheet } from '../../contract/offering.ts';
import { foldKey } from '../../persian/fold.ts';
import { batches } from '../database/batches.ts';
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

/** Puts sheets in force, each id once. A new version where one says something else than before; versions are never rewritten. */
export async function keepNationals(
  trx: Trx, sheets: readonly Omit<NationalSheet, 'version' | 'since'>[], { agencies, at, by }: { agencies: readonly string[]; at: Date; by: string },
): Promise<{ id: string; isNew: boolean }[]> {
  const newest = new Map<string, NationalSheet>();
  for (const some of batches(sheets)) {
    const rows = await trx.selectFrom('national_sheet_version').distinctOn('sheet').select(['sheet', 'content']).where('sheet', 'in', some.map(({ id }) => id))
      .orderBy('sheet').orderBy('version', 'desc').execute();
    for (const { sheet, content } of rows) newest.set(sheet, content);
  }
  const kept = sheets.map((content) => {
    const [sheet, before] = [{ ...content, version: 0 }, newest.get(content.id)];
    return next(before, { ...sheet, since: sinceOf(sheet, before, at) });
  });
  for (const some of batches(kept.filter(({ isNew }) => isNew))) {
    await trx.insertInto('national_sheet_version')
      .values(some.map(({ content }) => ({ sheet: content.id, version: content.version, content: JSON.stringify(content), created_at: at, created_by: by }))).execute();
  }
  for (const some of batches(kept)) {
    await trx.insertInto('national_sheet')
      .values(some.map(({ content }) => ({ id: content.id, organisation: content.organisation.id, agencies: JSON.stringify(agencies), published_version: content.version })))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => ({
        organisation: ref('excluded.organisation'), agencies: ref('excluded.agencies'), published_version: ref('excluded.published_version'),
      }))).execute();
  }
  return kept.map(({ content, isNew }) => ({ id: content.id, isNew }));
}
