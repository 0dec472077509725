import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { get, request } from 'node:http';
import { embeddedHome, removeEmbedded, startEmbedded } from '../../../src/gateway/database/embedded.ts';
import { addressOf, listen } from '../../../src/gateway/node/listen.ts';
import { chooseEncoding } from '../../../src/gateway/node/compress.ts';
import { quietLog } from '../../../src/gateway/node/log.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Started {
  child: ChildProcess;
  url: string;
  lines: Record<string, unknown>[];
  ended: Promise<number | null>;
  /** The first line of this event from here on. */
  line(event: string): Promise<Record<string, unknown>>;
}

function launch(env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/gateway/server.ts', ...args], {
    cwd: root, env: { PATH: process.env['PATH'], NODE_ENV: 'development', PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const lines: Record<string, unknown>[] = [];
  const waiting: { event: string; resolve(line: Record<string, unknown>): void }[] = [];
  const line = (event: string) => new Promise<Record<string, unknown>>((resolve) => waiting.push({ event, resolve }));
  const started = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      out += `${line}\n`;
      if (!line.startsWith('{')) return;
      const event = JSON.parse(line) as Record<string, unknown>;
      lines.push(event);
      waiting.filter((one) => one.event === event['event']).forEach(({ resolve }) => resolve(event));
      if (event['event'] === 'started') resolve(event['url'] as string);
    });
    void ended.then((code) => reject(new Error(`The gateway ended (${code}): ${errors}`)));
  });
  started.catch(() => undefined);
  return { child, lines, ended, started, line, said: () => ({ out, errors }) };
}

async function start(dataDir: string, env: Record<string, string> = {}): Promise<Started> {
  const { child, lines, ended, started, line } = launch({ DATA_DIR: dataDir, ...env });
  return { child, lines, ended, line, url: await started };
}
const stop = async ({ child, ended }: Started): Promise<number | null> => {
  child.kill('SIGTERM');
  return ended;
};

describe('the socket', () => {
  it('takes the longest search of the contract, in any letters', async () => {
    const socket = await listen(async (asked) => Response.json([...new URL(asked.url).searchParams.get('q')!].length), { host: '127.0.0.1', port: 0 });
    try {
      for (const letter of ['ش', '文']) {
        const answer = await fetch(`${socket.url}/v1/search?q=${encodeURIComponent(letter.repeat(4096))}`);
        assert.deepEqual([answer.status, await answer.json().catch(() => undefined)], [200, 4096], letter);
      }
    } finally {
      await socket.close();
    }
  });
});

