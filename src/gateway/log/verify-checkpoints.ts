import { sql, type Kysely } from 'kysely';
import type { JWK } from 'jose';
import type { CheckpointClaims } from '../../contract/transparency.ts';
import { checkpointHash, noCheckpoint, verifyCheckpoint } from '../../rules/checkpoint.ts';
import { SignedError, type SignedFault } from '../../rules/signed-json.ts';
import { eventLeaf, fold, growBy, type Node } from '../../rules/merkle.ts';
import type { Database } from '../database/schema.ts';
import { nameOf, storedNodes } from '../transparency/tree.ts';

/**
 * Of a checkpoint: `checkpoint.signature`, `.unknownKey`, `.malformed`, `.claims`: none of ours signed it, or something else;
 * `.root`: the log is not the one that was signed; `.size`: it is shorter than that; `.previous`: the one before it is not
 * the one that was there when this was signed; `.missing`: one of the numbers is gone; `.origin`: it is of another log.
 * `kept.…`: the same of one that an outsider kept, and `kept.differs`: the log has another one of that number now.
 */
type OfCheckpoint = SignedFault | 'root' | 'size' | 'previous' | 'missing' | 'origin';
/**
 * Of the tree: `leaf.differs`: the log has another hash for this event; `leaf.missing`: a leaf is gone; `entry.missing`: the
 * log does not hold what has a leaf; `entry.unsequenced`: an event has no leaf, a day before the last checkpoint; `node.differs`.
 */
export type TreeFault =
  | { checkpoint: number; reason: `checkpoint.${OfCheckpoint}` | `kept.${OfCheckpoint | 'differs'}` }
  | { leaf: number; request: string | null; seq: number | null; reason: 'leaf.differs' | 'leaf.missing' | 'entry.missing' | 'node.differs' }
  | { leaf: null; request: string; seq: number; reason: 'entry.unsequenced' };

export interface TreeReport {
  leaves: number;
  checkpoints: number;
  /** Checkpoints that an outsider kept, held against the log. */
  kept: number;
  faults: TreeFault[];
}

const pageSize = 2000;
const mostFaults = 1000;

/**
 * Grows the tree of the log anew from its leaves and holds it against what is stored and what was signed. `kept`: checkpoints
 * that somebody outside has kept; they alone tell of a log that was rewritten whole by who has the key.
 */
export async function verifyTree(db: Kysely<Database>, keys: JWK[], kept: readonly string[] = []): Promise<TreeReport> {
  const report: TreeReport = { leaves: 0, checkpoints: 0, kept: kept.length, faults: [] };
  const tell = (fault: TreeFault): void => {
    if (report.faults.length < mostFaults) report.faults.push(fault);
  };
  const rows = await db.selectFrom('log_checkpoint').selectAll().orderBy('number').execute();
  report.checkpoints = rows.length;
  const signed = await Promise.all(rows.map(({ jws }) => open(jws, keys)));
  const brought = await Promise.all(kept.map((jws) => open(jws, keys)));
  const sizes = new Set([...signed, ...brought].flatMap((one) => typeof one === 'string' ? [] : [one.size]));
  const roots = await growAnew(db, sizes, report, tell);

  const against = (claims: CheckpointClaims): 'size' | 'root' | undefined =>
    claims.size > report.leaves ? 'size' : roots.get(claims.size) === claims.root ? undefined : 'root';
  const first = signed.find((one) => typeof one !== 'string');
  const origin = first?.origin;
  let before: { number: number; jws: string } | undefined;
  for (const [index, { number, jws }] of rows.entries()) {
    const fault = (reason: OfCheckpoint, of = number) => tell({ checkpoint: of, reason: `checkpoint.${reason}` });
    for (let gone = (before?.number ?? 0) + 1; gone < number; gone++) fault('missing', gone);
    const claims = signed[index]!;
    if (typeof claims === 'string') {
      fault(claims);
    } else {
      if (claims.number !== number || claims.size !== Number(rows[index]!.size)) fault('claims');
      if (claims.origin !== origin) fault('origin');
      const wrong = against(claims);
      if (wrong) fault(wrong);
      const followsOn = before ? before.number === number - 1 : number === 1;
      if (followsOn && claims.previous !== (before ? await checkpointHash(before.jws) : noCheckpoint)) fault('previous');
    }
    before = { number, jws };
  }
  for (const [index, claims] of brought.entries()) {
    const fault = (reason: OfCheckpoint | 'differs') => tell({ checkpoint: typeof claims === 'string' ? 0 : claims.number, reason: `kept.${reason}` });
    if (typeof claims === 'string') {
      fault(claims);
      continue;
    }
    if (origin !== undefined && claims.origin !== origin) fault('origin');
    const here = rows.find(({ number }) => number === claims.number);
    if (!here) fault('missing');
    else if (here.jws !== kept[index]) fault('differs');
    const wrong = against(claims);
    if (wrong) fault(wrong);
  }
  return report;
}

async function open(jws: string, keys: JWK[]): Promise<CheckpointClaims | SignedFault> {
  try {
    return await verifyCheckpoint(jws, keys);
  } catch (error) {
    if (error instanceof SignedError) return error.reason;
    throw error;
  }
}

/** Reads all leaves in their order; gives the roots at the sizes that are asked for. */
async function growAnew(
  db: Kysely<Database>, sizes: ReadonlySet<number>, report: TreeReport, tell: (fault: TreeFault) => void,
): Promise<Map<number, string>> {
  const roots = new Map<number, string>();
  const hashes: string[] = [];
  for (;;) {
    const { rows } = await sql<{ index: string; hash: string; request: string | null; seq: number | null; logged: string | null }>`
      select l.index, l.hash, e.request, e.seq, e.hash as logged from log_leaf l left join log_entry e using (position)
      where l.index >= ${report.leaves} order by l.index limit ${pageSize}`.execute(db);
    if (!rows.length) break;
    const grown: Node[] = [];
    for (const { index, hash, request, seq, logged } of rows) {
      const leaf = Number(index);
      if (leaf !== report.leaves) {
        tell({ leaf: report.leaves, request: null, seq: null, reason: 'leaf.missing' });
        return roots;
      }
      if (logged === null) tell({ leaf, request, seq, reason: 'entry.missing' });
      else if (logged !== hash) tell({ leaf, request, seq, reason: 'leaf.differs' });
      grown.push(...await growBy(await eventLeaf(hash), leaf, hashes));
      report.leaves++;
      if (sizes.has(report.leaves)) roots.set(report.leaves, await fold(hashes));
    }
    const above = grown.filter(({ level }) => level > 0);
    const stored = await storedNodes(db, above);
    for (const node of above) {
      if (stored.get(nameOf(node)) !== node.hash) tell({ leaf: (node.index + 1) * 2 ** node.level - 1, request: null, seq: null, reason: 'node.differs' });
    }
  }
  const { rows: late } = await sql<{ request: string; seq: number }>`
    select e.request, e.seq from log_entry e left join log_leaf l using (position)
    where l.position is null and e.at < (select max(at) from log_checkpoint) - interval '1 day' order by e.position limit ${mostFaults}`.execute(db);
  for (const { request, seq } of late) tell({ leaf: null, request, seq, reason: 'entry.unsequenced' });
  return roots;
}
