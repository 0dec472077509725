import { sql, type Kysely } from 'kysely';
import type { Difference, NationalChanges, NationalOverride } from '../../contract/intake.ts';
import type { NationalField, NationalValues, Offering } from '../../contract/offering.ts';
import { inherit, saidOf, saysNothing } from '../catalogue/inherit.ts';
import type { Nationals } from '../catalogue/national-store.ts';
import { newestSheets } from '../catalogue/publications.ts';
import { sheetOf } from '../catalogue/sheets.ts';
import type { Database } from '../database/schema.ts';
import type { Finding } from '../declarations/finding.ts';
import type { DeclaredService } from '../declarations/read.ts';

type Db = Kysely<Database>;

/** What a row need not say where the national sheet says it. */
const missing: Record<string, NationalField> = {
  'time-missing': 'time', 'fee-missing': 'fee', 'steps-missing': 'steps', 'description-missing': 'description', 'visit-without-reason': 'visits',
};

/** Findings without those that ask for what comes from the national sheet. */
export function notNational(findings: Finding[], service: DeclaredService | null, nationals: Nationals): Finding[] {
  const national = service && nationals.find(service);
  if (!national) return findings;
  return findings.filter(({ rule }) => {
    const field = missing[rule];
    return !field || !national.since[field] || !saysNothing(service, field);
  });
}

/** Of the services of a draft: what repeats the national sheet and need not be said, and what is said otherwise. */
export async function besideNational(
  db: Db, { province, agency }: { province: string; agency: string }, services: readonly DeclaredService[], nationals: Nationals, now: Date,
): Promise<Difference['national']> {
  const common = services.filter((service) => nationals.find(service));
  if (!common.length) return [];
  const earlier = await newestSheets(db, province, agency);
  const found: Difference['national'] = [];
  for (const service of common) {
    const own = await sheetOf({ province, agency: { id: agency, name: { fa: '' } }, illustrative: false }, service, new Map());
    const { id, title, national: marks } = inherit(own, nationals.find(service), earlier.get(own.sheet.id), now);
    if (!marks || !(marks.repeated.length + marks.overridden.length)) continue;
    const declared = Object.assign({}, ...marks.overridden.map(({ field }) => saidOf(own.sheet, field))) as NationalValues;
    found.push({ id, title, row: service.row, marks, declared });
  }
  return found;
}

/** What a sheet in force says otherwise than the national one, field by field. */
export const overridesOf = (sheet: Offering): (NationalOverride & { hidden: boolean })[] => (sheet.national?.overridden ?? []).map(
  ({ field, since, national, nationalSince, hidden }) => ({
    offering: { id: sheet.id, title: sheet.title }, agency: sheet.agency.id, organisation: sheet.national!.organisation, field,
    declared: saidOf(sheet, field), since, national, nationalSince, hidden,
  }));

/** Where the national sheet changed and an agency of the province still says otherwise, of one agency or of all. */
export async function hiddenChanges(db: Db, province: string, agency: string | undefined, most: number): Promise<NationalChanges> {
  let query = db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .select('v.sheet').where('o.province', '=', province)
    .where(sql<boolean>`jsonb_path_exists(v.sheet, '$.national.overridden[*].hidden ? (@ == true)')`);
  if (agency) query = query.where('o.agency', '=', agency);
  const items = (await query.orderBy('o.id').execute()).flatMap(({ sheet }) => overridesOf(sheet).filter(({ hidden }) => hidden).map(({ hidden: _, ...override }) => override));
  return { items: items.slice(0, most), total: items.length };
}
