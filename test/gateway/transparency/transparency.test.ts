import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JSONWebKeySet } from 'jose';
import type { Filed } from '../../../src/contract/request.ts';
import type { Checkpoint, CheckpointList, LogConsistency, LogProof } from '../../../src/contract/transparency.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import { checkpointHash, noCheckpoint, verifyCheckpoint } from '../../../src/rules/checkpoint.ts';
import { sha256Hex } from '../../../src/rules/event-hash.ts';
import { eventLeaf, verifyConsistency, verifyInclusion } from '../../../src/rules/merkle.ts';
import { verifyReceipt } from '../../../src/rules/receipt.ts';
import { connect } from '../../../src/gateway/database/connect.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { checkpointOfDay } from '../../../src/gateway/transparency/checkpoints.ts';
import { numberEntries, treeSize } from '../../../src/gateway/transparency/tree.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

describe('the log in the open', () => {
  let desk: TestDesk;
  beforeEach(async () => { desk = await startDesk({ now: '2026-11-24T10:00:00+03:30' }); });
  afterEach(() => desk.stop());

  const get = async <T>(path: string): Promise<T> => {
    const answer = await desk.fetch(path);
    assert.equal(answer.status, 200, `${path}: ${answer.status}`);
    return (await answer.json()) as T;
  };
  const problem = async (path: string): Promise<Problem> => {
    const answer = await desk.fetch(path);
    assert.equal(answer.ok, false, path);
    return (await answer.json()) as Problem;
  };
  const keySet = (): Promise<JSONWebKeySet> => get<JSONWebKeySet>('/v1/receipt-keys');
  /** What the chores of a gateway do. */
  const round = async (): Promise<void> => {
    await numberEntries(desk.ports);
    await checkpointOfDay(desk.ports);
  };
  const eventOf = async ({ receipt }: Filed): Promise<string> => (await verifyReceipt(receipt, await keySet())).event;

  /** As whoever holds a receipt does it, with nothing but the published keys. */
  async function proves(filed: Filed, query = ''): Promise<Checkpoint> {
    const event = await eventOf(filed);
    const { checkpoint, index, path } = await get<LogProof>(`/v1/transparency/proofs/${event}${query}`);
    const { size, root } = await verifyCheckpoint(checkpoint.jws, await keySet());
    assert.ok(await verifyInclusion({ leaf: await eventLeaf(event), index, size, path, root }));
    return checkpoint;
  }

  it('is signed once a day, and proves every receipt with the published keys alone', async () => {
    const early = [await desk.file(), await desk.file(), await desk.file()];
    await round();
    await round();
    const { items, next } = await get<CheckpointList>('/v1/transparency');
    assert.deepEqual([items.map(({ number, size }) => [number, size]), next], [[[1, 3]], null]);
    const first = await verifyCheckpoint(items[0]!.jws, await keySet());
    assert.equal(first.previous, noCheckpoint);
    assert.equal(first.at, '2026-11-24T10:00:00+03:30');
    for (const filed of early) assert.equal((await proves(filed)).number, 1);

    desk.setNow('2026-11-24T23:59:59+03:30');
    const late = await desk.file();
    await round();
    const waits = await problem(`/v1/transparency/proofs/${await eventOf(late)}`);
    assert.deepEqual([waits.status, waits.code, waits.retryAfter], [404, 'transparency.notYet', 61]);

    desk.setNow('2026-11-25T00:00:00+03:30');
    await round();
    assert.equal((await proves(late)).number, 2);
    assert.equal((await proves(early[1]!)).number, 1, 'by the first one after it');
    assert.equal((await proves(early[1]!, '?checkpoint=2')).number, 2, 'by one that somebody kept');
    const list = await get<CheckpointList>('/v1/transparency');
    assert.deepEqual(list.items.map(({ number }) => number), [2, 1]);
    const second = await verifyCheckpoint(list.items[0]!.jws, await keySet());
    assert.equal(second.previous, await checkpointHash(items[0]!.jws));
    assert.equal(second.origin, first.origin);
    assert.deepEqual((await get<CheckpointList>('/v1/transparency?before=2')).items.map(({ number }) => number), [1]);
    assert.deepEqual(await get<Checkpoint>('/v1/transparency/checkpoints/1'), items[0]);
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });

  it('proves that a later log goes on where an earlier one ended', async () => {
    for (const [day, filings] of [[24, 3], [25, 0], [26, 4], [27, 1]] as const) {
      desk.setNow(`2026-11-${day}T12:00:00+03:30`);
      for (let n = 0; n < filings; n++) await desk.file();
      await round();
    }
    const keys = await keySet();
    for (let from = 1; from <= 4; from++) {
      for (let to = from; to <= 4; to++) {
        const proof = await get<LogConsistency>(`/v1/transparency/consistency?from=${from}&to=${to}`);
        const [older, newer] = [await verifyCheckpoint(proof.from.jws, keys), await verifyCheckpoint(proof.to.jws, keys)];
        assert.deepEqual([older.number, newer.number], [from, to]);
        assert.ok(await verifyConsistency({ size: older.size, root: older.root, to: newer.size, toRoot: newer.root, path: proof.path }), `${from} to ${to}`);
      }
    }
    assert.deepEqual((await get<CheckpointList>('/v1/transparency')).items.map(({ size }) => size), [8, 7, 3, 3], 'a day without an event is signed too');
    assert.equal((await problem('/v1/transparency/consistency?from=3&to=2')).code, 'notFound');
    assert.equal((await problem('/v1/transparency/consistency?from=1&to=9')).code, 'notFound');
    assert.equal((await problem('/v1/transparency/consistency?from=1')).code, 'input.invalid');
    assert.equal((await problem('/v1/transparency/checkpoints/0')).code, 'notFound');
    assert.equal((await problem(`/v1/transparency/proofs/${await sha256Hex('nothing')}`)).code, 'transparency.notFound');
  });

  it('is empty and unsigned as long as nothing has happened', async () => {
    await round();
    assert.deepEqual(await get<CheckpointList>('/v1/transparency'), { items: [], next: null });
  });

  it('gives every event one leaf, where two transactions are committed in another order than they wrote', async () => {
    await desk.file();
    await numberEntries(desk.ports);
    const [one, other] = [connect(desk.databaseUrl, { allowExitOnIdle: true }), connect(desk.databaseUrl, { allowExitOnIdle: true })];
    const write = (db: typeof one, request: string) => async (wait: Promise<void>, wrote: () => void) => db.transaction().execute(async (trx) => {
      await trx.insertInto('log_entry').values({ request, seq: 1, hash: await sha256Hex(request), at: desk.ports.now() }).execute();
      wrote();
      await wait;
    });
    try {
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => { letGo = resolve; });
      let slow = Promise.resolve();
      await new Promise<void>((wrote) => { slow = write(one, 'slow')(held, wrote); });
      await write(other, 'quick')(Promise.resolve(), () => undefined);
      await numberEntries(desk.ports);
      assert.equal(await treeSize(desk.db), 2, 'what is not committed waits, and keeps nobody waiting');
      letGo();
      await slow;
      await numberEntries(desk.ports);
      const leaves = await desk.db.selectFrom('log_leaf').innerJoin('log_entry', 'log_entry.position', 'log_leaf.position').select(['request', 'index', 'log_leaf.position'])
        .orderBy('index').execute();
      assert.deepEqual(leaves.map(({ request, index }) => [request.replace(/^(?!slow|quick).*/, 'filed'), index]), [['filed', '0'], ['quick', '1'], ['slow', '2']]);
      assert.ok(Number(leaves[2]!.position) < Number(leaves[1]!.position), 'the later leaf has the earlier position');
      assert.equal((await verifyLog(desk.db)).tree.faults.length, 0);
    } finally {
      await Promise.all([one.destroy(), other.destroy()]);
    }
  });

  it('is signed once and numbered without a gap by three copies at once', async () => {
    for (let n = 0; n < 12; n++) await desk.file();
    const copies = [1, 2, 3].map(() => connect(desk.databaseUrl, { allowExitOnIdle: true }));
    try {
      for (const day of [24, 25, 26]) {
        desk.setNow(`2026-11-${day}T00:00:00+03:30`);
        await desk.file();
        await Promise.all(copies.map(async (db) => {
          await numberEntries({ ...desk.ports, db });
          await checkpointOfDay({ ...desk.ports, db });
        }));
      }
      assert.deepEqual((await get<CheckpointList>('/v1/transparency')).items.map(({ number, size }) => [number, size]), [[3, 15], [2, 14], [1, 13]]);
      assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).tree, { leaves: 15, checkpoints: 3, kept: 0, faults: [] });
    } finally {
      await Promise.all(copies.map((db) => db.destroy()));
    }
  });
});
