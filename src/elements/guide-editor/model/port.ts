import type { StaffSession } from '../../../contract/staff.ts';
import type { StaffPort } from '../../../core/staff/port.ts';

/** What the models need from the element they serve. */
export interface EditorPort extends StaffPort {
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
  /** The session is over: the gateway wants to see a password again. */
  signInNeeded(): void;
  staff(): StaffSession['staff'] | undefined;
}
