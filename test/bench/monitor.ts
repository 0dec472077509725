import { sql } from 'kysely';
import type { Monitor, MonitorCases } from '../../src/contract/monitor.ts';
import { startDesk, type TestDesk } from '../gateway/requests/desk.ts';
import { testNow } from '../support/gateway.ts';
import type { BenchResult } from './bench.ts';
import { columnsBeside, round, timed } from './million.ts';

const requests = 1_000_000;
/** A million in two years, which is some 1,400 a day: a large province. */
const days = 730;
const agencies = 40;
/** Milliseconds for a page that somebody looks at every morning: as long as a thought is kept. */
const limit = 2_000;
/** For one that is chosen by hand now and then. */
const limitOfYear = 10_000;

/** Files the million: requests, and what has happened to them. */
async function fileMillion(desk: TestDesk): Promise<void> {
  const { db } = desk;
  await desk.file();
  const now = sql`${testNow}::timestamptz`;
  // The newest first. Of the last two weeks most are open, of those before one in a hundred; a third of the answers is late.
  const filedAt = sql`${now} - n * interval '${sql.lit((days * 86_400) / requests)} seconds'`;
  const isOpen = sql`(n <= 20000 and n % 3 > 0 or n % 100 = 0)`;
  const columns = await columnsBeside(db, 'request', ['id', 'holder_agency', 'filed_at', 'due_at', 'state', 'version', 'hops', 'wake_at', 'receipt']);
  await sql`insert into request (id, holder_agency, filed_at, due_at, state, version, hops, wake_at, receipt, ${columns})
    select 'bench-' || n, case when n % ${sql.lit(agencies)} = 0 then 'abfa' else 'agency-' || n % ${sql.lit(agencies)} end, ${filedAt}, ${filedAt} + interval '10 days',
      case when ${isOpen} then 'inReview' else 'closed' end, case when ${isOpen} then 1 else 4 end, case when n % 7 = 0 then 1 else 0 end, null, '', ${columns}
    from (select * from request limit 1) r, generate_series(1, ${sql.lit(requests)}) n`.execute(db);
  const ofEvents = await columnsBeside(db, 'request_event', ['request', 'seq', 'type', 'at', 'public_payload']);
  const filed = sql`(select * from request_event where type = 'filed' limit 1) e`;
  await sql`insert into request_event (request, seq, type, at, public_payload, ${ofEvents})
    select r.id, 1, 'filed', r.filed_at, e.public_payload, ${ofEvents} from ${filed}, request r where r.id like 'bench-%'`.execute(db);
  for (const [seq, type, at, payload, of] of [
    [2, 'escalated', sql`r.filed_at + interval '8 days'`, sql`'{"to": 1}'`, sql`hashtext(r.id) % 5 = 0`],
    [3, 'answered', sql`r.filed_at + abs(hashtext(r.id)) % 360 * interval '1 hour'`, sql`'{"outcome": "done"}'`, sql`true`],
    [4, 'rated', sql`r.filed_at + interval '16 days'`, sql`'{"answers": {"satisfied": 4, "timeKept": 5}, "reasons": []}'`, sql`hashtext(r.id) % 10 = 0`],
  ] as const) {
    await sql`insert into request_event (request, seq, type, at, public_payload, ${ofEvents})
      select r.id, ${sql.lit(seq)}, ${sql.lit(type)}, ${at}, ${payload}::jsonb, ${ofEvents} from ${filed}, request r where r.version > 1 and ${of}`.execute(db);
  }
  await sql`vacuum (analyze) request, request_event`.execute(db);
}

/** The supervisor's first page, and the cases of one agency behind its figures, where a million requests have been filed. */
export async function monitor(): Promise<BenchResult> {
  const desk = await startDesk();
  try {
    await fileMillion(desk);
    const cookie = await desk.signIn({ role: 'supervisor' });
    const ask = <T>(path: string): Promise<[T, number]> =>
      timed(async () => (await (await desk.fetch(`/v1/staff/monitor${path}`, { headers: { cookie } })).json()) as T);
    const [shown, firstMs] = await ask<Monitor>('');
    const [, yearMs] = await ask<Monitor>('?days=365');
    if (shown.total.filed < requests / 10) throw new Error(`${shown.total.filed} are counted.`);
    let casesMs = 0;
    for (const figure of ['open', 'overdue', 'broken', 'inTime', 'escalated', 'filed']) {
      const [cases, ms] = await ask<MonitorCases>(`/cases?agency=abfa&figure=${figure}`);
      if (!cases.next) throw new Error(`There are ${cases.items.length} ${figure}, not more than a page.`);
      casesMs = Math.max(casesMs, ms);
    }
    return {
      name: 'monitor', unit: `ms, ${requests} requests on PostgreSQL`,
      values: { 'first page, 90 days': round(firstMs), 'first page, a year': round(yearMs), 'cases of one agency, slowest figure': round(casesMs) },
      ratios: { 'first page / limit': firstMs / limit, 'a year / its limit': yearMs / limitOfYear, 'cases / limit': casesMs / limit },
    };
  } finally {
    await desk.stop();
  }
}
