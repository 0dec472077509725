import type { RouteName } from '../../contract/routes.ts';

/**
 * Uses per address: how many in how many seconds. Loose, because a mobile operator puts thousands of people behind one
 * address, and an agency all of its staff; the tight limits stand beside the things they guard (proof, staff/sign-in-limits).
 */
export const limits: Partial<Record<RouteName, [limit: number, seconds: number]>> = {
  search: [600, 60],
  catalogueDelta: [120, 600],
  tellUnanswered: [120, 600],
  reportSheet: [20, 600],
  rateService: [60, 600],
  declare: [120, 600],
  checkLinks: [60, 600],
  startUpload: [120, 600],
  continueUpload: [6000, 600],
  finishUpload: [240, 600],
  fileRequest: [120, 600],
  proveAccepted: [240, 600],
  resendAccepted: [60, 600],
  requestStatus: [300, 600],
  requestLive: [300, 600],
  textReceipt: [60, 600],
  receiptPdf: [60, 600],
  logProof: [300, 600],
  logConsistency: [300, 600],
  carryDraft: [60, 600],
  fetchDraft: [120, 600],
  askProof: [60, 600],
  giveProof: [120, 600],
  requestRecord: [300, 600],
  myRequests: [60, 600],
  addNewsAddress: [60, 600],
  proveNewsAddress: [120, 600],
  signIn: [300, 600],
};
