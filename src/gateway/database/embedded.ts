import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from '../ports.ts';
import { prepareFiles, type EmbeddedPlace } from './embedded-files.ts';

export { embeddedHome, removeEmbedded } from './embedded-files.ts';

export interface EmbeddedOptions {
  dataDir: string;
  log: Logger;
  /** `name=value` settings of the server, for tests that can afford to lose data. */
  flags?: string[];
  /** Uses the database of a gateway that runs on the same folder instead of refusing; it is then not ours to stop. */
  join?: boolean;
}
export interface Embedded {
  url: string;
  /** Process of the server, so that whoever looks after it can name it. */
  pid: number;
  stop(): Promise<void>;
}

const user = 'mizban';
/** Held by the gateway that looks after the server: it falls away with that gateway's connection, kill -9 included. */
const ownerLock = 7_305_119;
const startSeconds = 60;

/**
 * A real PostgreSQL 18 below the data folder, on loopback and a free port, with a password that only the folder knows.
 * One left over by a killed gateway is recognised by its `postmaster.pid` and taken over, never one of anybody else.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = await prepareFiles(options.dataDir);
  const passwordFile = join(place.home, 'password');
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) {
    options.log.info('database.create', { folder: place.cluster });
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await initialise(place, readFileSync(passwordFile, 'utf8'));
  }
  const password = readFileSync(passwordFile, 'utf8');
  let running = await findRunning(place, password);
  let child: ChildProcess | undefined;
  if (running) {
    options.log.info('database.found', { pid: running.pid, port: running.port });
  } else {
    const port = await freePort();
    child = await launch(place, port, options);
    running = { pid: child.pid!, port };
  }
  const { port } = running;
  const url = `postgres://${user}:${password}@127.0.0.1:${port}/mizban`;
  await createDatabase(url);
  let owner = await own(url);
  if (!owner) {
    if (options.join) return { url, pid: running.pid, stop: async () => undefined };
    throw new Error(`Another gateway already runs on the data folder ${options.dataDir}: stop it, or set DATA_DIR to another folder.`);
  }
  let server = { pid: running.pid, child };
  let stopped: Promise<void> | undefined;
  const watch = (client: pg.Client) => {
    client.on('error', (error) => options.log.error('database.lost', { message: error.message }));
    client.once('end', () => {
      if (!stopped) void revive();
    });
  };
  /** A server that died under a running gateway comes back on the same port, so that open pools find it again. */
  const revive = async (): Promise<void> => {
    for (let wait = 500; !stopped; wait = Math.min(wait * 2, 10_000)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      if (stopped) return;
      try {
        const found = await findRunning(place, password);
        const anew = found ? undefined : await launch(place, port, options);
        server = { pid: found?.pid ?? anew!.pid!, child: anew };
        owner = await own(url);
        if (!owner) throw new Error('another gateway has taken the data folder');
        watch(owner);
        options.log.info('database.revived', { pid: server.pid });
        return;
      } catch (error) {
        options.log.error('database.revive', { message: error instanceof Error ? error.message : String(error) });
      }
    }
  };
  watch(owner);
  // A process that ends without stop() still takes its server along; SIGINT is PostgreSQL's fast and clean shutdown.
  const onExit = () => signal(server.pid, 'SIGINT');
  process.once('exit', onExit);
  return {
    url,
    get pid() {
      return server.pid;
    },
    stop: () =>
      (stopped ??= (async () => {
        (owner as unknown as { ref?(): void } | undefined)?.ref?.();
        await owner?.end().catch(() => undefined);
        await stopServer(place, server.pid, server.child);
        // Until here a process that is made to end at once still takes its server along.
        process.removeListener('exit', onExit);
        options.log.info('database.stopped');
      })()),
  };
}

/** The connection that says whose server this is; undefined when it is another gateway's. */
async function own(url: string): Promise<pg.Client | undefined> {
  const owner = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'mizban-owner' });
  owner.on('error', () => undefined);
  await owner.connect();
  const { rows } = await owner.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [ownerLock]);
  if (!rows[0]?.ours) {
    await owner.end();
    return undefined;
  }
  // It must not keep a process alive that has nothing left to do. (The types of pg do not know of it.)
  (owner as unknown as { unref(): void }).unref();
  return owner;
}

