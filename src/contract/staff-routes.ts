import type { Route } from './route.ts';

/** What only the staff's pages call. */
export const staffRoutes = {
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
  staffFile: { method: 'GET', path: '/v1/staff/requests/{id}/files/{upload}', who: 'staff' },
  staffGuides: { method: 'GET', path: '/v1/staff/guides', who: 'staff' },
  staffGuide: { method: 'GET', path: '/v1/staff/guides/{id}', who: 'staff' },
  saveGuide: { method: 'POST', path: '/v1/staff/guides/{id}', who: 'staff' },
  checkGuide: { method: 'POST', path: '/v1/staff/guides/{id}/check', who: 'staff' },
  unansweredQueries: { method: 'GET', path: '/v1/staff/unanswered', who: 'staff' },
  sheetReports: { method: 'GET', path: '/v1/staff/sheet-reports', who: 'staff' },
  closeSheetReport: { method: 'POST', path: '/v1/staff/sheet-reports/{id}/done', who: 'staff', status: 204 },
  units: { method: 'GET', path: '/v1/staff/units', who: 'staff' },
} as const satisfies Record<string, Route>;
