import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Problem } from '../../../src/contract/problem.ts';
import { once, type Remembered } from '../../../src/gateway/http/idempotency.ts';
import type { CallerContext } from '../../../src/gateway/http/handler.ts';
import { sweep } from '../../../src/gateway/housekeeping.ts';
import { newMobile, startDesk, type TestDesk } from '../requests/desk.ts';

const code = async (answer: Response): Promise<string> => ((await answer.json()) as Problem).code;

describe('an Idempotency-Key', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());
  const count = async () => Number((await desk.db.selectFrom('request').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
  const caller = (key: string): CallerContext => ({ address: 'test', fingerprint: '', idempotencyKey: key, request: new Request('http://x.test'), headers: new Headers() });

  it('gives the same answer again and files once', async () => {
    const answers = { name: 'آزمون', mobile: newMobile() };
    const before = await count();
    const first = await desk.send(answers, { key: 'key-of-one-filing' });
    const again = await desk.send(answers, { key: 'key-of-one-filing' });
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.deepEqual(await again.json(), await first.json());
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal(await count(), before + 1);
  });

  it('refuses another body under the same key', async () => {
    await desk.send({ name: 'نخست', mobile: newMobile() }, { key: 'key-with-two-bodies' });
    assert.equal(await code(await desk.send({ name: 'دیگر', mobile: newMobile() }, { key: 'key-with-two-bodies' })), 'idempotency.mismatch');
  });

  it('files once when the same call comes five times at once', async () => {
    const answers = { name: 'آزمون', mobile: newMobile() };
    const before = await count();
    const all = await Promise.all(Array.from({ length: 5 }, () => desk.send(answers, { key: 'key-in-a-hurry' })));
    const codes = await Promise.all(all.map(async (answer) => ((await answer.json()) as { code: string }).code));
    assert.equal(new Set(codes).size, 1);
    assert.match(codes[0]!, /^\d{16}$/);
    assert.equal(await count(), before + 1);
  });

  it('makes the second of two other writes wait for the first and get its answer', async () => {
    let runs = 0;
    let finish!: () => void;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const work = async (): Promise<Remembered> => {
      runs++;
      await held;
      return { status: 202, answer: { run: runs } };
    };
    const first = once(desk.ports, caller('slow-key'), 'askProof', 'same', work);
    const second = once(desk.ports, caller('slow-key'), 'askProof', 'same', work);
    finish();
    const [a, b] = await Promise.all([first, second]);
    assert.equal(runs, 1);
    assert.deepEqual([a.answer, b.answer], [{ run: 1 }, { run: 1 }]);
    assert.deepEqual([a.replayed, b.replayed].sort(), [false, true]);
  });

  it('is free again after a failure', async () => {
    await assert.rejects(once(desk.ports, caller('failing-key'), 'askProof', 'f', async () => { throw new Error('no luck'); }), /no luck/);
    const done = await once(desk.ports, caller('failing-key'), 'askProof', 'f', async () => ({ status: 200, answer: 'luck' }));
    assert.deepEqual([done.answer, done.replayed], ['luck', false]);
  });

  it('belongs to one caller', async () => {
    const work = (answer: string) => async (): Promise<Remembered> => ({ status: 200, answer });
    await once(desk.ports, { ...caller('shared-key'), proof: 'a'.repeat(40) }, 'reply', 'f', work('of a'));
    const other = await once(desk.ports, { ...caller('shared-key'), proof: 'b'.repeat(40) }, 'reply', 'f', work('of b'));
    assert.equal(other.answer, 'of b');
  });

  it('of a filing is forgotten after eight days: longer than a draft waits on a phone', async () => {
    const answers = { name: 'آزمون', mobile: newMobile() };
    const first = (await (await desk.send(answers, { key: 'key-of-yesterday' })).json()) as { code: string };
    desk.setNow('2026-12-02T09:59:59+03:30');
    const waited = (await (await desk.send(answers, { key: 'key-of-yesterday' })).json()) as { code: string };
    assert.equal(waited.code, first.code);
    desk.setNow('2026-12-02T10:00:01+03:30');
    const later = (await (await desk.send(answers, { key: 'key-of-yesterday' })).json()) as { code: string };
    assert.notEqual(later.code, first.code);
    desk.setNow('2026-12-11T10:00:00+03:30');
    await sweep(desk.ports);
    assert.deepEqual(await desk.db.selectFrom('idempotency').select('route').execute(), []);
  });

  it('that is none is refused', async () => {
    const answer = await desk.send({ name: 'آزمون', mobile: newMobile() }, { key: 'short' });
    assert.equal(answer.status, 422);
    assert.equal(((await answer.json()) as Problem).errors![0]!.path, 'Idempotency-Key');
  });
});
