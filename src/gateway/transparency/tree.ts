import { sql, type Kysely, type Transaction } from 'kysely';
import { eventLeaf, frontier, growBy, type Node, type NodeAt, type ReadNodes } from '../../rules/merkle.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';

const atOnce = 500;

/** One writer of the tree at a time, whatever the number of copies; every transaction that lets it grow begins with it. */
export const lockTree = async (trx: Transaction<Database>): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtextextended('log tree', 0))`.execute(trx));

/** Gives every entry of the log that is committed its leaf, in order of their positions as far as they are seen. */
export async function numberEntries(ports: Pick<Ports, 'db'>): Promise<void> {
  for (;;) {
    const waits = await ports.db.selectFrom('log_waiting').select('position').limit(1).executeTakeFirst();
    if (!waits) return;
    await ports.db.transaction().execute(async (trx) => {
      await lockTree(trx);
      await growTree(trx);
    });
  }
}

/** As `numberEntries`, for a batch, in a transaction that holds the tree. Gives how many leaves came. */
export async function growTree(trx: Transaction<Database>): Promise<number> {
  const { rows: entries } = await sql<{ position: string; hash: string }>`
    with taken as (
      delete from log_waiting where position in (select position from log_waiting order by position limit ${atOnce}) returning position
    )
    select e.position, e.hash from log_entry e join taken using (position) order by e.position`.execute(trx);
  if (!entries.length) return 0;
  let size = await treeSize(trx);
  const hashes = await readNodes(trx)(frontier(size));
  const nodes: Node[] = [];
  const leaves: { index: number; position: string; hash: string }[] = [];
  for (const { position, hash } of entries) {
    leaves.push({ index: size, position, hash });
    nodes.push(...(await growBy(await eventLeaf(hash), size, hashes)).filter(({ level }) => level > 0));
    size++;
  }
  await trx.insertInto('log_leaf').values(leaves).execute();
  if (nodes.length) await trx.insertInto('log_node').values(nodes).execute();
  return entries.length;
}

export async function treeSize(db: Kysely<Database>): Promise<number> {
  const last = await db.selectFrom('log_leaf').select('index').orderBy('index', 'desc').limit(1).executeTakeFirst();
  return last ? Number(last.index) + 1 : 0;
}

export const nameOf = ({ level, index }: NodeAt): string => `${level}/${index}`;

/** Those of the nodes that are stored, by `nameOf`. Leaves are made of the hashes of their events. */
export async function storedNodes(db: Kysely<Database>, nodes: readonly NodeAt[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const leaves = nodes.filter(({ level }) => level === 0);
  const above = nodes.filter(({ level }) => level > 0);
  if (leaves.length) {
    const rows = await db.selectFrom('log_leaf').select(['index', 'hash']).where('index', 'in', leaves.map(({ index }) => String(index))).execute();
    for (const { index, hash } of rows) found.set(nameOf({ level: 0, index: Number(index) }), await eventLeaf(hash));
  }
  if (above.length) {
    const { rows } = await sql<{ level: number; index: string; hash: string }>`
      select n.level, n.index, n.hash from log_node n
      join unnest(${above.map(({ level }) => level)}::integer[], ${above.map(({ index }) => index)}::bigint[]) as wanted(level, index)
      on n.level = wanted.level and n.index = wanted.index`.execute(db);
    for (const { level, index, hash } of rows) found.set(nameOf({ level, index: Number(index) }), hash);
  }
  return found;
}

/** For proofs (../../rules/merkle.ts). */
export const readNodes = (db: Kysely<Database>): ReadNodes => async (nodes) => {
  const found = await storedNodes(db, nodes);
  return nodes.map((node) => {
    const hash = found.get(nameOf(node));
    if (!hash) throw new Error(`The tree of the log has no node ${nameOf(node)}; npm run verify-log tells more.`);
    return hash;
  });
};
