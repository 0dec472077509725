import type { Route } from './route.ts';

/** What a form calls when the gateway wants the mobile number proven before it files: apart, so that pages do not download it at first. */
export const acceptedRoutes = {
  proveAccepted: { method: 'POST', path: '/v1/accepted/{id}/proof', who: 'anyone' },
  resendAccepted: { method: 'POST', path: '/v1/accepted/{id}/code', who: 'anyone', status: 202 },
} as const satisfies Record<string, Route>;
