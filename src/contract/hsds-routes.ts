import type { Route } from './route.ts';

/** The read API of HSDS 3.0 (docs.openreferral.org), one for each province. No element calls these. */
export const hsdsRoutes = {
  hsds: { method: 'GET', path: '/v1/hsds/{province}', who: 'anyone' },
  hsdsServices: { method: 'GET', path: '/v1/hsds/{province}/services', who: 'anyone' },
  hsdsService: { method: 'GET', path: '/v1/hsds/{province}/services/{id}', who: 'anyone' },
  hsdsOrganizations: { method: 'GET', path: '/v1/hsds/{province}/organizations', who: 'anyone' },
  hsdsOrganization: { method: 'GET', path: '/v1/hsds/{province}/organizations/{id}', who: 'anyone' },
  hsdsServicesAtLocations: { method: 'GET', path: '/v1/hsds/{province}/service_at_locations', who: 'anyone' },
  hsdsServiceAtLocation: { method: 'GET', path: '/v1/hsds/{province}/service_at_locations/{id}', who: 'anyone' },
  hsdsTaxonomies: { method: 'GET', path: '/v1/hsds/{province}/taxonomies', who: 'anyone' },
  hsdsTaxonomy: { method: 'GET', path: '/v1/hsds/{province}/taxonomies/{id}', who: 'anyone' },
  hsdsTaxonomyTerms: { method: 'GET', path: '/v1/hsds/{province}/taxonomy_terms', who: 'anyone' },
  hsdsTaxonomyTerm: { method: 'GET', path: '/v1/hsds/{province}/taxonomy_terms/{id}', who: 'anyone' },
} as const satisfies Record<string, Route>;
