// `npm start`: all set-up, then the whole desk, in this one process. Everything it does is told on the screen.
import { build, install, only, requireNode, stop } from './setup.mjs';

const help = `npm start

Everything from a fresh clone: installs what is missing, builds the widgets, starts the gateway on its embedded database,
publishes the declarations, files sample requests of the last weeks, opens the province portal and two agency sites. Ctrl+C stops all of it and keeps the data.

  PORT           the gateway's, 8080; the demo's sites take the next three
  DATA_DIR       where the data lie, .data
  DATABASE_URL   a PostgreSQL (15 or newer) of your own instead of the embedded one

Last line: {"gateway", "sites": {name: address}, "accounts": file}. npm run reset starts from nothing.`;

requireNode();
if (only(help)) {
  install();
  // Packages of many files load in a third of the time before tsx looks at each of them.
  await Promise.all(['kysely', 'zod/mini', 'hono', '@hono/node-server', 'pg', 'jose', 'file-type', 'papaparse'].map((name) => import(name)));
  (await import('tsx/esm/api')).register();
  // Wrong settings are told before a build that would be for nothing.
  const { demoConfig } = await import('./config.ts');
  try {
    demoConfig();
  } catch (error) {
    stop(error.message);
  }
  build();
  await import('./main.ts');
}
