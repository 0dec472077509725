import { sql, type Kysely } from 'kysely';
import type { NationalDifference } from '../../contract/national-difference.ts';
import { NationalField } from '../../contract/offering.ts';
import { saidOf } from '../catalogue/inherit.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import { changedFields } from '../intake/difference.ts';
import { overridesOf } from '../intake/national.ts';

/**
 * What a national sheet in force says otherwise than in version `base`, by default the one before, and which agencies of which
 * provinces say otherwise there. Throws `notFound`.
 */
export async function nationalDifference(db: Kysely<Database>, id: string, base: string | undefined): Promise<NationalDifference> {
  const versions = () => db.selectFrom('national_sheet_version').select(['version', 'content', 'created_at as at']).where('sheet', '=', id);
  const sheet = await db.selectFrom('national_sheet').select(['agencies', 'published_version']).where('id', '=', id).executeTakeFirst();
  if (!sheet?.published_version) throw new ProblemException('notFound', { detail: 'No national sheet with this id is in force; national.sheet of a service sheet has the id.' });
  const { version, content, at } = await versions().where('version', '=', sheet.published_version).executeTakeFirstOrThrow();
  const from = base ? Number(base) : version - 1;
  const older = from ? await versions().where('version', '=', from).executeTakeFirst() : undefined;
  if (from && (!older || from >= version)) throw new ProblemException('notFound', { detail: `base is a version before ${version}, the one in force, or 0.` });

  const fields = changedFields(older?.content ?? {}, content);
  const names = new Set(fields.map(({ field }) => field));
  const changed = new Set(NationalField.options.filter((field) => Object.keys(saidOf(content, field)).some((name) => names.has(name))));
  const provinces = new Map<string, NationalDifference['provinces'][number]>();
  const rows = sheet.agencies.length ? await db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .select(['o.province', 'v.sheet']).where('o.agency', 'in', sheet.agencies).where(sql<boolean>`v.sheet -> 'national' ->> 'sheet' = ${id}`)
    .orderBy('o.province').orderBy('o.id').execute() : [];
  for (const { province, sheet: offering } of rows) {
    const of = provinces.get(province) ?? { province, services: 0, follow: 0, overridden: [] };
    provinces.set(province, of);
    of.services++;
    if (offering.national!.inherited.some((field) => changed.has(field))) of.follow++;
    of.overridden.push(...overridesOf(offering).filter(({ field }) => changed.has(field)));
  }
  return { sheet: { id, title: content.title, organisation: content.organisation }, base: from, version, at: at.toISOString(), fields, provinces: [...provinces.values()] };
}
