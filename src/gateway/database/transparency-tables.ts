import type { ColumnType } from 'kysely';

/**
 * The log as a Merkle tree. Entries get their positions when they are written and are seen when they are committed, in
 * another order perhaps; `log_waiting` holds those that have no leaf yet.
 */
export const transparencyTables = `
    create table log_leaf (index bigint primary key, position bigint not null unique, hash text not null);
    create index log_leaf_hash on log_leaf (hash);
    create table log_node (level integer not null, index bigint not null, hash text not null, primary key (level, index));
    create table log_checkpoint (number integer primary key, size bigint not null, at timestamptz not null, jws text not null);
    create index log_checkpoint_size on log_checkpoint (size, number);
    create table log_waiting (position bigint primary key);
    insert into log_waiting select position from log_entry;
    create function entry_waits() returns trigger language plpgsql as $$ begin insert into log_waiting values (new.position); return null; end; $$;
    create trigger log_entry_waits after insert on log_entry for each row execute function entry_waits();
    create trigger log_leaf_append_only before update or delete on log_leaf for each row execute function refuse_change();
    create trigger log_node_append_only before update or delete on log_node for each row execute function refuse_change();
    create trigger log_checkpoint_append_only before update or delete on log_checkpoint for each row execute function refuse_change();
    create trigger log_leaf_no_truncate before truncate on log_leaf for each statement execute function refuse_change();
    create trigger log_node_no_truncate before truncate on log_node for each statement execute function refuse_change();
    create trigger log_checkpoint_no_truncate before truncate on log_checkpoint for each statement execute function refuse_change()
`;

/** PostgreSQL gives a bigint as text. */
type Big = ColumnType<string, number | string, never>;

export interface TransparencyTables {
  /** Which entry of the log is which leaf; `hash` is that of the event. */
  log_leaf: { index: Big; position: Big; hash: string };
  /** Roots of complete subtrees above the leaves (../../rules/merkle.ts). */
  log_node: { level: number; index: Big; hash: string };
  /** `number`: 1 for the first. `size` and `at` are those of its claims, to be found by. */
  log_checkpoint: { number: number; size: Big; at: ColumnType<Date, Date | string, never>; jws: string };
  log_waiting: { position: Big };
}
