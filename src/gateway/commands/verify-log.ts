import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatewayConfig } from '../config.ts';
import { verifyLog, type LogReport } from '../log/verify.ts';
import type { TreeFault } from '../log/verify-checkpoints.ts';
import { keepSecrets } from '../node/keep-secrets.ts';
import type { Secrets } from '../ports.ts';
import { command, CommandError } from './command.ts';
import { withDatabase } from './database.ts';

const help = `
Reads the whole log of requests and says whether anything in it was changed, removed, added or moved: the hash chain of
every request, the log of arrivals beside it, every receipt's signature and the event it names, the state of every
request beside its events and, where the secrets are at hand, the sealed words beside their digests. The tree over the log is
grown anew and held against every checkpoint that was signed (/v1/transparency).

  --checkpoint FILE   also held against the checkpoints in FILE, that somebody outside has kept: what npm run checkpoint keeps,
                      or any answer of /v1/transparency. Only these tell of a log that was rewritten by who has the key

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs. Changes nothing.

Last line: {"ok", "requests", "events", "receipts", "faults": [{request, seq, reason}], "tree": {"leaves", "checkpoints", "kept",
"faults"}, …}. Exit code 0: all holds. 1: faults, each named by request and event, by leaf or by checkpoint, with its reason. 2: could not
read.
`;

/** The gateway's own secrets, where this machine has them; none are made. */
async function secretsOf(config: GatewayConfig): Promise<Secrets | undefined> {
  const has = (name: 'lookup' | 'data' | 'receipt', file: string) => config.secrets[name] ?? existsSync(join(config.dataDir, 'secrets', file));
  const all = has('lookup', 'lookup') && has('data', 'data') && has('receipt', 'receipt-key.json');
  return all ? keepSecrets(config) : undefined;
}

function whereOf(fault: TreeFault): string {
  if ('checkpoint' in fault) return `checkpoint ${fault.checkpoint || 'unknown'}`;
  const event = fault.request === null ? '' : `${fault.request}\tevent ${fault.seq}`;
  return [...(fault.leaf === null ? [] : [`leaf ${fault.leaf}`]), ...(event ? [event] : [])].join('\t');
}

/** All checkpoints that stand in a file, whatever is around them. */
function checkpointsIn(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
  const found = text.match(/[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/g);
  if (!found) throw new CommandError(`There is no checkpoint in ${file}.`);
  return [...new Set(found)];
}

function tell(report: LogReport, withSecrets: boolean): void {
  for (const { request, seq, reason } of report.faults) console.log(`${request}\tevent ${seq}\t${reason}`);
  if (report.faultsInAll > report.faults.length) console.log(`… and ${report.faultsInAll - report.faults.length} more`);
  for (const fault of report.tree.faults) console.log(`${whereOf(fault)}\t${fault.reason}`);
  const { leaves, checkpoints, kept, faults } = report.tree;
  const inAll = report.faultsInAll + faults.length;
  console.log(
    `${report.requests} requests, ${report.events} events, ${report.receipts} receipts, ` +
    `${withSecrets ? `${report.privateContents} sealed contents` : 'sealed contents not read (no secrets here)'}, ` +
    `${leaves} leaves, ${checkpoints} checkpoints${kept ? ` and ${kept} kept outside` : ''}: ${report.ok ? 'all holds' : `${inAll} faults`}`,
  );
}

command({
  name: 'npm run verify-log',
  help,
  options: { checkpoint: { type: 'string' } },
  run({ values }) {
    const kept = values.checkpoint === undefined ? [] : checkpointsIn(values.checkpoint.toString());
    return withDatabase(async (db, config) => {
      const secrets = await secretsOf(config);
      const report = await verifyLog(db, secrets, kept);
      tell(report, secrets !== undefined);
      return { json: report, ok: report.ok };
    });
  },
});
