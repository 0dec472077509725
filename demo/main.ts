import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { startGateway, type RunningGateway } from '../src/gateway/node/start.ts';
import type { Logger } from '../src/gateway/ports.ts';
import { demoConfig } from './config.ts';
import { filePastRequests } from './past-requests.ts';
import { seedDemo, writeAccounts } from './seed.ts';
import { sourcesDigest } from './setup.mjs';
import { serveSite, sites } from './sites.ts';

/** What happens goes to a file, so that the screen keeps the addresses. Made with the first line, not before. */
function fileLog(file: string): Logger {
  let stream: WriteStream | undefined;
  const write = (level: string) => (event: string, fields: Record<string, unknown> = {}) => {
    stream ??= createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => undefined);
    stream.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };
  return { info: write('info'), error: write('error') };
}

const step = (text: string): void => void process.stdout.write(`  ${text} …`);
const done = (started: number, text = ''): void => void process.stdout.write(` ${text}${text ? ', ' : ''}${((Date.now() - started) / 1000).toFixed(1)} s\n`);

const closers: (() => Promise<void>)[] = [];
let starting: Promise<RunningGateway> | undefined;
let stopping = 0;

async function stopAll(): Promise<void> {
  await Promise.all(closers.map((close) => close()));
  await (await starting?.catch(() => undefined))?.stop();
}

/** Also in the middle of the start: what is half begun is begun and then stopped, so that no database stays behind. */
function stopNow(): void {
  // Ctrl+C comes twice, from the terminal and from npm; a second one of a person comes later.
  if (stopping && Date.now() - stopping > 1500) process.exit(1);
  if (stopping) return;
  stopping = Date.now();
  console.log('\nStopping; the data stay where they are.');
  void stopAll().then(() => process.exit(0));
}

function stopWhenAsked(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopNow);
  // A terminal that was closed takes no more words; that is no reason to leave without stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  // An npm that was killed outright passes nothing on.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid !== parent && !stopping && stopNow(), 500).unref();
}

async function main(): Promise<void> {
  const config = demoConfig();
  stopWhenAsked();
  console.log('\nMizban\n');
  const open: { name: string; title: string; url: string }[] = [];
  const accountsFile = join(config.dataDir, 'demo-accounts.txt');
  let started = Date.now();
  step('gateway and database');
  starting = startGateway(config, fileLog(join(config.dataDir, 'gateway.log')), {
    async listening(url) {
      for (const [index, site] of sites.entries()) {
        const served = await serveSite(site, config.port === 0 ? 0 : config.port + 1 + index, url);
        closers.push(served.close);
        open.push({ name: site.name, title: site.titleEn, url: served.url });
      }
    },
    async prepare(ports) {
      done(started);
      if (stopping) return;
      started = Date.now();
      step('declarations of the agencies');
      const { reports, accounts } = await seedDemo(ports, { code: sourcesDigest() });
      const sum = (of: 'offerings' | 'agencies') => reports.reduce((all, report) => all + report[of], 0);
      done(started, `${sum('offerings')} services of ${sum('agencies')} agencies in two provinces`);
      if (!accounts.length) return;
      writeAccounts(config.dataDir, accounts);
      started = Date.now();
      step('requests of the last weeks');
      done(started, `${await filePastRequests(ports, () => stopping > 0)} samples`);
    },
  });
  const gateway = await starting;
  if (stopping) return;

  const rows: [string, string][] = [
    ...open.map(({ title, url }): [string, string] => [title, `${url}/`]),
    ['Staff page', `${gateway.url}/desk`],
    ['Messages to citizens', `${gateway.url}/dev/inbox`],
    ['API docs', `${gateway.url}/docs`],
    ['Gateway', gateway.url],
  ];
  console.log(`\n${rows.map(([title, url]) => `  ${title.padEnd(28)}${url}`).join('\n')}`);
  console.log(`\n  Staff sign in with an agency's name, such as sabt-ahval, as abfa-head or nazer who are told what is late, or as officer for the guides and the searches made in vain; passwords: ${accountsFile}`);
  console.log('  Every element in every state: npm run storybook');
  console.log('  Ctrl+C stops everything and keeps the data.\n');
  console.log(JSON.stringify({ gateway: gateway.url, sites: Object.fromEntries(open.map(({ name, url }) => [name, url])), accounts: accountsFile }));
}

main().catch(async (error: unknown) => {
  // Who stops in the middle of the start has asked for what follows.
  if (stopping) return;
  stopping = Date.now();
  console.error(`\n\n${error instanceof Error ? error.message : String(error)}\n`);
  await stopAll();
  process.exit(1);
});
