import type { DelayReason } from '../contract/delay.ts';

/** Who of the staff changed a rule; their name as it was then. `id` null: whoever runs the gateway, by a command. */
export interface DeskEditor {
  id: string | null;
  name: string;
}

/** What each event of a province's own log says: changes of the rules by which its desk works, each with who made it. */
export interface DeskEventPayloads {
  /** A reason that may be given for a delay from then on. */
  reasonAdded: { reason: DelayReason; by: DeskEditor };
  /** Given no more; what it was given for keeps it. */
  reasonRetired: { reason: string; by: DeskEditor };
  /** `digest`: SHA-256 of the calendar in its canonical form, hex. */
  calendarEdited: { version: number; digest: string; why: string; by: DeskEditor };
}
export type DeskEventType = keyof DeskEventPayloads;
export type DeskEvent = { [T in DeskEventType]: { type: T; payload: DeskEventPayloads[T] } }[DeskEventType];

const prefix = 'desk:';

/** Name of the chain in which the changes of a province's rules stand, beside the chains of requests in the same log. */
export const deskChain = (province: string): string => prefix + province;
export const provinceOf = (chain: string): string => chain.slice(prefix.length);
export const isDeskChain = (chain: string): boolean => chain.startsWith(prefix);
