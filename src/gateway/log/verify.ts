import { sql, type Kysely } from 'kysely';
import type { JWK } from 'jose';
import { digestPrivate, verifyLog as verifyEvents, type LogFault } from '../../rules/event-hash.ts';
import { isDeskChain, provinceOf, type DeskEventPayloads } from '../../rules/desk-log.ts';
import { publicReceiptKey, verifyReceipt } from '../../rules/receipt.ts';
import { SignedError, type SignedFault } from '../../rules/signed-json.ts';
import { calendarDigest } from '../calendars/store.ts';
import type { Database } from '../database/schema.ts';
import type { Ports, Secrets } from '../ports.ts';
import { toChained } from '../requests/events.ts';
import { receiptKeySet } from '../requests/keys.ts';
import { eventContext, openVault } from '../requests/vault.ts';
import { openFiled } from '../requests/view.ts';
import { verifyTree, type TreeReport } from './verify-checkpoints.ts';
import { projectionReader } from './projection.ts';

/**
 * Besides what the chain and the log show: `missingRequest`: events without a request; `projection`: the row says other
 * than the events; `receipt.…`: its receipt is not what was signed when it was filed; `private`: sealed answers or words
 * are not those that the log has the digest of; `missingPrivate`: gone without having been erased; `calendar`: a version of
 * the working calendar is not the one that the log of its province has the digest of.
 */
export type Fault = {
  request: string;
  seq: number;
  reason: LogFault['reason'] | 'missingRequest' | 'projection' | `receipt.${SignedFault | 'event' | 'request'}` | 'private' | 'missingPrivate' | 'calendar';
};

export interface LogReport {
  ok: boolean;
  requests: number;
  events: number;
  receipts: number;
  /** Sealed contents held against their digests; 0 without the secrets. */
  privateContents: number;
  faults: Fault[];
  /** More than are listed. */
  faultsInAll: number;
  /** The tree over the log, and what was signed of it. */
  tree: TreeReport;
}

const pageSize = 200;
const mostListed = 1000;

/**
 * Reads the whole log, a page of requests at a time, and names everything that is wrong: changed, removed, added or
 * moved events, receipts that do not fit, projections that say other than their events, checkpoints that do not fit the log.
 * With `secrets` also the sealed contents; with `kept` also against checkpoints that somebody outside has kept. Runs on a consistent picture, beside a gateway at work.
 */
export async function verifyLog(db: Kysely<Database>, secrets?: Secrets, kept: readonly string[] = []): Promise<LogReport> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (trx) => {
    const keys = await receiptKeySet(trx);
    if (secrets) {
      // The key in our hands counts more than a published one of the same name.
      const own = publicReceiptKey(secrets.receipt as JWK);
      keys.splice(0, keys.length, ...keys.filter(({ kid }) => kid !== own.kid), own);
    }
    const tree = await verifyTree(trx, keys, kept);
    const report: LogReport = { ok: true, requests: 0, events: 0, receipts: 0, privateContents: 0, faults: [], faultsInAll: 0, tree };
    for (let after = ''; ;) {
      const ids = await nextRequests(trx, after);
      if (!ids.length) break;
      await verifyPage(trx, ids, keys, secrets, report);
      after = ids.at(-1)!;
    }
    report.faultsInAll = report.faults.length;
    report.faults = report.faults.slice(0, mostListed);
    report.ok = report.faultsInAll === 0 && tree.faults.length === 0;
    return report;
  });
}

/** Requests that any of the three tables knows, and the logs of the provinces themselves: what was removed from one is still named by another. */
async function nextRequests(trx: Kysely<Database>, after: string): Promise<string[]> {
  const { rows } = await sql<{ request: string }>`
    select request from (
      (select id as request from request where id > ${after} order by id limit ${pageSize})
      union (select distinct request from request_event where request > ${after} order by request limit ${pageSize})
      union (select distinct request from log_entry where request > ${after} order by request limit ${pageSize})
    ) as known order by request limit ${pageSize}`.execute(trx);
  return rows.map(({ request }) => request);
}

