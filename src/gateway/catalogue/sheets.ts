import type { Transaction } from 'kysely';
import type { AgencyRef, Unit } from '../../contract/agency.ts';
import type { Offering } from '../../contract/offering.ts';
import { toAsciiDigits } from '../../persian/digits.ts';
import { foldKey } from '../../persian/fold.ts';
import type { Database } from '../database/schema.ts';
import type { DeclaredService } from '../declarations/read.ts';
import { offeringId, serviceId, unitId } from './ids.ts';

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

/** What a declaration says of a service as the sheet of its agency, without a form yet. */
export async function sheetOf(
  { province, agency, illustrative }: { province: string; agency: AgencyRef; illustrative: boolean }, service: DeclaredService, units: ReadonlyMap<string, Unit>,
): Promise<Offering> {
  const { row: _row, unitName, floor: _floor, room: _room, ...declared } = service;
  const unit = unitName ? units.get(unitKey(agency.id, unitName)) : undefined;
  return {
    ...declared,
    id: await offeringId(province, agency.id, service.title),
    version: 0,
    province,
    agency,
    unit: unit ? { ...unit, county: agency.county } : null,
    form: null,
    illustrative,
  };
}

export async function keepService(trx: Trx, { code, title }: Pick<Offering, 'code' | 'title'>): Promise<string> {
  const id = await serviceId(code, title);
  await trx.insertInto('service').values({ id, code, title }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  return id;
}
