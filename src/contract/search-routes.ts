import type { Route } from './route.ts';

/** What the search calls beside the index: apart from the other routes, so that pages do not download them at first. */
export const searchRoutes = {
  catalogueDelta: { method: 'GET', path: '/v1/catalogue/index/{version}/from/{older}', who: 'anyone' },
  catalogueShard: { method: 'GET', path: '/v1/catalogue/shards/{version}/{folder}/{file}', who: 'anyone' },
  tellUnanswered: { method: 'POST', path: '/v1/search/unanswered', who: 'anyone', status: 204 },
} as const satisfies Record<string, Route>;
