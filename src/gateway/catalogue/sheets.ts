import type { Transaction } from 'kysely';
import type { AgencyRef, Unit } from '../../contract/agency.ts';
import type { Offering } from '../../contract/offering.ts';
import { toAsciiDigits } from '../../persian/digits.ts';
import { foldKey } from '../../persian/fold.ts';
import { batches } from '../database/batches.ts';
import type { Database } from '../database/schema.ts';
import { genericForm } from '../declarations/generic-form.ts';
import type { DeclaredService } from '../declarations/read.ts';
import { offeringId, unitId } from './ids.ts';
import { inherit, type Earlier, type Own } from './inherit.ts';
import type { Nationals } from './national-store.ts';
import { officersForms } from './officers-forms.ts';
import { keepForms } from './versions.ts';

type Trx = Transaction<Database>;

export const unitKey = (agency: string, name: string): string => `${agency} ${foldKey(name)}`;
/** Phone numbers as they are kept; null when there is none. */
export const digitsOnly = (text: string | null | undefined): string | null => (text && toAsciiDigits(text).replace(/\D/g, '')) || null;

/** All units by agency and folded name: those that are known, and those that only a declaration names. */
export async function keepUnits(
  trx: Trx, province: string, known: readonly Unit[], declared: readonly { agency: string; services: readonly DeclaredService[] }[],
): Promise<Map<string, Unit>> {
  const units = new Map(known.map((unit) => [unitKey(unit.agency, unit.name.fa), unit]));
  const hours = new Map(known.map((unit) => [unit.agency, unit.hours]));
  for (const { agency, services } of declared) {
    for (const { unitName, floor, room, phone } of services) {
      if (!unitName || units.has(unitKey(agency, unitName))) continue;
      units.set(unitKey(agency, unitName), {
        id: await unitId(agency, unitName), agency, name: { fa: unitName }, floor, room, city: null, phone: digitsOnly(phone),
        hours: hours.get(agency) ?? 'office',
      });
    }
  }
  await writeUnits(trx, province, [...units.values()]);
  return units;
}

/** Of two of one id the last stands. */
export async function writeUnits(trx: Trx, province: string, units: readonly Unit[]): Promise<void> {
  for (const some of batches([...new Map(units.map((unit) => [unit.id, unit])).values()])) {
    await trx.insertInto('unit')
      .values(some.map(({ id, agency, name, floor, room, city, phone, hours }) => ({ province, id, agency, name: JSON.stringify(name), floor, room, city, phone, hours })))
      .onConflict((conflict) => conflict.columns(['province', 'id']).doUpdateSet(({ ref }) => ({
        agency: ref('excluded.agency'), name: ref('excluded.name'), floor: ref('excluded.floor'), room: ref('excluded.room'), city: ref('excluded.city'),
        phone: ref('excluded.phone'), hours: ref('excluded.hours'),
      }))).execute();
  }
}

/** What a declaration says of a service as the sheet of its agency, without what is national and without a form yet. */
export async function sheetOf(
  { province, agency, illustrative }: { province: string; agency: AgencyRef; illustrative: boolean }, service: DeclaredService, units: ReadonlyMap<string, Unit>,
): Promise<Own> {
  const { row: _row, unitName, floor: _floor, room: _room, noDocuments = false, ...declared } = service;
  const unit = unitName ? units.get(unitKey(agency.id, unitName)) : undefined;
  const sheet = {
    ...declared,
    id: await offeringId(province, agency.id, service.title),
    version: 0,
    province,
    agency,
    unit: unit ? { ...unit, county: agency.county } : null,
    form: null,
    national: null,
    illustrative,
  };
  return { sheet, noDocuments };
}

/** What an agency declares of a service, with what it becomes a sheet by. */
export interface Declared {
  own: Own;
  earlier: Earlier | undefined;
  /** One that somebody made for this service; without one it is made of the sheet where it may be asked for on the internet. */
  form: Offering['form'] | undefined;
}

/** The sheets as people see them: with what is national in them, and their forms. */
export async function wholeSheets(trx: Trx, declared: readonly Declared[], nationals: Nationals, at: Date): Promise<Offering[]> {
  const sheets = declared.map(({ own, earlier }) => inherit(own, nationals.find(own.sheet), earlier, at));
  const written = await officersForms(trx, sheets.map(({ id }) => id));
  const forms = sheets.map(({ id }, number) => written.get(id) ?? declared[number]!.form);
  const generic = sheets.filter(({ channels }, number) => !forms[number] && channels.request.includes('internet'));
  const made = await keepForms(trx, generic.map(genericForm), at);
  return sheets.map((sheet, number) => ({ ...sheet, form: forms[number] ?? made.get(sheet.id) ?? null }));
}

/** The form of a sheet, unless it was made of the sheet itself. */
export const ownForm = (sheet: Offering | undefined): Offering['form'] => (sheet?.form && sheet.form.id !== sheet.id ? sheet.form : null);
