import type { Kysely } from 'kysely';
import type { JWK } from 'jose';
import { publicReceiptKey } from '../../rules/receipt.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';

const prefix = 'receipt-key:';
const written = new WeakSet<Ports>();

/** Puts the public part of the signing key among those that stay published after it is replaced. */
export async function publishReceiptKey(ports: Ports): Promise<void> {
  if (written.has(ports)) return;
  const key = publicReceiptKey(ports.secrets.receipt as JWK);
  await ports.db.insertInto('setting').values({ key: `${prefix}${key.kid}`, value: JSON.stringify(key) })
    .onConflict((conflict) => conflict.column('key').doNothing()).execute();
  written.add(ports);
}

/** Every key that ever signed a receipt. */
export async function receiptKeySet(db: Kysely<Database>): Promise<JWK[]> {
  const rows = await db.selectFrom('setting').select('value').where('key', 'like', `${prefix}%`).orderBy('key').execute();
  return rows.map(({ value }) => value as JWK);
}
