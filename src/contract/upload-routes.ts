import type { Route } from './route.ts';

/**
 * How files come ahead of their request: by tus 1.0.0 (https://tus.io/protocols/resumable-upload) with its extensions
 * creation, expiration and termination, then `finishUpload`. Apart, so that pages do not download them at first.
 */
export const uploadRoutes = {
  startUpload: { method: 'POST', path: '/v1/uploads', who: 'anyone', status: 201 },
  /** HEAD, as tus asks, is answered too, without the body. */
  uploadOffset: { method: 'GET', path: '/v1/uploads/{upload}', who: 'anyone' },
  continueUpload: { method: 'PATCH', path: '/v1/uploads/{upload}', who: 'anyone', status: 204, sends: 'part' },
  finishUpload: { method: 'POST', path: '/v1/uploads/{upload}/finish', who: 'anyone', status: 201 },
  removeUpload: { method: 'DELETE', path: '/v1/uploads/{upload}', who: 'anyone', status: 204 },
} as const satisfies Record<string, Route>;
