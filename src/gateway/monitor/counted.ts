import { sql, type RawBuilder } from 'kysely';
import type { MonitorFigure } from '../../contract/monitor.ts';

/** What is counted: requests of a province, of one agency's desk, filed since a moment or open now. */
export interface Counting {
  province: string;
  agency: string | null;
  since: Date;
  now: Date;
}

const ended = sql`('answered', 'closed', 'withdrawn')`;

/**
 * Requests that any figure may count, with the moments of their first answer and of what was promised for it, whether somebody above the expert was told, and the place that they were
 * filed under. Events are read for those that are `fresh` alone, and once: of one agency request by request, of a province all that have happened since. `which`: `fresh` ones only, or all.
 */
export const countedRows = ({ province, agency, since }: Counting, which: 'all' | 'fresh' = 'all'): RawBuilder<unknown> => {
  const told = sql`min(e.at) filter (where e.type = 'answered') as answered_at, bool_or(e.type = 'escalated' and (e.public_payload ->> 'to')::int >= 1) as was_escalated,
    min(e.public_payload ->> 'place') filter (where e.seq = 1) as place`;
  return sql`(
    select r.*, coalesce(r.first_due_at, r.due_at) as promised_at, r.filed_at >= ${since} as fresh, r.state not in ${ended} as is_open, h.answered_at, h.was_escalated, h.place
    from request r ${agency
      ? sql`left join lateral (select ${told} from request_event e where e.request = r.id and e.at >= ${since}) h on r.version > 1`
      : sql`left join (select e.request, ${told} from request_event e where e.at >= ${since} group by e.request) h on h.request = r.id`}
    where r.province = ${province} and (${agency}::text is null or r.holder_agency = ${agency}) and (r.filed_at >= ${since}${which === 'all' ? sql` or r.state not in ${ended}` : sql``})
  )`;
};

/**
 * Which of these rows each figure counts. The same words count them and open them, so that a figure and its cases cannot differ. What waits for the
 * citizen is never late; of answers the first counts.
 */
export function conditionsAt(now: Date): Record<MonitorFigure, RawBuilder<boolean>> {
  const overdue = sql`is_open and paused_since is null and due_at < ${now}`;
  return {
    filed: sql`fresh`,
    open: sql`is_open`,
    waiting: sql`is_open and paused_since is not null`,
    overdue: sql`(${overdue})`,
    unexplained: sql`(${overdue}) and (explained_until is null or explained_until < ${now})`,
    inTime: sql`fresh and state <> 'withdrawn' and answered_at <= promised_at`,
    broken: sql`fresh and state <> 'withdrawn' and (answered_at > promised_at or (answered_at is null and ${overdue}))`,
    escalated: sql`fresh and was_escalated`,
    referred: sql`fresh and hops > 0`,
  };
}
