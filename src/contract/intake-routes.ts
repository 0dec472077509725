import type { Route } from './route.ts';

/** How officers hand in, mend and publish declarations; apart from the other staff routes, so that desks do not download them. */
export const intakeRoutes = {
  drafts: { method: 'GET', path: '/v1/staff/declarations', who: 'staff' },
  handIn: { method: 'POST', path: '/v1/staff/declarations', who: 'staff', status: 201, sends: 'bytes' },
  draft: { method: 'GET', path: '/v1/staff/declarations/{id}', who: 'staff' },
  draftRows: { method: 'GET', path: '/v1/staff/declarations/{id}/rows', who: 'staff' },
  draftKinds: { method: 'GET', path: '/v1/staff/declarations/{id}/kinds', who: 'staff' },
  mapColumns: { method: 'POST', path: '/v1/staff/declarations/{id}/mapping', who: 'staff' },
  mendCell: { method: 'POST', path: '/v1/staff/declarations/{id}/cells', who: 'staff' },
  fixCell: { method: 'POST', path: '/v1/staff/declarations/{id}/fixes', who: 'staff' },
  fixAll: { method: 'POST', path: '/v1/staff/declarations/{id}/fixes/all', who: 'staff' },
  checkLinks: { method: 'POST', path: '/v1/staff/declarations/{id}/links', who: 'staff' },
  difference: { method: 'GET', path: '/v1/staff/declarations/{id}/difference', who: 'staff' },
  publishDraft: { method: 'POST', path: '/v1/staff/declarations/{id}/publish', who: 'staff' },
  returnDraft: { method: 'POST', path: '/v1/staff/declarations/{id}/return', who: 'staff' },
  discardDraft: { method: 'DELETE', path: '/v1/staff/declarations/{id}', who: 'staff', status: 204 },
  publications: { method: 'GET', path: '/v1/staff/publications', who: 'staff' },
  rollBack: { method: 'POST', path: '/v1/staff/publications/roll-back', who: 'staff' },
  setIntake: { method: 'POST', path: '/v1/staff/publications/setting', who: 'staff' },
  nationalChanges: { method: 'GET', path: '/v1/staff/national-changes', who: 'staff' },
  declarationTemplate: { method: 'GET', path: '/v1/staff/declaration-template', who: 'staff', gives: 'bytes' },
} as const satisfies Record<string, Route>;
