import { sql, type Kysely } from 'kysely';
import type { Agency, AgencyRef, Unit } from '../../contract/agency.ts';
import type { FoundOffice, FoundService, Guide, GuideTree } from '../../contract/guide.ts';
import type { RequestKind } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import { findOffice, findServices, type GuideWorld } from '../../rules/guide-match.ts';
import { foldKey } from '../../persian/fold.ts';
import { isOnline } from '../../search/build.ts';
import { agencies, units, type Province } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';

type Db = Kysely<Database>;
/** A service with what an answer shows of it. */
type Service = Omit<FoundService, 'agency'> & { agency: string };
export type ProvinceWorld = GuideWorld<Service, Agency, Unit>;

/** All that answers of a province's guides can lead to, as it is published now. */
export async function readWorld(db: Db, province: string): Promise<ProvinceWorld> {
  const rows = await db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .leftJoin('form_version as f', (join) => join
      .on('f.form', '=', sql<string>`v.sheet -> 'form' ->> 'id'`).on('f.version', '=', sql<number>`(v.sheet -> 'form' ->> 'version')::integer`))
    .select(['o.id', 'o.agency'])
    .select([
      sql<string>`v.sheet ->> 'title'`.as('title'), sql<Offering['time']>`v.sheet -> 'time'`.as('time'), sql<Offering['fee']>`v.sheet -> 'fee'`.as('fee'),
      sql<Offering['visits']>`v.sheet -> 'visits'`.as('visits'), sql<Offering['form']>`v.sheet -> 'form'`.as('form'),
      sql<string[]>`v.sheet -> 'channels' -> 'request'`.as('request'), sql<RequestKind | null>`f.definition ->> 'kind'`.as('files'),
    ])
    .where('o.province', '=', province)
    .orderBy('o.id')
    .execute();
  const services = rows.map(({ fee: { kind, lines }, form, request, ...row }) => ({
    ...row, fee: { kind, lines }, online: isOnline(form, request),
  }));
  return { services, agencies: await agencies(db, province), units: await units(db, province) };
}

const refOf = ({ id, name, county }: Agency): AgencyRef => ({ id, name, county });

/** A tree with what its words mean in a province. */
export function resolveGuide(tree: GuideTree, version: number, province: Province, world: ProvinceWorld): Guide {
  const names = new Map(world.agencies.map((agency) => [agency.id, agency]));
  const refer = (id: string): AgencyRef => (names.has(id) ? refOf(names.get(id)!) : { id, name: { fa: id } });
  return {
    ...tree, province: province.id, version,
    nodes: tree.nodes.map((node) => {
      if (node.kind === 'question') return node;
      const { contacts = [], services = [], offices = [], ...answer } = node;
      const found = new Map(
        services.flatMap((service) => findServices(service, world).map((each) => [each.id, { ...each, ...(service.known && { known: service.known }) }])),
      );
      return {
        ...answer,
        contacts: contacts.filter(({ provinces }) => !provinces || provinces.includes(province.id)),
        services: [...found.values()].map((service): FoundService => ({ ...service, agency: refer(service.agency) })),
        offices: offices.flatMap((office): FoundOffice[] => {
          const at = findOffice(office, world);
          return at ? [{ agency: refOf(at.agency), unit: at.unit }] : [];
        }),
      };
    }),
  };
}

/** Who receives citizens in a governor's office, best first. */
const desks = ['میز خدمت', 'مردم', 'روابط عمومی'];

/** The desks of the governors, of the province and of its counties: where somebody listens whatever it is about. */
export function helpOffices({ agencies: all, units: rooms }: Pick<ProvinceWorld, 'agencies' | 'units'>): FoundOffice[] {
  const isGovernors = (agency: Agency) => agency.kind === 'governorate' && /^(استانداری|فرمانداری|بخشداری)/.test(foldKey(agency.name.fa));
  return all.filter(isGovernors).map((agency) => {
    const own = rooms.filter((unit) => unit.agency === agency.id);
    const unit = desks.map((word) => own.find(({ name }) => name.fa.includes(word))).find(Boolean) ?? own[0] ?? null;
    return { agency: refOf(agency), unit };
  });
}
