import type { StaffSession } from '../../../contract/staff.ts';
import { faultOf, type Fault, type StaffPort } from '../../../core/staff/port.ts';

/** What the models need from the element they serve. */
export interface IntakePort extends StaffPort {
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
  /** The session is over: the gateway wants to see a password again. */
  signInNeeded(): void;
  staff(): StaffSession['staff'] | undefined;
}

/** Why something did not work; undefined where only the session is over, which the door tells. */
export function told(port: IntakePort, error: unknown): Fault | undefined {
  const fault = faultOf(error);
  if (fault.code !== 'staff.signInNeeded') return fault;
  port.signInNeeded();
  return undefined;
}
