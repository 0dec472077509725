import type { Route } from './route.ts';

/** Why answers are late: what the staff's pages call. */
export const delayRoutes = {
  delayReasons: { method: 'GET', path: '/v1/staff/delay-reasons', who: 'staff' },
  addDelayReason: { method: 'POST', path: '/v1/staff/delay-reasons', who: 'staff' },
  retireDelayReason: { method: 'POST', path: '/v1/staff/delay-reasons/{id}/retire', who: 'staff' },
  delayChoices: { method: 'GET', path: '/v1/staff/requests/{id}/delay', who: 'staff' },
  explainDelay: { method: 'POST', path: '/v1/staff/requests/{id}/delay', who: 'staff' },
} as const satisfies Record<string, Route>;
