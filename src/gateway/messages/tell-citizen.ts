import type { Transaction } from 'kysely';
import type { EventType } from '../../rules/lifecycle.ts';
import { province } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { vaultOf, type RequestRow } from '../requests/events.ts';
import { openFiled } from '../requests/view.ts';
import { enqueue } from './outbox.ts';
import { brokenText, eventText } from './texts.ts';

/**
 * The message of an event to the number that the request was filed with, where there is one. `level`: of `escalated`, which is told only where the
 * promise was broken: who has it now.
 */
export async function tellCitizen(trx: Transaction<Database>, ports: Ports, row: RequestRow, type: EventType, level?: number | null): Promise<void> {
  const opened = await vaultOf(trx, ports, row.id);
  if (!opened) return;
  const { content, code } = await openFiled(opened.vault, row.id, opened.filed);
  const { name } = await province(trx, row.province);
  const from = { province: name.fa, language: row.language };
  const text = type === 'escalated' ? brokenText(from, code, level ?? null) : eventText(from, code, type);
  if (text) await enqueue(trx, ports, { request: row.id, to: content.mobile, about: type, from, text });
}
