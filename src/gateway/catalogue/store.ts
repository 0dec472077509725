import type { Kysely } from 'kysely';
import type { Agency, AgencyRef, HoursRef, Unit } from '../../contract/agency.ts';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { LocalText } from '../../contract/common.ts';
import type { FormDefinition } from '../../contract/form.ts';
import type { Offering, PublishedOffering } from '../../contract/offering.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import type { Earlier } from './inherit.ts';

type Db = Kysely<Database>;

export interface Province {
  id: string;
  name: LocalText;
  calendarVersion: number;
  catalogueVersion: string | null;
  lexiconVersion: string | null;
  /** Its index is one file; else it lies in shards only. */
  inOneFile: boolean;
}

/** Throws `province.notFound`. */
export async function province(db: Db, id: string): Promise<Province> {
  const row = await db.selectFrom('province as p')
    .leftJoin('catalogue_version as c', (join) => join.onRef('c.province', '=', 'p.id').onRef('c.version', '=', 'p.catalogue_version'))
    .selectAll('p').select(['c.lexicon', (eb) => eb('c.index', 'is not', null).as('whole')]).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw new ProblemException('province.notFound');
  return {
    id: row.id, name: row.name, calendarVersion: row.calendar_version, catalogueVersion: row.catalogue_version, lexiconVersion: row.lexicon || null,
    inOneFile: row.catalogue_version === null || Boolean(row.whole),
  };
}

/** The working calendar in force, or one version of it. Throws `province.notFound`. */
export async function workingCalendar(db: Db, provinceId: string, version?: number): Promise<WorkingCalendar> {
  const wanted = version ?? (await province(db, provinceId)).calendarVersion;
  const row = await db.selectFrom('calendar_version').select('calendar')
    .where('province', '=', provinceId).where('version', '=', wanted).executeTakeFirst();
  if (!row) throw new ProblemException('province.notFound');
  return row.calendar;
}

/** The sheet in force, or one version of it (also of an offering that is no longer published). Throws `offering.notFound`. */
export const offering = async (db: Db, id: string, version?: number): Promise<Offering> => (await publishedSheet(db, id, version)).sheet;

/** As `offering`, with when that version was first published. */
export async function publishedSheet(db: Db, id: string, version?: number): Promise<Earlier> {
  const row = await db.selectFrom('offering as o')
    .innerJoin('offering_version as v', 'v.offering', 'o.id')
    .select(['v.sheet', 'v.created_at as at'])
    .where('o.id', '=', id)
    .where(({ eb, ref }) => eb('v.version', '=', version ?? ref('o.published_version')))
    .executeTakeFirst();
  if (!row) throw new ProblemException('offering.notFound');
  return row;
}

/** A sheet as the gateway gives it out. */
export const asPublished = ({ sheet, at }: Earlier): PublishedOffering => ({ ...sheet, publishedAt: at.toISOString() });

/** Version of the sheet in force; null when the offering is not published any more. */
export async function publishedVersion(db: Db, id: string): Promise<number | null> {
  const row = await db.selectFrom('offering').select('published_version').where('id', '=', id).executeTakeFirst();
  return row?.published_version ?? null;
}

/** Throws `form.notFound`. */
export async function formVersion(db: Db, form: string, version: number): Promise<FormDefinition> {
  const row = await db.selectFrom('form_version').select('definition')
    .where('form', '=', form).where('version', '=', version).executeTakeFirst();
  if (!row) throw new ProblemException('form.notFound');
  return row.definition;
}

/** Units with the county of their agency, and the province beside. */
export const unitRows = (db: Db) => db.selectFrom('unit as u')
  .leftJoin('agency as a', (join) => join.onRef('a.id', '=', 'u.agency').onRef('a.province', '=', 'u.province'))
  .select(['u.province', 'u.id', 'u.agency', 'u.name', 'u.floor', 'u.room', 'u.city', 'u.phone', 'u.hours', 'a.county']);
export const asUnit = ({ province: _, ...row }: Omit<Unit, 'hours'> & { hours: string; province: string }): Unit => ({ ...row, hours: row.hours as HoursRef });

export async function unit(db: Db, provinceId: string, id: string): Promise<Unit | undefined> {
  const row = await unitRows(db).where('u.province', '=', provinceId).where('u.id', '=', id).executeTakeFirst();
  return row && asUnit(row);
}

export async function units(db: Db, provinceId: string, agency?: string): Promise<Unit[]> {
  let query = unitRows(db).where('u.province', '=', provinceId);
  if (agency) query = query.where('u.agency', '=', agency);
  return (await query.orderBy('u.agency').orderBy('u.id').execute()).map(asUnit);
}

/** With the county, which closures go by. */
export async function agencyRef(db: Db, provinceId: string, id: string): Promise<AgencyRef | undefined> {
  return db.selectFrom('agency').select(['id', 'name', 'county']).where('province', '=', provinceId).where('id', '=', id).executeTakeFirst();
}

export async function agencies(db: Db, provinceId: string): Promise<Agency[]> {
  const rows = await db.selectFrom('agency as a')
    .leftJoin('offering as o', (join) =>
      join.onRef('o.agency', '=', 'a.id').onRef('o.province', '=', 'a.province').on('o.published_version', 'is not', null))
    .select(({ fn }) => ['a.id', 'a.province', 'a.county', 'a.name', 'a.kind', fn.count<string>('o.id').as('offerings')])
    .where('a.province', '=', provinceId)
    .groupBy(['a.id', 'a.province', 'a.county', 'a.name', 'a.kind'])
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({ ...row, offerings: Number(row.offerings) }));
}

/** The index under its content address, as the text that was published. */
export async function indexText(db: Db, version: string): Promise<string | undefined> {
  const row = await db.selectFrom('catalogue_version').select('index').where('version', '=', version).executeTakeFirst();
  return row?.index ?? undefined;
}

/** Two indexes of one province; nothing when one is unknown or they belong to different ones. */
export async function indexPair(db: Db, version: string, older: string): Promise<[string, string] | []> {
  const row = await db.selectFrom('catalogue_version as c').innerJoin('catalogue_version as o', 'o.province', 'c.province')
    .select(['c.index', 'o.index as old']).where('c.version', '=', version).where('o.version', '=', older).executeTakeFirst();
  return row?.index && row.old ? [row.index, row.old] : [];
}

export async function lexiconText(db: Db, version: string): Promise<string | undefined> {
  const row = await db.selectFrom('lexicon_version').select('lexicon').where('version', '=', version).executeTakeFirst();
  return row?.lexicon;
}
