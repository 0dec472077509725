import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { GatewayClient } from '../../../src/client/client.ts';
import '../../../src/client/accepted.ts';
import { ProblemError } from '../../../src/client/errors.ts';
import { post } from '../../../src/core/outbox/post.ts';
import type { Attempt } from '../../../src/core/outbox/attempt.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { newMobile, testForm } from './desk.ts';
import { Server } from './server.ts';
import { randomFrom } from '../../support/random.ts';

const atOnce = 40;
/** How many requests; the gateway is killed after so many receipts. */
const rounds = [
  { mobileProof: 'off', count: 1000, kills: [200, 450, 700] },
  { mobileProof: 'required', count: 300, kills: [60, 140, 220] },
] as const;

/** The line between citizens and gateway: it breaks before the gateway hears, or after it has committed. */
class BadLine {
  url = '';
  readonly met = { whole: 0, cutBefore: 0, cutAfter: 0, refused: 0, down: 0 };
  private server?: HttpServer;
  constructor(private readonly gateway: () => string, private readonly random: () => number) {}

  async open(): Promise<void> {
    this.server = createServer((request, response) => void this.#carry(request, response));
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const luck = this.random();
    if (luck < 0.12) {
      this.met.cutBefore++;
      request.socket.destroy();
    } else if (luck < 0.2) {
      this.met.refused++;
      response.writeHead(503).end();
    } else {
      try {
        const answer = await fetch(`${this.gateway()}${request.url}`, {
          method: request.method, body: Buffer.concat(chunks), headers: request.headers as Record<string, string>,
        });
        const text = await answer.text();
        if (luck < 0.35) {
          this.met.cutAfter++;
          request.socket.destroy();
        } else {
          this.met.whole++;
          response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
        }
      } catch {
        this.met.down++;
        response.writeHead(502).end();
      }
    }
  }
}

for (const { mobileProof, count, kills } of rounds) describe(`${count} requests over a line that breaks, to a gateway that is killed, with proof of the mobile ${mobileProof}`, () => {
  const seed = randomInt(2 ** 31);
  const random = randomFrom(seed);
  let server: Server;
  let line: BadLine;
  let offering: string;

  before(async () => {
    server = Server.make('mizban-thousand-', mobileProof);
    await server.start();
    offering = await server.publish();
    line = new BadLine(() => server.url, random);
    await line.open();
  });
  after(async () => {
    line.close();
    await server.remove();
  });

  const body = (mobile: string, name: string) => ({ offering, form: { id: testForm.id, version: testForm.version }, answers: { name, mobile }, language: 'fa' });

  /** The code is read on the phone, which has a line of its own, and goes over the bad one like everything else. */
  async function proven(id: string, mobile: string): Promise<string> {
    const { messages } = (await (await fetch(`${server.url}/dev/inbox.json?to=${mobile}`)).json()) as { messages: { text: string }[] };
    const otp = messages.map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]).find(Boolean)!;
    return (await new GatewayClient(line.url).call('proveAccepted', { params: { id }, body: { otp } })).filed.code;
  }

  /** What a form does until it has a receipt: by hand, from the outbox, from a page that was opened anew. */
  async function untilFiled(attempt: Attempt, changes: boolean): Promise<string> {
    for (;;) {
      try {
        // Nothing lives on from one try to the next but what lies on the device.
        const answer = await post(new GatewayClient(line.url), structuredClone(attempt), new AbortController().signal);
        return 'code' in answer ? answer.code : await proven(answer.accepted, (attempt.body.answers as { mobile: string }).mobile);
      } catch (error) {
        if (error instanceof ProblemError && error.status < 500) throw error;
        if (!changes) continue;
        // The person changes an answer while nobody knows whether the first sending was filed.
        attempt.unsure = [attempt.body, ...(attempt.unsure ?? [])];
        attempt.body = body((attempt.body.answers as { mobile: string }).mobile, `آزمون ${randomUUID()}`);
      }
    }
  }

  async function citizen(): Promise<string> {
    const attempt: Attempt = { key: randomUUID(), body: body(newMobile(), 'آزمون'), at: Date.now(), title: 'آزمون' };
    const habit = random();
    // A double click, or the same draft in two tabs.
    const sendings = habit < 0.25 ? 2 : 1;
    const codes = await Promise.all(Array.from({ length: sendings }, () => untilFiled(attempt, habit > 0.8)));
    assert.equal(new Set(codes).size, 1, 'two sendings of one wish got two codes');
    return codes[0]!;
  }

  it('loses none and doubles none', async (test) => {
    test.diagnostic(`seed ${seed}`);
    const codes: string[] = [];
    const due: number[] = [...kills];
    let restarting: Promise<void> | undefined;
    let left = count;
    await Promise.all(Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        codes.push(await citizen());
        if (codes.length >= (due[0] ?? Infinity) && !restarting) {
          due.shift();
          restarting = server.end('SIGKILL').then(() => server.start()).finally(() => (restarting = undefined));
        }
      }
    }));
    await restarting;
    test.diagnostic(`the line: ${JSON.stringify(line.met)}`);
    for (const [fault, times] of Object.entries(line.met)) assert.ok(times > 0, `never met: ${fault}`);
    assert.equal(codes.length, count);
    assert.equal(new Set(codes).size, count, 'two wishes got one code');

    const lost: string[] = [];
    for (const code of codes) if (!(await fetch(`${server.url}/v1/requests/${code}`)).ok) lost.push(code);
    assert.deepEqual(lost, []);
    await server.withDatabase(async (db) => {
      const { people, rows } = await db.selectFrom('request_private')
        .select(({ fn }) => [fn.countAll<string>().as('rows'), fn.count<string>('contact_hash').distinct().as('people')]).executeTakeFirstOrThrow();
      assert.deepEqual([Number(rows), Number(people)], [count, count], 'one request for each person');
      const { messages } = await db.selectFrom('outbox').select(({ fn }) => fn.countAll<string>().as('messages')).where('request', 'is not', null).executeTakeFirstOrThrow();
      assert.equal(Number(messages), count, 'one message for each request');
      const report = await verifyLog(db);
      assert.deepEqual(report.faults, []);
      assert.equal(report.requests, count);
    });
  });
});
