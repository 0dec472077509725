import { sql } from 'kysely';
import type { HoursRef } from '../../contract/agency.ts';
import type { Figures, MonitorFigure } from '../../contract/monitor.ts';
import { openMinutesBetween } from '../../rules/working-calendar.ts';
import type { Ports } from '../ports.ts';
import { calendarVersion } from '../requests/context.ts';
import { conditionsAt, countedRows, type Counting } from './counted.ts';

/** Fewer answers make no median, and fewer promises no share: they would tell of single people. */
export const atLeast = 10;
const dayMs = 86_400_000;

type Counts = Record<MonitorFigure | 'up_to_3' | 'up_to_10' | 'referrals', string> & { agency: string | null; oldest: Date | null };

/** Figures by agency; those of all under ''. An agency without requests has none. */
export async function figuresOf(ports: Ports, counting: Counting): Promise<Map<string, Figures>> {
  const { now } = counting;
  const when = conditionsAt(now);
  const count = (condition: typeof when.open) => sql`count(*) filter (where ${condition})`;
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const { rows } = await sql<Counts>`
    select holder_agency as agency, ${sql.join(Object.entries(when).map(([name, condition]) => sql`${count(condition)} as ${sql.id(name)}`))},
      ${count(sql`${when.overdue} and due_at >= ${ago(3)}`)} as up_to_3,
      ${count(sql`${when.overdue} and due_at < ${ago(3)} and due_at >= ${ago(10)}`)} as up_to_10,
      min(due_at) filter (where ${when.overdue}) as oldest,
      coalesce(sum(hops) filter (where ${when.referred}), 0) as referrals
    from ${countedRows(counting)} as counted group by grouping sets ((holder_agency), ())
  `.execute(ports.db);
  const medians = await mediansOf(ports, counting);
  const ratings = await ratingsOf(ports, counting);
  return new Map(rows.map((row) => {
    const n = (name: keyof Omit<Counts, 'agency' | 'oldest'>) => Number(row[name]);
    const key = row.agency ?? '';
    return [key, {
      filed: n('filed'), open: n('open'), waiting: n('waiting'), overdue: n('overdue'), unexplained: n('unexplained'), inTime: n('inTime'), broken: n('broken'),
      overdueDays: { upTo3: n('up_to_3'), upTo10: n('up_to_10'), more: n('overdue') - n('up_to_3') - n('up_to_10') },
      oldestDays: row.oldest && Math.floor((now.getTime() - row.oldest.getTime()) / dayMs),
      medianOpenMinutes: medians.get(key) ?? null,
      escalated: n('escalated'), referred: n('referred'), referrals: n('referrals'),
      ...ratings.get(key) ?? unrated,
    }];
  }));
}

type Ratings = Pick<Figures, 'rated' | 'satisfied' | 'timeKept'>;
export const unrated: Ratings = { rated: 0, satisfied: { answers: 0, good: null }, timeKept: { answers: 0, good: null } };
/** Of five: good and very good. */
const goodScore = 4;

/** What citizens said of these requests; of few answers no part, which would tell what one of them said. Ratings without a request are in no figure of requests. */
async function ratingsOf(ports: Ports, counting: Counting): Promise<Map<string, Ratings>> {
  const score = (question: string) => sql`(e.public_payload -> 'answers' ->> ${sql.lit(question)})::int`;
  const answers = (question: string) => sql`count(${score(question)})`;
  const good = (question: string) => sql`count(*) filter (where ${score(question)} >= ${sql.lit(goodScore)})`;
  const { rows } = await sql<Record<'rated' | 'satisfied' | 'satisfied_good' | 'kept' | 'kept_good', string> & { agency: string | null }>`
    select c.holder_agency as agency, count(*) as rated, ${answers('satisfied')} as satisfied, ${good('satisfied')} as satisfied_good,
      ${answers('timeKept')} as kept, ${good('timeKept')} as kept_good
    from ${countedRows(counting, 'fresh')} as c join request_event e on e.request = c.id and e.type = 'rated' and e.at >= ${counting.since}
    group by grouping sets ((c.holder_agency), ())`.execute(ports.db);
  const told = (all: string, of: string) => ({ answers: Number(all), good: Number(all) < atLeast ? null : Number(of) });
  return new Map(rows.map((row) => [row.agency ?? '', {
    rated: Number(row.rated), satisfied: told(row.satisfied, row.satisfied_good), timeKept: told(row.kept, row.kept_good),
  }]));
}

interface Answered {
  agency: string;
  filed_with: string;
  calendar_version: number;
  /** As the first event says it, in JSON. */
  place: string | null;
  /** Milliseconds, `filed-answered`, with spaces between: one row for each of a hundred thousand takes seconds. */
  spans: string;
}

/** Office hours between filing and first answer, counted by the calendar and at the place that the request was filed under. */
async function mediansOf(ports: Ports, counting: Counting): Promise<Map<string, number>> {
  const ms = (moment: string) => sql`(extract(epoch from ${sql.ref(moment)}) * 1000)::bigint`;
  const { rows } = await sql<Answered>`
    select c.holder_agency as agency, c.agency as filed_with, c.calendar_version, c.place, string_agg(${ms('c.filed_at')} || '-' || ${ms('c.answered_at')}, ' ') as spans
    from ${countedRows(counting, 'fresh')} as c where c.answered_at is not null group by c.holder_agency, c.agency, c.calendar_version, c.place`.execute(ports.db);
  const minutes = new Map<string, number[]>([['', []]]);
  for (const { agency, filed_with: filedWith, calendar_version: version, place, spans } of rows) {
    const calendar = await calendarVersion(ports.db, ports, counting.province, version);
    const filedAt = place === null ? null : (JSON.parse(place) as { county: string | null; hours: HoursRef | null });
    const at = { agency: filedWith, county: filedAt?.county ?? null, hours: filedAt?.hours ?? undefined };
    const own = minutes.get(agency) ?? minutes.set(agency, []).get(agency)!;
    for (const span of spans.split(' ')) {
      const [from, to] = span.split('-').map(Number) as [number, number];
      const spent = openMinutesBetween(calendar, new Date(from), new Date(to), at);
      own.push(spent);
      minutes.get('')!.push(spent);
    }
  }
  return new Map([...minutes].filter(([, all]) => all.length >= atLeast).map(([key, all]) => [key, median(all)]));
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Math.round((sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2);
}
