import { rmSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startEmbedded, removeEmbedded } from '../src/gateway/database/embedded.ts';
import { quietLog } from '../src/gateway/node/log.ts';

const dataDir = resolve(process.env['DATA_DIR'] ?? '.data');

/** Refuses while a gateway runs on the folder; stops a database that a killed gateway left behind. */
async function main(): Promise<void> {
  if (process.env['DATABASE_URL']) throw new Error('DATABASE_URL is set: that database is yours to empty. Unset it to reset the embedded one.');
  if (existsSync(dataDir)) {
    const embedded = await startEmbedded({ dataDir, log: quietLog });
    await embedded.stop();
    removeEmbedded(dataDir);
    for (const name of ['files', 'secrets', 'demo-accounts.txt', 'gateway.log']) rmSync(resolve(dataDir, name), { recursive: true, force: true });
  }
  console.log(`Nothing is left in ${dataDir}. npm start makes everything anew.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
