import type { Transaction } from 'kysely';
import type { AgencyRef, Unit } from '../../contract/agency.ts';
import type { Offering } from '../../contract/offering.ts';
import { toAsciiDigits } from '../../persian/digits.ts';
import { foldKey } from '../../persian/fold.ts';
import type { Database } from '../database/schema.ts';
import { genericForm } from '../declarations/generic-form.ts';
import type { DeclaredService } from '../declarations/read.ts';
import { offeringId, serviceId, unitId } from './ids.ts';
import { inherit, type Earlier, type Own } from './inherit.ts';
import type { Nationals } from './national-store.ts';
import { keepForm } from './versions.ts';

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
  for (const unit of units.values()) await keepUnit(trx, province, unit);
  return units;
}

export async function keepUnit(trx: Trx, province: string, { id, agency, name, floor, room, city, phone, hours }: Unit): Promise<void> {
  const values = { agency, name: JSON.stringify(name), floor, room, city, phone, hours };
  await trx.insertInto('unit').values({ province, id, ...values })
    .onConflict((conflict) => conflict.columns(['province', 'id']).doUpdateSet(values)).execute();
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

/**
 * The sheet as people see it: with what is national in it, and its form. `form`: one that somebody made for this service;
 * without one it is made of the sheet where it may be asked for on the internet.
 */
export async function wholeSheet(
  trx: Trx, own: Own, { nationals, earlier, form, at }: { nationals: Nationals; earlier: Earlier | undefined; form: Offering['form'] | undefined; at: Date },
): Promise<Offering> {
  const sheet = inherit(own, nationals.find(own.sheet), earlier, at);
  if (form) return { ...sheet, form };
  return { ...sheet, form: sheet.channels.request.includes('internet') ? await keepForm(trx, genericForm(sheet), at) : null };
}

/** The form of a sheet, unless it was made of the sheet itself. */
export const ownForm = (sheet: Offering | undefined): Offering['form'] => (sheet?.form && sheet.form.id !== sheet.id ? sheet.form : null);

export async function keepService(trx: Trx, { code, title }: Pick<Offering, 'code' | 'title'>): Promise<string> {
  const id = await serviceId(code, title);
  await trx.insertInto('service').values({ id, code, title }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  return id;
}
