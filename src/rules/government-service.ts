import type { Offering } from '../contract/offering.ts';

type Json = Record<string, unknown>;

const isoUnits: Partial<Record<NonNullable<Offering['time']>['unit'], (most: number) => string>> = {
  minute: (most) => `PT${most}M`, hour: (most) => `PT${most}H`, day: (most) => `P${most}D`, month: (most) => `P${most}M`,
};
/** ISO 8601 of how long a service takes at the most. Working days and hours have no unit there and are left out, as are parts of a unit. */
export const isoDuration = (time: Offering['time']): string | undefined => (time && time.max > 0 && Number.isInteger(time.max) ? isoUnits[time.unit]?.(time.max) : undefined);
const online = new Set(['internet', 'mobileApp', 'electronic']);
/** What is not known is not there: an empty text or null would be read as a fact. */
const known = (fields: Json): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/**
 * A service as schema.org `GovernmentService`, for search engines. Of a composed sample nothing is told that could be taken
 * for a fact: no time, fee, place or phone, and it says that it is none.
 *
 * @param page Address of the page on which people read and start it.
 */
export function governmentService(offering: Offering, page: string): Json {
  const { title, description, code, agency, audience, illustrative, link } = offering;
  const name = (text: string) => ({ '@language': 'fa', '@value': text });
  return known({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': `${page}#${offering.id}`,
    url: page,
    name: name(title),
    description: description ? name(description) : undefined,
    identifier: code,
    provider: { '@type': 'GovernmentOrganization', name: name(agency.name.fa) },
    audience: audience.length ? { '@type': 'Audience', audienceType: audience.map(name) } : undefined,
    ...(illustrative
      ? { disambiguatingDescription: name('نمونه است و سند رسمی نیست.') }
      : { availableChannel: channel(offering, offering.form ? page : link), offers: offer(offering) }),
  });
}

function channel({ unit, phone, time, channels }: Offering, serviceUrl: string | null): Json | undefined {
  const number = (phone ?? unit?.phone ?? '').replace(/\D/g, '').replace(/^0(?=\d{10}$)/, '+98');
  const place = unit && [unit.name.fa, unit.floor && `طبقه ${unit.floor}`, unit.room && `اتاق ${unit.room}`].filter(Boolean).join('، ');
  const fields = known({
    serviceUrl: channels.request.some((way) => online.has(way)) ? serviceUrl : undefined,
    servicePhone: number ? { '@type': 'ContactPoint', telephone: number } : undefined,
    serviceLocation: place ? { '@type': 'Place', name: place, ...(unit?.city && { address: { '@type': 'PostalAddress', addressLocality: unit.city, addressCountry: 'IR' } }) } : undefined,
    processingTime: isoDuration(time),
  });
  return Object.keys(fields).length ? { '@type': 'ServiceChannel', ...fields } : undefined;
}

/** Only what has one amount: a tariff, a range or a formula is no price. */
function offer({ fee: { kind, lines } }: Offering): Json | undefined {
  const price = kind === 'free' ? 0 : kind === 'fixed' && lines.length === 1 ? lines[0]!.amountRial : null;
  return price === null ? undefined : { '@type': 'Offer', price, priceCurrency: 'IRR' };
}
