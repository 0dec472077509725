import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { LocalText } from '../../contract/common.ts';
import type { FormDefinition } from '../../contract/form.ts';
import type { GuideTree } from '../../contract/guide.ts';
import type { NationalSheet, Offering } from '../../contract/offering.ts';
import type { IntakeTables } from './intake-tables.ts';
import type { TransparencyTables } from './transparency-tables.ts';
import type { PromiseTables } from './promise-tables.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type Json<T extends object | null> = JSONColumnType<T>;

/** The tables after all migrations, as Kysely sees them. The event log is the truth; the rest are projections or catalogue. */
export interface Database extends IntakeTables, PromiseTables, TransparencyTables {
  province: { id: string; name: Json<LocalText>; calendar_version: number; catalogue_version: string | null; terms_version: ColumnType<number | null, number | undefined, number> };
  calendar_version: { province: string; version: number; calendar: Json<WorkingCalendar>; created_at: Instant; created_by: string; why: string };
  /** `second_person`: a declaration is published by another person than those who drafted it. */
  agency: { province: string; id: string; name: Json<LocalText>; kind: string; county: string | null; second_person: Generated<boolean> };
  unit: {
    province: string; id: string; agency: string; name: Json<LocalText>; floor: string | null; room: string | null;
    city: string | null; phone: string | null; hours: string;
  };
  /** `agencies`: ids that the organisation's agencies have in the provinces. Without a version: withdrawn. */
  national_sheet: { id: string; organisation: string; agencies: Json<string[]>; published_version: number | null };
  national_sheet_version: { sheet: string; version: number; content: Json<NationalSheet>; created_at: Instant; created_by: string };
  /** What is the same service wherever it is given; the code is neither unique nor always known. */
  service: { id: string; code: string | null; title: string };
  offering: { id: string; province: string; agency: string; service: string; published_version: number | null };
  /** The frozen sheet as published: what a request points to. `digest`: of its text, made by the database. */
  offering_version: { offering: string; version: number; sheet: Json<Offering>; created_at: Instant; digest: GeneratedAlways<string> };
  declaration: { id: string; province: string; agency: string; file_name: string; sha256: string; received_at: Instant; received_by: string; rows_published: number };
  declaration_finding: { declaration: string; seq: number; row: number | null; column_name: string | null; rule: string; severity: string; message: string };
  form_version: { form: string; version: number; definition: Json<FormDefinition>; created_at: Instant };
  /** What officers write; without a definition there is none, and the version goes on. `drafters`: ids of all of the staff who had a hand in it. */
  form_draft: {
    offering: string; version: number; definition: ColumnType<FormDefinition | null, string | null, string | null>;
    changed_at: Instant; changed_by: string; drafters: ColumnType<string[], string, string>;
  };
  /** Which version of its own form (../catalogue/officers-forms.ts) an offering got when; the newest is in force. By nobody: it stood there before. */
  form_publication: { offering: string; version: number; published_at: Instant; published_by: string | null; note: string | null };
  /** Without an index there are too many services for one file. */
  catalogue_version: { province: string; version: string; index: string | null; lexicon: string; created_at: Instant };
  /** Files of the index in shards, by which the gateway searches and which pages of large catalogues load. */
  catalogue_shard: { version: string; path: string; content: string };
  /** What of a lexicon says something to a catalogue. `source_digest`: of the files that it was compiled of, for the next index; null where an older gateway published. */
  lexicon_version: { version: string; lexicon: string; source_digest: string | null; created_at: Instant };
  lexicon_source: { digest: string; source: string };
  guide_version: {
    province: string; guide: string; version: number; tree: Json<GuideTree>; created_at: Instant; created_by: string;
    /** Null: it came with a publication, and the next one may replace it. */
    staff: string | null; note: string | null;
  };

