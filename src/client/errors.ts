import type { Problem, ProblemCode } from '../contract/problem.ts';

/** What can go wrong on the way to the gateway. `name` is set, so that minifiers do not hide it. */
export abstract class GatewayError extends Error {}

/** The gateway could not be reached: no network, refused, blocked, or no answer in time. */
export class UnreachableError extends GatewayError {
  override name = 'UnreachableError';
  constructor(readonly timedOut: boolean, options?: ErrorOptions) {
    super(timedOut ? 'The gateway did not answer in time.' : 'The gateway could not be reached.', options);
  }
}

/** The gateway answered with a problem document (RFC 9457). */
export class ProblemError extends GatewayError {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly status: number;
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`);
    this.code = problem.code;
    this.status = problem.status;
  }
}

/** Something answered, but not in the language of the contract: a proxy's page, a cut-off body. */
export class MalformedAnswerError extends GatewayError {
  override name = 'MalformedAnswerError';
  constructor(readonly status: number, options?: ErrorOptions) {
    super(`The answer (status ${status}) is not what the contract says.`, options);
  }
}
