import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/**
 * PGlite behind the interface of a pool of one: the gateway's own Kysely dialect runs on it as on a server. PGlite has a
 * single connection, so whoever asks for one waits until it is released.
 */
export class PGlitePool implements PostgresPool {
  private readonly database: PGlite;
  private last: Promise<void> = Promise.resolve();

  constructor() {
    // A server's driver hands out int8 as text; so do we.
    this.database = new PGlite({ parsers: { 20: (value: string) => value } });
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.last;
    let release!: () => void;
    this.last = new Promise((resolve) => (release = resolve));
    await before;
    const { database } = this;
    return {
      async query(text: unknown, parameters?: unknown) {
        const sql = text as string;
        const result = await database.query(sql, (parameters as unknown[] | undefined) ?? []);
        const command = sql.trimStart().split(/\s/, 1)[0]!.toUpperCase();
        return { command, rowCount: result.affectedRows ?? result.rows.length, rows: result.rows };
      },
      release,
    } as PostgresPoolClient;
  }

  async end(): Promise<void> {
    await this.database.close();
  }
}
