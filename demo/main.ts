import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/gateway/config.ts';
import { startGateway } from '../src/gateway/node/start.ts';
import type { Logger } from '../src/gateway/ports.ts';
import { seedDemo, writeAccounts } from './seed.ts';
import { serveSite, sites } from './sites.ts';

const help = `npm start

Everything from a fresh clone: installs what is missing, builds the widgets, starts the gateway on its embedded database,
publishes the declarations, opens the province portal and two agency sites. Ctrl+C stops all of it and keeps the data.

  PORT           the gateway's, 8080; the demo's sites take the next ones
  DATA_DIR       where the data lie, .data
  DATABASE_URL   a PostgreSQL (15 or newer) of your own instead of the embedded one

npm run reset starts from nothing.
`;

/** What happens goes to a file, so that the screen keeps the addresses. */
function fileLog(file: string): Logger {
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  const write = (level: string) => (event: string, fields: Record<string, unknown> = {}) =>
    void stream.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  return { info: write('info'), error: write('error') };
}

const step = (text: string): void => void process.stdout.write(`  ${text} …`);
const done = (started: number, text = ''): void => void process.stdout.write(` ${text}${text ? ', ' : ''}${((Date.now() - started) / 1000).toFixed(1)} s\n`);

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(help);
  const config = readConfig({ NODE_ENV: 'development', HELP_PHONE: '111', ...process.env });
  console.log('\nMizban\n');
  let started = Date.now();
  step('gateway and database');
  const gateway = await startGateway(config, fileLog(join(config.dataDir, 'gateway.log')));
  const closers: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    await Promise.all(closers.map((close) => close()));
    await gateway.stop();
  };
  let stopping = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Ctrl+C comes twice, from the terminal and from the start script; a second one of a person comes later.
      if (stopping && Date.now() - stopping > 1500) process.exit(1);
      if (stopping) return;
      stopping = Date.now();
      console.log('\nStopping; the data stay where they are.');
      void stopAll().then(() => process.exit(0));
    });
  }
  try {
    done(started);
    started = Date.now();
    step('declarations of the agencies');
    const { reports, accounts } = await seedDemo(gateway.ports);
    const offerings = reports.reduce((sum, report) => sum + report.offerings, 0);
    done(started, `${offerings} services of ${reports[0]!.declarations.length} agencies`);
    const accountsFile = join(config.dataDir, 'demo-accounts.txt');
    if (accounts.length) writeAccounts(config.dataDir, accounts);

    const base = Number(new URL(gateway.url).port);
    const open: { title: string; url: string }[] = [];
    for (const [index, site] of sites.entries()) {
      const served = await serveSite(site, config.port === 0 ? 0 : base + 1 + index, gateway.url);
      closers.push(served.close);
      open.push({ title: site.titleEn, url: served.url });
    }
    const rows: [string, string][] = [
      ...open.map(({ title, url }): [string, string] => [title, `${url}/`]),
      ['Staff page', `${gateway.url}/desk`],
      ['Messages to citizens', `${gateway.url}/dev/inbox`],
      ['API docs', `${gateway.url}/docs`],
      ['Gateway', gateway.url],
    ];
    console.log(`\n${rows.map(([title, url]) => `  ${title.padEnd(28)}${url}`).join('\n')}`);
    console.log(`\n  Staff sign in with an agency's name, such as sabt-ahval; passwords: ${accountsFile}`);
    console.log('  Every element in every state: npm run storybook');
    console.log('  Ctrl+C stops everything and keeps the data.\n');
    console.log(JSON.stringify({ gateway: gateway.url, sites: Object.fromEntries(sites.map((site, index) => [site.name, open[index]!.url])), accounts: accountsFile }));
  } catch (error) {
    await stopAll();
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(`\n\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
