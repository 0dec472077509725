import type { Route } from './route.ts';

/** What agencies and national organisations have declared, how their own systems declare, and the tokens of those. */
export const declarationRoutes = {
  declarations: { method: 'GET', path: '/v1/provinces/{province}/declarations', who: 'anyone' },
  declared: { method: 'GET', path: '/v1/provinces/{province}/declarations/{agency}', who: 'anyone', gives: 'bytes' },
  declare: { method: 'PUT', path: '/v1/provinces/{province}/declarations/{agency}', who: 'token', sends: 'bytes' },
  nationalDifference: { method: 'GET', path: '/v1/national-sheets/{id}/difference', who: 'anyone' },
  tokens: { method: 'GET', path: '/v1/staff/tokens', who: 'staff' },
  makeToken: { method: 'POST', path: '/v1/staff/tokens', who: 'staff', status: 201 },
  revokeToken: { method: 'DELETE', path: '/v1/staff/tokens/{id}', who: 'staff', status: 204 },
} as const satisfies Record<string, Route>;
