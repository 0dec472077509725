import type { Kysely } from 'kysely';
import { seal } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { contactHash } from '../requests/vault.ts';

export interface OutgoingMessage {
  request: string | null;
  mobile: string;
  text: string;
  /** Written and never sent: keeps the work alike where nobody is to get a message. */
  decoy?: boolean;
}

export const recipientContext = 'outbox recipient';
export const bodyContext = 'outbox body';

/** Belongs to the transaction that causes the message: either both happen or neither. */
export async function enqueue(trx: Kysely<Database>, ports: Ports, message: OutgoingMessage): Promise<void> {
  const now = ports.now();
  await trx.insertInto('outbox').values({
    request: message.request,
    channel: 'sms',
    recipient_hash: await contactHash(ports, message.mobile),
    recipient: await seal(ports.secrets.data, recipientContext, message.mobile),
    body: await seal(ports.secrets.data, bodyContext, message.text),
    created_at: now,
    due_at: now,
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
