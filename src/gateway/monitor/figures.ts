import { sql } from 'kysely';
import type { HoursRef } from '../../contract/agency.ts';
import type { Figures } from '../../contract/monitor.ts';
import { openMinutesBetween } from '../../rules/working-calendar.ts';
import type { Ports } from '../ports.ts';
import { calendarVersion } from '../requests/context.ts';
import { conditionsAt, countedRows, type Counting } from './counted.ts';

/** Fewer answers make no median, and fewer promises no share: they would tell of single people. */
export const atLeast = 10;
const dayMs = 86_400_000;

const countNames = ['filed', 'open', 'waiting', 'overdue', 'unexplained', 'inTime', 'broken', 'escalated', 'referred', 'up_to_3', 'up_to_10', 'referrals'] as const;
type CountName = (typeof countNames)[number];

/** Requests that lie at one desk, were filed under one place and are counted by one calendar. */
type Counted = Record<CountName, string> & {
  agency: string;
  filed_with: string;
  calendar_version: number;
  /** As the first event says it, in JSON. */
  place: string | null;
  oldest: Date | null;
  /** Milliseconds of filing and first answer, `filed-answered`, with spaces between: a row for each of a hundred thousand takes seconds. */
  spans: string | null;
};

/** What the rows of one agency, or of all, come to. */
class Sum {
  #counts = new Map<CountName, number>();
  #oldest: Date | null = null;
  #minutes: number[] = [];

  add(row: Counted, minutes: readonly number[]): void {
    for (const name of countNames) this.#counts.set(name, this.#count(name) + Number(row[name]));
    if (row.oldest && (!this.#oldest || row.oldest < this.#oldest)) this.#oldest = row.oldest;
    for (const each of minutes) this.#minutes.push(each);
  }

  #count(name: CountName): number {
    return this.#counts.get(name) ?? 0;
  }

  figures(now: Date, ratings: Ratings): Figures {
    const n = (name: CountName) => this.#count(name);
    return {
      filed: n('filed'), open: n('open'), waiting: n('waiting'), overdue: n('overdue'), unexplained: n('unexplained'), inTime: n('inTime'), broken: n('broken'),
      overdueDays: { upTo3: n('up_to_3'), upTo10: n('up_to_10'), more: n('overdue') - n('up_to_3') - n('up_to_10') },
      oldestDays: this.#oldest && Math.floor((now.getTime() - this.#oldest.getTime()) / dayMs),
      medianOpenMinutes: this.#minutes.length < atLeast ? null : median(this.#minutes),
      escalated: n('escalated'), referred: n('referred'), referrals: n('referrals'),
      ...ratings,
    };
  }
}

/** Figures by agency; those of all under ''. An agency without requests has none. */
export async function figuresOf(ports: Ports, counting: Counting): Promise<Map<string, Figures>> {
  const { now } = counting;
  const when = conditionsAt(now);
  const count = (condition: typeof when.open) => sql`count(*) filter (where ${condition})`;
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const ms = (moment: string) => sql`(extract(epoch from ${sql.ref(moment)}) * 1000)::bigint`;
  const { rows } = await sql<Counted>`
    select holder_agency as agency, agency as filed_with, calendar_version, place,
      ${sql.join(Object.entries(when).map(([name, condition]) => sql`${count(condition)} as ${sql.id(name)}`))},
      ${count(sql`${when.overdue} and due_at >= ${ago(3)}`)} as up_to_3,
      ${count(sql`${when.overdue} and due_at < ${ago(3)} and due_at >= ${ago(10)}`)} as up_to_10,
      min(due_at) filter (where ${when.overdue}) as oldest,
      coalesce(sum(hops) filter (where ${when.referred}), 0) as referrals,
      string_agg(${ms('filed_at')} || '-' || ${ms('answered_at')}, ' ') filter (where fresh and answered_at is not null) as spans
    from ${countedRows(counting)} as counted group by holder_agency, counted.agency, calendar_version, place
  `.execute(ports.db);
  const sums = new Map([['', new Sum()]]);
  for (const row of rows) {
    const minutes = await minutesOf(ports, counting.province, row);
    const own = sums.get(row.agency) ?? sums.set(row.agency, new Sum()).get(row.agency)!;
    for (const sum of [own, sums.get('')!]) sum.add(row, minutes);
  }
  const ratings = await ratingsOf(ports, counting);
  return new Map([...sums].map(([key, sum]) => [key, sum.figures(now, ratings.get(key) ?? unrated)]));
}

/** Office hours between filing and first answer, counted by the calendar and at the place that the request was filed under. */
async function minutesOf(ports: Ports, province: string, { filed_with: agency, calendar_version: version, place, spans }: Counted): Promise<number[]> {
  if (!spans) return [];
  const calendar = await calendarVersion(ports.db, ports, province, version);
  const filedAt = place === null ? null : (JSON.parse(place) as { county: string | null; hours: HoursRef | null });
  const at = { agency, county: filedAt?.county ?? null, hours: filedAt?.hours ?? undefined };
  return spans.split(' ').map((span) => {
    const [from, to] = span.split('-').map(Number) as [number, number];
    return openMinutesBetween(calendar, new Date(from), new Date(to), at);
  });
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

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Math.round((sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2);
}
