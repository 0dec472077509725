import {
  HsdsAbout, HsdsOrganization, HsdsOrganizations, hsdsQueries as queries, HsdsService, HsdsServiceAtLocation, HsdsServices, HsdsServicesAtLocations,
  HsdsTaxonomies, HsdsTaxonomy, HsdsTaxonomyTerm, HsdsTaxonomyTerms,
} from './hsds.ts';

/** What goes in and comes out of the routes of `hsds-routes.ts`. */
export const hsdsSchemas = {
  hsds: { answer: HsdsAbout },
  hsdsServices: { query: queries.services, answer: HsdsServices },
  hsdsService: { answer: HsdsService },
  hsdsOrganizations: { query: queries.organizations, answer: HsdsOrganizations },
  hsdsOrganization: { query: queries.organization, answer: HsdsOrganization },
  hsdsServicesAtLocations: { query: queries.servicesAtLocations, answer: HsdsServicesAtLocations },
  hsdsServiceAtLocation: { answer: HsdsServiceAtLocation },
  hsdsTaxonomies: { query: queries.taxonomies, answer: HsdsTaxonomies },
  hsdsTaxonomy: { answer: HsdsTaxonomy },
  hsdsTaxonomyTerms: { query: queries.taxonomyTerms, answer: HsdsTaxonomyTerms },
  hsdsTaxonomyTerm: { answer: HsdsTaxonomyTerm },
};
