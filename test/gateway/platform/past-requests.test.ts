import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { filePastRequests } from '../../../demo/past-requests.ts';
import { seedDemo } from '../../../demo/seed.ts';
import type { Monitor } from '../../../src/contract/monitor.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { startTestGateway, testNow, type TestGateway } from '../../support/gateway.ts';

describe('the requests that the demo opens with', () => {
  let gateway: TestGateway;
  let filed = 0;
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all' });
    await seedDemo(gateway.ports);
    filed = await filePastRequests(gateway.ports);
  });
  after(() => gateway.stop());

  it('are filed once, and never beside others', async () => {
    assert.ok(filed >= 20, `${filed}`);
    assert.equal(await filePastRequests(gateway.ports), 0);
    const { count } = await gateway.db.selectFrom('request').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    assert.equal(Number(count), filed);
  });

  it('stand in a log that holds, each event at its own moment and none to come', async () => {
    const { ok, faults } = await verifyLog(gateway.db, gateway.ports.secrets);
    assert.deepEqual(faults, []);
    assert.equal(ok, true);
    const moments = (await gateway.db.selectFrom('log_entry as l').innerJoin('request_event as e', (join) => join.onRef('e.request', '=', 'l.request').onRef('e.seq', '=', 'l.seq'))
      .select('e.at').where('e.type', '!=', 'reasonAdded').orderBy('l.position').execute()).map(({ at }) => at.getTime());
    assert.deepEqual(moments, [...moments].sort((one, other) => one - other), 'in the order in which they came');
    assert.ok(moments.at(-1)! <= Date.parse(testNow));
    assert.ok(new Set(moments).size > filed * 2);
  });

  it('show what time does: answered in time and late, explained and not, waiting, taken by nobody', async () => {
    const cookie = await gateway.signIn({ role: 'supervisor' });
    const { items } = (await (await gateway.fetch('/v1/staff/monitor', { headers: { cookie } })).json()) as Monitor;
    const sum = (figure: 'filed' | 'inTime' | 'broken' | 'overdue' | 'unexplained' | 'waiting' | 'escalated' | 'referred') =>
      items.reduce((all, { figures }) => all + Number(figures[figure]), 0);
    for (const figure of ['inTime', 'broken', 'overdue', 'unexplained', 'waiting', 'escalated', 'referred'] as const) assert.ok(sum(figure) > 0, figure);
    assert.ok(sum('unexplained') < sum('overdue'), 'one is explained');
    assert.equal((await gateway.db.selectFrom('request').select('id').where('assignee', 'is', null).where('state', '=', 'submitted').execute()).length > 1, true);
  });
});
