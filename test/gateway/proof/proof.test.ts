import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { z } from '../../../src/contract/zod.ts';
import type { ProofAsked as ProofAskedSchema, RequestRecord } from '../../../src/contract/request.ts';
import { makeTrackingCode } from '../../../src/rules/tracking-code.ts';
import { randomBytes } from '../../../src/gateway/crypto.ts';
import { makeOtp } from '../../../src/gateway/proof/one-time-codes.ts';
import { testNow } from '../../support/gateway.ts';
import { otpIn } from '../../support/one-time-code.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

type ProofAsked = z.infer<typeof ProofAskedSchema>;
const later = (seconds: number): Date => new Date(Date.parse(testNow) + seconds * 1000);

describe('opening a request by proof', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());

  const ask = (code: string, address?: string) => desk.fetch(`/v1/requests/${code}/proof`, { method: 'POST', ...(address && { address }) });
  const confirm = (code: string, otp: string, more: { address?: string; challenge?: string } = {}) =>
    desk.fetch(`/v1/requests/${code}/proof/confirm`, { json: { otp, ...(more.challenge && { challenge: more.challenge }) }, ...(more.address && { address: more.address }) });
  const wrongFor = (otp: string): string => String((Number(otp) + 1) % 1_000_000).padStart(6, '0');

  it('gives the whole record to who got the message', async () => {
    const filed = await desk.file({ name: 'پرسنده' });
    const token = await desk.prove(filed.code, filed.mobile);
    const answer = await desk.record(filed.code, token);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const record = (await answer.json()) as RequestRecord;
    assert.equal(record.answers['name'], 'پرسنده');
    assert.equal(record.receipt, filed.receipt);
    assert.equal(record.form.id, 'desk-test');
    assert.deepEqual(record.messages, []);
  });

  it('opens exactly that request, for fifteen minutes', async () => {
    const [mine, other] = [await desk.file(), await desk.file()];
    const token = await desk.prove(mine.code, mine.mobile);
    assert.equal((await desk.record(other.code, token)).status, 404);
    desk.setNow(later(14 * 60));
    assert.equal((await desk.record(mine.code, token)).status, 200);
    desk.setNow(later(16 * 60));
    assert.equal((await desk.record(mine.code, token)).status, 404);
    desk.setNow(testNow);
  });

  it('answers alike for a code that exists, one that does not, and one that is none', async () => {
    const filed = await desk.file();
    const unknown = makeTrackingCode(randomBytes);
    const asked = await Promise.all([filed.code, unknown, '1234'].map((code) => ask(code)));
    assert.deepEqual(asked.map(({ status }) => status), [202, 202, 202]);
    const answers = (await Promise.all(asked.map((answer) => answer.json()))) as ProofAsked[];
    for (const { challenge, ...rest } of answers) {
      assert.deepEqual(rest, { validSeconds: 120, resendAfterSeconds: 60 });
      assert.match(challenge, /^[\w-]{22}$/);
    }
    assert.equal(new Set(answers.map(({ challenge }) => challenge)).size, 3);

    const otp = await desk.otpOf(filed.mobile);
    const wrong = await Promise.all([filed.code, unknown, '1234'].map((code) => confirm(code, wrongFor(otp))));
    assert.deepEqual(wrong.map(({ status }) => status), [403, 403, 403]);
    assert.equal(new Set(await Promise.all(wrong.map((answer) => answer.text()))).size, 1);

    const token = await desk.prove((await desk.file()).code, (await newest()).to);
    const closed = await Promise.all([
      desk.record(filed.code, 'no-such-token'), desk.record(filed.code, token), desk.record(unknown, token), desk.record('1234', token),
      desk.fetch(`/v1/requests/${filed.code}/record`), desk.fetch(`/v1/requests/${unknown}`), desk.fetch('/v1/requests/1234'),
      desk.fetch(`/v1/requests/${filed.code.slice(0, 15)}${(Number(filed.code[15]) + 1) % 10}`),
    ]);
    assert.deepEqual(closed.map(({ status }) => status), Array(8).fill(404));
    assert.equal(new Set(await Promise.all(closed.map((answer) => answer.text()))).size, 1);
  });

  it('runs the same statements for a code that exists and one that does not', async () => {
    const filed = await desk.file();
    const statements = async (work: () => Promise<unknown>): Promise<string[]> => {
      const log: string[] = [];
      const watched = await startWatching(log);
      await work();
      watched();
      return log;
    };
    const known = await statements(() => ask(filed.code));
    const unknown = await statements(() => ask(makeTrackingCode(randomBytes)));
    assert.ok(known.length > 4);
    assert.deepEqual(unknown, known);
    const otp = await desk.otpOf(filed.mobile);
    assert.deepEqual(
      await statements(() => confirm(makeTrackingCode(randomBytes), '000000')),
      await statements(() => confirm(filed.code, wrongFor(otp))),
    );
    assert.deepEqual(
      await statements(() => desk.record(makeTrackingCode(randomBytes), 'no-such-token')),
      await statements(() => desk.record(filed.code, 'no-such-token')),
    );
  });

  it('sends nothing for a code that nobody has', async () => {
    await ask(makeTrackingCode(randomBytes));
    const due = await desk.db.selectFrom('outbox').selectAll().where('last_error', '=', 'decoy')
      .where((eb) => eb.or([eb('given_up_at', 'is', null), eb('request', 'is not', null)])).execute();
    assert.deepEqual(due, []);
    assert.ok((await desk.inbox('00000000000')).length === 0);
  });

  it('takes a code once', async () => {
    const filed = await desk.file();
    await ask(filed.code);
    const otp = await desk.otpOf(filed.mobile);
    assert.equal((await confirm(filed.code, otp)).status, 200);
    assert.equal((await confirm(filed.code, otp)).status, 403);
  });

  it('takes a code for two minutes', async () => {
    const filed = await desk.file();
    await ask(filed.code);
    const otp = await desk.otpOf(filed.mobile);
    desk.setNow(later(121));
    assert.equal((await confirm(filed.code, otp)).status, 403);
    desk.setNow(testNow);
  });

  it('gives five tries; the right code after them is wrong', async () => {
    const filed = await desk.file();
    await ask(filed.code);
    const otp = await desk.otpOf(filed.mobile);
    for (let turn = 0; turn < 5; turn++) assert.equal((await confirm(filed.code, wrongFor(otp))).status, 403);
    assert.equal((await confirm(filed.code, otp)).status, 403);
  });

  it('counts simultaneous tries too', async () => {
    const filed = await desk.file();
    await ask(filed.code);
    const otp = await desk.otpOf(filed.mobile);
    await Promise.all(Array.from({ length: 8 }, () => confirm(filed.code, wrongFor(otp))));
    assert.equal((await confirm(filed.code, otp)).status, 403);
  });

  it('sends another after a minute and says how long to wait until then; a late message is good in its own time', async () => {
    const filed = await desk.file();
    await ask(filed.code);
    desk.setNow(later(20));
    assert.equal(((await (await ask(filed.code)).json()) as { resendAfterSeconds: number }).resendAfterSeconds, 40);
    const codes = async () => (await desk.inbox(filed.mobile)).flatMap(({ text }) => otpIn(text) ?? []);
    assert.equal((await codes()).length, 1);
    const first = (await codes())[0]!;
    desk.setNow(later(61));
    assert.equal(((await (await ask(filed.code)).json()) as { resendAfterSeconds: number }).resendAfterSeconds, 60);
    assert.equal((await codes()).length, 2);
    assert.equal((await confirm(filed.code, first)).status, 200);
    desk.setNow(testNow);
  });

  it('makes codes of six digits, with zeros in front', () => {
    assert.equal(makeOtp(() => Uint8Array.of(0, 0, 0, 7)), '000007');
    const draws = [Uint8Array.of(255, 255, 255, 255), Uint8Array.of(0, 15, 66, 64)];
    assert.equal(makeOtp(() => draws.shift()!), '000000');
  });

  async function newest() {
    const answer = await desk.fetch('/dev/inbox.json');
    return ((await answer.json()) as { messages: { to: string }[] }).messages[0]!;
  }

  /** Records the text of every statement of the gateway until the returned function is called. */
  async function startWatching(log: string[]): Promise<() => void> {
    const { default: pg } = await import('pg');
    const original = pg.Client.prototype.query;
    pg.Client.prototype.query = function watched(this: unknown, ...input: unknown[]) {
      const statement = typeof input[0] === 'string' ? input[0] : (input[0] as { text?: string }).text;
      if (statement) log.push(statement);
      return (original as (...all: unknown[]) => unknown).apply(this, input);
    } as typeof original;
    return () => { pg.Client.prototype.query = original; };
  }
});

