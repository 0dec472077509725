import { sql } from 'kysely';
import { unsealText } from '../crypto.ts';
import type { Ports } from '../ports.ts';
import { bodyContext, recipientContext } from './outbox.ts';
import type { MessageSender } from './sender.ts';

const batch = 20;
const mostTries = 10;

/** 15 s, 30 s, 1 min … at most an hour. */
export const backOffSeconds = (tries: number): number => Math.min(15 * 2 ** (tries - 1), 3600);

/**
 * Delivers what is due, one message a transaction, and gives the number delivered. Any number of copies of the gateway may call it at once: a
 * row that one of them holds is skipped by the others. At least once: a gateway that dies between sending and noting it
 * sends again, with the same id. In production the text is erased when it was taken.
 */
export async function deliverDue(ports: Ports, sender: MessageSender): Promise<number> {
  let delivered = 0;
  for (let round = 0; round < batch; round++) {
    const outcome = await deliverOne(ports, sender);
    if (outcome === 'none') break;
    if (outcome === 'delivered') delivered++;
  }
  return delivered;
}

async function deliverOne(ports: Ports, sender: MessageSender): Promise<'none' | 'delivered' | 'failed'> {
  return ports.db.transaction().execute(async (trx) => {
    const now = ports.now();
    const row = await trx.selectFrom('outbox').select(['id', 'recipient', 'body', 'tries'])
      .where('delivered_at', 'is', null).where('given_up_at', 'is', null).where('due_at', '<=', now)
      .orderBy('due_at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst();
    if (!row) return 'none';
    try {
      const mobile = await unsealText(ports.secrets.data, recipientContext, row.recipient);
      const text = await unsealText(ports.secrets.data, bodyContext, row.body);
      await sender.send({ id: row.id, mobile, text });
    } catch (error) {
      const tries = row.tries + 1;
      const gaveUp = tries >= mostTries;
      await trx.updateTable('outbox').where('id', '=', row.id).set({
        tries,
        // The name of the error only: its message might repeat the number or the text.
        last_error: error instanceof Error ? error.name : 'Error',
        due_at: new Date(now.getTime() + backOffSeconds(tries) * 1000),
        given_up_at: gaveUp ? now : null,
      }).execute();
      ports.log.error('message.failed', { message: row.id, tries, gaveUp });
      return 'failed';
    }
    await trx.updateTable('outbox').where('id', '=', row.id).set({
      tries: row.tries + 1,
      delivered_at: now,
      last_error: null,
      ...(ports.settings.production ? { recipient: sql<Uint8Array>`''::bytea`, body: sql<Uint8Array>`''::bytea` } : {}),
    }).execute();
    return 'delivered';
  });
}
