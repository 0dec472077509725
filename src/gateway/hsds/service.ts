import type { Unit } from '../../contract/agency.ts';
import type { HsdsAttribute, HsdsLocation, HsdsService, HsdsServiceAtLocation } from '../../contract/hsds.ts';
import type { Offering } from '../../contract/offering.ts';
import { exactFees } from '../open-data/exact-fees.ts';
import type { PublishedSheet } from '../open-data/published.ts';
import { declared } from '../open-data/table.ts';
import { uri } from '../open-data/uri.ts';
import type { Province } from '../catalogue/store.ts';
import { uuidOf, type Kind } from './ids.ts';
import { taxonomies, valueColumns } from './taxonomies.ts';

/** What is empty is left out: a field of HSDS is never null. */
type Maybe<T> = { [K in keyof T]: T[K] | undefined };
function said<T extends object>(fields: Maybe<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length))) as T;
}

const each = <T, R>(items: readonly T[], make: (item: T, at: number) => Promise<R>): Promise<R[]> => Promise.all(items.map(make));

export const organizationName = (province: string, agency: string): string => `${province}:${agency}`;

type Basic = NonNullable<HsdsService['organization']>;
export async function organization(place: Province, agency: { id: string; name: Offering['agency']['name'] }): Promise<Basic> {
  return said<Basic>({
    id: await uuidOf('organization', organizationName(place.id, agency.id)),
    name: agency.name.fa,
    alternate_name: agency.name['en'],
    description: `دستگاه ارائه‌دهنده خدمت در استان ${place.name.fa}`,
  });
}

export async function location(province: string, { id, name, floor, room, city, phone }: Unit): Promise<HsdsLocation> {
  return said<HsdsLocation>({
    id: await uuidOf('location', `${province}:${id}`),
    location_type: 'physical',
    name: name.fa,
    description: [city, floor && `طبقه ${floor}`, room && `اتاق ${room}`].filter(Boolean).join('، '),
    phones: phone ? [{ id: await uuidOf('phone', `${province}:${id}`), number: phone, type: 'voice' }] : [],
  });
}

async function atLocation({ id, province }: Offering, unit: Unit) {
  return {
    id: await uuidOf('service-at-location', id),
    service_id: await uuidOf('service', id),
    location_id: await uuidOf('location', `${province}:${unit.id}`),
    location: await location(province, unit),
  };
}

async function attributes(sheet: Offering): Promise<HsdsAttribute[]> {
  const { columns, events } = await taxonomies();
  const link = { link_id: await uuidOf('service', sheet.id), link_entity: 'service' };
  const values = valueColumns.flatMap((column) => {
    const value = declared[column]?.(sheet);
    return value ? [{ term: columns.get(column)!, value }] : [];
  });
  const terms = sheet.lifeEvents.map((event) => ({ term: events.get(event)!, value: undefined }));
  return each([...values, ...terms], async ({ term, value }) => said<HsdsAttribute>({
    id: await uuidOf('attribute', `${sheet.id}:${term.code}:${term.taxonomy}`), ...link, taxonomy_term_id: term.id, value, taxonomy_term: term,
  }));
}

/** A sheet without what belongs to it in lists, as a page of services gives it. */
export async function basicService(place: Province, { sheet, at }: PublishedSheet): Promise<HsdsService> {
  return said<HsdsService>({
    id: await uuidOf('service', sheet.id),
    name: sheet.title,
    description: sheet.description,
    url: uri(sheet.link),
    status: 'active',
    application_process: sheet.steps.map(({ title, unit, post }, number) => {
      const who = [unit, post].filter(Boolean).join('، ');
      return `${number + 1}. ${title}${who && ` (${who})`}`;
    }).join('\n'),
    fees_description: declared.fee!(sheet) ?? undefined,
    eligibility_description: declared.audience!(sheet) ?? undefined,
    assured_date: sheet.editedOn ?? undefined,
    alert: sheet.illustrative ? 'داده‌های این خدمت نمونه است.' : undefined,
    last_modified: at.toISOString(),
    organization: await organization(place, sheet.agency),
  });
}

/** The whole sheet. */
export async function fullService(place: Province, published: PublishedSheet): Promise<HsdsService> {
  const { sheet } = published;
  const part = (kind: Kind, number: number) => uuidOf(kind, `${sheet.id}:${number}`);
  const { phone, hoursText: hours, unit } = sheet;
  return said<HsdsService>({
    ...(await basicService(place, published)),
    phones: phone ? [{ id: await part('phone', 0), number: phone, type: 'voice' }] : [],
    schedules: hours ? [{ id: await part('schedule', 0), description: hours }] : [],
    service_at_locations: unit ? [await atLocation(sheet, unit)] : [],
    cost_options: await each(exactFees(sheet.fee), async ({ label, amountRial }, number) => said<NonNullable<HsdsService['cost_options']>[number]>({
      id: await part('cost', number), option: label ?? undefined, currency: 'IRR' as const, amount: amountRial,
    })),
    required_documents: await each(sheet.documents, async ({ title }, number) => ({ id: await part('document', number), document: title })),
    attributes: await attributes(sheet),
  });
}

/** Where a service is given, with the service inside; undefined where no unit was declared. */
export async function serviceAtLocation(place: Province, published: PublishedSheet, full: boolean): Promise<HsdsServiceAtLocation | undefined> {
  const { sheet } = published;
  if (!sheet.unit) return undefined;
  return { ...(await atLocation(sheet, sheet.unit)), service: await (full ? fullService : basicService)(place, published) };
}
