import type { hsdsRoutes } from '../../contract/hsds-routes.ts';
import type { ProblemCode } from '../../contract/problem.ts';

const missing: ProblemCode[] = ['province.notFound', 'notFound'];
const list: ProblemCode[] = ['province.notFound'];
const paging = 'Pages by `page` from 1 and `per_page` up to 500.';

/** The read API of HSDS in words. */
export const hsdsWords: Record<keyof typeof hsdsRoutes, { tag: 'HSDS'; summary: string; problems: ProblemCode[] }> = {
  hsds: { tag: 'HSDS', summary: 'Which version of HSDS (Human Services Data Specification) this read API of a province follows, and where it is described.', problems: list },
  hsdsServices: { tag: 'HSDS', summary: `Published services. ${paging} \`modified_after\` gives those published then or later; \`full=true\` gives whole services, \`minimal=true\` all ids with their dates, which tells what is gone; \`search\` is the search of the portal; \`organization_id\`, \`taxonomy_id\` and \`taxonomy_term_id\` (life events) narrow.`, problems: list },
  hsdsService: { tag: 'HSDS', summary: 'A service with all that belongs to it. What HSDS has no field for, such as steps, time and visits, stands in `attributes`.', problems: missing },
  hsdsOrganizations: { tag: 'HSDS', summary: `The agencies of the province. ${paging} \`full=true\` gives units and services with each, \`full_service=true\` whole services.`, problems: list },
  hsdsOrganization: { tag: 'HSDS', summary: 'An agency with its units and services; `full_service=true` gives whole services.', problems: missing },
  hsdsServicesAtLocations: { tag: 'HSDS', summary: `Services that name the unit in charge, each with the unit. ${paging} Narrowed as services are.`, problems: list },
  hsdsServiceAtLocation: { tag: 'HSDS', summary: 'A service with the unit in charge.', problems: missing },
  hsdsTaxonomies: { tag: 'HSDS', summary: 'The two taxonomies: life events, and fields of the service sheet that HSDS lacks. The same in every province.', problems: list },
  hsdsTaxonomy: { tag: 'HSDS', summary: 'One taxonomy.', problems: missing },
  hsdsTaxonomyTerms: { tag: 'HSDS', summary: `Terms of the taxonomies; \`taxonomy_id\` narrows. ${paging}`, problems: list },
  hsdsTaxonomyTerm: { tag: 'HSDS', summary: 'One term with its taxonomy.', problems: missing },
};
