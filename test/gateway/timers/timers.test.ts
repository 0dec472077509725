import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { StaffCase } from '../../../src/contract/staff.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import type { Logger } from '../../../src/gateway/ports.ts';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { testNow } from '../../support/gateway.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const minute = 60_000;
const later = (instant: string | Date, milliseconds: number): Date => new Date(new Date(instant).getTime() + milliseconds);

describe('what time brings about', () => {
  let desk: TestDesk;
  let expert: string;
  const failures: Record<string, unknown>[] = [];
  const log: Logger = { info: () => undefined, error: (event, fields) => void failures.push({ event, ...fields }) };
  before(async () => {
    desk = await startDesk({ log });
    expert = await desk.signIn({ agency: 'abfa' });
  });
  after(() => desk.stop());

  const escalations = (ids: string[]) => desk.db.selectFrom('request_event').select(['request', 'at', 'public_payload']).where('type', '=', 'escalated')
    .where('request', 'in', ids).orderBy('request').orderBy('seq').execute();
  const row = (id: string) => desk.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  async function newCases(count: number): Promise<{ id: string; code: string; mobile: string; dueAt: string }[]> {
    desk.setNow(testNow);
    // Those of before do not fire along.
    await desk.db.updateTable('request').set({ wake_at: null }).execute();
    expert = await desk.signIn({ agency: 'abfa' });
    const cases = [];
    for (let index = 0; index < count; index++) {
      const { code, mobile, clock } = await desk.file();
      cases.push({ id: await desk.idOf(code, expert), code, mobile, dueAt: clock.dueAt });
    }
    return cases;
  }
  const act = async (id: string, what: string, json: object) => {
    const answer = await desk.act(expert, id, what, json);
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as StaffCase;
  };

  it('comes once, though three copies look at the same time, and never early', async () => {
    const cases = await newCases(12);
    const ids = cases.map(({ id }) => id);
    const half = (await row(ids[0]!)).wake_at!;
    desk.setNow(later(half, -1));
    assert.equal(await fireDue(desk.ports), 0);
    desk.setNow(half);
    const fired = await Promise.all([1, 2, 3].map(() => fireDue(desk.ports)));
    assert.equal(fired.reduce((sum, count) => sum + count), 12);
    const found = await escalations(ids);
    assert.equal(found.length, 12);
    assert.ok(found.every(({ at }) => at.getTime() === half.getTime()));
    assert.equal(await fireDue(desk.ports), 0);
  });

  it('is made up for after a standstill: every step, in its order, and then none again', async () => {
    const [one] = await newCases(1);
    desk.setNow(later(one!.dueAt, 60 * 24 * 60 * minute));
    await fireDue(desk.ports);
    assert.deepEqual((await escalations([one!.id])).map(({ public_payload: { share } }) => share), [0.5, 0.8, 1, 1.5]);
    assert.equal((await row(one!.id)).wake_at, null);
    assert.equal(await fireDue(desk.ports), 0);
    assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).faults, []);
  });

  it('waits for nobody: a request that fails is tried later and holds up no other', async () => {
    const cases = await newCases(3);
    const half = (await row(cases[0]!.id)).wake_at!;
    // It is the first in line, and its notice cannot be written.
    await desk.db.updateTable('request').set({ wake_at: later(half, -minute) }).where('id', '=', cases[0]!.id).execute();
    await desk.db.deleteFrom('staff_notice').execute();
    const { db } = desk;
    await db.schema.alterTable('staff_notice').addCheckConstraint('for_this_test', sql`request <> ${sql.lit(cases[0]!.id)}`).execute();
    try {
      desk.setNow(half);
      failures.length = 0;
      assert.equal(await fireDue(desk.ports), 2);
      assert.deepEqual(failures.map(({ event, request, tries }) => [event, request, tries]), [['timer.failed', cases[0]!.id, 1]]);
      assert.equal((await escalations([cases[0]!.id])).length, 0, 'nothing of it stands in the log');
      assert.deepEqual((await row(cases[0]!.id)).wake_at, later(half, 15_000));
    } finally {
      await db.schema.alterTable('staff_notice').dropConstraint('for_this_test').execute();
    }
    desk.setNow(later(half, 15_000));
    assert.equal(await fireDue(desk.ports), 1);
    assert.deepEqual([(await escalations([cases[0]!.id])).length, (await row(cases[0]!.id)).wake_tries], [1, 0]);
  });

  it('waits while this machine is ahead of the database', async () => {
    const [one] = await newCases(1);
    const present = (await desk.db.selectNoFrom((eb) => eb.fn<Date>('now').as('now')).executeTakeFirstOrThrow()).now;
    await desk.db.updateTable('request').set({ wake_at: later(present, 30 * minute) }).where('id', '=', one!.id).execute();
    failures.length = 0;
    assert.equal(await fireDue({ ...desk.ports, now: () => later(present, 60 * minute), machineTime: true }), 0);
    assert.deepEqual(failures.map(({ event }) => event), ['clock.ahead']);
    assert.equal(await fireDue({ ...desk.ports, now: () => later(present, 60 * minute) }), 1);
  });

  it('ends a wait for a reply at its cap, without an event, and the log still tells the truth', async () => {
    const [one] = await newCases(1);
    await act(one!.id, 'take', { version: 1 });
    const asked = await act(one!.id, 'ask', { version: 2, text: 'کدام خیابان؟' });
    assert.deepEqual((await row(one!.id)).wake_at, new Date(asked.clock.paused!.until!));
    desk.setNow(asked.clock.paused!.until!);
    await fireDue(desk.ports);
    const after = await row(one!.id);
    assert.equal(after.paused_since, null);
    assert.ok(after.due_at > new Date(asked.clock.dueAt));
    const status = await desk.status(one!.code);
    assert.deepEqual(new Date(status.clock.dueAt), after.due_at);
    assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).faults, []);
  });

  it('closes what was answered when nobody objects any more, also where the person was erased', async () => {
    const [one] = await newCases(1);
    await act(one!.id, 'take', { version: 1 });
    await act(one!.id, 'answer', { version: 2, outcome: 'done', text: 'انجام شد.' });
    const end = (await row(one!.id)).wake_at!;
    await desk.db.deleteFrom('request_private').where('request', '=', one!.id).execute();
    desk.setNow(later(end, -1));
    assert.equal(await fireDue(desk.ports), 0);
    desk.setNow(end);
    assert.equal(await fireDue(desk.ports), 1);
    assert.deepEqual([(await row(one!.id)).state, (await row(one!.id)).wake_at], ['closed', null]);
  });
});
