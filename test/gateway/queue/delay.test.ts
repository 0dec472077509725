import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { DelayChoices, DelayReasonList } from '../../../src/contract/delay.ts';
import type { RequestRecord } from '../../../src/contract/request.ts';
import type { StaffCase } from '../../../src/contract/staff.ts';
import { keepReasons, ReasonChangedError } from '../../../src/gateway/desk-log/reasons.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { testNow } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const own = { 'sec-fetch-site': 'same-origin' };

describe('reasons for delays', () => {
  let desk: TestDesk;
  let supervisor: string;
  before(async () => {
    desk = await startDesk();
    supervisor = await desk.signIn({ role: 'supervisor' });
  });
  after(() => desk.stop());

  const list = async (cookie: string): Promise<DelayReasonList> => (await (await desk.fetch('/v1/staff/delay-reasons', { headers: { cookie } })).json()) as DelayReasonList;
  const change = (cookie: string, path: string, json: object) => desk.fetch(`/v1/staff/delay-reasons${path}`, { json, headers: { cookie, ...own } });
  const reason = { title: 'بازدید از محل لازم است', rule: 'بند ۴ برگه خدمت' };
  const nameOf = async (cookie: string) => ((await (await desk.fetch('/v1/staff/session', { headers: { cookie } })).json()) as { staff: { id: string; name: string } }).staff;

  it('are put on the list by who stands above the agencies, who is named in the log', async () => {
    const expert = await desk.signIn({ agency: 'abfa' });
    assert.deepEqual(await list(expert), { items: [], mayChange: false });
    assert.equal((await problemOf(await change(expert, '', reason))).code, 'staff.forbidden');
    assert.equal((await problemOf(await change(supervisor, '', { ...reason, rule: ' ' }))).code, 'input.invalid');

    const added = (await (await change(supervisor, '', reason)).json()) as DelayReasonList;
    const { id, name } = await nameOf(supervisor);
    assert.deepEqual(added.items.map(({ title, rule, addedBy, addedAt, retired }) => [title.fa, rule.fa, addedBy, addedAt, retired]), [[reason.title, reason.rule, name, testNow, null]]);
    assert.equal(added.mayChange, true);
    assert.deepEqual((await problemOf(await change(supervisor, '', reason))).errors, [{ path: 'title', code: 'twice' }]);

    const [event] = await desk.db.selectFrom('request_event').selectAll().where('request', '=', 'desk:alborz').execute();
    assert.deepEqual([event!.type, event!.actor_id, (event!.public_payload as { by: object }).by], ['reasonAdded', id, { id, name }]);
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });

  it('are taken off and stand in the list as taken off, by whom; twice is once', async () => {
    const { id } = (await list(supervisor)).items[0]!;
    const [first, second] = await Promise.all([change(supervisor, `/${id}/retire`, {}), change(supervisor, `/${id}/retire`, {})]);
    assert.deepEqual([first.status, second.status], [200, 200]);
    const { name } = await nameOf(supervisor);
    assert.deepEqual((await list(supervisor)).items.map(({ retired }) => retired), [{ at: testNow, by: name }]);
    assert.equal((await desk.db.selectFrom('request_event').select('seq').where('request', '=', 'desk:alborz').execute()).length, 2);
    assert.equal((await problemOf(await change(supervisor, '/nothing/retire', {}))).code, 'reason.notFound');
  });

  it('come from a file once, are never changed by it, and stay off when they were taken off', async () => {
    const file = [{ id: 'inquiry-open', title: { fa: 'پاسخ استعلام نرسیده است' }, rule: { fa: 'برگه خدمت' } }];
    const keep = (reasons: typeof file) => desk.db.transaction().execute((trx) => keepReasons(trx, 'alborz', reasons, new Date(testNow), 'test'));
    await keep(file);
    await keep(file);
    const inForce = async () => (await list(supervisor)).items.filter(({ retired }) => !retired).map(({ id, addedBy }) => [id, addedBy]);
    assert.deepEqual(await inForce(), [['inquiry-open', 'test']]);
    await assert.rejects(keep([{ ...file[0]!, title: { fa: 'دیگر' } }]), ReasonChangedError);
    await change(supervisor, '/inquiry-open/retire', {});
    await keep(file);
    assert.deepEqual(await inForce(), []);
  });

  it('are found changed by who checks the log', async () => {
    const tamper = async (text: string) => {
      await sql`alter table request_event disable trigger user`.execute(desk.db);
      await sql`update request_event set public_payload = jsonb_set(public_payload, '{reason,title,fa}', ${JSON.stringify(text)}::jsonb) where request = 'desk:alborz' and seq = 1`.execute(desk.db);
      await sql`alter table request_event enable trigger user`.execute(desk.db);
    };
    await tamper('ناظر نمی‌گذارد');
    assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).faults, [{ request: 'desk:alborz', seq: 1, reason: 'content' }]);
    await tamper(reason.title);
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });
});

