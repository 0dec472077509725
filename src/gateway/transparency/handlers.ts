import type { Checkpoint } from '../../contract/transparency.ts';
import { readCheckpoint } from '../../rules/checkpoint.ts';
import { consistencyPath, inclusionPath } from '../../rules/merkle.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { immutable, shortLived } from '../http/respond.ts';
import type { Ports } from '../ports.ts';
import { startOfTehranDay, tehranDay } from '../tehran-day.ts';
import type { CheckpointRow } from './checkpoints.ts';
import { readNodes } from './tree.ts';

const pageSize = 31;
const dayMs = 86_400_000;
/** After midnight the round that signs has to come by. */
const allowanceSeconds = 60;

const toCheckpoint = ({ jws }: CheckpointRow): Checkpoint => {
  const { number, size, root, at } = readCheckpoint(jws);
  return { number, size, root, at, jws };
};

export function transparencyHandlers(ports: Ports): Pick<Handlers, 'checkpoints' | 'checkpoint' | 'logProof' | 'logConsistency'> {
  const { db } = ports;
  async function byNumber(number: string): Promise<CheckpointRow> {
    const row = /^[1-9]\d{0,8}$/.test(number) && await db.selectFrom('log_checkpoint').selectAll().where('number', '=', Number(number)).executeTakeFirst();
    if (!row) throw new ProblemException('notFound', { detail: 'There is no checkpoint of this number.' });
    return row;
  }
  const waits = async (hash: string): Promise<boolean> => Boolean(await db.selectFrom('log_waiting')
    .innerJoin('log_entry', 'log_entry.position', 'log_waiting.position').select('log_entry.seq').where('log_entry.hash', '=', hash).executeTakeFirst());
  const notYet = (): ProblemException => {
    const now = ports.now().getTime();
    const tomorrow = startOfTehranDay(tehranDay(now + dayMs)).getTime();
    return new ProblemException('transparency.notYet', { retryAfter: Math.ceil((tomorrow - now) / 1000) + allowanceSeconds });
  };

  return {
    async checkpoints({ query }, { headers }) {
      let rows = db.selectFrom('log_checkpoint').selectAll().orderBy('number', 'desc').limit(pageSize + 1);
      if (query.before !== undefined) rows = rows.where('number', '<', Number(query.before));
      const found = await rows.execute();
      headers.set('cache-control', shortLived);
      const items = found.slice(0, pageSize).map(toCheckpoint);
      return { items, next: found.length > pageSize ? items.at(-1)!.number : null };
    },

    async checkpoint({ params }, { headers }) {
      const row = await byNumber(params.number);
      headers.set('cache-control', immutable);
      return toCheckpoint(row);
    },

    async logProof({ params, query }, { headers }) {
      const leaf = await db.selectFrom('log_leaf').select('index').where('hash', '=', params.event).executeTakeFirst();
      if (!leaf) throw await waits(params.event) ? notYet() : new ProblemException('transparency.notFound');
      const index = Number(leaf.index);
      const row = query.checkpoint === undefined
        ? await db.selectFrom('log_checkpoint').selectAll().where('size', '>', String(index)).orderBy('size').orderBy('number').limit(1).executeTakeFirst()
        : await byNumber(query.checkpoint);
      if (!row || Number(row.size) <= index) throw notYet();
      headers.set('cache-control', immutable);
      return { checkpoint: toCheckpoint(row), index, path: await inclusionPath(index, Number(row.size), readNodes(db)) };
    },

    async logConsistency({ query }, { headers }) {
      const [from, to] = [await byNumber(query.from!), await byNumber(query.to!)];
      if (from.number > to.number) throw new ProblemException('notFound', { detail: '`from` is the earlier one.' });
      headers.set('cache-control', immutable);
      return { from: toCheckpoint(from), to: toCheckpoint(to), path: await consistencyPath(Number(from.size), Number(to.size), readNodes(db)) };
    },
  };
}
