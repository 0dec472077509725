import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../support/sources.ts';

/** `npm start` as a newcomer runs it: through npm, on free ports, with data of its own. */

let dataDir: string;
const children = new Set<ChildProcess>();
before(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mizban-start-'));
  chmodSync(dataDir, 0o755);
});
after(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const environment = (more: Record<string, string>) => {
  // What the npm of `npm test` set is not for this one.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'NODE_ENV');
  return { ...Object.fromEntries(own), PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '', ...more };
};

interface Opened {
  npm: ChildProcess;
  /** Process that Node runs in below npm. */
  node: number;
  gateway: string;
  sites: Record<string, string>;
  accounts: string;
  ended: Promise<unknown>;
}

async function start(): Promise<Opened> {
  const npm = spawn('npm', ['start'], { cwd: root, env: environment({}), stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(npm);
  // Not before the pipe is closed by all who hold it: npm may end before the desk does.
  const ended = new Promise((resolve) => npm.once('close', resolve)).then(() => children.delete(npm));
  let said = '';
  npm.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const opened = await new Promise<Pick<Opened, 'gateway' | 'sites' | 'accounts'>>((resolve, reject) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const line = said.split('\n').slice(0, -1).find((each) => each.startsWith('{"gateway"'));
      if (line) resolve(JSON.parse(line));
    });
    void ended.then(() => reject(new Error(`npm start ended: ${said}`)));
  });
  const node = spawnSync('ps', ['-o', 'pid=', '--ppid', String(npm.pid)], { encoding: 'utf8' }).stdout.trim();
  return { npm, node: Number(node), ended, ...opened };
}

const database = () => Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const signIn = async ({ gateway, accounts }: Opened) => {
  const [username, password] = readFileSync(accounts, 'utf8').split('\n')[0]!.split('\t');
  return fetch(`${gateway}/v1/staff/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ username, password }),
  });
};

test('opens everything that it prints, stops on a signal to npm alone, and keeps the data', { skip: process.platform === 'win32' }, async () => {
  const first = await start();
  for (const url of [...Object.values(first.sites), ...['/desk', '/dev/inbox', '/docs', '/openapi.json', '/desk.js'].map((path) => first.gateway + path)]) {
    assert.equal((await fetch(url)).status, 200, url);
  }
  const { portal } = first.sites;
  const titles = await Promise.all(['/', '/agency.html?id=abfa', '/track.html'].map(async (path) => /<title>(.*)<\/title>/.exec(await (await fetch(portal + path)).text())?.[1]));
  assert.deepEqual(titles, ['خدمات', 'شرکت آب و فاضلاب استان البرز', 'پیگیری درخواست'].map((title) => `${title} | درگاه خدمات استان البرز`));
  assert.equal((await fetch(`${portal}/layout.html`)).status, 404);
  assert.equal((await signIn(first)).status, 200);

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const run = signal === 'SIGTERM' ? first : await start();
    assert.equal((await signIn(run)).status, 200, 'passwords of the first start are still right');
    const pid = database();
    run.npm.kill(signal);
    await run.ended;
    assert.deepEqual([alive(run.node), alive(pid)], [false, false], signal);
  }
});

test('a database that a killed desk left behind is stopped and removed by npm run reset', { skip: process.platform === 'win32' }, async () => {
  const desk = await start();
  const pid = database();
  const refused = spawnSync('npm', ['run', 'reset'], { cwd: root, env: environment({}), encoding: 'utf8' });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /Another gateway already runs on the data folder/);
  process.kill(desk.node, 'SIGKILL');
  await desk.ended;
  assert.ok(alive(pid), 'PostgreSQL outlives the desk');
  const reset = spawnSync('npm', ['run', 'reset'], { cwd: root, env: environment({}), encoding: 'utf8' });
  assert.equal(reset.status, 0, reset.stderr);
  assert.deepEqual(JSON.parse(reset.stdout.trim().split('\n').at(-1)!), { ok: true, folder: dataDir });
  assert.equal(alive(pid), false);
  assert.deepEqual(readdirSync(dataDir), []);
});

test('says in one sentence what is wrong, and has made nothing', async () => {
  const folder = join(dataDir, 'not', 'yet');
  const blocker = createServer();
  const taken = await new Promise<number>((resolve) => blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)));
  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: 'eighty' }, /PORT is “eighty”; write a whole number/],
    [{ PORT: '65534' }, /PORT is “65534”; write 65532 or less/],
    [{ PORT: String(taken) }, new RegExp(`Port ${taken} is taken on 127\\.0\\.0\\.1: .*set PORT to another number`)],
    ...(process.platform === 'linux' ? [[{ DATA_DIR: '/proc/mizban/data' }, /cannot (be written|write)/] as [Record<string, string>, RegExp]] : []),
  ];
  for (const [env, sentence] of wrong) {
    const { status, stderr } = spawnSync(process.execPath, ['demo/start.mjs'], { cwd: root, env: environment({ DATA_DIR: folder, ...env }), encoding: 'utf8', timeout: 60_000 });
    assert.equal(status, 1, JSON.stringify(env));
    assert.match(stderr, sentence);
    assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
    assert.equal(existsSync(join(dataDir, 'not')), false, 'nothing was made');
  }
  await new Promise((resolve) => blocker.close(resolve));
});
