import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { longest, lookEvery, mostOfSource, repeatAfter } from '../../../src/gateway/live/watch.ts';
import { listen } from '../../../src/gateway/node/listen.ts';
import type { Ports } from '../../../src/gateway/ports.ts';
import { problemOf, startDesk, type TestDesk } from './desk.ts';

/** Rounds that are made by hand. */
function byHand() {
  let running: { milliseconds: number; work: () => Promise<void> } | undefined;
  const rounds: NonNullable<Ports['rounds']> = (milliseconds, work) => {
    assert.equal(running, undefined, 'one round for all');
    running = { milliseconds, work };
    return () => (running = undefined);
  };
  return { rounds, runs: () => running !== undefined, every: () => running?.milliseconds, look: async () => running!.work() };
}

/** What of a stream has come since it was read last; `ended` once it is over. */
class Reader {
  text = '';
  ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  constructor(answer: Response) {
    assert.equal(answer.status, 200);
    this.#reader = answer.body!.getReader();
  }
  /** The next message. */
  async next(): Promise<string | undefined> {
    const { done, value } = await this.#reader.read();
    this.ended = done;
    return done ? undefined : new TextDecoder().decode(value).trim();
  }
  leave = () => this.#reader.cancel();
}

const hand = byHand();
let desk: TestDesk;
let statements: string[] = [];
before(async () => { desk = await startDesk({ ports: { rounds: hand.rounds }, settings: { limitFactor: 1 } }); });
after(() => desk.stop());

const open = async (code: string, address = '192.0.2.7', init: RequestInit = {}) => desk.fetch(`/v1/requests/${code}/live`, { address, ...init });
async function opened(code: string, address?: string): Promise<Reader> {
  const reader = new Reader(await open(code, address));
  assert.match((await reader.next())!, /^retry: \d{4}$/);
  return reader;
}
async function take(code: string): Promise<void> {
  const cookie = await desk.signIn({ agency: 'abfa' });
  const id = await desk.idOf(code, cookie);
  assert.equal((await desk.act(cookie, id, 'take', { version: (await desk.status(code)).version })).status, 200);
}

