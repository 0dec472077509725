import { ProblemError } from '../../client/errors.ts';

export const otpLength = 6;

/** What went wrong with the last step; `limited` knows for how long, in seconds. */
export interface Fault {
  kind: 'empty' | 'length' | 'wrong' | 'limited' | 'unreachable' | 'broken' | 'changed';
  seconds?: number;
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof ProblemError)) return { kind: 'unreachable' };
  switch (error.code) {
    case 'proof.wrong':
    case 'request.notFound':
    case 'input.invalid': return { kind: 'wrong' };
    case 'rate.limited': return { kind: 'limited', seconds: error.problem.retryAfter ?? 60 };
    default: return { kind: 'broken' };
  }
}
