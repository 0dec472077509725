import type { Route } from './route.ts';

/** What a form calls when somebody goes on with it on another device: apart, so that pages do not download it at first. */
export const carryRoutes = {
  carryDraft: { method: 'POST', path: '/v1/drafts', who: 'anyone', status: 202 },
  fetchDraft: { method: 'POST', path: '/v1/drafts/fetch', who: 'anyone' },
} as const satisfies Record<string, Route>;
