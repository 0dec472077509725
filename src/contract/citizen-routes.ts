import type { Route } from './route.ts';

/** What citizens' pages call: the only table that they download. */
export const citizenRoutes = {
  catalogue: { method: 'GET', path: '/v1/catalogue', who: 'anyone' },
  catalogueIndex: { method: 'GET', path: '/v1/catalogue/index/{version}', who: 'anyone' },
  catalogueLexicon: { method: 'GET', path: '/v1/catalogue/lexicon/{version}', who: 'anyone' },
  search: { method: 'GET', path: '/v1/search', who: 'anyone' },
  calendar: { method: 'GET', path: '/v1/calendar', who: 'anyone' },
  offering: { method: 'GET', path: '/v1/offerings/{id}', who: 'anyone' },
  offeringForm: { method: 'GET', path: '/v1/offerings/{id}/form', who: 'anyone' },
  fileRequest: { method: 'POST', path: '/v1/requests', who: 'anyone', status: 201 },
  requestStatus: { method: 'GET', path: '/v1/requests/{code}', who: 'anyone' },
  askProof: { method: 'POST', path: '/v1/requests/{code}/proof', who: 'anyone', status: 202 },
  giveProof: { method: 'POST', path: '/v1/requests/{code}/proof/confirm', who: 'anyone' },
  requestRecord: { method: 'GET', path: '/v1/requests/{code}/record', who: 'proof' },
  reply: { method: 'POST', path: '/v1/requests/{code}/reply', who: 'proof' },
  requestFile: { method: 'GET', path: '/v1/requests/{code}/files/{upload}', who: 'proof' },
  file: { method: 'GET', path: '/v1/files/{link}', who: 'anyone', gives: 'bytes' },
  receiptKeys: { method: 'GET', path: '/v1/receipt-keys', who: 'anyone' },
} as const satisfies Record<string, Route>;
