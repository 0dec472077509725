import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { finish } from '../src/gateway/commands/command.ts';
import { embeddedHome, removeEmbedded, startEmbedded } from '../src/gateway/database/embedded.ts';
import { quietLog } from '../src/gateway/node/log.ts';

const dataDir = resolve(process.env['DATA_DIR']?.trim() || '.data');

/** Refuses while a gateway runs on the folder; stops a database that a killed gateway left behind. */
async function main(): Promise<void> {
  if (process.env['DATABASE_URL']) throw new Error('DATABASE_URL is set: that database is yours to empty. Unset it to reset the embedded one.');
  const cluster = existsSync(resolve(embeddedHome(dataDir), 'cluster', 'PG_VERSION'));
  // A folder of somebody else may hold “files” of its own.
  if (cluster || existsSync(resolve(dataDir, 'secrets', 'receipt-key.json'))) {
    if (cluster) await (await startEmbedded({ dataDir, log: quietLog })).stop();
    removeEmbedded(dataDir);
    for (const name of ['files', 'secrets', 'demo-accounts.txt', 'gateway.log']) rmSync(resolve(dataDir, name), { recursive: true, force: true });
    console.log(`Nothing of the demo is left in ${dataDir}. npm start makes everything anew.`);
  } else {
    console.log(`There is nothing of the demo in ${dataDir}.`);
  }
  finish({ ok: true, folder: dataDir }, true);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  finish({ ok: false, folder: dataDir, error: message }, false);
});
