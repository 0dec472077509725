import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export { migrate } from './migrate.ts';

export interface ConnectOptions {
  /** Connections held at most by this copy of the gateway; 10 when absent. */
  connections?: number;
  /** Milliseconds that a call waits for a free connection before it is answered `server.unavailable`; 5,000 when absent. */
  wait?: number;
  /** Idle connections do not keep the process alive: for tests and commands. */
  allowExitOnIdle?: boolean;
  /** Called when an idle connection breaks: the pool replaces it, so this is for the log only. */
  onError?: (error: Error) => void;
}

/** A pool to the server at `url`. Nothing is opened until the first query. */
export function connect(url: string, options: ConnectOptions = {}): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.wait ?? 5_000,
    keepAlive: true,
    allowExitOnIdle: options.allowExitOnIdle,
    application_name: 'mizban',
  });
  // Without listeners a server that restarts would end this process: on the pool for connections that rest, on each for
  // those in use between two statements.
  const onError = (error: Error) => options.onError?.(error);
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
