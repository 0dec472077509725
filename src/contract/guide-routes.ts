import type { Route } from './route.ts';

/** What `<service-guide>` calls: apart from the other routes, so that pages without it do not download them. */
export const guideRoutes = {
  guides: { method: 'GET', path: '/v1/guides', who: 'anyone' },
  guide: { method: 'GET', path: '/v1/guides/{id}', who: 'anyone' },
} as const satisfies Record<string, Route>;
