import type { Route } from './route.ts';

/** How officers write the forms of their agency's services; apart from the other staff routes, so that desks do not download them. */
export const formStudioRoutes = {
  staffForms: { method: 'GET', path: '/v1/staff/forms', who: 'staff' },
  staffForm: { method: 'GET', path: '/v1/staff/forms/{id}', who: 'staff' },
  staffFormVersion: { method: 'GET', path: '/v1/staff/forms/{id}/versions/{version}', who: 'staff' },
  saveForm: { method: 'POST', path: '/v1/staff/forms/{id}', who: 'staff' },
  readForm: { method: 'POST', path: '/v1/staff/forms/{id}/read', who: 'staff' },
  publishForm: { method: 'POST', path: '/v1/staff/forms/{id}/publish', who: 'staff' },
  discardForm: { method: 'POST', path: '/v1/staff/forms/{id}/discard', who: 'staff' },
} as const satisfies Record<string, Route>;
