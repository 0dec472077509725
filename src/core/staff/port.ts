import type { GatewayClient } from '../../client/client.ts';
import { ProblemError } from '../../client/errors.ts';
import type { ProblemCode } from '../../contract/problem.ts';

/** What the models of a staff element need from the element they serve. */
export interface StaffPort {
  client(): GatewayClient;
  signal(): AbortSignal;
  update(): void;
  /** Puts focus where the selector points, after the next update. */
  focus(selector: string): Promise<void>;
}

/** Why something did not work: the gateway's code, or that there was none. */
export interface Fault {
  code: ProblemCode | 'unreachable' | 'broken';
  /** Seconds until another try makes sense. */
  seconds?: number;
}

export function faultOf(error: unknown): Fault {
  if (error instanceof ProblemError) return { code: error.code, seconds: error.problem.retryAfter };
  return { code: error instanceof Error && error.name === 'UnreachableError' ? 'unreachable' : 'broken' };
}
