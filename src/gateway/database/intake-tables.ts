import type { ColumnType, JSONColumnType } from 'kysely';
import type { Units } from '../declarations/headers.ts';
import type { Column, ColumnMapping, DeclaredService, Finding } from '../declarations/read.ts';

/** Drafts of declarations row by row, what agencies published version by version, tokens of agencies' own systems. */
export const intakeTables = `
    create table intake_draft (
      id text primary key, province text not null, agency text not null, file_name text not null, sha256 text not null, state text not null,
      part real not null, version integer not null, base integer not null, mapping jsonb not null, header jsonb, head jsonb not null,
      findings jsonb not null, across jsonb not null, row_count integer not null, received_at timestamptz not null, changed_at timestamptz not null,
      received_by text, token text, drafters jsonb not null, published_as integer
    );
    create index intake_draft_place on intake_draft (province, agency, received_at);
    create table intake_row (
      draft text not null, row integer not null, cells jsonb not null, notes jsonb not null, findings jsonb not null, service jsonb,
      told boolean not null, primary key (draft, row)
    );
    create table publication (
      province text not null, agency text not null, version integer not null, draft text, sheets jsonb not null, published_at timestamptz not null,
      published_by text, by_name text not null, note text, rolled_back_to integer, catalogue text not null,
      primary key (province, agency, version)
    );
    create table agency_token (
      id text primary key, token_hash text not null unique, province text not null, agency text not null, name text not null,
      created_at timestamptz not null, created_by text, used_at timestamptz, revoked_at timestamptz
    );
    alter table agency add column second_person boolean not null default false;
    alter table lexicon_version add column source text not null default ''
`;

type Instant = ColumnType<Date, Date | string, Date | string>;
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, string, string>;

/** A sheet of a publication: the frozen version of an offering. */
export interface PublishedSheet {
  offering: string;
  version: number;
  service: string;
}
/** What the columns of a file are. */
export interface DraftHeader {
  columns: (Column | null)[];
  /** Absent in drafts of an older gateway. */
  units?: Units;
  /** Of a file that could not be read, those that are perhaps a column. */
  unknown: { header: string; near: Column | null; examples?: string[] }[];
}
export type DraftState = 'reading' | 'draft' | 'rejected' | 'published' | 'discarded';

export interface IntakeTables {
  intake_draft: {
    id: string; province: string; agency: string; file_name: string; sha256: string; state: DraftState;
    /** Part of the file that is read, 0 to 1. */
    part: number;
    /** Grows with every change, for lost updates. */
    version: number;
    /** Publication of the agency that was in force when it was drafted; 0 for none. */
    base: number;
    mapping: Json<ColumnMapping>; header: ColumnType<DraftHeader | null, string | null, string | null>;
    /** First rows of a file in which no header was recognised. */
    head: Json<string[][]>;
    /** Of the file as a whole and of rows that hold nothing; then those that only all rows together tell. */
    findings: Json<Finding[]>; across: Json<Finding[]>;
    row_count: number; received_at: Instant; changed_at: Instant;
    /** Who of the staff, or by which token; null the other. */
    received_by: string | null; token: string | null;
    /** Everybody of the staff who had a hand in it. */
    drafters: Json<string[]>; published_as: number | null;
    /** Who sent it back, when (ISO) and why. */
    returned: ColumnType<{ by: string; at: string; reason: string } | null, string | null | undefined, string | null>;
  };
  intake_row: {
    draft: string; row: number; cells: Json<Partial<Record<Column, string>>>; notes: Json<Finding[]>; findings: Json<Finding[]>;
    service: ColumnType<DeclaredService | null, string | null, string | null>;
    /** It has a finding that somebody should look at. */
    told: boolean;
  };
  publication: {
    province: string; agency: string; version: number; draft: string | null; sheets: JSONColumnType<PublishedSheet[]>; published_at: Instant;
    /** Who of the staff; null for what came with the province or by a token. */
    published_by: string | null; by_name: string; note: string | null; rolled_back_to: number | null;
    /** Content address of the catalogue that it made. */
    catalogue: string;
  };
  /** `token_hash`: SHA-256; the token itself is shown once. `used_on`: day in Iran. */
  agency_token: {
    id: string; token_hash: string; province: string; agency: string; name: string; created_at: Instant; created_by: string | null;
    expires_at: Instant; used_on: string | null; revoked_at: MaybeInstant;
  };
}
