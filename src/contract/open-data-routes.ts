import type { Route } from './route.ts';

/** The catalogue for machines: files in open formats, and what the answers to a form look like. No element calls these. */
export const openDataRoutes = {
  openData: { method: 'GET', path: '/v1/open-data/{province}', who: 'anyone' },
  formSchema: { method: 'GET', path: '/v1/offerings/{id}/form/schema', who: 'anyone' },
  openDataFile: { method: 'GET', path: '/v1/open-data/{province}/{file}', who: 'anyone', gives: 'bytes' },
} as const satisfies Record<string, Route>;
