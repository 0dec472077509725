import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FormDefinition } from '../../../src/contract/form.ts';
import { connect } from '../../../src/gateway/database/connect.ts';
import { startEmbedded } from '../../../src/gateway/database/embedded.ts';
import { quietLog } from '../../../src/gateway/node/log.ts';
import type { Ports } from '../../../src/gateway/ports.ts';
import { publishTestDesk, testForm } from './desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The gateway as an operator runs it: a process of its own, on a database of its own with all its safety on. */
export class Server {
  url = '';
  private child: ChildProcess | undefined;
  private constructor(readonly dataDir: string, private readonly mobileProof: 'off' | 'required') {}

  /** With a data folder of its own, not started yet. `mobileProof`: as its operator sets it. */
  static make(name: string, mobileProof: 'off' | 'required' = 'off'): Server {
    const dataDir = mkdtempSync(join(tmpdir(), name));
    // The embedded database runs as a user of its own.
    chmodSync(dataDir, 0o755);
    return new Server(dataDir, mobileProof);
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/gateway/server.ts'], {
      cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'test', PORT: '0', HOST: '127.0.0.1', DATA_DIR: this.dataDir, DATABASE_URL: '', LIMIT_FACTOR: '1000', MOBILE_PROOF: this.mobileProof },
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

  async remove(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Beside the gateway, on the same embedded server. */
  async withDatabase<T>(work: (db: Ports['db'], pid: number) => Promise<T>): Promise<T> {
    const embedded = await startEmbedded({ dataDir: this.dataDir, log: quietLog, join: true });
    const db = connect(embedded.url, { connections: 1 });
    try {
      return await work(db, embedded.pid);
    } finally {
      await db.destroy().catch(() => undefined);
      await embedded.stop();
    }
  }

  /** Publishes the test's desk and gives the offering that is filed with the form. */
  publish(form: FormDefinition = testForm): Promise<string> {
    return this.withDatabase(async (db) => {
      await publishTestDesk({ db, now: () => new Date() } as Ports, form);
      const row = await db.selectFrom('offering').select('id').where('agency', '=', 'abfa')
        .innerJoin('offering_version as v', 'v.offering', 'offering.id')
        .where(({ eb, ref }) => eb(ref('v.sheet', '->').key('form').key('id'), '=', JSON.stringify(form.id) as never)).executeTakeFirstOrThrow();
      return row.id;
    });
  }
}
