import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { FormDefinition } from '../../../src/contract/form.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import type { Accepted, Filed } from '../../../src/contract/request.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { deathsAt, MortalGateway } from '../../support/mortal-gateway.ts';
import { otpIn } from '../../support/one-time-code.ts';
import { newMobile, testForm } from './desk.ts';
import { Server } from './server.ts';

const complaint: FormDefinition = { ...testForm, kind: 'complaint', matter: ['name'] };

describe('a gateway that is killed before and after a write', () => {
  let server: Server;
  let front: MortalGateway;
  let offering: string;

  before(async () => {
    server = Server.make('mizban-kill-writes-', 'required');
    await server.start();
    offering = await server.publish(complaint);
    front = new MortalGateway(server);
    await front.open();
  });
  after(async () => {
    await front?.close();
    await front?.restarting;
    await server?.remove();
  });

  /** As a browser does: again, when no answer came. */
  async function send(path: string, json: object = {}, key?: string): Promise<Response> {
    for (;;) {
      await front.restarting;
      try {
        return await fetch(front.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) }, body: JSON.stringify(json) });
      } catch {
        assert.ok(front.restarting, 'an answer was lost though nobody was killed');
      }
    }
  }
  const file = (mobile: string, post: string, key: string, more: object = {}) =>
    send('/v1/requests', { offering, form: { id: complaint.id, version: 1 }, answers: { name: 'آزمون', mobile, post }, ...more }, key);
  async function answerOf<T>(answer: Response, status: number): Promise<T> {
    assert.equal(answer.status, status, await answer.clone().text());
    return (await answer.json()) as T;
  }
  /** Newest first. */
  async function codesOf(mobile: string): Promise<string[]> {
    const { messages } = (await (await fetch(`${server.url}/dev/inbox.json?to=${mobile}`)).json()) as { messages: { text: string }[] };
    return messages.flatMap(({ text }) => otpIn(text) ?? []);
  }
  const prove = async (id: string, otp: string) => (await answerOf<{ filed: Filed }>(await send(`/v1/accepted/${id}/proof`, { otp }), 200)).filed;
  /** The pause before another code is over. */
  const pauseIsOver = () => server.withDatabase((db) => sql`update one_time_code set created_at = created_at - interval '2 minutes'`.execute(db));
  const counts = () => server.withDatabase(async (db) => {
    const report = await verifyLog(db);
    assert.deepEqual(report.faults, []);
    const joined = await db.selectFrom('request_event').select('request').where('type', '=', 'joined').execute();
    return { requests: report.requests, joined: joined.length };
  });

  it('sends a resent code once, and files once by it', async () => {
    const mobile = newMobile();
    const { accepted } = await answerOf<Accepted>(await file(mobile, '3155789231', 'resent-code-0001'), 202);
    assert.equal((await codesOf(mobile)).length, 1);
    await pauseIsOver();
    const before = await counts();
    front.left.push(...deathsAt('POST /v1/accepted/code', 'POST /v1/accepted/proof'));
    const again = await answerOf<Accepted>(await send(`/v1/accepted/${accepted}/code`), 202);
    assert.ok(again.resendAfterSeconds > 0);
    const codes = await codesOf(mobile);
    assert.equal(codes.length, 2, 'the first code and one more, though it was asked for three times');
    const { code } = await prove(accepted, codes[0]!);
    assert.equal(front.left.length, 0);
    assert.equal((await fetch(`${front.url}/v1/requests/${code}`)).status, 200);
    assert.deepEqual(await counts(), { requests: before.requests + 1, joined: before.joined });
  });

  it('joins a complaint once to the first about the same matter', async () => {
    const mobile = newMobile();
    const { accepted } = await answerOf<Accepted>(await file(mobile, '3155789231', 'joined-first-0001'), 202);
    const first = await prove(accepted, (await codesOf(mobile))[0]!);
    const before = await counts();
    front.left.push(...deathsAt('POST /v1/requests'));
    const { code, proof } = await answerOf<Problem>(await file(mobile, '3155789232', 'joined-second-0001'), 409);
    assert.equal(code, 'request.sameMatter');
    assert.equal(front.left.length, 0);
    const otp = (await codesOf(mobile))[0]!;
    front.left.push(...deathsAt('POST /v1/requests'));
    const joined = await answerOf<Filed>(await file(mobile, '3155789232', 'joined-third-0001', { sameMatter: { otp, challenge: proof!.challenge } }), 201);
    assert.equal(front.left.length, 0);
    assert.deepEqual([joined.joined, joined.code, joined.receipt], [true, first.code, first.receipt]);
    assert.deepEqual(await counts(), { requests: before.requests, joined: before.joined + 1 });
  });
});
