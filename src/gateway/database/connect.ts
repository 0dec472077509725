import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { migrationProvider } from './migrations.ts';
import type { Database } from './schema.ts';

export interface ConnectOptions {
  /** Connections held at most by this copy of the gateway; 10 when absent. */
  connections?: number;
  /** Called when an idle connection breaks: the pool replaces it, so this is for the log only. */
  onError?: (error: Error) => void;
}

/** The oldest PostgreSQL whose SQL the migrations and queries keep to. */
const oldestVersion = 15;

/** A pool to the server at `url`. Nothing is opened until the first query. */
export function connect(url: string, options: ConnectOptions = {}): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'mizban',
  });
  // Without a listener a server that restarts would end this process.
  pool.on('error', (error) => options.onError?.(error));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Throws one sentence when the server is too old to carry the desk. */
export async function checkVersion(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  const number = Number(rows[0]?.server_version_num ?? 0);
  if (number < oldestVersion * 10_000) {
    throw new Error(
      `The database is PostgreSQL ${Math.floor(number / 10_000)}; Mizban needs ${oldestVersion} or newer: ` +
        'upgrade it, or point DATABASE_URL to another server.',
    );
  }
}

/**
 * Brings the tables to the newest shape. Copies that start together wait for one another: Kysely's migrator holds an
 * advisory lock, and all migrations of a run are one transaction.
 */
export async function migrate(db: Kysely<Database>): Promise<{ applied: string[] }> {
  await checkVersion(db);
  const { error, results } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
  return { applied: (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName) };
}
