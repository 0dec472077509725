import type { HsdsOrganization, HsdsServiceAtLocation } from '../../contract/hsds.ts';
import type { hsdsRoutes } from '../../contract/hsds-routes.ts';
import type { Agency } from '../../contract/agency.ts';
import type { LifeEvent } from '../../contract/offering.ts';
import { agencies, province, units, type Province } from '../catalogue/store.ts';
import type { CallerContext, Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { shortLived } from '../http/respond.ts';
import { originOf } from '../open-data/respond.ts';
import type { Ports } from '../ports.ts';
import { CatalogueSearch } from '../search/catalogue-search.ts';
import { UuidFinder, uuidOf } from './ids.ts';
import { count, publishedIds, publishers, sheets, stamps, type Wanted } from './listing.ts';
import { flag, holds, modifiedAfter, paged, pageOf, pageOfAll } from './query.ts';
import { basicService, fullService, location, organization, organizationName, serviceAtLocation } from './service.ts';
import { allTerms, lifeEvents, taxonomies } from './taxonomies.ts';

type Names = keyof typeof hsdsRoutes;
type Query = Partial<Record<string, string>>;

/** What a list of services may be asked for; `undefined`: nothing can fit. */
type Meant = Wanted | undefined;

const everything = { page: 1, perPage: 1_000_000_000 };
const notHere = (what: string): ProblemException => new ProblemException('notFound', { detail: `No ${what} of this province has this id; the list without an id names all.` });

export function hsdsHandlers(ports: Ports): Pick<Handlers, Names> {
  const { db } = ports;
  const searches = new CatalogueSearch(ports);
  const services = new UuidFinder('service');
  const places = new UuidFinder('service-at-location');
  const organizations = new UuidFinder('organization');

  /** Throws `province.notFound`. */
  const placeOf = (caller: CallerContext, id: string): Promise<Province> => {
    caller.headers.set('cache-control', shortLived);
    return province(db, id);
  };

  async function agencyOf(place: Province, uuid: string): Promise<Agency | undefined> {
    const all = await agencies(db, place.id);
    const name = await organizations.find(uuid, all.map(({ id }) => organizationName(place.id, id)));
    return all.find(({ id }) => organizationName(place.id, id) === name);
  }

  /** The life event that is asked for by the ids of a taxonomy and a term. */
  async function eventOf(query: Query): Promise<{ fits: boolean; lifeEvent?: LifeEvent | 'any' }> {
    const { taxonomy_id: taxonomy, taxonomy_term_id: term } = query;
    if (!taxonomy && !term) return { fits: true };
    const all = await taxonomies();
    const events = all.taxonomies.find(({ uri }) => uri === lifeEvents)!;
    if (all.taxonomies.some(({ id, uri }) => id === taxonomy && uri !== lifeEvents) || [...all.columns.values()].some(({ id }) => id === term)) {
      const path = taxonomy && taxonomy !== events.id ? 'taxonomy_id' : 'taxonomy_term_id';
      throw new ProblemException('input.invalid', {
        detail: `Lists are narrowed by terms of the taxonomy ${events.id} (life events); the other one holds the values of single services.`,
        errors: [{ path, code: 'invalid_value' }],
      });
    }
    if (taxonomy && taxonomy !== events.id) return { fits: false };
    if (!term) return { fits: true, lifeEvent: 'any' };
    const code = [...all.events.values()].find(({ id }) => id === term)?.code as LifeEvent | undefined;
    return code ? { fits: true, lifeEvent: code } : { fits: false };
  }

  async function meant(place: Province, query: Query, withUnit = false): Promise<Meant> {
    const wanted: Wanted = { province: place.id, since: modifiedAfter(query), withUnit };
    const { fits, lifeEvent } = await eventOf(query);
    if (!fits) return undefined;
    wanted.lifeEvent = lifeEvent;
    if (query['organization_id']) {
      wanted.agency = (await agencyOf(place, query['organization_id']))?.id;
      if (!wanted.agency) return undefined;
    }
    const search = query['search']?.trim();
    if (search) {
      if (!place.catalogueVersion) return undefined;
      const { hits } = await searches.search(place.catalogueVersion, search, { limit: 10_000 });
      wanted.among = hits.map(({ entry }) => entry.id);
    }
    return wanted;
  }

  const describe = (place: Province, full: boolean) => (full ? fullService : basicService).bind(undefined, place);

  /** An organization with its rooms and services. */
  async function nested(place: Province, agency: Agency, full: boolean): Promise<HsdsOrganization> {
    const [rooms, all] = await Promise.all([
      units(db, place.id, agency.id), sheets(db, { province: place.id, agency: agency.id }, everything),
    ]);
    return {
      ...(await organization(place, agency)),
      locations: await Promise.all(rooms.map((room) => location(place.id, room))),
      services: await Promise.all(all.map(describe(place, full))),
    };
  }

  return {
    async hsds({ params }, caller) {
      const place = await placeOf(caller, params.province);
      const origin = originOf(ports, caller.request);
      // Addresses of one reader stand in it.
      if (!ports.settings.publicUrl) caller.headers.set('cache-control', shortLived.replace('public', 'private'));
      return {
        version: '3.0', profile: `${origin}/docs`, openapi_url: `${origin}/openapi.json`,
        description: `خدمات منتشرشده دستگاه‌های استان ${place.name.fa}`, publisher: { name: `استان ${place.name.fa}` },
      };
    },

    async hsdsServices({ params, query }, caller) {
      const place = await placeOf(caller, params.province);
      const minimal = flag(query, 'minimal');
      const full = flag(query, 'full');
      const page = pageOf(query, minimal);
      const wanted = await meant(place, query);
      if (!wanted) return paged([], 0, page);
      const total = await count(db, wanted);
      if (!minimal) return paged(await Promise.all((await sheets(db, wanted, page)).map(describe(place, full))), total, page);
      const stamped = (await stamps(db, wanted, page)).map(async ({ id, at }) => ({ id: await uuidOf('service', id), modified_date: at.toISOString() }));
      return paged(await Promise.all(stamped), total, page);
    },

    async hsdsService({ params }, caller) {
      const place = await placeOf(caller, params.province);
      const offering = await services.find(params.id, await publishedIds(db, { province: place.id }));
      const [sheet] = offering ? await sheets(db, { province: place.id, offering }, everything) : [];
      if (!sheet) throw notHere('service');
      return fullService(place, sheet);
    },

    async hsdsOrganizations({ params, query }, caller) {
      const place = await placeOf(caller, params.province);
      const fullServices = flag(query, 'full_service');
      const full = flag(query, 'full') || fullServices;
      const { fits, lifeEvent } = await eventOf(query);
      const giving = lifeEvent && new Set(await publishers(db, { province: place.id, lifeEvent }));
      const all = fits ? (await agencies(db, place.id)).filter(({ id, name }) => (!giving || giving.has(id)) && holds(query, ...Object.values(name))) : [];
      const { contents, ...about } = pageOfAll(all, query);
      return { ...about, contents: await Promise.all(contents.map((one) => (full ? nested(place, one, fullServices) : organization(place, one)))) };
    },

    async hsdsOrganization({ params, query }, caller) {
      const place = await placeOf(caller, params.province);
      const full = flag(query, 'full_service');
      const agency = await agencyOf(place, params.id);
      if (!agency) throw notHere('organization');
      return nested(place, agency, full);
    },

    async hsdsServicesAtLocations({ params, query }, caller) {
      const place = await placeOf(caller, params.province);
      const full = flag(query, 'full');
      const page = pageOf(query);
      const wanted = await meant(place, query, true);
      if (!wanted) return paged([], 0, page);
      const found = await Promise.all((await sheets(db, wanted, page)).map((sheet) => serviceAtLocation(place, sheet, full)));
      return paged(found.filter((one): one is HsdsServiceAtLocation => one !== undefined), await count(db, wanted), page);
    },

    async hsdsServiceAtLocation({ params }, caller) {
      const place = await placeOf(caller, params.province);
      const offering = await places.find(params.id, await publishedIds(db, { province: place.id, withUnit: true }));
      const [sheet] = offering ? await sheets(db, { province: place.id, offering }, everything) : [];
      const found = sheet && (await serviceAtLocation(place, sheet, true));
      if (!found) throw notHere('service at a location');
      return found;
    },

    async hsdsTaxonomies({ params, query }, caller) {
      await placeOf(caller, params.province);
      return pageOfAll((await taxonomies()).taxonomies.filter(({ name, description }) => holds(query, name, description)), query);
    },

    async hsdsTaxonomy({ params }, caller) {
      await placeOf(caller, params.province);
      const found = (await taxonomies()).taxonomies.find(({ id }) => id === params.id.toLowerCase());
      if (!found) throw notHere('taxonomy');
      return found;
    },

    async hsdsTaxonomyTerms({ params, query }, caller) {
      await placeOf(caller, params.province);
      flag(query, 'top_only');
      const all = await taxonomies();
      const of = query.taxonomy_id && all.taxonomies.find(({ id }) => id === query.taxonomy_id)?.uri;
      // No term has another above it.
      const fitting = query.parent_id ? [] : allTerms(all).filter(({ name, taxonomy }) => (!query.taxonomy_id || taxonomy === of) && holds(query, name));
      return pageOfAll(fitting, query);
    },

    async hsdsTaxonomyTerm({ params }, caller) {
      await placeOf(caller, params.province);
      const all = await taxonomies();
      const found = allTerms(all).find(({ id }) => id === params.id.toLowerCase());
      if (!found) throw notHere('taxonomy term');
      return { ...found, taxonomy_detail: all.taxonomies.find(({ uri }) => uri === found.taxonomy)! };
    },
  };
}
