import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { RequestRecord } from '../../../src/contract/request.ts';
import type { StaffCase, UnitList as UnitListSchema } from '../../../src/contract/staff.ts';
import type { z } from '../../../src/contract/zod.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { testNow } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from './desk.ts';

type UnitList = z.infer<typeof UnitListSchema>;

describe('what citizens take back and object to', () => {
  let desk: TestDesk;
  let expert: string;
  let unit: string;
  before(async () => {
    desk = await startDesk();
    expert = await desk.signIn({ agency: 'abfa' });
    const { code } = await desk.file();
    unit = (await desk.status(code)).holder!.id;
  });
  after(() => desk.stop());
  afterEach(() => desk.setNow(testNow));

  const does = (code: string, token: string, what: 'withdraw' | 'object' | 'reply', json: object) =>
    desk.fetch(`/v1/requests/${code}/${what}`, { json, headers: { authorization: `Bearer ${token}` } });
  const done = async <T>(answer: Response): Promise<T> => {
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as T;
  };
  const act = async (cookie: string, id: string, what: string, json: object = {}) => {
    const { version } = await desk.openCase(cookie, id);
    return desk.act(cookie, id, what, { version, ...json });
  };
  const refusal = async (cookie: string, id: string, what: string, json: object = {}) => (await problemOf(await act(cookie, id, what, json))).code;
  const says = { outcome: 'rejected', text: 'مدرک کافی نبود.' };
  const filed = async () => {
    const { code, mobile } = await desk.file();
    return { code, mobile, id: await desk.idOf(code, expert), token: await desk.prove(code, mobile) };
  };
  /** Filed and answered by whom the cookie names. */
  const answered = async (cookie = expert) => {
    const request = await filed();
    await done(await act(cookie, request.id, 'take'));
    await done(await act(cookie, request.id, 'answer', says));
    return request;
  };
  /** The clock of the gateway moved; sessions of the staff and proofs end then. */
  const at = (instant: string, minutes = 0) => desk.setNow(new Date(Date.parse(instant) + minutes * 60_000));

  it('an open request is withdrawn, with or without a word, and the citizen is told', async () => {
    const first = await filed();
    const record = await done<RequestRecord>(await does(first.code, first.token, 'withdraw', { text: 'مشکل حل شد.' }));
    assert.deepEqual([record.status.state, record.status.outcome], ['withdrawn', 'withdrawn']);
    assert.deepEqual(record.messages.map(({ kind, from, text }) => [kind, from, text]), [['withdrawal', 'citizen', 'مشکل حل شد.']]);
    assert.ok((await desk.inbox(first.mobile)).some(({ text }) => text.includes('پس گرفتید')));
    const second = await filed();
    assert.deepEqual((await done<RequestRecord>(await does(second.code, second.token, 'withdraw', {}))).messages, []);
    assert.equal((await problemOf(await does(second.code, second.token, 'withdraw', {}))).code, 'transition.notAllowed');
    assert.equal((await problemOf(await does(second.code, second.token, 'object', { text: 'نه' }))).code, 'transition.notAllowed');
    assert.equal(await refusal(expert, second.id, 'take'), 'transition.notAllowed');
  });

  it('the code alone, or the proof of another request, may do neither', async () => {
    const mine = await answered();
    const other = await filed();
    for (const what of ['withdraw', 'object'] as const) {
      for (const token of ['', 'x'.repeat(43), other.token]) {
        assert.equal((await problemOf(await does(mine.code, token, what, { text: 'x' }))).code, 'request.notFound', `${what} ${token}`);
      }
    }
    assert.equal((await desk.status(mine.code)).state, 'answered');
  });

  it('there is nothing to object to before an answer, and an objection says something', async () => {
    const { code, token } = await filed();
    assert.equal((await desk.status(code)).objectUntil, undefined);
    assert.equal((await problemOf(await does(code, token, 'object', { text: 'دیر است' }))).code, 'transition.notAllowed');
    const late = await answered();
    assert.equal((await does(late.code, late.token, 'object', { text: '' })).status, 422);
  });

  it('is taken in the last minute of the window and no more in the next, on an open day after a closed one', async () => {
    // The tenth day after this Tuesday is a Friday: the window ends at the closing of the Saturday after it.
    const answeredAt = '2026-12-01T09:00:00+03:30';
    for (const [minutes, code] of [[-1, 200], [0, 409], [1, 409]] as const) {
      at(answeredAt);
      const request = await answered(await desk.signIn({ agency: 'abfa' }));
      const { objectUntil } = await desk.status(request.code);
      assert.equal(objectUntil, '2026-12-12T14:30:00+03:30');
      at(objectUntil, minutes);
      const answer = await does(request.code, await desk.prove(request.code, request.mobile), 'object', { text: 'نپذیرفتم' });
      assert.equal(answer.status, code, await answer.clone().text());
      if (code === 409) assert.equal((await problemOf(answer)).code, 'request.windowOver');
    }
  });

  it('starts a new clock, one level above who answered, and the API refuses whoever stands below', async () => {
    const { code, id, token, mobile } = await answered();
    const headOfUnit = await desk.signIn({ agency: 'abfa', role: 'head', unit });
    const record = await done<RequestRecord>(await does(code, token, 'object', { text: 'پاسخ ناقص است.' }));
    assert.deepEqual([record.status.state, record.status.outcome, record.status.objectUntil], ['inReview', null, undefined]);
    assert.deepEqual(record.messages.at(-1)!.kind, 'objection');
    assert.ok((await desk.inbox(mobile)).some(({ text }) => text.includes('اعتراض')));
    const opened = await desk.openCase(expert, id);
    assert.deepEqual([opened.level, opened.assignee], [1, null]);
    for (const type of ['taken', 'answered', 'askedCitizen', 'referred', 'assigned']) assert.ok(!opened.allowed.includes(type), type);
    const { items } = await done<UnitList>(await desk.fetch('/v1/staff/units', { headers: { cookie: expert } }));
    const other = items.find((one) => one.agency.id === 'abfa' && one.unit.id !== unit)!.unit.id;
    for (const [what, json] of [['take', {}], ['answer', says], ['ask', { text: 'x' }], ['refer', { unit: other, reason: 'x' }]] as const) {
      assert.equal(await refusal(expert, id, what, json), 'request.levelNeeded', what);
    }
    assert.equal((await problemOf(await does(code, token, 'object', { text: 'باز هم' }))).code, 'transition.notAllowed');
    const problem = await problemOf(await act(expert, id, 'take'));
    assert.deepEqual(problem.errors, [{ path: 'level', code: 'levelNeeded', params: { level: 1 } }]);
    const colleagues = (await done<{ items: { id: string }[] }>(await desk.fetch(`/v1/staff/requests/${id}/colleagues`, { headers: { cookie: headOfUnit } }))).items;
    const roles = await desk.db.selectFrom('staff').select('role').where('id', 'in', colleagues.map((one) => one.id)).execute();
    assert.deepEqual([...new Set(roles.map(({ role }) => role))], ['head']);

    await done(await act(headOfUnit, id, 'take'));
    assert.equal((await done<StaffCase>(await act(headOfUnit, id, 'answer', says))).state, 'answered');
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });

  it('a level that nobody holds falls to the next; the supervisor decides only what came up to that level', async () => {
    const supervisor = await desk.signIn({ role: 'supervisor' });
    await desk.db.updateTable('staff').set({ active: false }).where('role', '=', 'head').execute();
    const { code, id, token } = await answered();
    assert.equal(await refusal(supervisor, id, 'take'), 'staff.forbidden');
    await done(await does(code, token, 'object', { text: 'پاسخ ناقص است.' }));
    assert.equal((await desk.openCase(expert, id)).level, 3);
    assert.ok((await desk.openCase(supervisor, id)).allowed.includes('taken'));
    const headOfAgency = await desk.signIn({ agency: 'abfa', role: 'head' });
    assert.equal((await desk.openCase(expert, id)).level, 2);
    assert.equal(await refusal(supervisor, id, 'take'), 'staff.forbidden');
    await done(await act(headOfAgency, id, 'take'));
    await done(await act(headOfAgency, id, 'answer', says));
    // Against the head of the agency: the supervisor, and the head no more.
    await done(await does(code, token, 'object', { text: 'باز هم ناقص است.' }));
    assert.equal(await refusal(headOfAgency, id, 'take'), 'request.levelNeeded');
    await done(await act(supervisor, id, 'take'));
    assert.equal((await done<StaffCase>(await act(supervisor, id, 'answer', { outcome: 'done', text: 'انجام شود.' }))).outcome, 'done');
    // Nobody stands above the supervisor: that decision is the last one here.
    assert.equal((await desk.status(code)).objectUntil, undefined);
    assert.equal((await problemOf(await does(code, token, 'object', { text: 'باز هم.' }))).code, 'transition.notAllowed');
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });

  it('two at once: one objection, and one of two acts', async () => {
    const { code, token } = await answered();
    const both = await Promise.all([does(code, token, 'object', { text: 'یکم' }), does(code, token, 'object', { text: 'دوم' })]);
    assert.deepEqual(both.map((answer) => answer.status).sort(), [200, 409]);
    assert.equal((await done<RequestRecord>(await does(code, token, 'withdraw', {}))).status.state, 'withdrawn');
  });
});
