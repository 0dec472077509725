import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Filed } from '../../../src/contract/request.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { newMobile, testForm } from './desk.ts';
import { Server } from './server.ts';

const workers = 8;

describe('a gateway that is killed', () => {
  let server: Server;
  let offering: string;
  /** By key: what was sent, and the code when it was acknowledged. */
  const sent = new Map<string, { mobile: string; code?: string }>();

  before(async () => {
    server = Server.make('mizban-kill-');
    await server.start();
    offering = await server.publish();
  });
  after(() => server.remove());

  async function send(key: string): Promise<string> {
    const one = sent.get(key)!;
    const answer = await fetch(`${server.url}/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile: one.mobile } }),
    });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`${answer.status}: ${text}`);
    return (JSON.parse(text) as Filed).code;
  }

  /** Files with several callers at once until `count` are acknowledged, then calls `then` with the others under way. */
  async function fileUntil(count: number, then: () => Promise<void>): Promise<void> {
    let left = count;
    let over: Promise<void> | undefined;
    await Promise.all(Array.from({ length: workers }, async () => {
      while (!over) {
        const key = randomUUID();
        const one: { mobile: string; code?: string } = { mobile: newMobile() };
        sent.set(key, one);
        try {
          one.code = await send(key);
        } catch (error) {
          if (!over) throw error;
          return;
        }
        if (--left === 0) over = then();
      }
    }));
    await over;
  }

  const acknowledged = () => [...sent.values()].filter(({ code }) => code !== undefined);

  async function allAnswer(): Promise<void> {
    const lost: string[] = [];
    for (const { code } of acknowledged()) {
      const { status } = await fetch(`${server.url}/v1/requests/${code}`);
      if (status !== 200) lost.push(`${code}: ${status}`);
    }
    assert.deepEqual(lost, []);
  }

  for (const [round, whole] of [false, true, false, true].entries()) {
    it(`loses nothing that was acknowledged (${round + 1}: ${whole ? 'with its database' : 'alone'})`, async () => {
      const before = acknowledged().length;
      const count = randomInt(5, 40);
      const kill = (pid: number | undefined) => fileUntil(count, async () => {
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
        await server.end('SIGKILL');
      });
      const pid = whole ? await server.withDatabase(async (_, pid) => pid) : undefined;
      await kill(pid);
      assert.ok(acknowledged().length >= before + count);
      await server.start();
      await allAnswer();
    });
  }

  it('files once what is sent again after the kill, and its log holds', async () => {
    const unsure = [...sent].filter(([, { code }]) => code === undefined);
    assert.ok(unsure.length > 0, 'calls were under way when it was killed');
    for (const [key, one] of unsure) one.code = await send(key);
    await allAnswer();
    assert.equal(new Set([...sent.values()].map(({ code }) => code)).size, sent.size);
    await server.withDatabase(async (db) => {
      const report = await verifyLog(db);
      assert.deepEqual(report.faults, []);
      assert.equal(report.requests, sent.size);
      const { count } = await db.selectFrom('outbox').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
      assert.equal(Number(count), sent.size, 'one message for each request');
    });
  });
});
