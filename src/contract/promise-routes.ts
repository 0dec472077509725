import type { Route } from './route.ts';

/** What is asked about the promise of a request: the published log, and what citizens do about a clock. Apart, so that pages do not download them at first. */
export const promiseRoutes = {
  requestLive: { method: 'GET', path: '/v1/requests/{code}/live', who: 'anyone', gives: 'events' },
  myRequests: { method: 'GET', path: '/v1/requests/{code}/others', who: 'proof' },
  chooseNews: { method: 'POST', path: '/v1/requests/{code}/news', who: 'proof' },
  addNewsAddress: { method: 'POST', path: '/v1/requests/{code}/news/email', who: 'proof' },
  proveNewsAddress: { method: 'POST', path: '/v1/requests/{code}/news/email/proof', who: 'proof' },
  withdraw: { method: 'POST', path: '/v1/requests/{code}/withdraw', who: 'proof' },
  object: { method: 'POST', path: '/v1/requests/{code}/object', who: 'proof' },
  rate: { method: 'POST', path: '/v1/requests/{code}/rate', who: 'proof' },
  rateService: { method: 'POST', path: '/v1/offerings/{id}/ratings', who: 'anyone', status: 204 },
  checkpoints: { method: 'GET', path: '/v1/transparency', who: 'anyone' },
  checkpoint: { method: 'GET', path: '/v1/transparency/checkpoints/{number}', who: 'anyone' },
  logProof: { method: 'GET', path: '/v1/transparency/proofs/{event}', who: 'anyone' },
  logConsistency: { method: 'GET', path: '/v1/transparency/consistency', who: 'anyone' },
} as const satisfies Record<string, Route>;
