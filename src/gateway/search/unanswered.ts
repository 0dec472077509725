import { sql, type Kysely } from 'kysely';
import type { UnansweredQueries } from '../../contract/unanswered.ts';
import { words } from '../../persian/words.ts';
import { keyedHash, randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { sourceOf } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { tehranDay } from '../tehran-day.ts';
import { looksPersonal } from '../../persian/personal.ts';

/**
 * So many different senders on one day, before a text is kept. Over several days nobody can tell whether senders are
 * different ones, for by then nothing is known of them: one person who asks the same every day never counts as many.
 */
export const atLeast = 5;
const keptDays = 90;
const mostShown = 200;
const dayMs = 86_400_000;

const firstDay = (ports: Ports): string => tehranDay(ports.now().getTime() - (keptDays - 1) * dayMs);

/**
 * Counts a query that found nothing. Kept are a keyed hash of its folded words with the number of senders by day; of a
 * sender a hash with a salt of the day, and both are gone the next day. The text is kept from the fifth sender of one day
 * on, and what looks like personal data leaves no trace at all.
 */
export async function countUnanswered(ports: Ports, province: string, query: string, address: string): Promise<void> {
  if (looksPersonal(query)) return;
  const text = words(query).join(' ');
  if (text.length < 2) return;
  const day = tehranDay(ports.now().getTime());
  const hash = await keyedHash(ports.secrets.lookup, 'unanswered-query', `${province} ${text}`);
  const salt = await saltOf(ports, day);
  // With the query in it: one sender's queries cannot be told to be of one sender.
  const sender = await keyedHash(ports.secrets.lookup, `unanswered-sender ${salt}`, `${hash} ${sourceOf(address)}`);
  await ports.db.transaction().execute(async (trx) => {
    const isNew = await trx.insertInto('unanswered_sender').values({ sender_hash: sender, day })
      .onConflict((conflict) => conflict.doNothing()).returning('day').executeTakeFirst();
    if (!isNew) return;
    const { senders } = await trx.insertInto('unanswered_day').values({ province, query_hash: hash, day, senders: 1 })
      .onConflict((conflict) => conflict.columns(['province', 'query_hash', 'day']).doUpdateSet({ senders: sql`unanswered_day.senders + 1` }))
      .returning('senders').executeTakeFirstOrThrow();
    if (senders < atLeast) return;
    await trx.insertInto('unanswered_text').values({ province, query_hash: hash, text })
      .onConflict((conflict) => conflict.doNothing()).execute();
  });
}

/** One salt for all copies of the gateway. With that of the day before goes all that was known of its senders. */
async function saltOf({ db }: Ports, day: string): Promise<string> {
  const find = () => db.selectFrom('unanswered_salt').select('salt').where('day', '=', day).executeTakeFirst();
  const known = await find();
  if (known) return known.salt;
  await db.insertInto('unanswered_salt').values({ day, salt: randomToken() }).onConflict((conflict) => conflict.doNothing()).execute();
  await forgetSenders(db, day);
  return (await find())!.salt;
}

async function forgetSenders(db: Kysely<Database>, today: string): Promise<void> {
  for (const table of ['unanswered_salt', 'unanswered_sender'] as const) await db.deleteFrom(table).where('day', '<', today).execute();
}

/** What officers see: never a text that fewer than {@link atLeast} people asked for on one day of those that are kept. */
export async function unansweredQueries(ports: Ports, province: string): Promise<UnansweredQueries> {
  const since = firstDay(ports);
  const rows = await ports.db.selectFrom('unanswered_text as t')
    .innerJoin('unanswered_day as d', (join) => join.onRef('d.province', '=', 't.province').onRef('d.query_hash', '=', 't.query_hash'))
    .select(({ fn }) => ['t.text', fn.sum<string>('d.senders').as('count'), fn.max('d.day').as('last_day')])
    .where('t.province', '=', province).where('d.day', '>=', since)
    .groupBy(['t.query_hash', 't.text']).having(({ fn }) => fn.max('d.senders'), '>=', atLeast)
    .orderBy('count', 'desc').orderBy('t.text').limit(mostShown).execute();
  return { since, atLeast, items: rows.map(({ text, count, last_day: lastDay }) => ({ text, count: Number(count), lastDay })) };
}

/** Deletes senders of past days, counts that are too old, and texts that too few people have asked for since. */
export async function sweepUnanswered(ports: Ports): Promise<void> {
  const { db } = ports;
  await forgetSenders(db, tehranDay(ports.now().getTime()));
  await db.deleteFrom('unanswered_day').where('day', '<', firstDay(ports)).execute();
  await db.deleteFrom('unanswered_text as t')
    .where(({ not, exists, selectFrom }) => not(exists(
      selectFrom('unanswered_day as d').select('d.day').whereRef('d.province', '=', 't.province').whereRef('d.query_hash', '=', 't.query_hash')
        .where('d.senders', '>=', atLeast),
    ))).execute();
}
