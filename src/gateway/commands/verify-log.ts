import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GatewayConfig } from '../config.ts';
import { verifyLog, type LogReport } from '../log/verify.ts';
import { keepSecrets } from '../node/keep-secrets.ts';
import type { Secrets } from '../ports.ts';
import { command } from './command.ts';
import { withDatabase } from './database.ts';

const help = `
Reads the whole log of requests and says whether anything in it was changed, removed, added or moved: the hash chain of
every request, the log of arrivals beside it, every receipt's signature and the event it names, the state of every
request beside its events and, where the secrets are at hand, the sealed words beside their digests.

Reads DATABASE_URL, or the embedded database below DATA_DIR (.data), also while the gateway runs. Changes nothing.

Last line: {"ok", "requests", "events", "receipts", "faults": [{request, seq, reason}], …}. Exit code 0: all holds. 1: faults, each
named by request, event and reason. 2: could not read.
`;

/** The gateway's own secrets, where this machine has them; none are made. */
async function secretsOf(config: GatewayConfig): Promise<Secrets | undefined> {
  const has = (name: 'lookup' | 'data' | 'receipt', file: string) => config.secrets[name] ?? existsSync(join(config.dataDir, 'secrets', file));
  const all = has('lookup', 'lookup') && has('data', 'data') && has('receipt', 'receipt-key.json');
  return all ? keepSecrets(config) : undefined;
}

function tell(report: LogReport, withSecrets: boolean): void {
  for (const { request, seq, reason } of report.faults) console.log(`${request}\tevent ${seq}\t${reason}`);
  if (report.faultsInAll > report.faults.length) console.log(`… and ${report.faultsInAll - report.faults.length} more`);
  console.log(
    `${report.requests} requests, ${report.events} events, ${report.receipts} receipts, ` +
    `${withSecrets ? `${report.privateContents} sealed contents` : 'sealed contents not read (no secrets here)'}: ` +
    `${report.ok ? 'all holds' : `${report.faultsInAll} faults`}`,
  );
}

command({
  name: 'npm run verify-log',
  help,
  run: () => withDatabase(async (db, config) => {
    const secrets = await secretsOf(config);
    const report = await verifyLog(db, secrets);
    tell(report, secrets !== undefined);
    return { json: report, ok: report.ok };
  }),
});
