import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Filed } from '../../../src/contract/request.ts';
import { solve } from '../../../src/core/outbox/work.ts';
import { testNow } from '../../support/gateway.ts';
import { newMobile, problemOf, startDesk, testForm, type TestDesk } from '../requests/desk.ts';

/** Until the end of the window in which the gateway counts. */
const secondsLeft = (window: number): number => window - (Math.floor(Date.parse(testNow) / 1000) % window);
const never = new AbortController().signal;

describe('a proof of work', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk({ settings: { limitFactor: 1 } }); });
  after(() => desk.stop());

  const file = (address: string, { mobile = newMobile(), headers = {} }: { mobile?: string; headers?: Record<string, string> } = {}) => desk.fetch('/v1/requests', {
    address, headers, json: { offering: desk.offering, form: { id: testForm.id, version: testForm.version }, answers: { name: 'آزمون', mobile } },
  });
  /** Files until one is asked for, and gives the challenge. */
  async function busy(address: string): Promise<Record<string, unknown>> {
    for (let filed = 0; filed < 20; filed++) assert.equal((await file(address)).status, 201);
    const answer = await file(address);
    assert.equal(answer.status, 428);
    const { code, challenge, retryAfter } = await problemOf(answer);
    assert.equal(code, 'work.needed');
    // Who cannot solve it is told when it costs nothing again.
    assert.equal(retryAfter, secondsLeft(600));
    assert.equal(answer.headers.get('retry-after'), String(retryAfter));
    return challenge!;
  }

  it('is asked for when many filings come from one address, and opens one filing', async () => {
    const address = '198.51.100.1';
    const headers = await solve(await busy(address), never);
    const answer = await file(address, { headers });
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.match(((await answer.json()) as Filed).code, /^\d{16}$/);
    assert.equal((await problemOf(await file(address, { headers }))).code, 'work.needed', 'each solution once');
    assert.equal((await file('198.51.100.2')).status, 201, 'others file as before');
  });

  it('is asked for when one number files again and again, from wherever', async () => {
    const mobile = newMobile();
    for (let filed = 0; filed < 5; filed++) assert.equal((await file(`203.0.113.${filed}`, { mobile })).status, 201);
    const { code, retryAfter } = await problemOf(await file('203.0.113.9', { mobile }));
    assert.deepEqual([code, retryAfter], ['work.needed', secondsLeft(3600)]);
  });

  it('is not taken when it is guessed, easier than asked, or too old', async () => {
    const address = '198.51.100.3';
    const challenge = await busy(address);
    const refused = async (header: string) => assert.equal((await problemOf(await file(address, { headers: { altcha: header } }))).code, 'work.needed');
    await refused('no base64 at all');
    await refused(btoa('{}'));
    await refused(btoa(JSON.stringify({ challenge, solution: { counter: 1, derivedKey: '00'.repeat(32) } })));
    const { parameters } = challenge as { parameters: Record<string, unknown> };
    await refused((await solve({ ...challenge, parameters: { ...parameters, cost: 1, keyPrefix: '0' } }, never))!['altcha']!);
    const good = (await solve(challenge, never))!['altcha']!;
    desk.setNow(new Date(Date.parse(testNow) + 11 * 60_000));
    for (let filed = 0; filed < 20; filed++) await file(address);
    await refused(good);
    desk.setNow(testNow);
  });
});
