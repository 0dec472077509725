import type { Updateable } from 'kysely';
import { unsealText } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { bodyContext, recipientContext } from './outbox.ts';
import { tellBySms } from './same-by-sms.ts';
import { DeliveryError, type Channel, type Senders } from './sender.ts';

const batch = 20;
const mostTries = 10;

/** 15 s, 30 s, 1 min … at most an hour. */
export const backOffSeconds = (tries: number): number => Math.min(15 * 2 ** (tries - 1), 3600);

/**
 * Delivers what is due, one message a transaction, and gives the number delivered. Any number of copies of the gateway may call it at once: a
 * row that one of them holds is skipped by the others. At least once: a gateway that dies between sending and noting it
 * sends again, with the same id. News of an e-mail that is given up go by SMS, where the citizen takes those. In production the text is erased when it was taken.
 */
export async function deliverDue(ports: Ports, senders: Senders): Promise<number> {
  let delivered = 0;
  for (let round = 0; round < batch; round++) {
    const outcome = await deliverOne(ports, senders);
    if (outcome === 'none') break;
    if (outcome === 'delivered') delivered++;
  }
  return delivered;
}

async function deliverOne(ports: Ports, senders: Senders): Promise<'none' | 'delivered' | 'failed'> {
  return ports.db.transaction().execute(async (trx) => {
    const now = ports.now();
    const row = await trx.selectFrom('outbox').select(['id', 'request', 'channel', 'about', 'recipient', 'subject', 'body', 'tries', 'good_until', 'last_error'])
      .where('delivered_at', 'is', null).where('given_up_at', 'is', null).where('due_at', '<=', now)
      .where('channel', 'in', Object.keys(senders))
      .orderBy('due_at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst();
    if (!row) return 'none';
    const end = (outcome: Updateable<Database['outbox']>) => trx.updateTable('outbox').where('id', '=', row.id).set(outcome).execute();
    if (row.good_until && row.good_until <= now) {
      await end({ given_up_at: now, last_error: row.last_error ?? 'late', ...erased });
      return 'failed';
    }
    const tries = row.tries + 1;
    let text = '';
    try {
      const to = await unsealText(ports.secrets.data, recipientContext, row.recipient);
      text = await unsealText(ports.secrets.data, bodyContext, row.body);
      await senders[row.channel as Channel]!.send({ id: row.id, to, subject: row.subject, text });
    } catch (error) {
      // Of what it threw the fault only: its message might repeat the number or the text.
      const fault = error instanceof DeliveryError ? error.fault : 'failed';
      const gaveUp = tries >= mostTries || fault === 'recipient';
      await end({ tries, last_error: fault, due_at: new Date(now.getTime() + backOffSeconds(tries) * 1000), given_up_at: gaveUp ? now : null });
      if (gaveUp) await tellBySms(trx, ports, { ...row, text });
      ports.log.error('message.failed', { message: row.id, channel: row.channel, tries, fault, gaveUp });
      return 'failed';
    }
    await end({ tries, delivered_at: now, last_error: null, ...(ports.settings.production ? erased : {}) });
    return 'delivered';
  });
}

const erased = { recipient: new Uint8Array(), body: new Uint8Array() };