async function verifyPage(
  trx: Kysely<Database>, ids: string[], keys: JWK[], secrets: Secrets | undefined, report: LogReport,
): Promise<void> {
  const events = await trx.selectFrom('request_event').selectAll().where('request', 'in', ids).orderBy('request').orderBy('seq').execute();
  const entries = await trx.selectFrom('log_entry').select(['request', 'seq', 'hash']).where('request', 'in', ids).orderBy('position').execute();
  const rows = await trx.selectFrom('request').selectAll().where('id', 'in', ids).execute();
  const secretRows = secrets ? await trx.selectFrom('request_private').selectAll().where('request', 'in', ids).execute() : [];

  const holds = await projectionReader(trx, rows);
  const chains = await verifyEvents(events.map(toChained), entries);
  const requests = ids.filter((id) => !isDeskChain(id));
  report.requests += requests.length;
  report.events += chains.events;
  report.faults.push(...chains.faults);
  report.faults.push(...await calendarFaults(trx, events));
  for (const id of requests) {
    const own = events.filter(({ request }) => request === id);
    const row = rows.find((one) => one.id === id);
    const fault = (seq: number, reason: Fault['reason']) => report.faults.push({ request: id, seq, reason });
    if (!row) {
      fault(0, 'missingRequest');
      continue;
    }
    if (!(await holds(row, own))) fault(row.version, 'projection');
    report.receipts++;
    const receipt = await receiptFault(row.receipt, row.id, own[0]?.hash, keys);
    if (receipt) fault(1, receipt);
    if (!secrets) continue;
    const secret = secretRows.find(({ request }) => request === id);
    if (!secret) {
      fault(0, 'missingPrivate');
      continue;
    }
    report.privateContents += await verifyPrivate({ secrets }, id, own, secret, (seq) => fault(seq, 'private'));
  }
}

/** Versions of calendars that were altered or removed after their edit was logged. */
async function calendarFaults(trx: Kysely<Database>, events: readonly { request: string; seq: number; type: string; public_payload: unknown }[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { request, seq, type, public_payload: payload } of events) {
    if (!isDeskChain(request) || type !== 'calendarEdited') continue;
    const { version, digest } = payload as DeskEventPayloads['calendarEdited'];
    const row = await trx.selectFrom('calendar_version').select('calendar').where('province', '=', provinceOf(request)).where('version', '=', version).executeTakeFirst();
    if (!row || (await calendarDigest(row.calendar)) !== digest) faults.push({ request, seq, reason: 'calendar' });
  }
  return faults;
}

async function receiptFault(receipt: string, request: string, firstHash: string | undefined, keys: JWK[]): Promise<Fault['reason'] | undefined> {
  try {
    const claims = await verifyReceipt(receipt, keys);
    if (claims.request !== request) return 'receipt.request';
    return claims.event === firstHash ? undefined : 'receipt.event';
  } catch (error) {
    if (error instanceof SignedError) return `receipt.${error.reason}`;
    throw error;
  }
}

/** Gives the number of contents that were held against their digests. */
async function verifyPrivate(
  ports: Pick<Ports, 'secrets'>, id: string,
  events: { seq: number; type: string; private_payload: Uint8Array | null; private_digest: string | null }[],
  secret: { wrapped_key: Uint8Array; answers: Uint8Array }, fault: (seq: number) => void,
): Promise<number> {
  const vault = await openVault(ports, id, secret.wrapped_key).catch(() => undefined);
  if (!vault) {
    fault(0);
    return 0;
  }
  let checked = 0;
  for (const event of events) {
    if (!event.private_digest) continue;
    checked++;
    try {
      const content: unknown = event.type === 'filed'
        ? (await openFiled(vault, id, secret.answers)).content
        : JSON.parse(await vault.open(eventContext(id, event.seq), event.private_payload ?? new Uint8Array()));
      if ((await digestPrivate(vault.salt, content)) !== event.private_digest) fault(event.seq);
    } catch {
      fault(event.seq);
    }
  }
  return checked;
}
