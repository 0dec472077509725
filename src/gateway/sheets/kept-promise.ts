import { sql } from 'kysely';
import type { KeptPromise } from '../../contract/sheet.ts';
import type { Ports } from '../ports.ts';
import { tehranDay } from '../tehran-day.ts';

/** Fewer tell nothing about an agency, and might tell something about one person. */
export const atLeast = 10;
const days = 365;
const dayMs = 86_400_000;

interface Row {
  counted: string;
  in_time: string;
  median_seconds: number | null;
}

/**
 * What became of the requests of one service that were filed in the last year. In the count are those that were answered
 * and those whose time is over: an agency that leaves the hard ones lying must not look better for it. What counts is the
 * first answer, and the due time as the clock's rules have moved it, so nothing is late while it waits for the citizen; withdrawn requests are left out.
 */
export async function keptPromise(ports: Ports, offering: string): Promise<KeptPromise> {
  const now = ports.now();
  const since = new Date(now.getTime() - days * dayMs);
  const { rows: [row] } = await sql<Row>`
    with counted as (
      select coalesce(r.first_due_at, r.due_at) as due_at, r.paused_since, r.filed_at, (select min(e.at) from request_event e where e.request = r.id and e.type = 'answered') as answered_at
      from request r
      where r.offering = ${offering} and r.filed_at >= ${since} and r.state <> 'withdrawn'
    )
    select count(*) as counted, count(*) filter (where answered_at <= due_at) as in_time,
      percentile_cont(0.5) within group (order by extract(epoch from answered_at - filed_at)) as median_seconds
    from counted where answered_at is not null or (due_at < ${now} and paused_since is null)
  `.execute(ports.db);
  const counted = Number(row!.counted);
  const enough = counted >= atLeast;
  const median = row!.median_seconds;
  return {
    since: tehranDay(since.getTime()),
    atLeast,
    counted: enough ? counted : null,
    inTime: enough ? Number(row!.in_time) : null,
    medianDays: enough && median !== null ? Math.round((median / 86_400) * 10) / 10 : null,
  };
}