describe('a stranger who knows a tracking code', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk({ settings: { limitFactor: 1 } }); });
  after(() => desk.stop());
  const stranger = '203.0.113.66';
  const home = '198.51.100.1';
  const ask = (code: string, address: string) => desk.fetch(`/v1/requests/${code}/proof`, { method: 'POST', address });
  const challengeOf = async (answer: Response) => ((await answer.json()) as ProofAsked).challenge;
  const confirm = (code: string, otp: string, address: string, challenge?: string) =>
    desk.fetch(`/v1/requests/${code}/proof/confirm`, { json: { otp, ...(challenge && { challenge }) }, address });
  const wrongFor = (otp: string): string => String((Number(otp) + 1) % 1_000_000).padStart(6, '0');
  const window = (n: number): void => desk.setNow(new Date(Math.ceil(Date.parse(testNow) / 3_600_000) * 3_600_000 + n * 600_000));
  let turn = 0;
  beforeEach(() => window(6 * ++turn));

  it('does not use up the tries of the owner', async () => {
    const filed = await desk.file();
    const challenge = await challengeOf(await ask(filed.code, home));
    const otp = await desk.otpOf(filed.mobile);
    const theirs = await challengeOf(await ask(filed.code, stranger));
    for (let n = 0; n < 8; n++) {
      assert.equal((await confirm(filed.code, wrongFor(otp), stranger)).status, 403);
      assert.equal((await confirm(filed.code, wrongFor(otp), stranger, theirs)).status, 403);
    }
    // The owner's telephone has another address by now; the challenge says who it is.
    assert.equal((await confirm(filed.code, otp, '192.0.2.200', challenge)).status, 200);
  });

  it('opens nothing with the code of the owner and a challenge of their own', async () => {
    const filed = await desk.file();
    await ask(filed.code, home);
    const otp = await desk.otpOf(filed.mobile);
    const other = await desk.file();
    const theirs = await challengeOf(await ask(other.code, stranger));
    assert.equal((await confirm(filed.code, otp, stranger, theirs)).status, 403);
    assert.equal((await confirm(filed.code, otp, stranger, 'no-such-challenge')).status, 403);
    assert.equal((await confirm(filed.code, otp, stranger)).status, 403);
    assert.equal((await confirm(filed.code, otp, home)).status, 200);
  });

  it('asks in vain after three messages, and the owner still gets theirs', async () => {
    const filed = await desk.file();
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) {
      desk.setNow(new Date(desk.ports.now().getTime() + 61_000));
      statuses.push((await ask(filed.code, stranger)).status);
    }
    assert.deepEqual(statuses, [202, 202, 202, 429, 429]);
    const before = (await desk.inbox(filed.mobile)).length;
    const challenge = await challengeOf(await ask(filed.code, home));
    assert.equal((await desk.inbox(filed.mobile)).length, before + 1);
    assert.equal((await confirm(filed.code, await desk.otpOf(filed.mobile), home, challenge)).status, 200);
  });

  it('with many addresses fills a telephone to six messages in ten minutes, and is told when to try again', async () => {
    const filed = await desk.file();
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push((await ask(filed.code, `203.0.113.${n}`)).status);
    assert.deepEqual(statuses, [202, 202, 202, 202, 202, 202, 429, 429]);
    const refused = await ask(filed.code, home);
    assert.ok(Number(refused.headers.get('retry-after')) <= 600);
    desk.setNow(new Date(desk.ports.now().getTime() + Number(refused.headers.get('retry-after')) * 1000));
    assert.equal((await ask(filed.code, home)).status, 202);
    const unknown = makeTrackingCode(randomBytes);
    const same: number[] = [];
    for (let n = 0; n < 8; n++) same.push((await ask(unknown, `203.0.113.${n}`)).status);
    assert.deepEqual(same, statuses, 'alike for a code that nobody has');
  });

  it('guesses once a message after twenty wrong tries, and the owner is let in', async () => {
    const filed = await desk.file();
    for (let n = 0; n < 4; n++) {
      const challenge = await challengeOf(await ask(filed.code, `203.0.113.${n}`));
      const otp = await desk.otpOf(filed.mobile);
      for (let tried = 0; tried < 5; tried++) await confirm(filed.code, wrongFor(otp), `203.0.113.${n}`, challenge);
    }
    const theirs = await challengeOf(await ask(filed.code, stranger));
    const sent = await desk.otpOf(filed.mobile);
    assert.equal((await confirm(filed.code, wrongFor(sent), stranger, theirs)).status, 403);
    assert.equal((await confirm(filed.code, sent, stranger, theirs)).status, 403, 'the one try was used');
    const challenge = await challengeOf(await ask(filed.code, home));
    assert.equal((await confirm(filed.code, await desk.otpOf(filed.mobile), home, challenge)).status, 200);
  });
});
