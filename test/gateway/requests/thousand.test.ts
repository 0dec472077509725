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
import type { FormDefinition } from '../../../src/contract/form.ts';
import type { RequestInput } from '../../../src/contract/request.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { newMobile, testForm } from './desk.ts';
import { Server } from './server.ts';
import { newestOtp } from '../../support/one-time-code.ts';
import { randomFrom } from '../../support/random.ts';

const atOnce = 40;
/** What one person writes of one postal code is one matter. */
const complaintForm: FormDefinition = { ...testForm, kind: 'complaint', matter: ['post'] };
/** How many are filed; the gateway is killed after so many receipts. */
const rounds = [
  { what: 'requests', form: testForm, mobileProof: 'off', count: 1000, kills: [200, 450, 700] },
  { what: 'requests', form: testForm, mobileProof: 'required', count: 300, kills: [60, 140, 220] },
  { what: 'complaints', form: complaintForm, mobileProof: 'off', count: 150, kills: [40, 90] },
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

for (const { what, form, mobileProof, count, kills } of rounds) describe(`${count} ${what} over a line that breaks, to a gateway that is killed, with proof of the mobile ${mobileProof}`, () => {
  const seed = randomInt(2 ** 31);
  const random = randomFrom(seed);
  let server: Server;
  let line: BadLine;
  let offering: string;
  let restarting: Promise<void> | undefined;
  /** Complaints that were added to an earlier one. */
  let additions = 0;

  before(async () => {
    server = Server.make('mizban-thousand-', mobileProof);
    await server.start();
    offering = await server.publish(form);
    line = new BadLine(() => server.url, random);
    await line.open();
  });
  after(async () => {
    line.close();
    await server.remove();
  });

  const body = (mobile: string, name: string) => ({ offering, form: { id: form.id, version: form.version }, answers: { name, mobile, post: '3145678901' }, language: 'fa' });

  /** The newest code, as it stands on the phone, which has a line of its own. */
  async function otpOf(mobile: string): Promise<string> {
    for (;;) {
      try {
        const { messages } = (await (await fetch(`${server.url}/dev/inbox.json?to=${mobile}`)).json()) as { messages: { text: string }[] };
        return newestOtp(messages)!;
      } catch {
        await restarting;
      }
    }
  }
  /** It goes over the bad line like everything else. */
  const proven = async (id: string, mobile: string): Promise<string> =>
    (await new GatewayClient(line.url).call('proveAccepted', { params: { id }, body: { otp: await otpOf(mobile) } })).filed.code;

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

  const wish = (body: RequestInput): Attempt => ({ key: randomUUID(), body, at: Date.now(), title: 'آزمون' });

  /** A wish of its own about a matter that may be with the gateway already: there it is added by the code that goes to the number. */
  async function filedOrJoined(mobile: string): Promise<string> {
    const first = body(mobile, `آزمون ${randomUUID()}`);
    for (let next: RequestInput = first; ;) {
      try {
        return await untilFiled(wish(next), false);
      } catch (error) {
        // A code that was asked for once more is another one: it is asked about anew.
        if (error instanceof ProblemError && error.code === 'proof.wrong') next = first;
        else if (error instanceof ProblemError && error.problem.proof) next = { ...first, sameMatter: { otp: await otpOf(mobile), challenge: error.problem.proof.challenge } };
        else throw error;
      }
    }
  }

  async function complainant(): Promise<string> {
    const mobile = newMobile();
    const habit = random();
    // On two devices at once, or once more when nothing is heard.
    const codes = habit < 0.3 ? await Promise.all([filedOrJoined(mobile), filedOrJoined(mobile)]) : [await filedOrJoined(mobile)];
    if (habit > 0.7) codes.push(await filedOrJoined(mobile));
    additions += codes.length - 1;
    assert.equal(new Set(codes).size, 1, 'one matter got two codes');
    return codes[0]!;
  }

  async function citizen(): Promise<string> {
    const attempt = wish(body(newMobile(), 'آزمون'));
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
    let left = count;
    await Promise.all(Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        codes.push(await (what === 'complaints' ? complainant : citizen)());
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
      // Beside the codes, which are good for a while only.
      const { messages } = await db.selectFrom('outbox').select(({ fn }) => fn.countAll<string>().as('messages'))
        .where('request', 'is not', null).where('good_until', 'is', null).executeTakeFirstOrThrow();
      assert.equal(Number(messages), count + additions, 'one message for each request and each addition');
      const joined = await db.selectFrom('request_event').select('request').where('type', '=', 'joined').execute();
      assert.equal(joined.length, additions, 'each addition once');
      if (what === 'complaints') assert.ok(additions > 0, 'none was added');
      const report = await verifyLog(db);
      assert.deepEqual(report.faults, []);
      assert.equal(report.requests, count);
    });
  });
});