  request: {
    id: string; province: string; agency: string; offering: string; offering_version: number; form: string; form_version: number;
    kind: string; state: string; outcome: string | null; holder_unit: string | null;
    /** Whose desk it lies on: the filed agency's, or another's after a referral. */
    holder_agency: string; assignee: string | null; level: number; hops: number;
    filed_at: Instant; due_at: Instant; first_due_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>; paused_since: ColumnType<Date | null, Date | string | null, Date | string | null>; explained_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
    policy_source: string; policy_length: string; calendar_version: number; language: string;
    /** Sequence number of the last event, for lost updates. */
    version: number; receipt: string;
    /** Last four digits of the tracking code; null for what was filed before they were kept. */
    code_tail: string | null;
    /** When time alone brings something about, or did; null: never. */
    wake_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
    /** Attempts that failed since. */
    wake_tries: Generated<number>;
    /** Newest version of the calendar that its due time was held against. */
    calendar_checked: Generated<number>;
  };
  /**
   * Accepted and not yet filed: the sealed content waits for the code that went to its mobile number. Filed, it holds the
   * sealed answer until it expires. `key_hash`: of the Idempotency-Key that it came with.
   */
  accepted: {
    id: string; key_hash: string | null; fingerprint: string; contact_hash: string;
    content: ColumnType<Uint8Array | null, Uint8Array, Uint8Array | null>; answer: ColumnType<Uint8Array | null, undefined, Uint8Array>;
    created_at: Instant; expires_at: Instant;
  };
  request_code: { code_hash: string; request: string };
  /** Encrypted with a key of its own, itself wrapped: erasing `wrapped_key` erases the person and leaves the log whole. */
  request_private: {
    request: string; wrapped_key: Uint8Array; answers: Uint8Array; contact_hash: string; matter_hash: string | null;
    /** How the citizen wants news, if they chose; an address whose code has not come back, until then (../messages/news-choices.ts). */
    news: ColumnType<Uint8Array | null, undefined, Uint8Array>; news_waiting: ColumnType<Uint8Array | null, undefined, Uint8Array | null>;
    news_waiting_until: ColumnType<Date | null, undefined, Date | null>;
  };
  request_event: {
    request: string; seq: number; type: string; at: Instant; actor_role: string; actor_id: string | null;
    public_payload: Json<Record<string, unknown>>; private_payload: Uint8Array | null; private_digest: string | null;
    previous_hash: string; hash: string;
    /** 1: of an older gateway, without who acted. */
    hash_version: Generated<number>;
  };
  /** Every event's hash in order of arrival. */
  log_entry: { position: Generated<string>; request: string; seq: number; hash: string; at: Instant };
  /** A file that has not come whole; `received` bytes of it lie in the stored parts. */
  /** `question`: the one that it is sent for the reply to; null before a filing. */
  upload: { id: string; offering: string; question: string | null; field: string; name: string; bytes: number; received: number; wrapped_key: Uint8Array; created_at: Instant };
  upload_part: { id: string; upload: string; at: number; stored: boolean };
  attachment: {
    id: string; request: string | null; offering: string; question: string | null; field: string; name: string; bytes: number; sha256: string; media_type: string;
    /** Key of the bytes in the file store, wrapped: erasing it erases the file. */
    wrapped_key: Uint8Array; created_at: Instant;
  };

  staff: { id: string; province: string; username: string; name: string; password_hash: string; role: string; agency: string | null; unit: string | null; active: Generated<boolean> };
  staff_session: { token_hash: string; staff: string; created_at: Instant; expires_at: Instant };
  audit: { id: Generated<string>; at: Instant; staff: string; action: string; request: string | null };

  /** `source_hash`: keyed hash of the network address that asked for it. */
  one_time_code: { id: string; code_hash: string; source_hash: string; otp_hash: string; tries: number; created_at: Instant; expires_at: Instant };
  /** What is written in a form, on its way to another device. */
  carried_draft: { id: string; offering: string; contact_hash: string; code_hash: string; tries: number; content: Uint8Array; created_at: Instant; expires_at: Instant };
  proof: { token_hash: string; request: string; created_at: Instant; expires_at: Instant };
  idempotency: { key: string; route: string; caller: string; fingerprint: string; status: number; answer: Json<Record<string, unknown>>; expires_at: Instant };
  /** Messages to people, written in the transaction that causes them, delivered after it. */
  outbox: {
    id: Generated<string>; request: string | null; channel: string; about: Generated<string>; subject: Generated<string>; recipient_hash: string; recipient: Uint8Array; body: Uint8Array; created_at: Instant;
    due_at: Instant;
    /** Of a code: afterwards it is of no use to anybody. */
    good_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
    tries: Generated<number>; delivered_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
    /** After the last try in vain: a person has to look. */
    given_up_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>; last_error: string | null;
    /** Of an SMS: the e-mail with the same news, one SMS an e-mail. */
    same_as: ColumnType<string | null, string | null | undefined, never>;
  };
  rate_limit: { bucket: string; window_start: Instant; count: number };
  /** Searches that found nothing: senders hashed with a salt of the day, both gone with it (../search/unanswered.ts). */
  unanswered_salt: { day: string; salt: string };
  unanswered_sender: { sender_hash: string; day: string };
  unanswered_day: { province: string; query_hash: string; day: string; senders: number };
  unanswered_text: { province: string; query_hash: string; text: string };
  /** What readers found wrong in a sheet. `done_by`: who of the staff looked after it. */
  sheet_report: {
    id: string; province: string; offering: string; version: number; text: string; created_at: Instant;
    done_at: ColumnType<Date | null, Date | string | null, Date | string | null>; done_by: string | null;
  };
  setting: { key: string; value: Json<Record<string, unknown>> };
}
