export type Channel = 'sms' | 'email';

export interface OutMessage {
  /** The same on every try of one message: a receiver that remembers it sends no message twice. */
  id: string;
  /** A mobile number (`09…`) or an e-mail address, by the channel. */
  to: string;
  /** Of an e-mail; the text of an SMS stands alone. */
  subject: string;
  text: string;
}

/** Carries one message. Rejects, with {@link DeliveryError} where the cause is known, when it was not taken. */
export interface MessageSender {
  send(message: OutMessage): Promise<void>;
}

/** What carries messages, by channel. Messages of a channel that has none wait. */
export type Senders = Partial<Record<Channel, MessageSender>>;

/**
 * `unreachable`: nobody answered in time. `busy`: the service asks to try later, or has a fault of its own. `refused`: it
 * does not take what this gateway sends: a wrong key, no credit, a wrong address in the settings. `recipient`: it says
 * that there is no such receiver; trying again is in vain.
 */
export type DeliveryFault = 'unreachable' | 'busy' | 'refused' | 'recipient';

/** The message is for the log and names neither receiver nor text. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  constructor(readonly fault: DeliveryFault, message: string) {
    super(message);
  }
}

/** For the demo and tests: nothing leaves the machine, the message is read on `/dev/inbox`. */
export const inboxSender: MessageSender = {
  async send() {},
};
