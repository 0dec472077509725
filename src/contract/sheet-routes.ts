import type { Route } from './route.ts';

/** What a sheet calls once it is read: apart from the other routes, so that pages do not download them at first. */
export const sheetRoutes = {
  keptPromise: { method: 'GET', path: '/v1/offerings/{id}/kept-promise', who: 'anyone' },
  reportSheet: { method: 'POST', path: '/v1/offerings/{id}/reports', who: 'anyone', status: 204 },
} as const satisfies Record<string, Route>;
