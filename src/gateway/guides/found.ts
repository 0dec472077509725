import type { GuideFound, GuideTree } from '../../contract/guide.ts';
import { findOffice, findServices } from '../../rules/guide-match.ts';
import type { ProvinceWorld } from './world.ts';

/** What the words of each service and office of a tree find in the province now, by their place in the tree. */
export function foundBy(tree: GuideTree, world: ProvinceWorld): GuideFound[] {
  const names = new Map(world.agencies.map(({ id, name }) => [id, name.fa]));
  return tree.nodes.flatMap((node) => {
    if (node.kind === 'question') return [];
    const services = (node.services ?? []).map((service, at): GuideFound => ({
      path: `nodes.${node.id}.services.${at}`,
      names: findServices(service, world).map(({ title, agency }) => ({ title, agency: names.get(agency) ?? agency })),
    }));
    const offices = (node.offices ?? []).map((wanted, at): GuideFound => {
      const found = findOffice(wanted, world);
      return { path: `nodes.${node.id}.offices.${at}`, names: found ? [{ title: found.unit?.name.fa ?? null, agency: found.agency.name.fa }] : [] };
    });
    return [...services, ...offices];
  });
}
