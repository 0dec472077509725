import type { ColumnType, JSONColumnType } from 'kysely';
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

type Instant = ColumnType<Date, Date | string, Date | string>;

export interface PromiseTables {
  terms_version: { province: string; version: number; terms: JSONColumnType<Terms>; created_at: Instant; created_by: string };
}
