import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { ConfigError, readConfig, type GatewayConfig } from '../config.ts';
import { connect } from '../database/connect.ts';
import { embeddedHome, startEmbedded } from '../database/embedded.ts';
import type { Database } from '../database/schema.ts';
import { quietLog } from '../node/log.ts';
import { CommandError } from './command.ts';

/** What PostgreSQL answers when a table is not there. */
const undefinedTable = '42P01';

function readSettings(): GatewayConfig {
  try {
    return readConfig({ ...process.env, NODE_ENV: process.env['NODE_ENV'] ?? 'development' });
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.message);
    throw error;
  }
}

/** Runs with the gateway's database, that of DATABASE_URL or the embedded one, which may be in use; makes none. */
export async function withDatabase<T>(run: (db: Kysely<Database>, config: GatewayConfig) => Promise<T>): Promise<T> {
  const dataDir = process.env['DATA_DIR']?.trim() || '.data';
  if (!process.env['DATABASE_URL'] && !existsSync(embeddedHome(dataDir))) {
    throw new CommandError(`There is no database below ${dataDir}; set DATA_DIR or DATABASE_URL to those of the gateway.`);
  }
  const config = readSettings();
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log: quietLog, join: true });
  const db = connect(config.databaseUrl ?? embedded!.url, { connections: 1 });
  try {
    return await run(db, config);
  } catch (error) {
    if ((error as { code?: string }).code === undefinedTable) {
      throw new CommandError('The database is of an older Mizban. Start the gateway once: it brings the database up to date.');
    }
    throw error;
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
}
