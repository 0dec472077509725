import { sql, type Kysely, type Migration, type MigrationProvider } from 'kysely';
import { intakeTables } from './intake-tables.ts';
import { transparencyTables } from './transparency-tables.ts';
import { dutyTables, ratingTables, recalculationTables, termsTables } from './promise-tables.ts';

/** Statements of one migration, run in order in one transaction. */
const migration = (statements: string): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements.split(/;\s*\n/)) {
      if (statement.trim()) await sql.raw(statement).execute(db);
    }
  },
});

const migrations: Record<string, Migration> = {
  '001-desk': migration(`
    create table province (
      id text primary key, name jsonb not null, calendar_version integer not null default 0, catalogue_version text
    );
    create table calendar_version (
      province text not null, version integer not null, calendar jsonb not null,
      created_at timestamptz not null, created_by text not null, primary key (province, version)
    );
    create table agency (
      province text not null, id text not null, name jsonb not null, kind text not null, county text, primary key (province, id)
    );
    create table unit (
      province text not null, id text not null, agency text not null, name jsonb not null, floor text, room text,
      city text, phone text, hours text not null, primary key (province, id)
    );
    create table service (id text primary key, code text, title text not null);
    create index service_code on service (code);
    create table offering (
      id text primary key, province text not null, agency text not null, service text not null, published_version integer
    );
    create index offering_place on offering (province, agency);
    create table offering_version (
      offering text not null, version integer not null, sheet jsonb not null, created_at timestamptz not null,
      primary key (offering, version)
    );
    create table declaration (
      id text primary key, province text not null, agency text not null, file_name text not null, sha256 text not null,
      received_at timestamptz not null, received_by text not null, rows_published integer not null
    );
    create table declaration_finding (
      declaration text not null, seq integer not null, row integer, column_name text, rule text not null,
      severity text not null, message text not null, primary key (declaration, seq)
    );
    create table form_version (
      form text not null, version integer not null, definition jsonb not null, created_at timestamptz not null,
      primary key (form, version)
    );
    create table catalogue_version (
      province text not null, version text not null, index text not null, created_at timestamptz not null,
      primary key (province, version)
    );

    create table request (
      id text primary key, province text not null, agency text not null, offering text not null, offering_version integer not null,
      form text not null, form_version integer not null, kind text not null, state text not null, outcome text,
      holder_unit text, holder_agency text not null, assignee text, level integer not null default 0, hops integer not null default 0,
      filed_at timestamptz not null, due_at timestamptz not null, paused_since timestamptz,
      policy_source text not null, policy_length text not null, calendar_version integer not null, language text not null,
      version integer not null, receipt text not null
    );
    create index request_queue on request (province, holder_agency, due_at, id);
    create index request_due on request (due_at) where state not in ('answered', 'closed', 'withdrawn');
    create table request_code (code_hash text primary key, request text not null);
    create table request_private (
      request text primary key, wrapped_key bytea not null, answers bytea not null, contact_hash text not null
    );
    create table request_event (
      request text not null, seq integer not null, type text not null, at timestamptz not null, actor_role text not null,
      actor_id text, public_payload jsonb not null, private_payload bytea, private_digest text,
      previous_hash text not null, hash text not null, primary key (request, seq)
    );
    create table log_entry (
      position bigint generated always as identity primary key, request text not null, seq integer not null,
      hash text not null, at timestamptz not null, unique (request, seq)
    );
    create table attachment (
      id text primary key, request text, offering text not null, field text not null, name text not null, bytes integer not null,
      sha256 text not null, media_type text not null, wrapped_key bytea not null, created_at timestamptz not null
    );
    create index attachment_request on attachment (request);
    create index attachment_orphan on attachment (created_at) where request is null;

    create table staff (
      id text primary key, province text not null, username text not null unique, name text not null, password_hash text not null,
      role text not null, agency text, unit text, active boolean not null default true
    );
    create table staff_session (
      token_hash text primary key, staff text not null, created_at timestamptz not null, expires_at timestamptz not null
    );
    create table audit (
      id bigint generated always as identity primary key, at timestamptz not null, staff text not null, action text not null, request text
    );

    create table one_time_code (
      id text primary key, code_hash text not null, otp_hash text not null, tries integer not null,
      created_at timestamptz not null, expires_at timestamptz not null
    );
    create index one_time_code_code on one_time_code (code_hash, created_at);
    create table proof (
      token_hash text primary key, request text not null, created_at timestamptz not null, expires_at timestamptz not null
    );
    create table idempotency (
      key text not null, route text not null, caller text not null, fingerprint text not null, status integer not null,
      answer jsonb not null, expires_at timestamptz not null, primary key (key, route, caller)
    );
    create table outbox (
      id bigint generated always as identity primary key, request text, channel text not null, recipient_hash text not null, recipient bytea not null,
      body bytea not null, created_at timestamptz not null, due_at timestamptz not null, tries integer not null default 0,
      delivered_at timestamptz, given_up_at timestamptz, last_error text
    );
    create index outbox_due on outbox (due_at) where delivered_at is null and given_up_at is null;
    create table rate_limit (
      bucket text not null, window_start timestamptz not null, count integer not null, primary key (bucket, window_start)
    );
    create table setting (key text primary key, value jsonb not null);

    create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the event log is append-only'; end; $$;
    create trigger request_event_append_only before update or delete on request_event
      for each row execute function refuse_change();
    create trigger log_entry_append_only before update or delete on log_entry
      for each row execute function refuse_change();
    create trigger request_event_no_truncate before truncate on request_event
      for each statement execute function refuse_change();
    create trigger log_entry_no_truncate before truncate on log_entry
      for each statement execute function refuse_change();
  `),
  '002-assignee': migration(`
    alter table request add column code_tail text;
    drop index request_queue;
    create index request_queue on request (province, holder_agency, due_at, filed_at, id);

    alter table one_time_code add column source_hash text not null default '';
    create index one_time_code_source on one_time_code (code_hash, source_hash, created_at);
  `),
  '003-guides': migration(`
    create table guide_version (
      province text not null, guide text not null, version integer not null, tree jsonb not null, created_at timestamptz not null,
      created_by text not null, staff text, note text, primary key (province, guide, version)
    );
  `),

  '004-lexicon': migration(`
    create table lexicon_version (
      version text primary key, lexicon text not null, created_at timestamptz not null
    );
    alter table catalogue_version add column lexicon text not null default ''
  `),
  '005-unanswered': migration(`
    create table unanswered_salt (day text primary key, salt text not null);
    create table unanswered_sender (sender_hash text primary key, day text not null);
    create table unanswered_day (
      province text not null, query_hash text not null, day text not null, senders integer not null,
      primary key (province, query_hash, day)
    );
    create table unanswered_text (
      province text not null, query_hash text not null, text text not null, primary key (province, query_hash)
    );
  `),
  '006-shards': migration(`
    create table catalogue_shard (
      version text not null, path text not null, content text not null, primary key (version, path)
    );
    alter table catalogue_version alter column index drop not null
  `),
  '007-sheet-reports': migration(`
    create table sheet_report (
      id text primary key, province text not null, offering text not null, version integer not null, text text not null,
      created_at timestamptz not null, done_at timestamptz, done_by text
    );
    create index sheet_report_open on sheet_report (province, created_at) where done_at is null;
    create index request_offering on request (offering, filed_at)
  `),
  '008-intake': migration(intakeTables),
  '009-national': migration(`
    create table national_sheet (
      id text primary key, organisation text not null, agencies jsonb not null, published_version integer
    );
    create table national_sheet_version (
      sheet text not null, version integer not null, content jsonb not null, created_at timestamptz not null, created_by text not null,
      primary key (sheet, version)
    );
    update offering_version set sheet = sheet || '{"national": null}' where sheet -> 'national' is null
  `),
  '010-token-expiry': migration(`
    alter table agency_token drop column used_at;
    alter table agency_token add column used_on text;
    alter table agency_token add column expires_at timestamptz not null
  `),
  '011-sheet-digest': migration(`
    alter table offering_version add column digest text not null generated always as (md5(sheet::text)) stored
  `),
  '012-carried-drafts': migration(`
    create table carried_draft (
      id text primary key, offering text not null, contact_hash text not null, code_hash text not null, tries integer not null,
      content bytea not null, created_at timestamptz not null, expires_at timestamptz not null
    );
    create index carried_draft_of on carried_draft (contact_hash, offering)
  `),
  '013-matter': migration(`
    alter table request_private add column matter_hash text;
    create index request_private_matter on request_private (matter_hash) where matter_hash is not null
  `),
  '014-returned-drafts': migration('alter table intake_draft add column returned jsonb'),
  '015-form-studio': migration(`
    create table form_draft (
      offering text primary key, version integer not null, definition jsonb, changed_at timestamptz not null, changed_by text not null, drafters jsonb not null
    );
    create table form_publication (
      offering text not null, version integer not null, published_at timestamptz not null, published_by text, note text,
      primary key (offering, version)
    )
  `),
  '016-growing-uploads': migration(`
    create table upload (
      id text primary key, offering text not null, field text not null, name text not null, bytes integer not null, received integer not null,
      wrapped_key bytea not null, created_at timestamptz not null
    );
    create index upload_created on upload (created_at);
    create table upload_part (
      id text primary key, upload text not null references upload on delete cascade, at integer not null, stored boolean not null
    );
    create index upload_part_of on upload_part (upload, at)
  `),
  '017-accepted': migration(`
    create table accepted (
      id text primary key, key_hash text unique, fingerprint text not null, contact_hash text not null, content bytea, answer bytea,
      created_at timestamptz not null, expires_at timestamptz not null
    );
    create index accepted_expires on accepted (expires_at)
  `),
  '018-channels': migration(`
    alter table outbox add column about text not null default 'filed', add column subject text not null default '', add column good_until timestamptz;
    create index outbox_given_up on outbox (given_up_at) where given_up_at is not null
  `),
  '019-transparency': migration(transparencyTables),
  '020-terms': migration(termsTables),
  // Files of a few kilobytes that are read one by one: to compress them costs more than the room that they take.
  '021-shards-plain': migration(`alter table catalogue_shard alter column content set storage external`),
  '022-duties': migration(dutyTables),
  '023-delay': migration('alter table request add column explained_until timestamptz'),
  '024-recalculation': migration(recalculationTables),
  '025-service-rating': migration(ratingTables),
  // What was promised first, where an objection began another round; a row of before has it from its next objection on.
  '026-first-due': migration('alter table request add column first_due_at timestamptz'),
  '027-own-requests': migration('create index request_private_contact on request_private (contact_hash)'),
  '028-news-choices': migration(`
    alter table request_private add column news bytea, add column news_waiting bytea, add column news_waiting_until timestamptz;
    create index request_private_news_waiting on request_private (news_waiting_until) where news_waiting_until is not null
  `),
  // Files that are sent for the reply to a question of the desk.
  '029-question-files': migration(`
    alter table upload add column question text;
    alter table attachment add column question text
  `),
  // Pairs of before, while an e-mail of them may still be given up: written by one transaction within a second.
  '030-same-by-sms': migration(`
    alter table outbox add column same_as bigint unique references outbox on delete set null;
    create index outbox_mail on outbox (request) where channel = 'email';
    update outbox set same_as = mail.id from (
      select min(pair.id) as id, pair.sms from (
        select m.id, min(s.id) as sms from outbox m join outbox s on s.request = m.request and s.about = m.about and s.channel = 'sms'
          and s.created_at between m.created_at and m.created_at + interval '1 second'
        where m.channel = 'email' and m.about <> 'code' and m.delivered_at is null group by m.id
      ) pair group by pair.sms
    ) mail where outbox.id = mail.sms
  `),
  // Events are only ever added, so that those since a moment lie together.
  '031-monitor': migration(`
    create index request_filed on request (province, filed_at);
    create index request_event_at on request_event using brin (at)
  `),
  // What is published of a lexicon depends on the catalogue, its files do not: many versions share them.
  '032-lexicon-source': migration(`
    create table lexicon_source (digest text primary key, source text not null);
    insert into lexicon_source select distinct encode(sha256(convert_to(source, 'UTF8')), 'hex'), source from lexicon_version where source <> '';
    alter table lexicon_version add column source_digest text references lexicon_source;
    update lexicon_version set source_digest = encode(sha256(convert_to(source, 'UTF8')), 'hex') where source <> '';
    alter table lexicon_version drop column source
  `),
};

export const migrationProvider: MigrationProvider = {
  async getMigrations() {
    return migrations;
  },
};
