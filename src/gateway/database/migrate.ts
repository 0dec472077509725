import { Migrator, sql, type Kysely } from 'kysely';
import { migrationProvider } from './migrations.ts';
import type { Database } from './schema.ts';

/** The oldest PostgreSQL whose SQL the migrations and queries keep to. */
const oldestVersion = 15;

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

/** Whether every migration that this code knows was applied. Throws when the database cannot be reached. */
export async function isMigrated(db: Kysely<Database>): Promise<boolean> {
  const known = await new Migrator({ db, provider: migrationProvider }).getMigrations();
  return known.every((migration) => migration.executedAt !== undefined);
}