describe('the gateway as a process', () => {
  let dataDir: string;
  const pidFile = () => readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0];
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'mizban-process-'));
    chmodSync(dataDir, 0o755);
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  it('takes over its own database after kill -9, keeps the data, and stops it in the end', async () => {
    const first = await start(dataDir);
    assert.equal((await fetch(`${first.url}/ready`)).status, 200);
    const pid = pidFile();
    first.child.kill('SIGKILL');
    await first.ended;
    assert.equal(pidFile(), pid, 'PostgreSQL outlives the gateway');

    const second = await start(dataDir);
    assert.equal(pidFile(), pid, 'the same server goes on');
    assert.ok(second.lines.some(({ event, pid: found }) => event === 'database.found' && String(found) === pid));
    assert.equal((await fetch(`${second.url}/ready`)).status, 200);

    const third = launch({ DATA_DIR: dataDir });
    assert.equal(await third.ended, 1);
    assert.equal(third.said().errors.trim().split('\n').length, 1);
    assert.match(third.said().errors, /Another gateway already runs on the data folder .*set DATA_DIR/);

    assert.equal(await stop(second), 0);
    assert.throws(pidFile, /ENOENT/);
    assert.throws(() => process.kill(Number(pid), 0), /ESRCH/);
    assert.equal(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777, 0o600);
  });

  it('brings its database back when that dies under it, on the same port and with its data', async () => {
    const gateway = await start(dataDir);
    const pid = pidFile();
    process.kill(Number(pid), 'SIGKILL');
    const revived = await gateway.line('database.revived');
    assert.notEqual(String(revived['pid']), pid);
    assert.equal(pidFile(), String(revived['pid']));
    assert.equal((await fetch(`${gateway.url}/ready`)).status, 200);
    assert.equal(await stop(gateway), 0);
    assert.throws(pidFile, /ENOENT/);
  });

  it('says in one sentence that its port is taken, before it touches the database', async () => {
    const blocker = createServer();
    const port = await new Promise<number>((resolve) => blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)));
    const blocked = launch({ DATA_DIR: dataDir, PORT: String(port) });
    assert.equal(await blocked.ended, 1);
    blocker.close();
    assert.match(blocked.said().errors, new RegExp(`^Port ${port} is taken on 127\\.0\\.0\\.1: .* set PORT to another number\\.\n$`));
    assert.throws(pidFile, /ENOENT/);
  });

  it('says in one sentence that the database of DATABASE_URL is away, without its password', async () => {
    const alone = launch({ DATA_DIR: dataDir, DATABASE_URL: 'postgres://desk:hidden@127.0.0.1:1/desk' });
    assert.equal(await alone.ended, 1);
    assert.match(alone.said().errors, /^The database of DATABASE_URL cannot be reached \(ECONNREFUSED\): .*\n$/);
    assert.ok(!alone.said().errors.includes('hidden'));
  });

  it('says what is wrong with its settings and where it may not write', async () => {
    const wrong = launch({ DATA_DIR: '/dev/null/x', PORT: 'eighty' });
    assert.equal(await wrong.ended, 2);
    assert.match(wrong.said().errors, /cannot start with these settings:\n {2}- PORT .*\n {2}- DATA_DIR .*\n$/);
    const help = launch({}, ['--help']);
    assert.equal(await help.ended, 0);
    assert.match(help.said().out, /DATABASE_URL/);
  });

  it('serves compressed JSON, answers an upload that is too large, and a cut-off one does no harm', async () => {
    const gateway = await start(dataDir);
    const { headers, body } = await new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
      get(`${gateway.url}/openapi.json`, { headers: { 'accept-encoding': 'gzip;q=0.5, br' } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
      }).on('error', reject);
    });
    assert.equal(headers['content-encoding'], 'br');
    assert.match(String(headers['vary']), /accept-encoding/);
    assert.equal(JSON.parse(brotliDecompressSync(body).toString('utf8')).openapi, '3.1.0');

    const large = await fetch(`${gateway.url}/v1/uploads/none`, { method: 'PATCH', body: new Uint8Array(30 * 1024 * 1024) });
    assert.equal(large.status, 413);
    assert.equal(((await large.json()) as { code: string }).code, 'upload.tooLarge');

    await new Promise<void>((resolve) => {
      const cut = request(`${gateway.url}/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '1000' } });
      cut.on('error', () => resolve());
      cut.write('{"offering":', () => cut.destroy(new Error('cut')));
    });
    assert.equal((await fetch(`${gateway.url}/health`)).status, 200);
    assert.equal(await stop(gateway), 0);
  });
});

describe('the embedded database', () => {
  it('runs also below a folder that nobody but the owner may enter', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mizban-closed-'));
    chmodSync(dataDir, 0o700);
    const database = await startEmbedded({ dataDir, log: quietLog });
    try {
      assert.match(database.url, /^postgres:\/\/mizban:[\w-]{32}@127\.0\.0\.1:\d+\/mizban$/);
      const joined = await startEmbedded({ dataDir, log: quietLog, join: true });
      assert.equal(joined.url, database.url);
      await joined.stop();
      process.kill(database.pid, 0);
    } finally {
      await database.stop();
    }
    assert.throws(() => process.kill(database.pid, 0), /ESRCH/);
    removeEmbedded(dataDir);
    assert.throws(() => statSync(embeddedHome(dataDir)), /ENOENT/);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

describe('small parts of the socket', () => {
  it('take the address from as many proxies as are trusted, and from none else', () => {
    assert.equal(addressOf('10.0.0.9', '203.0.113.7, 10.0.0.1', 0), '10.0.0.9');
    assert.equal(addressOf('10.0.0.9', '6.6.6.6, 203.0.113.7', 1), '203.0.113.7');
    assert.equal(addressOf('10.0.0.9', '203.0.113.7, 10.0.0.1', 2), '203.0.113.7');
    assert.equal(addressOf('10.0.0.9', null, 1), '10.0.0.9');
  });

  it('choose the encoding that the caller takes', () => {
    assert.equal(chooseEncoding('gzip, deflate, br'), 'br');
    assert.equal(chooseEncoding('gzip, br;q=0'), 'gzip');
    assert.equal(chooseEncoding('identity'), undefined);
    assert.equal(chooseEncoding(''), undefined);
  });
});