async function initialise(place: EmbeddedPlace, password: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mizban-'));
  const file = join(folder, 'password');
  try {
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    const { uid, gid } = place.identity;
    if (uid !== undefined && gid !== undefined) await Promise.all([chown(folder, uid, gid), chown(file, uid, gid)]);
    await new Promise<void>((resolve, reject) => {
      const flags = [
        `--pgdata=${place.cluster}`, '--auth=scram-sha-256', `--username=${user}`, `--pwfile=${file}`,
        // One order of letters everywhere, whatever the machine's locale: what people read is sorted by our own code.
        '--encoding=UTF8', '--locale=C',
      ];
      const child = spawn(place.bin.initdb, flags, { ...place.identity, cwd: place.cluster, env: environment(), stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The embedded database could not be made: ${lastLine(said)}`))));
    });
  } catch (error) {
    // Half a cluster would be taken for a whole one at the next start.
    rmSync(place.cluster, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function launch(place: EmbeddedPlace, port: number, options: EmbeddedOptions): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'logging_collector=off', 'timezone=UTC', 'log_timezone=UTC',
    ...(options.flags ?? []),
  ];
  const child = spawn(
    place.bin.postgres,
    ['-D', place.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // Its own process group: Ctrl+C is for the gateway, which then stops the database when nobody needs it any more.
    { ...place.identity, cwd: place.cluster, env: environment(), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The embedded database did not start within ${startSeconds} s: ${lastLine(said)}`)), startSeconds * 1000);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`The embedded database did not start: ${lastLine(said)}`)));
    child.stderr!.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4000);
      if (said.includes('ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
  });
  // Listening on after the start keeps the pipe from filling, and must not keep this process alive.
  child.unref();
  (child.stderr as unknown as { unref?(): void }).unref?.();
  return child;
}

/** A server on this very folder that answers to this folder's password. */
async function findRunning(place: EmbeddedPlace, password: string): Promise<{ pid: number; port: number } | undefined> {
  const file = join(place.cluster, 'postmaster.pid');
  for (let attempt = 0; attempt < 100; attempt++) {
    if (!existsSync(file)) return undefined;
    const [first, , , fourth] = readFileSync(file, 'utf8').split('\n');
    const pid = Number(first);
    const port = Number(fourth);
    // PostgreSQL itself replaces a pid file whose number now belongs to something else.
    if (!(pid > 0) || !alive(pid)) return undefined;
    const probe = new pg.Client({ host: '127.0.0.1', port, user, password, database: 'postgres', connectionTimeoutMillis: 5_000 });
    probe.on('error', () => undefined);
    try {
      // A server that begins writes its port a moment after its number.
      if (port > 0) {
        await probe.connect();
        const { rows } = await probe.query<{ data_directory: string }>('show data_directory');
        return rows[0]?.data_directory === place.cluster ? { pid, port } : undefined;
      }
    } catch (error) {
      // 57P03: starting up or shutting down, worth waiting for. Refused: it begins, or the number is somebody else's by now.
      const { code } = error as { code?: string };
      if (code !== '57P03' && (code !== 'ECONNREFUSED' || attempt > 30)) return undefined;
    } finally {
      await probe.end().catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/mizban$/, '/postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'mizban'");
    if (!rowCount) await client.query('create database mizban');
  } catch (error) {
    // 42P04, 23505: another copy made it in the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

async function stopServer(place: EmbeddedPlace, pid: number, child: ChildProcess | undefined): Promise<void> {
  const gone = () => (child ? child.exitCode !== null || child.signalCode !== null : !alive(pid));
  if (!gone()) signal(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && !gone(); waited += 25) await new Promise((resolve) => setTimeout(resolve, 25));
  if (!gone()) throw new Error(`The embedded database (process ${pid}, folder ${place.cluster}) did not stop within 30 s.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

/** PostgreSQL's messages in English: we look for one of them. Nothing of ours (secrets) is handed down. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });
const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? 'it said nothing';
