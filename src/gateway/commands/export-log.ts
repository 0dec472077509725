import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { exportLog } from '../log/export.ts';
import { command, CommandError } from './command.ts';
import { withDatabase } from './database.ts';

command({
  name: 'npm run export-log -- FILE',
  help: `
Writes the whole log into FILE, a line of JSON each: calendars, the changes of each province's rules, and every request with its events and
what its clocks say now. Nothing personal is in it: private words stand in the log by their digests, staff by their ids, and by
their names only where they changed a rule. npm run replay -- FILE counts every clock anew from it. FILE must not be there yet.

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs. Changes nothing there.

Last line: {"file", "asOf", "requests", "events"}.
`,
  takes: 1,
  async run({ positionals: [file] }) {
    if (!file) throw new CommandError('Name the file to write, as in: npm run export-log -- log.jsonl');
    const out = createWriteStream(file, { flags: 'wx' });
    const done = finished(out);
    done.catch(() => undefined);
    await once(out, 'open').catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(error.code === 'EEXIST' ? `${file} is there already: name another.` : `${file} cannot be written (${error.code}).`);
    });
    const now = new Date();
    const counted = await withDatabase((db) => exportLog(db, now, async (line) => {
      if (!out.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(out, 'drain'), done]);
    }));
    out.end();
    await done;
    return { json: { file, asOf: now.toISOString(), ...counted }, ok: true };
  },
});