describe('the live state of a request', () => {
  it('tells the version, then each change once; the same again after a while; and ends', async () => {
    const { code } = await desk.file();
    assert.equal(hand.runs(), false, 'nobody looks, nobody asks the database');
    const stream = await opened(code);
    assert.equal(hand.every(), lookEvery);
    const { version } = await desk.status(code);
    assert.equal(await stream.next(), `data: {"version":${version}}`);
    await take(code);
    await hand.look();
    assert.equal(await stream.next(), `data: {"version":${version + 1}}`);
    await hand.look();
    desk.setNow(new Date(desk.ports.now().getTime() + repeatAfter));
    await hand.look();
    assert.equal(await stream.next(), `data: {"version":${version + 1}}`, 'nothing in between');
    desk.setNow(new Date(desk.ports.now().getTime() + longest));
    await hand.look();
    assert.equal(await stream.next(), undefined);
    assert.equal(hand.runs(), false);
  });

  it('is for who holds the code, and no cache or proxy keeps it', async () => {
    const { code } = await desk.file();
    assert.equal((await problemOf(await open('1234567890123456'))).code, 'request.notFound');
    const answer = await open(code);
    assert.match(answer.headers.get('content-type')!, /^text\/event-stream/);
    assert.equal(answer.headers.get('cache-control'), 'no-store, no-transform');
    assert.equal(answer.headers.get('x-accel-buffering'), 'no');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    await answer.body!.cancel();
  });

  it('gives an address four at a time; one that is left makes place; HEAD takes none', async () => {
    const { code } = await desk.file();
    const streams: Reader[] = [];
    for (let at = 0; at < mostOfSource; at++) {
      assert.equal((await open(code, '2001:db8::1', { method: 'HEAD' })).status, 200);
      streams.push(await opened(code, `2001:db8::${at}`));
    }
    const fifth = await open(code, '2001:db8::9');
    assert.equal(fifth.status, 429);
    assert.equal((await problemOf(fifth)).code, 'rate.limited');
    await (await opened(code, '192.0.2.8')).leave();
    await streams.pop()!.leave();
    streams.push(await opened(code, '2001:db8::9'));
    await Promise.all(streams.map((stream) => stream.leave()));
    assert.equal(hand.runs(), false);
  });

  it('asks the database once a round for a thousand streams', async () => {
    const { code } = await desk.file();
    const other = await desk.file();
    const db = desk.db.withPlugin({
      transformQuery: ({ node }) => {
        statements.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const rounds = byHand();
    const gateway = createGateway({ ...desk.ports, db, rounds: rounds.rounds });
    const streams: Reader[] = [];
    for (let at = 0; at < 1000; at++) {
      const from = `198.51.${at >> 8}.${at & 255}`;
      streams.push(new Reader(await gateway.fetch(new Request(`http://desk.test/v1/requests/${at % 2 ? code : other.code}/live`), { address: from })));
    }
    await take(code);
    statements = [];
    await rounds.look();
    assert.deepEqual(statements, ['SelectQueryNode']);
    for (const [at, stream] of streams.entries()) {
      await stream.next();
      assert.equal(await stream.next(), 'data: {"version":1}');
      if (at % 2) assert.equal(await stream.next(), 'data: {"version":2}');
      await stream.leave();
    }
  });

  it('goes on after the database was away', async () => {
    const { code } = await desk.file();
    let away = false;
    const db = desk.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (away) throw new Error('away');
        return result;
      },
    });
    const rounds = byHand();
    const gateway = createGateway({ ...desk.ports, db, rounds: rounds.rounds });
    const stream = new Reader(await gateway.fetch(new Request(`http://desk.test/v1/requests/${code}/live`), { address: '192.0.2.9' }));
    await stream.next();
    await stream.next();
    await take(code);
    away = true;
    await rounds.look();
    away = false;
    await rounds.look();
    assert.equal(await stream.next(), 'data: {"version":2}');
    await stream.leave();
  });

  it('comes through a socket at once, unpressed; who hangs up is forgotten; the gateway stops without waiting', async () => {
    const { code } = await desk.file();
    const stopping = new AbortController();
    const rounds = byHand();
    const gateway = createGateway({ ...desk.ports, rounds: rounds.rounds, stopping: stopping.signal });
    const server = await listen(gateway.fetch, { host: '127.0.0.1', port: 0 });
    const hear = () => new Promise<{ answer: IncomingMessage; first: string }>((resolve, reject) => {
      get(`${server.url}/v1/requests/${code}/live`, { headers: { 'accept-encoding': 'gzip, br' } }, (answer) => {
        let first = '';
        answer.on('data', (chunk: Buffer) => {
          first += chunk.toString();
          if (first.includes('data: ')) resolve({ answer, first });
        });
        answer.on('error', () => undefined);
      }).on('error', reject);
    });
    const gone = await hear();
    assert.equal(gone.answer.headers['content-encoding'], undefined);
    assert.match(gone.first, /^retry: \d+\n\ndata: \{"version":1\}\n\n$/);
    const left = new Promise((resolve) => gone.answer.once('close', resolve));
    gone.answer.destroy();
    await left;
    const limit = performance.now() + 10_000;
    while (rounds.runs()) {
      assert.ok(performance.now() < limit, 'a stream that nobody reads is forgotten');
      await new Promise(setImmediate);
    }

    const { answer } = await hear();
    const ended = new Promise((resolve) => answer.once('end', resolve));
    const began = performance.now();
    stopping.abort();
    await Promise.all([server.close(), ended]);
    assert.ok(performance.now() - began < 1000, `${performance.now() - began} ms`);
    assert.equal(rounds.runs(), false);
    const late = await gateway.fetch(new Request(`http://desk.test/v1/requests/${code}/live`), { address: '192.0.2.9' });
    assert.equal((await problemOf(late)).code, 'server.unavailable');
  });
});
