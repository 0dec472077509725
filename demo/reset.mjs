// `npm run reset`: the demo starts from nothing again. Plain Node, because nothing may be installed yet.
import { install, only, requireNode } from './setup.mjs';

const help = `npm run reset

Removes what the demo keeps: the embedded database, files, secrets and passwords below DATA_DIR (.data). Refuses while a
gateway runs on that folder; stops a database that a killed one left behind. A database of DATABASE_URL is not touched.

Last line: {"ok", "folder"}. Exit code 1 when it was refused.`;

requireNode();
if (only(help)) {
  install();
  (await import('tsx/esm/api')).register();
  await import('./reset.ts');
}
