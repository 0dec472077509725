import type { Kysely } from 'kysely';
import { seal } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { afterQuiet } from '../../rules/quiet-hours.ts';
import type { Ports } from '../ports.ts';
import { contactHash } from '../requests/vault.ts';
import type { Channel } from './sender.ts';
import { senderName, type Sender } from './texts.ts';

/**
 * `code`: one that is good for minutes; it goes at once, and not any more when its time is over. `receipt`: somebody has
 * just filed and waits for it. `told`: news of a request; it waits for the end of quiet hours.
 */
export type MessageKind = 'code' | 'receipt' | 'told';

export interface OutgoingMessage {
  request: string | null;
  /** Where it goes: mobile number, or e-mail address. */
  to: string;
  channel?: Channel;
  kind: MessageKind;
  from: Sender;
  text: string;
  /** Of a code: how long it is good. */
  goodUntil?: Date;
  /** Written and never sent: keeps the work alike where nobody is to get a message. */
  decoy?: boolean;
}

export const recipientContext = 'outbox recipient';
export const bodyContext = 'outbox body';

/** Belongs to the transaction that causes the message: either both happen or neither. */
export async function enqueue(trx: Kysely<Database>, ports: Ports, message: OutgoingMessage): Promise<void> {
  const now = ports.now();
  const { quietHours } = ports.settings;
  await trx.insertInto('outbox').values({
    request: message.request,
    channel: message.channel ?? 'sms',
    kind: message.kind,
    recipient_hash: await contactHash(ports, message.to),
    recipient: await seal(ports.secrets.data, recipientContext, message.to),
    subject: senderName(message.from),
    body: await seal(ports.secrets.data, bodyContext, message.text),
    created_at: now,
    due_at: message.kind === 'told' && quietHours ? afterQuiet(now, quietHours) : now,
    good_until: message.goodUntil ?? null,
    given_up_at: message.decoy ? now : null,
    last_error: message.decoy ? 'decoy' : null,
    delivered_at: null,
  }).execute();
}

/** Erases the messages that nobody was ever to get. */
export async function forgetDecoys(ports: Ports): Promise<void> {
  const hourAgo = new Date(ports.now().getTime() - 3_600_000);
  await ports.db.deleteFrom('outbox').where('last_error', '=', 'decoy').where('created_at', '<', hourAgo).execute();
}
