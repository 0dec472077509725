import type { SignedInPort } from '../../../core/staff/port.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** What the models need from the element they serve. */
export interface ConsolePort extends SignedInPort {
  /** Says to screen readers what the function gives in the element's language. */
  say(text: (locale: Locale) => string): void;
  /** What time it is for the gateway: a deadline is the gateway's, whatever the clock of this device says. */
  now(): Date;
  /** The gateway has said what time it is. */
  setNow(at: string): void;
}
