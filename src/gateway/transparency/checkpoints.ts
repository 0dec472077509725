import { sql, type Kysely, type Selectable } from 'kysely';
import type { JWK } from 'jose';
import { checkpointHash, noCheckpoint, signCheckpoint } from '../../rules/checkpoint.ts';
import { treeRoot } from '../../rules/merkle.ts';
import { randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { publishReceiptKey } from '../requests/keys.ts';
import { tehranDay, tehranInstant } from '../tehran-day.ts';
import { growTree, lockTree, readNodes, treeSize } from './tree.ts';

export type CheckpointRow = Selectable<Database['log_checkpoint']>;
const originKey = 'log-origin';

export const newest = (db: Kysely<Database>): Promise<CheckpointRow | undefined> =>
  db.selectFrom('log_checkpoint').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();

/**
 * Signs what the log holds, once a day in Iran, as soon as the day has begun or the gateway is there again; the first one
 * when there is something to sign. Days without a gateway are not made up for: a checkpoint says its own time.
 */
export async function checkpointOfDay(ports: Ports): Promise<void> {
  const day = tehranDay(ports.now().getTime());
  const isDue = (last: CheckpointRow | undefined): boolean => !last || tehranDay(last.at.getTime()) < day;
  if (!isDue(await newest(ports.db))) return;
  await publishReceiptKey(ports);
  await ports.db.transaction().execute(async (trx) => {
    await lockTree(trx);
    const last = await newest(trx);
    if (!isDue(last)) return;
    while (await growTree(trx)) { /* Until all that is committed has its leaf. */ }
    const size = await treeSize(trx);
    if (size === 0) return;
    const at = ports.now();
    const number = (last?.number ?? 0) + 1;
    const jws = await signCheckpoint({
      v: 1, origin: await originOfLog(trx), number, size, root: await treeRoot(size, readNodes(trx)), at: tehranInstant(at),
      previous: last ? await checkpointHash(last.jws) : noCheckpoint,
    }, ports.secrets.receipt as JWK);
    await trx.insertInto('log_checkpoint').values({ number, size, at, jws }).execute();
  });
}

/** Made with the first checkpoint, and the same ever after. */
async function originOfLog(db: Kysely<Database>): Promise<string> {
  await db.insertInto('setting').values({ key: originKey, value: JSON.stringify({ origin: randomToken(16) }) })
    .onConflict((conflict) => conflict.column('key').doNothing()).execute();
  const { rows } = await sql<{ origin: string }>`select value ->> 'origin' as origin from setting where key = ${originKey}`.execute(db);
  return rows[0]!.origin;
}
