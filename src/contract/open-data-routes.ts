import type { Route } from './route.ts';

/** The catalogue for machines: files in open formats. No element calls these. */
export const openDataRoutes = {
  openData: { method: 'GET', path: '/v1/open-data/{province}', who: 'anyone' },
  openDataFile: { method: 'GET', path: '/v1/open-data/{province}/{file}', who: 'anyone', gives: 'bytes' },
} as const satisfies Record<string, Route>;
