import type { Transaction } from 'kysely';
import type { Unit } from '../../contract/agency.ts';
import type { Offering } from '../../contract/offering.ts';
import type { PublishedSheet } from '../database/intake-tables.ts';
import type { Database } from '../database/schema.ts';
import type { DeclaredService } from '../declarations/read.ts';
import { ProblemException } from '../http/problem.ts';
import { unitId } from './ids.ts';
import { keepIndex, lexiconInForce } from './index-store.ts';
import { ownOf, type Earlier } from './inherit.ts';
import { nationalsOf } from './national-store.ts';
import { newestSheets } from './publications.ts';
import { keepUnits, ownForm, sheetOf, wholeSheets, writeUnits, type Declared } from './sheets.ts';
import { agencyRef, units } from './store.ts';
import { keepSheets } from './versions.ts';

type Trx = Transaction<Database>;

export interface AgencyPlace {
  province: string;
  agency: string;
}
export interface AgencyPublished {
  /** Content address of the catalogue. */
  catalogue: string;
  sheets: PublishedSheet[];
}

/**
 * Publishes what an agency declares in the place of all that it had published. Sheets of other agencies stay as they are; the
 * index is made anew. Within a transaction that began with `lockPublishing`.
 */
export async function publishDeclared(trx: Trx, { province, agency }: AgencyPlace, services: readonly DeclaredService[], at: Date): Promise<AgencyPublished> {
  const ref = await agencyRef(trx, province, agency);
  if (!ref) throw new ProblemException('agency.notFound');
  const earlier = await newestSheets(trx, province, agency);
  const others = earlier.size ? undefined : await trx.selectFrom('offering_version as v').innerJoin('offering as o', 'o.id', 'v.offering')
    .select('v.sheet').where('o.province', '=', province).limit(1).executeTakeFirst();
  const illustrative = [...earlier.values()][0]?.sheet.illustrative ?? others?.sheet.illustrative ?? false;
  const rooms = await keepUnits(trx, province, await renewed(await units(trx, province, agency), services), [{ agency, services }]);
  const declared = await Promise.all(services.map(async (service): Promise<Declared> => {
    const own = await sheetOf({ province, agency: ref, illustrative }, service, rooms);
    const before = earlier.get(own.sheet.id);
    return { own, earlier: before, form: ownForm(before?.sheet) };
  }));
  return publishSheets(trx, { province, agency }, declared, earlier, at);
}

/**
 * Publishes again what sheets once declared. What is national in them is what it is now. One that comes out the same gets the
 * number of the newest version, else a new one.
 */
export async function publishAgain(trx: Trx, place: AgencyPlace, old: readonly Earlier[], at: Date): Promise<AgencyPublished> {
  const declared = old.map((earlier): Declared => ({ own: ownOf(earlier.sheet), earlier, form: ownForm(earlier.sheet) }));
  return publishSheets(trx, place, declared, await newestSheets(trx, place.province, place.agency), at);
}

async function publishSheets(
  trx: Trx, { province, agency }: AgencyPlace, declared: readonly Declared[], newest: ReadonlyMap<string, Earlier>, at: Date,
): Promise<AgencyPublished> {
  await trx.updateTable('offering').set({ published_version: null }).where('province', '=', province).where('agency', '=', agency).execute();
  const kept = await keepSheets(trx, await wholeSheets(trx, declared, await nationalsOf(trx, agency), at), newest, at);
  return { sheets: kept.map(({ sheet, service }) => ({ offering: sheet.id, version: sheet.version, service })), catalogue: await renewIndex(trx, province, at) };
}

/** Makes the index of a province anew, of what is published now. Gives its address. */
export async function renewIndex(trx: Trx, province: string, at: Date): Promise<string> {
  const lexicon = await lexiconInForce(trx, province);
  if (!lexicon) throw new ProblemException('server.unavailable', { detail: 'The province was published by an older gateway; publish it once more.' });
  const catalogue = await keepIndex(trx, province, lexicon, at);
  await trx.updateTable('province').set({ catalogue_version: catalogue }).where('id', '=', province).execute();
  return catalogue;
}

/** Rooms as old sheets name them; those that only a later declaration named go, unless somebody works there. */
export async function restoreUnits(trx: Trx, { province, agency }: AgencyPlace, sheets: readonly Offering[]): Promise<void> {
  const named = new Map(sheets.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : [])));
  const ofList = new Set<string>();
  for (const unit of await units(trx, province, agency)) {
    if (unit.id !== (await unitId(agency, unit.name.fa))) ofList.add(unit.id);
    else if (!named.has(unit.id) && !(await inUse(trx, unit.id))) await trx.deleteFrom('unit').where('province', '=', province).where('id', '=', unit.id).execute();
  }
  await writeUnits(trx, province, [...named.values()].filter(({ id }) => !ofList.has(id)));
}

async function inUse(trx: Trx, unit: string): Promise<boolean> {
  const request = await trx.selectFrom('request').select('id').where('holder_unit', '=', unit).limit(1).executeTakeFirst();
  const staff = await trx.selectFrom('staff').select('id').where('unit', '=', unit).limit(1).executeTakeFirst();
  return Boolean(request ?? staff);
}

/** Units that only declarations name have the room that the newest one says; those of the province's list stay as they are. */
async function renewed(known: readonly Unit[], services: readonly DeclaredService[]): Promise<Unit[]> {
  const said = new Map(services.map((service) => [service.unitName, service]));
  return Promise.all(known.map(async (unit) => {
    const now = said.get(unit.name.fa);
    if (!now || unit.id !== (await unitId(unit.agency, unit.name.fa))) return unit;
    return { ...unit, floor: now.floor ?? unit.floor, room: now.room ?? unit.room };
  }));
}