describe('a delay', () => {
  let desk: TestDesk;
  before(async () => {
    desk = await startDesk();
    await desk.db.transaction().execute((trx) => keepReasons(trx, 'alborz', [
      { id: 'visit-due', title: { fa: 'بازدید از محل لازم است' }, rule: { fa: 'برگه خدمت' } },
      { id: 'inquiry-open', title: { fa: 'پاسخ استعلام نرسیده است' }, rule: { fa: 'برگه خدمت' } },
    ], new Date(testNow), 'test'));
  });
  after(() => desk.stop());

  const signIn = () => desk.signIn({ agency: 'abfa' });
  async function taken() {
    desk.setNow(testNow);
    const cookie = await signIn();
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, cookie);
    assert.equal((await desk.act(cookie, id, 'take', { version: 1 })).status, 200);
    return { ...filed, id, cookie };
  }
  const choices = async (cookie: string, id: string) => (await (await desk.fetch(`/v1/staff/requests/${id}/delay`, { headers: { cookie } })).json()) as DelayChoices;
  const explain = async (cookie: string, id: string, json: object) => desk.act(cookie, id, 'delay', { version: (await desk.openCase(cookie, id)).version, ...json });
  const after10 = (dueAt: string, minutes: number) => new Date(Date.parse(dueAt) + minutes * 60_000);

  it('is told to the citizen with its reason, its rule and the new date; the promise stays', async () => {
    const { code, mobile, id, cookie, clock } = await taken();
    const { reasons, ends } = await choices(cookie, id);
    assert.deepEqual(reasons.map((one) => one.id), ['visit-due', 'inquiry-open']);
    assert.ok(Date.parse(ends[0]!) > Date.parse(clock.dueAt));
    const answer = await explain(cookie, id, { reason: 'visit-due', expected: ends[3], text: 'نوبت شما سه‌شنبه است.' });
    assert.equal(answer.status, 200, await answer.clone().text());
    const shown = (await answer.json()) as StaffCase;
    const delay = { expected: ends[3], state: 'inTime', reason: reasons[0], at: testNow };
    assert.deepEqual([shown.delay, shown.state, shown.clock.dueAt], [delay, 'inReview', clock.dueAt]);
    const status = await desk.status(code);
    assert.deepEqual([status.delay, status.timeline.at(-1)!.type], [delay, 'delayExplained']);
    assert.match((await desk.inbox(mobile))[0]!.text, /دیرتر/);
    const record = (await (await desk.record(code, await desk.prove(code, mobile))).json()) as RequestRecord;
    assert.deepEqual(record.messages.map(({ kind, text }) => [kind, text]), [['delay', 'نوبت شما سه‌شنبه است.']]);
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);

    desk.setNow(after10(ends[3]!, 1));
    assert.equal((await desk.status(code)).delay?.state, 'lapsed');
    assert.ok((await choices(await signIn(), id)).ends.every((end) => Date.parse(end) > Date.parse(ends[3]!)));
  });

  it('of which nobody tells is shown as unexplained, and told afterwards as told late', async () => {
    const { code, id, clock } = await taken();
    assert.equal((await desk.status(code)).delay, undefined);
    desk.setNow(after10(clock.dueAt, 1));
    assert.deepEqual((await desk.status(code)).delay, { reason: null, expected: null, at: null, state: 'unexplained' });
    const cookie = await signIn();
    const { ends } = await choices(cookie, id);
    assert.equal((await explain(cookie, id, { reason: 'inquiry-open', expected: ends[0] })).status, 200);
    assert.deepEqual([(await desk.status(code)).delay?.state, (await desk.status(code)).delay?.reason?.title.fa], ['late', 'پاسخ استعلام نرسیده است']);
  });

  it('keeps a reason that was taken off the list', async () => {
    const { code, id, cookie } = await taken();
    const { ends } = await choices(cookie, id);
    await explain(cookie, id, { reason: 'inquiry-open', expected: ends[0] });
    await desk.fetch('/v1/staff/delay-reasons/inquiry-open/retire', { json: {}, headers: { cookie: await desk.signIn({ role: 'supervisor' }), ...own } });
    assert.equal((await desk.status(code)).delay?.reason?.title.fa, 'پاسخ استعلام نرسیده است');
    assert.deepEqual((await choices(cookie, id)).reasons.map((one) => one.id), ['visit-due']);
    assert.deepEqual((await problemOf(await explain(cookie, id, { reason: 'inquiry-open', expected: ends[5] }))).errors, [{ path: 'reason', code: 'notFound' }]);
  });

  it('has a date on which the office is open and that comes after the promise, and is told by who works on it', async () => {
    const { id, cookie, clock } = await taken();
    const { ends } = await choices(cookie, id);
    for (const expected of [clock.dueAt, testNow, after10(ends[0]!, 1).toISOString(), '2030-01-01T14:30:00+03:30']) {
      assert.deepEqual((await problemOf(await explain(cookie, id, { reason: 'visit-due', expected }))).errors, [{ path: 'expected', code: 'notAnEnd' }], expected);
    }
    const other = await desk.signIn({ agency: 'abfa', username: 'second' });
    assert.equal((await problemOf(await explain(other, id, { reason: 'visit-due', expected: ends[0] }))).code, 'request.heldByOther');
    await desk.act(cookie, id, 'answer', { version: 2, outcome: 'done', text: 'انجام شد.' });
    assert.equal((await problemOf(await explain(cookie, id, { reason: 'visit-due', expected: ends[0] }))).code, 'transition.notAllowed');
  });
});
