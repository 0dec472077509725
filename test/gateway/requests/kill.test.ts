import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Filed } from '../../../src/contract/request.ts';
import { connect } from '../../../src/gateway/database/connect.ts';
import { startEmbedded } from '../../../src/gateway/database/embedded.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { quietLog } from '../../../src/gateway/node/log.ts';
import type { Ports } from '../../../src/gateway/ports.ts';
import { newMobile, publishTestDesk, testForm } from './desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const workers = 8;

/** The gateway as an operator runs it: a process of its own, on a database of its own with all its safety on. */
class Server {
  url = '';
  private child: ChildProcess | undefined;
  constructor(readonly dataDir: string) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/gateway/server.ts'], {
      cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'test', PORT: '0', HOST: '127.0.0.1', DATA_DIR: this.dataDir, DATABASE_URL: '', LIMIT_FACTOR: '1000' },
    });
    this.child = child;
    let output = '';
    child.stderr!.on('data', (chunk: Buffer) => { output = `${output}${chunk.toString()}`.slice(-4000); });
    this.url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The gateway ended (${code}) before it was up.\n${output}`)));
      createInterface({ input: child.stdout! }).on('line', (line) => {
        output = `${output}${line}\n`.slice(-4000);
        if (line.includes('"started"')) resolve((JSON.parse(line) as { url: string }).url);
      });
    });
  }

  /** Ends the process with a signal and waits until it is gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child!;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
}

describe('a gateway that is killed', () => {
  let server: Server;
  let offering: string;
  /** By key: what was sent, and the code when it was acknowledged. */
  const sent = new Map<string, { mobile: string; code?: string }>();

  before(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mizban-kill-'));
    chmodSync(dataDir, 0o755);
    server = new Server(dataDir);
    await server.start();
    await withDatabase(async (db) => {
      await publishTestDesk({ db, now: () => new Date() } as Ports);
      const row = await db.selectFrom('offering').select('id').where('agency', '=', 'abfa')
        .innerJoin('offering_version as v', 'v.offering', 'offering.id')
        .where(({ eb, ref }) => eb(ref('v.sheet', '->').key('form').key('id'), '=', JSON.stringify(testForm.id) as never)).executeTakeFirstOrThrow();
      offering = row.id;
    });
  });
  after(async () => {
    await server.end('SIGTERM');
    rmSync(server.dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Beside the gateway, on the same embedded server. */
  async function withDatabase<T>(work: (db: Ports['db'], pid: number) => Promise<T>): Promise<T> {
    const embedded = await startEmbedded({ dataDir: server.dataDir, log: quietLog, join: true });
    const db = connect(embedded.url, { connections: 1 });
    try {
      return await work(db, embedded.pid);
    } finally {
      await db.destroy().catch(() => undefined);
      await embedded.stop();
    }
  }

  async function send(key: string): Promise<string> {
    const one = sent.get(key)!;
    const answer = await fetch(`${server.url}/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile: one.mobile } }),
    });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`${answer.status}: ${text}`);
    return (JSON.parse(text) as Filed).code;
  }

  /** Files with several callers at once until `count` are acknowledged, then calls `then` with the others under way. */
  async function fileUntil(count: number, then: () => Promise<void>): Promise<void> {
    let left = count;
    let over: Promise<void> | undefined;
    await Promise.all(Array.from({ length: workers }, async () => {
      while (!over) {
        const key = randomUUID();
        const one: { mobile: string; code?: string } = { mobile: newMobile() };
        sent.set(key, one);
        try {
          one.code = await send(key);
        } catch (error) {
          if (!over) throw error;
          return;
        }
        if (--left === 0) over = then();
      }
    }));
    await over;
  }

  const acknowledged = () => [...sent.values()].filter(({ code }) => code !== undefined);

  async function allAnswer(): Promise<void> {
    const lost: string[] = [];
    for (const { code } of acknowledged()) {
      const { status } = await fetch(`${server.url}/v1/requests/${code}`);
      if (status !== 200) lost.push(`${code}: ${status}`);
    }
    assert.deepEqual(lost, []);
  }

  for (const [round, whole] of [false, true, false, true].entries()) {
    it(`loses nothing that was acknowledged (${round + 1}: ${whole ? 'with its database' : 'alone'})`, async () => {
      const before = acknowledged().length;
      const count = randomInt(5, 40);
      const kill = (pid: number | undefined) => fileUntil(count, async () => {
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
        await server.end('SIGKILL');
      });
      const pid = whole ? await withDatabase(async (_, pid) => pid) : undefined;
      await kill(pid);
      assert.ok(acknowledged().length >= before + count);
      await server.start();
      await allAnswer();
    });
  }

  it('files once what is sent again after the kill, and its log holds', async () => {
    const unsure = [...sent].filter(([, { code }]) => code === undefined);
    assert.ok(unsure.length > 0, 'calls were under way when it was killed');
    for (const [key, one] of unsure) one.code = await send(key);
    await allAnswer();
    assert.equal(new Set([...sent.values()].map(({ code }) => code)).size, sent.size);
    await withDatabase(async (db) => {
      const report = await verifyLog(db);
      assert.deepEqual(report.faults, []);
      assert.equal(report.requests, sent.size);
      const { count } = await db.selectFrom('outbox').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
      assert.equal(Number(count), sent.size, 'one message for each request');
    });
  });
});
