import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ExportFileError, replayLog, type ReplayFault } from '../log/replay.ts';
import { command, CommandError } from './command.ts';

function told(fault: ReplayFault): string {
  switch (fault.reason) {
    case 'clock': return `${fault.request}\t${fault.clock}\t${fault.field}: the export says ${fault.says}, counted anew it is ${fault.replayed}`;
    case 'events': return `${fault.request}\t${fault.detail}`;
    default: return `${fault.request}\tevent ${fault.seq}\t${fault.reason}`;
  }
}

command({
  name: 'npm run replay -- FILE',
  help: `
Counts every clock of an exported log (npm run export-log) anew, from its events and calendars alone, and holds due time, share, state and
explanation against what the gateway said; checks the hash chain of every request too. Needs no database: whoever has the file can do it.

Last line: {"ok", "asOf", "requests", "events", "clocks", "faults": [{request, reason, …}]}. Exit code 0: every clock is the same. 1: some are not, each
named. 2: FILE is no whole export.
`,
  takes: 1,
  async run({ positionals: [file] }) {
    if (!file) throw new CommandError('Name the exported log, as in: npm run replay -- log.jsonl');
    const input = createReadStream(file, 'utf8');
    try {
      const report = await replayLog(createInterface({ input, crlfDelay: Infinity }));
      for (const fault of report.faults) console.log(told(fault));
      console.log(`${report.requests} requests, ${report.events} events, ${report.clocks} clocks: ${report.ok ? 'all the same' : `${report.faults.length} differ`}`);
      return { json: report, ok: report.ok };
    } catch (error) {
      if (error instanceof ExportFileError) throw new CommandError(`${file}: ${error.message}`);
      const { code } = error as NodeJS.ErrnoException;
      if (code) throw new CommandError(code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`);
      throw error;
    }
  },
});
