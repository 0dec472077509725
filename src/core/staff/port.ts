import type { GatewayClient } from '../../client/client.ts';
import { ProblemError } from '../../client/errors.ts';
import type { Problem, ProblemCode } from '../../contract/problem.ts';
import type { StaffSession } from '../../contract/staff.ts';

/** What the models of a staff element need from the element they serve. */
export interface StaffPort {
  client(): GatewayClient;
  signal(): AbortSignal;
  update(): void;
  /** Puts focus where the selector points, after the next update. */
  focus(selector: string): Promise<void>;
}

/** Behind the door. */
export interface SignedInPort extends StaffPort {
  /** The session is over: the gateway wants to see a password again. */
  signInNeeded(): void;
  /** Who is at the desk. */
  staff(): StaffSession['staff'] | undefined;
}

/** As those need it who keep guides and declarations. */
export interface KeeperPort extends SignedInPort {
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
}

/** Why something did not work: the gateway's code, or that there was none. */
export interface Fault {
  code: ProblemCode | 'unreachable' | 'broken';
  /** Seconds until another try makes sense. */
  seconds?: number;
  /** What of the input it is about. */
  errors?: Problem['errors'];
}

export function faultOf(error: unknown): Fault {
  if (error instanceof ProblemError) return { code: error.code, seconds: error.problem.retryAfter, ...(error.problem.errors && { errors: error.problem.errors }) };
  return { code: error instanceof Error && error.name === 'UnreachableError' ? 'unreachable' : 'broken' };
}

/** Why something did not work; undefined where only the session is over, which the door tells. */
export function told(port: SignedInPort, error: unknown): Fault | undefined {
  const fault = faultOf(error);
  if (fault.code !== 'staff.signInNeeded') return fault;
  port.signInNeeded();
  return undefined;
}
