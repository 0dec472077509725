import type { Route } from './route.ts';

/** How the agencies keep their promise: what the supervisor's page calls. */
export const monitorRoutes = {
  monitor: { method: 'GET', path: '/v1/staff/monitor', who: 'staff' },
  monitorCases: { method: 'GET', path: '/v1/staff/monitor/cases', who: 'staff' },
} as const satisfies Record<string, Route>;
