import type { Transaction } from 'kysely';
import type { EventType } from '../../rules/lifecycle.ts';
import { province } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { vaultOf, type RequestRow } from '../requests/events.ts';
import { openFiled } from '../requests/view.ts';
import { newsOf } from './news-choices.ts';
import { enqueue } from './outbox.ts';
import { brokenText, eventText, mailText, subjectOf } from './texts.ts';

/**
 * The message of an event, where there is one, by the ways that the citizen chose: to the number that the request was filed with, to an e-mail address. `level`: of `escalated`, which is told only where the
 * promise was broken: who has it now.
 */
export async function tellCitizen(trx: Transaction<Database>, ports: Ports, row: RequestRow, type: EventType, level?: number | null): Promise<void> {
  const opened = await vaultOf(trx, ports, row.id);
  if (!opened) return;
  const { content, code } = await openFiled(opened.vault, row.id, opened.filed);
  const { name } = await province(trx, row.province);
  const from = { province: name.fa, language: row.language };
  const text = type === 'escalated' ? brokenText(from, code, level ?? null) : eventText(from, code, type);
  if (!text) return;
  const message = { request: row.id, about: type, from };
  const { sms, email } = await newsOf(trx, opened.vault, row.id, ports.now());
  const mails = email !== null && ports.settings.email;
  const mail = mails ? await enqueue(trx, ports, { ...message, to: email, channel: 'email', text: mailText(from, text), subject: subjectOf(text) }) : undefined;
  // Whoever chose e-mail is not left without news where the gateway sends none any more.
  if (sms || (email !== null && !mails)) await enqueue(trx, ports, { ...message, to: content.mobile, text, sameAs: mail });
}
