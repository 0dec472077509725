import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JWK } from 'jose';
import { sql } from 'kysely';
import type { CheckpointClaims } from '../../../src/contract/transparency.ts';
import { readCheckpoint, signCheckpoint } from '../../../src/rules/checkpoint.ts';
import { hashEvent } from '../../../src/rules/event-hash.ts';
import { makeReceiptKey } from '../../../src/rules/receipt.ts';
import { verifyLog, type LogReport } from '../../../src/gateway/log/verify.ts';
import type { TreeFault } from '../../../src/gateway/log/verify-checkpoints.ts';
import { checkpointOfDay } from '../../../src/gateway/transparency/checkpoints.ts';
import { numberEntries } from '../../../src/gateway/transparency/tree.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tables = ['request_event', 'log_entry', 'log_leaf', 'log_node', 'log_checkpoint'];

const named = (fault: TreeFault): string =>
  'checkpoint' in fault ? `${fault.checkpoint} ${fault.reason}` : `${fault.leaf} ${fault.seq} ${fault.reason}`;

describe('checkpoints', () => {
  let desk: TestDesk;
  let request: string;

  /** Three days with a checkpoint each: 4, 5 and 6 events; of the request stand leaves 0, 2 and 3. */
  beforeEach(async () => {
    desk = await startDesk({ now: '2026-11-24T10:00:00+03:30', listen: true });
    const filed = await desk.file();
    const cookie = await desk.signIn({ agency: 'abfa' });
    request = await desk.idOf(filed.code, cookie);
    await desk.file();
    await desk.act(cookie, request, 'take', { version: 1 });
    assert.equal((await desk.act(cookie, request, 'answer', { version: 2, outcome: 'done', text: 'انجام شد' })).status, 200);
    await round();
    for (const day of [25, 26]) {
      desk.setNow(`2026-11-${day}T10:00:00+03:30`);
      await desk.file();
      await round();
    }
  });
  afterEach(() => desk.stop());

  const round = async (): Promise<void> => {
    await numberEntries(desk.ports);
    await checkpointOfDay(desk.ports);
  };
  const verify = (kept: string[] = []): Promise<LogReport> => verifyLog(desk.db, desk.ports.secrets, kept);
  const treeFaults = async (kept: string[] = []): Promise<string[]> => {
    const report = await verify(kept);
    assert.equal(report.ok, report.faultsInAll + report.tree.faults.length === 0);
    return report.tree.faults.map(named).sort();
  };
  const jwsOf = async (number: number): Promise<string> =>
    (await desk.db.selectFrom('log_checkpoint').select('jws').where('number', '=', number).executeTakeFirstOrThrow()).jws;
  /** What somebody with all rights over the database could do. */
  async function tamper(change: () => Promise<unknown>): Promise<void> {
    for (const table of tables) await sql.raw(`alter table ${table} disable trigger user`).execute(desk.db);
    await change();
    for (const table of tables) await sql.raw(`alter table ${table} enable trigger user`).execute(desk.db);
  }
  async function resign(number: number, change: Partial<CheckpointClaims>, key = desk.ports.secrets.receipt as JWK): Promise<void> {
    const jws = await signCheckpoint({ ...readCheckpoint(await jwsOf(number)), ...change }, key);
    await sql`update log_checkpoint set jws = ${jws} where number = ${number}`.execute(desk.db);
  }
  /** The last event of the request says another outcome, and its hash, the entry and the projection say the same. */
  async function rewriteAnswer(): Promise<void> {
    const event = await desk.db.selectFrom('request_event').selectAll().where('request', '=', request).where('seq', '=', 3).executeTakeFirstOrThrow();
    const payload = { ...event.public_payload, outcome: 'rejected' };
    const hash = await hashEvent({
      request, seq: 3, type: event.type, at: event.at, actorRole: event.actor_role, payload, privateDigest: event.private_digest, previousHash: event.previous_hash, actor: event.actor_id,
    });
    await desk.db.updateTable('request_event').set({ public_payload: JSON.stringify(payload), hash }).where('request', '=', request).where('seq', '=', 3).execute();
    await desk.db.updateTable('log_entry').set({ hash }).where('request', '=', request).where('seq', '=', 3).execute();
    await desk.db.updateTable('request').set({ outcome: 'rejected' }).where('id', '=', request).execute();
  }
  /** The tree is made anew of the entries as they are now. */
  async function regrow(): Promise<void> {
    for (const table of ['log_leaf', 'log_node', 'log_waiting']) await sql.raw(`delete from ${table}`).execute(desk.db);
    await sql`insert into log_waiting select position from log_entry`.execute(desk.db);
    await numberEntries(desk.ports);
  }
  async function removeAnswer(): Promise<void> {
    await desk.db.deleteFrom('request_event').where('request', '=', request).where('seq', '=', 3).execute();
    await desk.db.deleteFrom('log_entry').where('request', '=', request).where('seq', '=', 3).execute();
    await desk.db.updateTable('request').set({ version: 2, state: 'inReview', outcome: null }).where('id', '=', request).execute();
  }

  it('hold when nothing was touched', async () => {
    const report = await verify([await jwsOf(1), await jwsOf(3)]);
    assert.deepEqual(report.tree, { leaves: 6, checkpoints: 3, kept: 2, faults: [] });
    assert.equal(report.ok, true);
  });

  it('refuse every change as long as their triggers stand', async () => {
    for (const table of ['log_leaf', 'log_node', 'log_checkpoint']) {
      await assert.rejects(sql.raw(`delete from ${table}`).execute(desk.db), /append-only/);
      await assert.rejects(sql.raw(`truncate ${table}`).execute(desk.db), /append-only/);
    }
    await assert.rejects(sql`update log_checkpoint set jws = ''`.execute(desk.db), /append-only/);
    await assert.rejects(sql`update log_leaf set hash = ''`.execute(desk.db), /append-only/);
  });

  it('show an event that was changed together with its hash, its entry and its request', async () => {
    await tamper(rewriteAnswer);
    const report = await verify();
    assert.deepEqual(report.faults, [], 'chain, entry and projection agree');
    assert.deepEqual(report.tree.faults, [{ leaf: 3, request, seq: 3, reason: 'leaf.differs' }]);
  });

  it('show it by the root where the whole tree was made anew', async () => {
    await tamper(async () => { await rewriteAnswer(); await regrow(); });
    assert.deepEqual((await verify()).faults, []);
    assert.deepEqual(await treeFaults(), ['1 checkpoint.root', '2 checkpoint.root', '3 checkpoint.root']);
  });

  it('show a last event that was removed together with its entry and its projection', async () => {
    await tamper(removeAnswer);
    const report = await verify();
    assert.deepEqual(report.faults, [], 'what is left agrees');
    assert.deepEqual(report.tree.faults, [{ leaf: 3, request: null, seq: null, reason: 'entry.missing' }]);
    await tamper(regrow);
    assert.deepEqual(await treeFaults(), ['1 checkpoint.root', '2 checkpoint.root', '3 checkpoint.size']);
  });

  it('show leaves and nodes that were changed or removed', async () => {
    await tamper(() => sql`update log_node set hash = ${'0'.repeat(64)} where level = 1 and index = 1`.execute(desk.db));
    assert.deepEqual(await treeFaults(), ['3 null node.differs']);
    await tamper(() => sql`delete from log_leaf where index = 5`.execute(desk.db));
    assert.deepEqual(await treeFaults(), ['3 checkpoint.size', '3 null node.differs']);
    await tamper(() => sql`delete from log_leaf where index = 1`.execute(desk.db));
    assert.ok((await treeFaults()).includes('1 null leaf.missing'));
  });

  it('show an event that got no leaf', async () => {
    await desk.file();
    await sql`delete from log_waiting`.execute(desk.db);
    desk.setNow('2026-11-27T09:00:00+03:30');
    await desk.file();
    await round();
    assert.deepEqual(await treeFaults(), [], 'less than a day ago it may still be waiting');
    desk.setNow('2026-11-28T10:00:01+03:30');
    await desk.file();
    await round();
    assert.deepEqual(await treeFaults(), ['null 1 entry.unsequenced']);
  });

  const crimes: [what: string, change: () => Promise<unknown>, faults: string[]][] = [
    ['signed again with another root', () => resign(2, { root: 'a'.repeat(64) }), ['2 checkpoint.root', '3 checkpoint.previous']],
    ['signed again with another time', () => resign(2, { at: '2026-11-25T09:00:00+03:30' }), ['3 checkpoint.previous']],
    ['signed again with another size', () => resign(2, { size: 4 }), ['2 checkpoint.claims', '2 checkpoint.root', '3 checkpoint.previous']],
    ['signed again as one of another log', () => resign(2, { origin: 'other' }), ['2 checkpoint.origin', '3 checkpoint.previous']],
    ['signed by a key that is not published', async () => resign(2, {}, await makeReceiptKey()), ['2 checkpoint.unknownKey', '3 checkpoint.previous']],
    ['signed by a key of the same name', async () => resign(2, {}, { ...await makeReceiptKey(), kid: desk.ports.secrets.receipt.kid }), ['2 checkpoint.signature', '3 checkpoint.previous']],
    ['removed', () => sql`delete from log_checkpoint where number = 2`.execute(desk.db), ['2 checkpoint.missing']],
    ['removed, the first one', () => sql`delete from log_checkpoint where number = 1`.execute(desk.db), ['1 checkpoint.missing']],
  ];
  for (const [what, change, faults] of crimes) {
    it(`show one that was ${what}`, async () => {
      assert.deepEqual(await treeFaults(), []);
      await tamper(change);
      assert.deepEqual(await treeFaults(), faults);
    });
  }

  /** Who has the key and the database makes a log in which all agrees. */
  async function rewriteWhole(): Promise<void> {
    await tamper(async () => {
      await rewriteAnswer();
      await regrow();
      await sql`delete from log_checkpoint`.execute(desk.db);
      for (const day of [24, 25, 26]) {
        desk.setNow(`2026-11-${day}T10:00:00+03:30`);
        await checkpointOfDay(desk.ports);
      }
    });
  }

  it('show a log that was rewritten whole by who has the key, to whoever has kept one', async () => {
    const kept = await jwsOf(2);
    await rewriteWhole();
    assert.deepEqual(await treeFaults(), [], 'from inside nothing is to be seen');
    assert.deepEqual(await treeFaults([kept]), ['2 kept.differs', '2 kept.root']);
  });

  it('show a last one that was removed or signed again to whoever has kept it', async () => {
    const kept = await jwsOf(3);
    await tamper(() => resign(3, { at: '2026-11-26T09:00:00+03:30' }));
    assert.deepEqual(await treeFaults(), []);
    assert.deepEqual(await treeFaults([kept]), ['3 kept.differs']);
    await tamper(() => sql`delete from log_checkpoint where number = 3`.execute(desk.db));
    assert.deepEqual(await treeFaults([kept]), ['3 kept.missing']);
    assert.deepEqual(await treeFaults([`${kept.slice(0, -6)}AAAAAA`]), ['0 kept.signature']);
  });

  it('are kept and held against the log by two commands, which name what does not hold', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mizban-checkpoints-'));
    const file = join(folder, 'kept.txt');
    const run = (...args: string[]): Promise<{ code: number; out: string; json: Record<string, unknown> }> => new Promise((resolve, reject) => {
      execFile(process.execPath, ['--import', 'tsx', ...args], {
        cwd: root, env: { ...process.env, DATABASE_URL: desk.databaseUrl, DATA_DIR: join(folder, 'no-such-data') },
      }, (error, out, errors) => {
        try {
          resolve({ code: error ? Number(error.code) : 0, out, json: JSON.parse(out.trim().split('\n').at(-1)!) as Record<string, unknown> });
        } catch {
          reject(new Error(`${out}${errors}`));
        }
      });
    });
    const keep = () => run('src/gateway/commands/checkpoint.ts', desk.url, file);
    const check = () => run('src/gateway/commands/verify-log.ts', '--checkpoint', file);
    try {
      assert.deepEqual((await keep()).json, { ok: true, number: 3, size: 6, at: '2026-11-26T10:00:00+03:30', since: null, reason: null });
      desk.setNow('2026-11-27T10:00:00+03:30');
      await desk.file();
      await round();
      const again = await keep();
      assert.deepEqual([again.code, again.json['number'], again.json['since']], [0, 4, 3]);
      assert.match(again.out, /The 6 of 2026-11-26T10:00:00\+03:30 are the beginning of it\./);
      assert.deepEqual((await readFile(file, 'utf8')).trim().split('\n'), [await jwsOf(3), await jwsOf(4)]);
      const good = await check();
      assert.equal(good.code, 0);
      assert.match(good.out, /7 leaves, 4 checkpoints and 2 kept outside: all holds/);

      await rewriteWhole();
      desk.setNow('2026-11-27T10:00:00+03:30');
      await checkpointOfDay(desk.ports);
      const refused = await keep();
      assert.deepEqual([refused.code, refused.json['reason']], [1, 'differs']);
      assert.equal((await readFile(file, 'utf8')).trim().split('\n').length, 2, 'nothing is kept of it');
      const bad = await check();
      assert.equal(bad.code, 1);
      assert.match(bad.out, /^checkpoint 3\tkept\.root$/m);
      await writeFile(file, 'nothing\n');
      assert.equal((await check()).code, 2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
