import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { RatingAnswers, RatingReason } from '../../contract/rating.ts';
import type { Terms } from '../../contract/terms.ts';

/** What a province promises beside its sheets, version by version; events whose hash also covers who acted. */
export const termsTables = `
    create table terms_version (
      province text not null, version integer not null, terms jsonb not null, created_at timestamptz not null, created_by text not null,
      primary key (province, version)
    );
    alter table province add column terms_version integer;
    alter table request_event add column hash_version integer not null default 1
`;

/** When time alone brings something about, and who of the staff was told of it. Rows of before are looked at once. */
export const dutyTables = `
    alter table request add column wake_at timestamptz, add column wake_tries integer not null default 0;
    update request set wake_at = now() where state not in ('withdrawn', 'closed');
    create index request_wake on request (wake_at) where wake_at is not null;
    create table staff_notice (
      id bigint generated always as identity primary key, staff text not null references staff (id) on delete cascade, request text not null references request (id) on delete cascade,
      seq integer not null, clock text not null, share double precision not null, level integer not null,
      tell_at timestamptz not null, seen_at timestamptz, unique (staff, request, seq)
    );
    create index staff_notice_open on staff_notice (staff, tell_at) where seen_at is null
`;

/** Why a calendar was edited, and which edits a request was held against. Rows of before: those up to its own calendar. */
export const recalculationTables = `
    alter table calendar_version add column why text not null default '';
    alter table request add column calendar_checked integer not null default 0;
    update request set calendar_checked = calendar_version;
    create index request_calendar on request (province, calendar_checked) where state not in ('answered', 'closed', 'withdrawn')
`;

/** What is said about a service without a request. The day, and nothing of who said it. */
export const ratingTables = `
    create table service_rating (
      id bigint generated always as identity primary key, offering text not null, form text not null, answers jsonb not null, reasons jsonb not null, day text not null
    );
    create index service_rating_of on service_rating (offering, day)
`;

type Instant = ColumnType<Date, Date | string, Date | string>;

export interface PromiseTables {
  service_rating: { id: Generated<string>; offering: string; form: string; answers: JSONColumnType<RatingAnswers>; reasons: JSONColumnType<RatingReason[]>; day: string };
  /** Who stands on the ladder is told at `tell_at`, in office hours. `seq`: the event that it tells of. */
  staff_notice: {
    id: Generated<string>; staff: string; request: string; seq: number; clock: string; share: number; level: number;
    tell_at: Instant; seen_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  };
  terms_version: { province: string; version: number; terms: JSONColumnType<Terms>; created_at: Instant; created_by: string };
}
