import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { genesisHash, hashEvent } from '../../../src/rules/event-hash.ts';
import { makeReceiptKey, publicReceiptKey, signReceipt } from '../../../src/rules/receipt.ts';
import type { ReceiptClaims } from '../../../src/contract/request.ts';
import { verifyLog, type LogReport } from '../../../src/gateway/log/verify.ts';
import { toChained } from '../../../src/gateway/requests/events.ts';
import { testNow } from '../../support/gateway.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('the log', () => {
  let desk: TestDesk;
  let request: string;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());

  /** A request with three events, two of them with words. */
  async function answered(): Promise<string> {
    const filed = await desk.file();
    const cookie = await desk.signIn({ agency: 'abfa' });
    const id = await desk.idOf(filed.code, cookie);
    await desk.act(cookie, id, 'take', { version: 1 });
    const answer = await desk.act(cookie, id, 'answer', { version: 2, outcome: 'done', text: 'انجام شد' });
    assert.equal(answer.status, 200);
    return id;
  }
  const faultsOf = async (): Promise<string[]> =>
    (await verifyLog(desk.db, desk.ports.secrets)).faults.filter((fault) => fault.request === request).map(({ seq, reason }) => `${seq} ${reason}`).sort();
  /** What somebody with all rights over the database could do. */
  async function tamper(change: () => Promise<unknown>): Promise<void> {
    for (const table of ['request_event', 'log_entry']) await sql.raw(`alter table ${table} disable trigger user`).execute(desk.db);
    await change();
    for (const table of ['request_event', 'log_entry']) await sql.raw(`alter table ${table} enable trigger user`).execute(desk.db);
  }

  it('holds when nothing was touched, and counts what it read', async () => {
    await answered();
    const report = await verifyLog(desk.db, desk.ports.secrets);
    assert.deepEqual(report, { ok: true, requests: 1, events: 3, receipts: 1, privateContents: 2, faults: [], faultsInAll: 0, tree: { leaves: 0, checkpoints: 0, kept: 0, faults: [] } });
    assert.equal((await verifyLog(desk.db)).privateContents, 0);
  });

  it('holds through questions, replies and referrals, also where nobody replied in time', async () => {
    const filed = await desk.file();
    request = await desk.idOf(filed.code, '');
    const cookie = await desk.signIn({ agency: 'abfa' });
    await desk.act(cookie, request, 'take', { version: 1 });
    await desk.act(cookie, request, 'ask', { version: 2, text: 'کدام خیابان؟' });
    assert.deepEqual(await faultsOf(), []);
    desk.setNow(new Date(Date.parse(testNow) + 60 * 86_400_000));
    const token = await desk.prove(filed.code, filed.mobile);
    await desk.fetch(`/v1/requests/${filed.code}/reply`, { json: { text: 'بهار' }, headers: { authorization: `Bearer ${token}` } });
    const later = await desk.signIn({ agency: 'abfa' });
    assert.equal((await desk.act(later, request, 'refer', { version: 4, unit: 'sabt-ahval-a', reason: 'کار آنجاست.' })).status, 200);
    assert.deepEqual(await faultsOf(), []);
    desk.setNow(testNow);
  });

  it('holds for a request of an older gateway: without terms, place and who acted', async () => {
    request = await answered();
    const rows = await desk.db.selectFrom('request_event').selectAll().where('request', '=', request).orderBy('seq').execute();
    const { receipt } = await desk.db.selectFrom('request').select('receipt').where('id', '=', request).executeTakeFirstOrThrow();
    const claims = JSON.parse(Buffer.from(receipt.split('.')[1]!, 'base64url').toString()) as ReceiptClaims;
    await tamper(async () => {
      let previousHash = genesisHash;
      for (const row of rows) {
        const { terms: _terms, place: _place, rank: _rank, ...payload } = row.public_payload as Record<string, unknown>;
        const { actor: _actor, ...fields } = toChained({ ...row, public_payload: payload });
        const hash = await hashEvent({ ...fields, previousHash });
        await event(row.seq).set({ public_payload: JSON.stringify(payload), previous_hash: previousHash, hash, hash_version: 1 }).execute();
        await desk.db.updateTable('log_entry').set({ hash }).where('request', '=', request).where('seq', '=', row.seq).execute();
        if (row.seq === 1) await desk.db.updateTable('request').set({ receipt: await signReceipt({ ...claims, event: hash }, desk.ports.secrets.receipt) }).where('id', '=', request).execute();
        previousHash = hash;
      }
    });
    assert.deepEqual(await faultsOf(), []);
  });

  it('refuses every change as long as its trigger stands', async () => {
    await answered();
    await assert.rejects(desk.db.updateTable('request_event').set({ type: 'noted' }).execute(), /append-only/);
    await assert.rejects(desk.db.deleteFrom('request_event').execute(), /append-only/);
    await assert.rejects(desk.db.updateTable('log_entry').set({ hash: '' }).execute(), /append-only/);
    await assert.rejects(desk.db.deleteFrom('log_entry').execute(), /append-only/);
    await assert.rejects(sql`truncate request_event`.execute(desk.db), /append-only/);
    await assert.rejects(sql`truncate log_entry`.execute(desk.db), /append-only/);
  });

  const crimes: [what: string, change: () => Promise<unknown>, faults: string[]][] = [
    ['a changed time', () => event(1).set({ at: new Date('2026-01-01') }).execute(), ['1 content', '3 projection']],
    ['a changed outcome', () => event(3).set({ public_payload: JSON.stringify({ outcome: 'rejected' }) }).execute(), ['3 content', '3 projection']],
    ['a changed hash', () => event(2).set({ hash: '0'.repeat(64) }).execute(), ['2 content', '2 differs']],
    ['a removed event', () => remove(2).execute(), ['2 missingEvent', '2 sequence', '3 projection']],
    ['a removed last event', () => remove(3).execute(), ['3 missingEvent', '3 projection']],
    ['a removed last event with its entry', async () => { await remove(3).execute(); await removeEntry(3).execute(); }, ['3 projection']],
    ['a removed entry', () => removeEntry(2).execute(), ['2 missingEntry']],
    ['a removed request', () => desk.db.deleteFrom('request').where('id', '=', request).execute(), ['0 missingRequest']],
    ['a changed state', () => desk.db.updateTable('request').set({ state: 'closed' }).where('id', '=', request).execute(), ['3 projection']],
    ...Object.entries({
      due_at: new Date('2030-01-01'), first_due_at: new Date('2030-01-01'), filed_at: new Date('2026-01-01'), paused_since: new Date('2026-11-28'), policy_source: 'sheet', policy_length: 'P90D',
      calendar_version: 2, assignee: null, level: 3, agency: 'sabt-ahval', holder_agency: 'sabt-ahval', offering_version: 7, form: 'other', form_version: 9,
      kind: 'complaint', province: 'isfahan',
    }).map(([column, value]): [string, () => Promise<unknown>, string[]] => [
      `a changed ${column}`, () => desk.db.updateTable('request').set({ [column]: value }).where('id', '=', request).execute(), ['3 projection'],
    ]),
    ['another who answered', () => event(3).set({ actor_id: 'somebody' }).execute(), ['3 content']],
    ['an event that is said to be of before it was hashed who acted', () => event(3).set({ hash_version: 1 }).execute(), ['3 content']],
    ['a receipt of another', async () => {
      const other = await desk.db.selectFrom('request').select('receipt').where('id', '!=', request).executeTakeFirstOrThrow();
      await desk.db.updateTable('request').set({ receipt: other.receipt }).where('id', '=', request).execute();
    }, ['1 receipt.request']],
    ['a receipt that says another due time', async () => {
      const { receipt } = await desk.db.selectFrom('request').select('receipt').where('id', '=', request).executeTakeFirstOrThrow();
      const [head, body, signature] = receipt.split('.');
      const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
      const forged = Buffer.from(JSON.stringify({ ...claims, dueAt: '2030-01-01T00:00:00+03:30' })).toString('base64url');
      await desk.db.updateTable('request').set({ receipt: `${head}.${forged}.${signature}` }).where('id', '=', request).execute();
    }, ['1 receipt.signature']],
    ['words of another event', async () => {
      const other = await desk.db.selectFrom('request_event').select('private_payload')
        .where('request', '!=', request).where('seq', '=', 3).executeTakeFirstOrThrow();
      await event(3).set({ private_payload: other.private_payload }).execute();
    }, ['3 private']],
    ['erased words', () => event(3).set({ private_payload: null }).execute(), ['3 private']],
    ['removed answers', () => desk.db.deleteFrom('request_private').where('request', '=', request).execute(), ['0 missingPrivate']],
  ];
  const event = (seq: number) => desk.db.updateTable('request_event').where('request', '=', request).where('seq', '=', seq);
  const remove = (seq: number) => desk.db.deleteFrom('request_event').where('request', '=', request).where('seq', '=', seq);
  const removeEntry = (seq: number) => desk.db.deleteFrom('log_entry').where('request', '=', request).where('seq', '=', seq);

  for (const [what, change, faults] of crimes) {
    it(`shows ${what}`, async () => {
      request = await answered();
      assert.deepEqual(await faultsOf(), []);
      await tamper(change);
      assert.deepEqual(await faultsOf(), faults);
    });
  }

  it('does not take a key that somebody put among the published ones', async () => {
    request = await answered();
    const forger = await makeReceiptKey();
    await desk.db.updateTable('setting').set({ value: JSON.stringify(publicReceiptKey({ ...forger, kid: desk.ports.secrets.receipt.kid })) })
      .where('key', '=', `receipt-key:${desk.ports.secrets.receipt.kid}`).execute();
    assert.deepEqual(await faultsOf(), [], 'the key in our hands counts');
    assert.ok((await verifyLog(desk.db)).faults.some(({ reason }) => reason === 'receipt.signature'));
  });

  it('is read by the command, which names faults and ends with JSON', async () => {
    const fresh = await startDesk();
    try {
      await fresh.file();
      const run = (): Promise<{ code: number; report: LogReport; out: string }> => new Promise((resolve, reject) => {
        execFile(process.execPath, ['--import', 'tsx', 'src/gateway/commands/verify-log.ts'], {
          cwd: root, env: { ...process.env, DATABASE_URL: fresh.databaseUrl, DATA_DIR: `${root}node_modules/.cache/no-such-data` },
        }, (error, out, errors) => {
          try {
            resolve({ code: error ? Number(error.code) : 0, report: JSON.parse(out.trim().split('\n').at(-1)!) as LogReport, out });
          } catch {
            reject(new Error(`${out}${errors}`));
          }
        });
      });
      const good = await run();
      assert.equal(good.code, 0);
      assert.equal(good.report.events, 1);
      await sql`alter table request_event disable trigger user`.execute(fresh.db);
      await fresh.db.updateTable('request_event').set({ actor_role: 'system' }).execute();
      const bad = await run();
      assert.equal(bad.code, 1);
      assert.deepEqual(bad.report.faults.map(({ seq, reason }) => [seq, reason]), [[1, 'content']]);
      assert.match(bad.out, /event 1\tcontent/);
    } finally {
      await fresh.stop();
    }
  });
});
