import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newestOtp } from './one-time-code.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface RunningDesk {
  gateway: string;
  sites: { portal: string; registry: string; water: string };
  /** Password of an agency's demo expert. */
  passwordOf(username: string): Promise<string>;
  /** The newest one-time code for a mobile number, read in the demo's inbox as a person would. */
  oneTimeCode(mobile: string): Promise<string>;
  close(): Promise<void>;
}

/** The whole desk as `npm start` opens it, after set-up: own process, own data, free ports. */
export async function startDesk(): Promise<RunningDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mizban-desk-'));
  chmodSync(dataDir, 0o755);
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, NODE_ENV: 'test', DATABASE_URL: '', LIMIT_FACTOR: '1000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const lines = createInterface({ input: child.stdout });
  const opened = await new Promise<{ gateway: string; sites: RunningDesk['sites']; accounts: string }>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line));
    });
    child.once('exit', (code) => reject(new Error(`The desk did not open (exit ${code}): ${said}`)));
  });
  return {
    ...opened,
    async passwordOf(username) {
      const line = (await readFile(opened.accounts, 'utf8')).split('\n').find((each) => each.startsWith(`${username}\t`));
      if (!line) throw new Error(`There is no demo account ${username}.`);
      return line.split('\t')[1]!;
    },
    async oneTimeCode(mobile) {
      const { messages } = (await (await fetch(`${opened.gateway}/dev/inbox.json?to=${mobile}`)).json()) as { messages: { text: string }[] };
      const code = newestOtp(messages);
      if (!code) throw new Error(`No one-time code was sent to ${mobile}.`);
      return code;
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
