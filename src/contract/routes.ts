/**
 * Every route of the gateway as data, without schemas, so that the client carries a few hundred bytes and no zod.
 * What goes in and comes out of each is in `route-schemas.ts` under the same name.
 */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** `{name}` is a path parameter. */
  path: string;
  /** `proof`: a bearer token got by one-time code; `staff`: a session cookie of the gateway's own origin. */
  who: 'anyone' | 'proof' | 'staff';
  /** Status of a good answer; 200 when absent. */
  status?: 201 | 202 | 204;
  /** What is sent: JSON by default; `bytes` for a file. */
  sends?: 'json' | 'bytes';
  /** What comes back: JSON by default; `bytes` for a file. */
  gives?: 'json' | 'bytes';
}

export const routes = {
  catalogue: { method: 'GET', path: '/v1/catalogue', who: 'anyone' },
  catalogueIndex: { method: 'GET', path: '/v1/catalogue/index/{version}', who: 'anyone' },
  search: { method: 'GET', path: '/v1/search', who: 'anyone' },
  calendar: { method: 'GET', path: '/v1/calendar', who: 'anyone' },
  offering: { method: 'GET', path: '/v1/offerings/{id}', who: 'anyone' },
  offeringForm: { method: 'GET', path: '/v1/offerings/{id}/form', who: 'anyone' },
  upload: { method: 'POST', path: '/v1/uploads', who: 'anyone', status: 201, sends: 'bytes' },
  fileRequest: { method: 'POST', path: '/v1/requests', who: 'anyone', status: 201 },
  requestStatus: { method: 'GET', path: '/v1/requests/{code}', who: 'anyone' },
  askProof: { method: 'POST', path: '/v1/requests/{code}/proof', who: 'anyone', status: 202 },
  giveProof: { method: 'POST', path: '/v1/requests/{code}/proof/confirm', who: 'anyone' },
  requestRecord: { method: 'GET', path: '/v1/requests/{code}/record', who: 'proof' },
  reply: { method: 'POST', path: '/v1/requests/{code}/reply', who: 'proof' },
  requestFile: { method: 'GET', path: '/v1/requests/{code}/files/{upload}', who: 'proof', gives: 'bytes' },
  receiptKeys: { method: 'GET', path: '/v1/receipt-keys', who: 'anyone' },
  signIn: { method: 'POST', path: '/v1/staff/session', who: 'anyone' },
  staffSession: { method: 'GET', path: '/v1/staff/session', who: 'staff' },
  signOut: { method: 'DELETE', path: '/v1/staff/session', who: 'staff', status: 204 },
  queue: { method: 'GET', path: '/v1/staff/requests', who: 'staff' },
  staffCase: { method: 'GET', path: '/v1/staff/requests/{id}', who: 'staff' },
  take: { method: 'POST', path: '/v1/staff/requests/{id}/take', who: 'staff' },
  release: { method: 'POST', path: '/v1/staff/requests/{id}/release', who: 'staff' },
  assign: { method: 'POST', path: '/v1/staff/requests/{id}/assign', who: 'staff' },
  colleagues: { method: 'GET', path: '/v1/staff/requests/{id}/colleagues', who: 'staff' },
  findCase: { method: 'POST', path: '/v1/staff/find', who: 'staff' },
  answer: { method: 'POST', path: '/v1/staff/requests/{id}/answer', who: 'staff' },
  ask: { method: 'POST', path: '/v1/staff/requests/{id}/ask', who: 'staff' },
  refer: { method: 'POST', path: '/v1/staff/requests/{id}/refer', who: 'staff' },
  staffFile: { method: 'GET', path: '/v1/staff/requests/{id}/files/{upload}', who: 'staff', gives: 'bytes' },
  units: { method: 'GET', path: '/v1/staff/units', who: 'staff' },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
