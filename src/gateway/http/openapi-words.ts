import type { ProblemCode } from '../../contract/problem.ts';
import type { RouteName } from '../../contract/routes.ts';

/** One sentence for each route, and the problems worth expecting beside those that any route may give. */
export const routeWords: Record<RouteName, { tag: 'Catalogue' | 'Requests' | 'Staff'; summary: string; problems?: ProblemCode[] }> = {
  catalogue: { tag: 'Catalogue', summary: 'Who is in the province, and where the search index of the published catalogue lies.', problems: ['province.notFound'] },
  catalogueIndex: { tag: 'Catalogue', summary: 'The search index. Its content never changes under one address.', problems: ['notFound'] },
  search: { tag: 'Catalogue', summary: 'Services for a query in any spelling, by the same searcher that elements run in the page.', problems: ['province.notFound', 'rate.limited'] },
  calendar: { tag: 'Catalogue', summary: 'The working calendar in force: office hours, holidays, closures.', problems: ['province.notFound'] },
  offering: { tag: 'Catalogue', summary: 'The whole sheet of a service as one agency gives it; `v` asks for one version.', problems: ['offering.notFound'] },
  offeringForm: { tag: 'Catalogue', summary: 'The form by which a service is requested; `v` asks for one version.', problems: ['offering.notFound', 'form.notFound'] },
  upload: { tag: 'Requests', summary: 'Sends one file ahead of its request. The id is a secret of the sender until the request is filed.', problems: ['offering.notFound', 'upload.tooLarge', 'upload.empty', 'upload.typeNotAllowed', 'rate.limited'] },
  fileRequest: { tag: 'Requests', summary: 'Files a request. The tracking code is answered only after it is safely stored; the same Idempotency-Key gives the same answer.', problems: ['offering.notFound', 'offering.notOnline', 'form.changed', 'upload.notFound', 'idempotency.mismatch', 'rate.limited'] },
  requestStatus: { tag: 'Requests', summary: 'State, clock and holder: what a tracking code alone opens.', problems: ['request.notFound', 'rate.limited'] },
  askProof: { tag: 'Requests', summary: 'Sends a one-time code to the filed mobile number. Answered alike whether the tracking code exists or not.', problems: ['rate.limited'] },
  giveProof: { tag: 'Requests', summary: 'Trades the one-time code for a token that opens this request for some minutes.', problems: ['proof.wrong', 'rate.limited'] },
  requestRecord: { tag: 'Requests', summary: 'The whole request, for the citizen who proved the filed mobile number.', problems: ['request.notFound'] },
  reply: { tag: 'Requests', summary: 'Answers a question of the desk.', problems: ['request.notFound', 'transition.notAllowed'] },
  requestFile: { tag: 'Requests', summary: 'A file of the request.', problems: ['request.notFound'] },
  receiptKeys: { tag: 'Requests', summary: 'Public keys (JWK set) by which receipts are verified.' },
  signIn: { tag: 'Staff', summary: 'Opens a session of the gateway’s own origin by an HttpOnly cookie.', problems: ['staff.signInFailed', 'rate.limited'] },
  staffSession: { tag: 'Staff', summary: 'Who is signed in.' },
  signOut: { tag: 'Staff', summary: 'Ends the session.' },
  queue: { tag: 'Staff', summary: 'Requests in the caller’s place, by due time.' },
  staffCase: { tag: 'Staff', summary: 'One request with all that its expert needs. Reading it is recorded.', problems: ['request.notFound'] },
  take: { tag: 'Staff', summary: 'Takes a request into review.', problems: ['request.notFound', 'request.changed', 'transition.notAllowed'] },
  answer: { tag: 'Staff', summary: 'Answers a request with an outcome.', problems: ['request.notFound', 'request.changed', 'transition.notAllowed'] },
  ask: { tag: 'Staff', summary: 'Asks the citizen; the clock pauses.', problems: ['request.notFound', 'request.changed', 'transition.notAllowed'] },
  refer: { tag: 'Staff', summary: 'Hands a request to another unit, with a reason; code and clock stay.', problems: ['request.notFound', 'request.changed', 'transition.notAllowed', 'staff.unitNotFound'] },
  staffFile: { tag: 'Staff', summary: 'A file of a request.', problems: ['request.notFound'] },
  units: { tag: 'Staff', summary: 'Units to which a request can be referred.' },
};
