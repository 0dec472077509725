import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RequestRecord, RequestStatus } from '../../../src/contract/request.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { problemOf, startDesk, type TestDesk } from './desk.ts';
import { testNow } from '../../support/gateway.ts';

describe('rating of a request', () => {
  let desk: TestDesk;
  let expert: string;
  before(async () => {
    desk = await startDesk();
    expert = await desk.signIn({ agency: 'abfa' });
  });
  after(() => desk.stop());

  const filed = async () => {
    const { code, mobile } = await desk.file();
    return { code, mobile, id: await desk.idOf(code, expert), token: await desk.prove(code, mobile) };
  };
  const answered = async () => {
    const request = await filed();
    for (const [what, json] of [['take', {}], ['answer', { outcome: 'rejected', text: 'مدرک کافی نبود.' }]] as const) {
      const { version } = await desk.openCase(expert, request.id);
      assert.equal((await desk.act(expert, request.id, what, { version, ...json })).status, 200);
    }
    return request;
  };
  const rate = (code: string, token: string, json: object) =>
    desk.fetch(`/v1/requests/${code}/rate`, { json, headers: { authorization: `Bearer ${token}` } });
  const events = (id: string) => desk.db.selectFrom('request_event').select(['type', 'public_payload as payload']).where('request', '=', id).orderBy('seq').execute();
  const short = { answers: { satisfied: 4, timeKept: 5 }, reasons: [] };

  it('is written once, of an answered request, with which form it was and of which service', async () => {
    const { code, id, token } = await answered();
    const answer = await rate(code, token, { ...short, reasons: ['late', 'late'] });
    assert.equal(answer.status, 200, await answer.clone().text());
    assert.equal(((await answer.json()) as RequestRecord).status.state, 'answered');
    const { type, payload } = (await events(id)).at(-1)!;
    const { offering } = (await (await desk.fetch(`/v1/requests/${code}`)).json()) as RequestStatus;
    assert.deepEqual([type, payload], ['rated', { form: 'short', answers: short.answers, reasons: ['late'], offering: offering.id }]);
    assert.equal((await problemOf(await rate(code, token, short))).code, 'request.alreadyRated');
    const long = await answered();
    assert.equal((await rate(long.code, long.token, { answers: { satisfied: 1, fast: 2 }, reasons: [] })).status, 200);
    assert.equal(((await events(long.id)).at(-1)!.payload as { form: string }).form, 'long');
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });

  it('of two at once one is written and the other is told', async () => {
    const { code, id, token } = await answered();
    const both = await Promise.all([rate(code, token, short), rate(code, token, { ...short, answers: { satisfied: 1 } })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await problemOf(both.find(({ status }) => status === 409)!)).code, 'request.alreadyRated');
    assert.equal((await events(id)).filter(({ type }) => type === 'rated').length, 1);
  });

  it('waits for an answer, and needs the proof of this request', async () => {
    const open = await filed();
    assert.equal((await problemOf(await rate(open.code, open.token, short))).code, 'transition.notAllowed');
    const { code } = await answered();
    for (const token of ['', open.token]) assert.equal((await problemOf(await rate(code, token, short))).code, 'request.notFound');
  });

  it('says something, in the numbers and reasons of the form', async () => {
    const { code, token } = await answered();
    for (const wrong of [
      { answers: {}, reasons: [] }, { answers: { satisfied: 0 }, reasons: [] }, { answers: { satisfied: 6 }, reasons: [] },
      { answers: { satisfied: 2.5 }, reasons: [] }, { answers: { satisfied: 3 }, reasons: ['rain'] },
      { answers: { satisfied: 3 }, reasons: ['late'], objection: 'دیر بود' }, { answers: { satisfied: 3 }, reasons: ['notDone'], objection: '' },
    ]) assert.equal((await rate(code, token, wrong)).status, 422, JSON.stringify(wrong));
    assert.equal((await rate(code, token, short)).status, 200);
  });

  it('objects in the same step where the reason is the answer itself: both are written, or neither', async () => {
    const { code, id, token, mobile } = await answered();
    const json = { answers: { satisfied: 1 }, reasons: ['notDone'], objection: 'کاری انجام نشد.' };
    const answer = await rate(code, token, json);
    assert.equal(answer.status, 200, await answer.clone().text());
    const record = (await answer.json()) as RequestRecord;
    assert.equal(record.status.state, 'inReview');
    assert.deepEqual([record.messages.at(-1)!.kind, record.messages.at(-1)!.text], ['objection', json.objection]);
    assert.deepEqual((await events(id)).slice(-2).map(({ type }) => type), ['rated', 'objected']);
    assert.ok(!(await desk.openCase(expert, id)).allowed.includes('taken'));
    assert.ok((await desk.inbox(mobile)).some(({ text }) => text.includes('اعتراض')));

    const late = await answered();
    const { objectUntil } = (await (await desk.fetch(`/v1/requests/${late.code}`)).json()) as RequestStatus;
    desk.setNow(new Date(objectUntil!));
    const proof = await desk.prove(late.code, late.mobile);
    assert.equal((await problemOf(await rate(late.code, proof, json))).code, 'request.windowOver');
    assert.equal((await events(late.id)).at(-1)!.type, 'answered');
    assert.equal((await rate(late.code, proof, short)).status, 200);
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
    desk.setNow(testNow);
  });
});
