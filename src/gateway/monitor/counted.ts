import { sql, type RawBuilder } from 'kysely';
import type { MonitorFigure } from '../../contract/monitor.ts';

/** What is counted: requests of a province, of one agency's desk, filed since a moment or open now. */
export interface Counting {
  province: string;
  agency: string | null;
  since: Date;
  now: Date;
}

/** Requests that any figure may count, with the moments of their first answer and of what was promised for it, and whether somebody above the expert was told. */
export const countedRows = ({ province, agency, since }: Counting): RawBuilder<unknown> => sql`(
  select r.*, coalesce(r.first_due_at, r.due_at) as promised_at, r.filed_at >= ${since} as fresh, r.state in ('submitted', 'inReview', 'waitingCitizen', 'waitingAgency') as is_open,
    case when r.version > 1 then (select min(e.at) from request_event e where e.request = r.id and e.type = 'answered') end as answered_at,
    r.version > 1 and exists (
      select from request_event e where e.request = r.id and e.type = 'escalated' and (e.public_payload ->> 'to')::int >= 1
    ) as was_escalated
  from request r
  where r.province = ${province} and (${agency}::text is null or r.holder_agency = ${agency})
    and (r.filed_at >= ${since} or r.state in ('submitted', 'inReview', 'waitingCitizen', 'waitingAgency'))
)`;

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
