import type { GatewayClient } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { StaffSession } from '../../../contract/staff.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** What the models need from the element they serve. */
export interface ConsolePort {
  client(): GatewayClient;
  signal(): AbortSignal;
  update(): void;
  /** Says to screen readers what the function gives in the element's language. */
  say(text: (locale: Locale) => string): void;
  /** Puts focus where the selector points, after the next update. */
  focus(selector: string): Promise<void>;
  /** The session is over: the gateway wants to see a password again. */
  signInNeeded(): void;
  /** Who is at the desk. */
  staff(): StaffSession['staff'] | undefined;
  /** What time it is for the gateway: a deadline is the gateway's, whatever the clock of this device says. */
  now(): Date;
  /** The gateway has said what time it is. */
  setNow(at: string): void;
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
