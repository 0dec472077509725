import type { Kysely } from 'kysely';
import { seal } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { EventType } from '../../rules/lifecycle.ts';
import { afterQuiet } from './quiet-hours.ts';
import type { Ports } from '../ports.ts';
import { contactHash } from '../requests/vault.ts';
import type { Channel } from './sender.ts';
import { senderName, type Sender } from './texts.ts';

/** The event of a request that it tells of, or `code`: one that is good for minutes and tells of none. */
export type MessageAbout = 'code' | EventType;

/** Somebody has just asked for these or waits for them; all else is news, and waits for the end of quiet hours. */
const awaited: ReadonlySet<string> = new Set<MessageAbout>(['code', 'filed', 'joined']);

/** When a message goes first. */
export const dueFirst = ({ now, settings }: Pick<Ports, 'now' | 'settings'>, about: string): Date =>
  settings.quietHours && !awaited.has(about) ? afterQuiet(now(), settings.quietHours) : now();

export interface OutgoingMessage {
  request: string | null;
  /** Where it goes: mobile number, or e-mail address. */
  to: string;
  channel?: Channel;
  about: MessageAbout;
  from: Sender;
  text: string;
  /** Of an e-mail; absent: who writes. */
  subject?: string;
  /** Of a code: how long it is good. */
  goodUntil?: Date;
  /** Written and never sent: keeps the work alike where nobody is to get a message. */
  decoy?: boolean;
  /** Of an SMS: the e-mail that tells the same. */
  sameAs?: string | undefined;
}

export const recipientContext = 'outbox recipient';
export const bodyContext = 'outbox body';

/** Belongs to the transaction that causes the message: either both happen or neither. Gives the message's id. */
export async function enqueue(trx: Kysely<Database>, ports: Ports, message: OutgoingMessage): Promise<string> {
  const now = ports.now();
  const { id } = await trx.insertInto('outbox').values({
    request: message.request,
    channel: message.channel ?? 'sms',
    about: message.about,
    recipient_hash: await contactHash(ports, message.to),
    recipient: await seal(ports.secrets.data, recipientContext, message.to),
    subject: message.subject ?? senderName(message.from),
    body: await seal(ports.secrets.data, bodyContext, message.text),
    created_at: now,
    due_at: dueFirst(ports, message.about),
    good_until: message.goodUntil ?? null,
    given_up_at: message.decoy ? now : null,
    last_error: message.decoy ? 'decoy' : null,
    delivered_at: null,
    same_as: message.sameAs,
  }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Erases the messages that nobody was ever to get. */
export async function forgetDecoys(ports: Ports): Promise<void> {
  const hourAgo = new Date(ports.now().getTime() - 3_600_000);
  await ports.db.deleteFrom('outbox').where('last_error', '=', 'decoy').where('created_at', '<', hourAgo).execute();
}
