import type { Route } from './route.ts';

/** What a receipt calls: apart from the other routes, so that pages do not download them at first. */
export const receiptRoutes = {
  textReceipt: { method: 'POST', path: '/v1/requests/{code}/text', who: 'anyone', status: 202 },
  receiptPdf: { method: 'POST', path: '/v1/receipts/pdf', who: 'anyone', gives: 'bytes' },
} as const satisfies Record<string, Route>;
