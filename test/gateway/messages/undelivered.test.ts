import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { UndeliveredMessages } from '../../../src/contract/undelivered.ts';
import { aboutText } from '../../../src/elements/desk-console/parts/undelivered-view.ts';
import { sweep } from '../../../src/gateway/housekeeping.ts';
import { backOffSeconds, deliverDue } from '../../../src/gateway/messages/deliver.ts';
import { DeliveryError, type DeliveryFault, type Senders } from '../../../src/gateway/messages/sender.ts';
import { eventText } from '../../../src/gateway/messages/texts.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { eventTypes } from '../../../src/rules/lifecycle.ts';
import { testNow, testPassword } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const own = { 'sec-fetch-site': 'same-origin' };
const failing = (fault: DeliveryFault): Senders => ({ sms: { send: () => Promise.reject(new DeliveryError(fault, 'no')) } });

it('has words of its own for all that citizens are told', () => {
  const told = ['filed', 'escalated', ...eventTypes.filter((type) => eventText({ province: 'البرز', language: 'fa' }, '1234567890123456', type))];
  assert.ok(told.length > 10);
  const words = told.map(aboutText);
  assert.equal(new Set([...words, aboutText('unheard of')]).size, told.length + 1, words.join('; '));
});

describe('messages that nobody got', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());
  beforeEach(async () => {
    desk.setNow(testNow);
    await desk.db.deleteFrom('outbox').execute();
  });
  // Signed in each time: the clock moves, and a session ends.
  const supervisor = () => desk.signIn({ role: 'supervisor' });
  const list = async (cookie?: string): Promise<UndeliveredMessages> => {
    const answer = await desk.fetch('/v1/staff/undelivered', { headers: { cookie: cookie ?? (await supervisor()) } });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as UndeliveredMessages;
  };
  const post = async (what: 'again' | 'drop', ids: string[], cookie?: string) =>
    desk.fetch(`/v1/staff/undelivered/${what}`, { json: { ids }, headers: { cookie: cookie ?? (await supervisor()), ...own } });
  const giveUp = (fault: DeliveryFault = 'recipient') => deliverDue(desk.ports, failing(fault));

  it('are listed without receiver and text, newest first, until somebody sends them again', async () => {
    const filed = await desk.file();
    await giveUp();
    desk.setNow('2026-11-24T11:00:00+03:30');
    const second = await desk.file();
    await giveUp();
    const { items, total, waiting, lostCodes } = await list();
    assert.deepEqual([total, waiting, lostCodes], [2, { count: 0, since: null }, 0]);
    assert.deepEqual(items.map(({ request }) => request), [await desk.idOf(second.code, ''), await desk.idOf(filed.code, '')]);
    assert.deepEqual({ ...items[1], id: '' }, {
      id: '', channel: 'sms', about: 'filed', request: await desk.idOf(filed.code, ''), offering: { id: desk.offering, title: 'واگذاری انشعاب آب' }, agency: 'abfa',
      createdAt: new Date(testNow).toISOString(), givenUpAt: new Date(testNow).toISOString(), tries: 1, fault: 'recipient',
    });
    assert.ok(!JSON.stringify(items).includes(filed.mobile) && !JSON.stringify(items).includes(filed.code));

    assert.equal((await post('again', items.map(({ id }) => id))).status, 204);
    assert.equal((await post('again', items.map(({ id }) => id))).status, 204, 'twice is once');
    assert.equal((await list()).total, 0);
    const sent: string[] = [];
    assert.equal(await deliverDue(desk.ports, { sms: { send: async ({ to }) => void sent.push(to) } }), 2);
    assert.deepEqual(sent.sort(), [filed.mobile, second.mobile].sort());
  });

  it('come after ten tries; what is still tried, and codes that came to nobody, are counted', async () => {
    const { code } = await desk.file();
    await desk.fetch(`/v1/requests/${code}/proof`, { method: 'POST' });
    let now = Date.parse(testNow);
    for (let turn = 1; turn <= 10; turn++) {
      if (turn === 2) {
        desk.setNow(new Date(Date.parse(testNow) + 60_000));
        assert.deepEqual((await list()).waiting, { count: 2, since: new Date(testNow).toISOString() });
      }
      desk.setNow(new Date(now));
      await deliverDue(desk.ports, failing('unreachable'));
      now += backOffSeconds(turn) * 1000;
    }
    const { items, waiting, lostCodes } = await list();
    assert.deepEqual([items.map(({ tries, fault }) => [tries, fault]), waiting.count, lostCodes], [[[10, 'unreachable']], 0, 1]);
    desk.setNow(new Date(now + 86_400_000));
    assert.equal((await list()).lostCodes, 0, 'of the last day only');
  });

  it('are erased at a word, and after three months in any case', async () => {
    await desk.file();
    await giveUp();
    const [one] = (await list()).items;
    assert.equal((await post('drop', [one!.id])).status, 204);
    assert.equal(await desk.db.selectFrom('outbox').select('id').executeTakeFirst(), undefined);
    await desk.file();
    await giveUp();
    desk.setNow(new Date(Date.parse(testNow) + 89 * 86_400_000));
    await sweep(desk.ports);
    assert.equal((await list()).total, 1);
    desk.setNow(new Date(Date.parse(testNow) + 91 * 86_400_000));
    await sweep(desk.ports);
    assert.equal((await list()).total, 0);
  });

  it('are the business of those who look after the province, each of their own', async () => {
    await desk.file();
    await giveUp();
    const [one] = (await list()).items;
    const expert = await desk.signIn({ agency: 'abfa' });
    for (const answer of [await desk.fetch('/v1/staff/undelivered', { headers: { cookie: expert } }), await post('again', [one!.id], expert), await post('drop', [one!.id], expert)]) {
      assert.equal((await problemOf(answer)).code, 'staff.forbidden');
    }
    await createStaff(desk.ports, { username: 'far', name: 'ناظر', password: testPassword, role: 'supervisor', province: 'isfahan' });
    const session = await desk.fetch('/v1/staff/session', { json: { username: 'far', password: testPassword } });
    const far = session.headers.getSetCookie()[0]!.split(';')[0]!;
    assert.equal((await list(far)).total, 0);
    await post('drop', [one!.id], far);
    await post('again', [one!.id], far);
    assert.deepEqual((await list()).items, [one]);
    for (const bad of [[], ['x'], ['9'.repeat(19)]]) assert.equal((await problemOf(await post('again', bad))).code, 'input.invalid');
  });

  it('neither show nor wake messages that were never to be sent, nor those on their way', async () => {
    await desk.file();
    await desk.fetch('/v1/requests/1234567890123452/proof', { method: 'POST' });
    const rows = await desk.db.selectFrom('outbox').select(['id', 'last_error']).execute();
    assert.ok(rows.some(({ last_error }) => last_error === 'decoy'));
    assert.equal((await list()).total, 0);
    for (const what of ['again', 'drop'] as const) assert.equal((await post(what, rows.map(({ id }) => id))).status, 204);
    assert.equal((await desk.db.selectFrom('outbox').select('id').execute()).length, rows.length);
    assert.equal((await desk.db.selectFrom('outbox').select('id').where('last_error', '=', 'decoy').where('given_up_at', 'is not', null).execute()).length, 1);
    assert.equal((await list()).lostCodes, 0);
  });
});
