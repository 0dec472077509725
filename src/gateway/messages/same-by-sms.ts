import type { Kysely, Transaction } from 'kysely';
import type { SameBySms } from '../../contract/news.ts';
import type { StaffCase } from '../../contract/staff.ts';
import { province } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { vaultOf } from '../requests/events.ts';
import { openFiled } from '../requests/view.ts';
import { newsOf } from './news-choices.ts';
import { enqueue, type MessageAbout } from './outbox.ts';
import { textOfMail } from './texts.ts';

/**
 * An e-mail is given up: what it told goes to the proven number, once, unless an SMS said the same already or the citizen takes none. Belongs to the transaction that
 * holds the row of the e-mail, so that no other copy of the gateway does the same.
 */
export async function tellBySms(trx: Transaction<Database>, ports: Ports, mail: { id: string; request: string | null; channel: string; about: string; text: string }): Promise<void> {
  if (mail.channel !== 'email' || mail.about === 'code' || !mail.text || !mail.request) return;
  if (await trx.selectFrom('outbox').select('id').where('same_as', '=', mail.id).executeTakeFirst()) return;
  const opened = await vaultOf(trx, ports, mail.request);
  if (!opened) return;
  const { sms, smsInstead } = await newsOf(trx, opened.vault, mail.request, ports.now());
  if (!sms && !smsInstead) return;
  const { content } = await openFiled(opened.vault, mail.request, opened.filed);
  const row = await trx.selectFrom('request').select(['province', 'language']).where('id', '=', mail.request).executeTakeFirstOrThrow();
  const from = { province: (await province(trx, row.province)).name.fa, language: row.language };
  await enqueue(trx, ports, { request: mail.request, to: content.mobile, about: mail.about as MessageAbout, from, text: textOfMail(mail.text), sameAs: mail.id });
}

/** What became of an e-mail's news by SMS. Nothing where none went, or it reached nobody either. */
export async function bySms(db: Kysely<Database>, mail: string): Promise<{ bySms?: SameBySms }> {
  const sms = await db.selectFrom('outbox').select('delivered_at').where('same_as', '=', mail).where('given_up_at', 'is', null).executeTakeFirst();
  return sms ? { bySms: { sentAt: sms.delivered_at?.toISOString() ?? null } } : {};
}

/** Whether the last e-mail with news of a request reached nobody. */
export async function lostMail(db: Kysely<Database>, request: string): Promise<Pick<StaffCase, 'lostMail'>> {
  const last = await db.selectFrom('outbox').select(['id', 'given_up_at']).where('request', '=', request).where('channel', '=', 'email').where('about', '<>', 'code')
    .orderBy('id', 'desc').limit(1).executeTakeFirst();
  return last?.given_up_at ? { lostMail: { givenUpAt: last.given_up_at.toISOString(), ...(await bySms(db, last.id)) } } : {};
}
