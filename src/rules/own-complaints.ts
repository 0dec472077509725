import type { AgencyRef } from '../contract/agency.ts';
import type { IndexEntry } from '../contract/catalogue.ts';
import type { FoundService } from '../contract/guide.ts';
import { findServices } from './guide-match.ts';

/** Titles under which an office hears complaints about itself, whatever they are about; closest first. */
const titles = ['شکایت از عملکرد', 'شکایت از کارکنان', 'شکایت از دستگاه', 'شکایت از اداره', 'رسیدگی به شکایات', 'ثبت شکایت', 'شکایت مردمی'];

/**
 * The service by which an office hears complaints about itself, where it has one that is filed here; none rather than one of
 * another matter. Its form gets the office by its id.
 */
export function ownComplaints(agency: AgencyRef, services: readonly IndexEntry[]): FoundService[] {
  const online = services.filter((service) => service.online);
  return findServices({ need: titles }, { services: online, agencies: [], units: [] })
    .slice(0, 1).map((service) => ({ ...service, agency, files: 'complaint', known: { party: agency.id } }));
}
