import type { Problem, ProblemCode } from '../../contract/problem.ts';

/** Status and English title of each code. Text for people is chosen in the element by the code. */
const kinds: Record<ProblemCode, [status: number, title: string]> = {
  'input.invalid': [422, 'Some values are not valid'],
  'input.malformed': [400, 'The body is not JSON of the contract'],
  'input.tooLarge': [413, 'The body is too large'],
  'input.mediaType': [415, 'Send application/json'],
  notFound: [404, 'There is nothing at this address'],
  'method.notAllowed': [405, 'This address does not take this method'],
  notAcceptable: [406, 'This address gives nothing of the kinds that were asked for'],
  'province.notFound': [404, 'No such province'],
  'offering.notFound': [404, 'No such offering'],
  'form.notFound': [404, 'No such form'],
  'form.changed': [409, 'The form has a newer version'],
  'form.invalid': [422, 'The form does not hold together'],
  'form.ownDraft': [403, 'Another person than those who drafted it publishes it here'],
  'form.noDraft': [409, 'There is no draft of this form'],
  'offering.notOnline': [409, 'This offering cannot be filed here'],
  'request.notFound': [404, 'No request opens with this'],
  'request.changed': [409, 'The request changed since it was read'],
  'request.sameMatter': [409, 'An open complaint of the same person is about the same matter'],
  'request.heldByOther': [409, 'A colleague works on this request; take it over first'],
  'request.levelNeeded': [403, 'After the objection somebody higher up decides this request'],
  'calendar.changed': [409, 'The calendar has a newer version'],
  'reason.notFound': [404, 'There is no such reason on the list'],
  'request.windowOver': [409, 'The time in which an objection is taken is over'],
  'request.alreadyRated': [409, 'This request was rated before'],
  'accepted.notFound': [404, 'Nothing is kept under this name: it was erased, or replaced by a newer one'],
  'transition.notAllowed': [409, 'The request does not allow this in its present state'],
  'proof.wrong': [403, 'The one-time code is wrong or no longer valid'],
  'work.needed': [428, 'Many filings have come from here; solve the challenge and send the call again'],
  'rate.limited': [429, 'Too many attempts'],
  'idempotency.mismatch': [422, 'This Idempotency-Key was used with another body'],
  'upload.tooLarge': [413, 'The file is too large'],
  'upload.empty': [422, 'The file is empty'],
  'upload.typeNotAllowed': [415, 'This kind of file is not accepted here'],
  'upload.infected': [422, 'Malware was found in the file'],
  'upload.notFound': [422, 'An attached file is not there any more'],
  'upload.otherOffset': [409, 'The upload does not stand at this offset; ask for it by HEAD'],
  'upload.protocol': [412, 'Uploads come by tus 1.0.0; send “Tus-Resumable: 1.0.0”'],
  'file.linkOver': [403, 'The link to the file has run out or was altered; ask for a new one'],
  'staff.signInFailed': [401, 'Name or password is wrong'],
  'staff.signInNeeded': [401, 'Sign in first'],
  'staff.forbidden': [403, 'Your role does not allow this'],
  'staff.unitNotFound': [422, 'No such unit'],
  'staff.notFound': [422, 'Nobody of this id may work on the request'],
  'guide.notFound': [404, 'No such guide'],
  'report.notFound': [404, 'No such report'],
  'guide.changed': [409, 'The guide has a newer version'],
  'guide.invalid': [422, 'The guide does not hold together'],
  'agency.notFound': [404, 'No such agency'],
  'declaration.notFound': [404, 'No such declaration'],
  'declaration.changed': [409, 'The declaration or what is published changed since it was read'],
  'declaration.notReady': [409, 'The declaration is not in a state for this'],
  'declaration.ownDraft': [403, 'Another person than those who drafted it publishes it here'],
  'links.notAllowed': [403, 'This gateway may not call the addresses in declarations; CHECK_LINKS allows it'],
  'publication.notFound': [404, 'No such publication'],
  'token.needed': [401, 'Send the token of the agency as “Authorization: Bearer TOKEN”'],
  'token.invalid': [401, 'The token does not open anything any more, or never did'],
  'token.otherAgency': [403, 'The token is of another agency than the address'],
  'token.notFound': [404, 'No such token'],
  'declaration.outdated': [412, 'What is published is not what If-Match names; read it again'],
  'declaration.rejected': [422, 'The declaration cannot be read'],
  'declaration.mostGone': [409, 'More than half of the published services are not in the declaration'],
  'transparency.notYet': [404, 'No checkpoint holds this yet; the next one is signed after midnight'],
  'transparency.notFound': [404, 'The log holds no event of this hash'],
  'server.failed': [500, 'The gateway failed'],
  'server.unavailable': [503, 'The gateway is not ready'],
};

/** HTTP status of a code. */
export const statusOf = (code: ProblemCode): number => kinds[code][0];

/** Thrown anywhere in the gateway; becomes an RFC 9457 document. */
export class ProblemException extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, more: Partial<Pick<Problem, 'detail' | 'errors' | 'challenge' | 'retryAfter' | 'proof' | 'triesLeft'>> = {}) {
    const [status, title] = kinds[code];
    super(more.detail ?? title);
    this.problem = { type: `urn:mizban:problem:${code}`, title, status, code, ...more };
  }

  toResponse(): Response {
    const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };
    if (this.problem.code === 'token.needed' || this.problem.code === 'token.invalid') headers['www-authenticate'] = 'Bearer';
    if (this.problem.retryAfter !== undefined) headers['retry-after'] = String(this.problem.retryAfter);
    return new Response(JSON.stringify(this.problem), { status: this.problem.status, headers });
  }
}
