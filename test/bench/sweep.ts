import { sql } from 'kysely';
import { fireDue, nextDue } from '../../src/gateway/timers/fire.ts';
import { startDesk } from '../gateway/requests/desk.ts';
import { testNow } from '../support/gateway.ts';
import type { BenchResult } from './bench.ts';
import { columnsBeside, round, timed } from './million.ts';

const open = 1_000_000;
const due = 1_000;
const filed = 200;
/** Milliseconds for the deadlines of all of them. */
const limit = 5_000;

/** What time brings about, among a million of open requests: found by an index, and what is due is done. */
export async function sweep(): Promise<BenchResult> {
  const desk = await startDesk();
  try {
    const { db } = desk;
    for (let index = 0; index < filed; index++) await desk.file();
    // Those have a log: their first step of the ladder comes in some days.
    const { at } = await db.selectFrom('request').select(({ fn }) => fn.max('wake_at').as('at')).executeTakeFirstOrThrow();
    const columns = await columnsBeside(desk.db, 'request', ['id', 'wake_at', 'receipt']);
    // The first ones are due now, all others after those.
    await sql`insert into request (id, wake_at, receipt, ${columns})
      select 'bench-' || n, case when n <= ${sql.lit(due)} then ${testNow}::timestamptz else ${at}::timestamptz + n * interval '3 seconds' end, '', ${columns}
      from (select * from request limit 1) r, generate_series(1, ${sql.lit(open)}) n`.execute(db);
    await sql`analyze request`.execute(db);
    const now = new Date(testNow);
    const find = () => sql<{ id: string }>`select id from request where wake_at <= ${now} order by wake_at`.execute(db);
    const [found, foundMs] = await timed(find);
    if (found.rows.length !== due) throw new Error(`${found.rows.length} are due, not ${due}.`);
    const plan = JSON.stringify(await nextDue(db, new Date(at!)).explain('json'));
    if (!plan.includes('request_wake')) throw new Error(`The next ones are not found by their index: ${plan}`);
    const [, scannedMs] = await db.transaction().execute(async (one) => {
      await sql`set local enable_indexscan = off`.execute(one);
      await sql`set local enable_bitmapscan = off`.execute(one);
      return timed(() => sql`select id from request where wake_at <= ${now} order by wake_at`.execute(one));
    });

    await sql`delete from request where id like 'bench-%' and wake_at <= ${now}`.execute(db);
    desk.setNow(at!);
    const [fired, firedMs] = await timed(() => fireDue(desk.ports));
    if (fired !== filed) throw new Error(`${fired} fired, not ${filed}.`);
    return {
      name: 'sweep', unit: `ms, ${open} open requests on PostgreSQL`,
      values: { [`${due} due ones found`]: round(foundMs), 'the same without the index': round(scannedMs), 'each done, with line and notice': round(firedMs / filed) },
      ratios: { 'found / limit': foundMs / limit, 'without the index / with it': scannedMs / foundMs, 'a thousand done / limit of a minute': (firedMs / filed) * 1000 / 60_000 },
    };
  } finally {
    await desk.stop();
  }
}
