import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Answers } from '../../../src/contract/form.ts';
import type { Accepted, Filed, Proof } from '../../../src/contract/request.ts';
import { sweep } from '../../../src/gateway/housekeeping.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { collectOrphans } from '../../../src/gateway/uploads/orphans.ts';
import { testNow } from '../../support/gateway.ts';
import { newMobile, pdf, problemOf, publishTestDesk, startDesk, testForm, type TestDesk } from './desk.ts';

const wrongFor = (otp: string): string => String((Number(otp) + 1) % 1_000_000).padStart(6, '0');
const later = (seconds: number): Date => new Date(Date.parse(testNow) + seconds * 1000);
let keys = 0;
const newKey = (): string => `key-accepted-${++keys}`;

describe('a request whose mobile number has to be proven', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk({ settings: { mobileProof: 'required' } }); });
  after(() => desk.stop());
  beforeEach(() => desk.setNow(testNow));

  const accept = async (answers: Answers, key?: string): Promise<Accepted> => {
    const answer = await desk.send({ name: 'آزمون', ...answers }, { key });
    assert.equal(answer.status, 202, answer.status === 202 ? '' : await answer.clone().text());
    return (await answer.json()) as Accepted;
  };
  const prove = (id: string, otp: string) => desk.fetch(`/v1/accepted/${id}/proof`, { json: { otp } });
  const resend = (id: string) => desk.fetch(`/v1/accepted/${id}/code`, { method: 'POST' });
  const filedBy = async (answer: Response): Promise<Filed & { token: string }> => {
    assert.equal(answer.status, 200, answer.status === 200 ? '' : await answer.clone().text());
    const { filed, proof } = (await answer.json()) as { filed: Filed; proof: Proof };
    return { ...filed, token: proof.token };
  };
  const count = async (table: 'request' | 'accepted' | 'request_event'): Promise<number> => {
    const row = await desk.db.selectFrom(table).select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    return Number(row.count);
  };

  it('is kept, and is no request before the code comes back', async () => {
    const before = await count('request');
    const mobile = newMobile();
    const accepted = await accept({ mobile });
    assert.deepEqual({ ...accepted, accepted: '' }, { accepted: '', until: later(86_400).toISOString(), validSeconds: 300, resendAfterSeconds: 60 });
    assert.equal(await count('request'), before);
    const messages = await desk.inbox(mobile);
    assert.equal(messages.length, 1);
    assert.ok(!messages[0]!.text.includes('ثبت شد'), 'nothing is said to be filed');
    const cookie = await desk.signIn({ agency: 'abfa', username: 'accepted' });
    const queue = (await (await desk.fetch('/v1/staff/requests', { headers: { cookie } })).json()) as { items: unknown[] };
    assert.equal(queue.items.length, before, 'the desk sees nothing of it');
  });

  it('is filed by the right code, and its clock starts then', async () => {
    const mobile = newMobile();
    const { accepted } = await accept({ mobile });
    desk.setNow(later(200));
    const filed = await filedBy(await prove(accepted, await desk.otpOf(mobile)));
    assert.equal(Date.parse(filed.filedAt), later(200).getTime());
    assert.equal(Date.parse(filed.clock.startedAt), later(200).getTime());
    assert.equal((await desk.fetch(`/v1/requests/${filed.code}`)).status, 200);
    assert.ok((await desk.inbox(mobile))[0]!.text.includes(filed.code.replace(/(\d{4})(?=\d)/g, '$1-')));
    assert.equal((await desk.record(filed.code, filed.token)).status, 200, 'who proved the number may read the request');
    assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).faults, []);
  });

  it('is filed once, whoever sends it or its code again', async () => {
    const mobile = newMobile();
    const key = newKey();
    const first = await accept({ mobile }, key);
    assert.deepEqual(await accept({ mobile }, key), first, 'before the code: the same, and no second message');
    assert.equal((await desk.inbox(mobile)).length, 1);
    const before = await count('request');
    const otp = await desk.otpOf(mobile);
    const all = await Promise.all(Array.from({ length: 5 }, async () => filedBy(await prove(first.accepted, otp))));
    assert.equal(new Set(all.map(({ code }) => code)).size, 1);
    const again = await desk.send({ name: 'آزمون', mobile }, { key });
    assert.equal(again.status, 201);
    assert.equal(((await again.json()) as Filed).code, all[0]!.code);
    assert.equal(await count('request'), before + 1);
    assert.equal((await problemOf(await desk.send({ name: 'دیگر', mobile }, { key }))).code, 'idempotency.mismatch');
    assert.equal((await problemOf(await resend(first.accepted))).code, 'accepted.notFound', 'a filed one needs no code');
    desk.setNow(later(2 * 86_400));
    await sweep(desk.ports);
    const replayed = await desk.send({ name: 'آزمون', mobile }, { key });
    assert.equal(((await replayed.json()) as Filed).code, all[0]!.code, 'days later too');
    assert.equal((await desk.fetch(`/v1/requests/${all[0]!.code}`)).status, 200);
  });

  it('ten times at once is accepted once, with one message', async () => {
    const mobile = newMobile();
    const key = newKey();
    const all = await Promise.all(Array.from({ length: 10 }, () => accept({ mobile }, key)));
    assert.equal(new Set(all.map(({ accepted }) => accepted)).size, 1);
    assert.equal((await desk.inbox(mobile)).length, 1);
  });

  it('tells how many tries are left, and takes another code after five wrong ones', async () => {
    const mobile = newMobile();
    const { accepted } = await accept({ mobile });
    const otp = await desk.otpOf(mobile);
    const left: (number | undefined)[] = [];
    for (let n = 0; n < 6; n++) left.push((await problemOf(await prove(accepted, wrongFor(otp)))).triesLeft);
    assert.deepEqual(left, [4, 3, 2, 1, 0, 0]);
    assert.equal((await prove(accepted, otp)).status, 403, 'the right one comes too late');
    desk.setNow(later(61));
    assert.equal((await resend(accepted)).status, 202);
    await filedBy(await prove(accepted, await desk.otpOf(mobile)));
  });

  it('takes no code that is over, and none of another request', async () => {
    const [mine, theirs] = [newMobile(), newMobile()];
    const { accepted } = await accept({ mobile: mine });
    await accept({ mobile: theirs });
    const otp = await desk.otpOf(theirs);
    if (otp !== (await desk.otpOf(mine))) assert.equal((await prove(accepted, otp)).status, 403);
    desk.setNow(later(301));
    const problem = await problemOf(await prove(accepted, await desk.otpOf(mine)));
    assert.deepEqual([problem.code, problem.triesLeft], ['proof.wrong', 0]);
    assert.equal((await prove('no-such-name', '123456')).status, 404);
  });

  it('sends another code after one minute, then two, then four, and never more than six to a phone', async () => {
    const mobile = newMobile();
    const { accepted } = await accept({ mobile });
    const waits: number[] = [];
    for (const at of [30, 60, 61, 180, 181, 419, 420]) {
      desk.setNow(later(at));
      waits.push(((await (await resend(accepted)).json()) as Accepted).resendAfterSeconds);
    }
    assert.deepEqual(waits, [30, 120, 119, 240, 239, 1, 240]);
    assert.equal((await desk.inbox(mobile)).length, 4);
  });

  it('takes a number that was mistyped back, with all else as it was', async () => {
    const [mistyped, right] = [newMobile(), newMobile()];
    const key = newKey();
    const deed = await (await desk.upload(pdf, 'سند.pdf')).json();
    const answers = { owner: true, deed: [deed] } as never as Answers;
    const first = await accept({ ...answers, mobile: mistyped }, key);
    const theirs = await desk.otpOf(mistyped);
    const second = await accept({ ...answers, mobile: right }, key);
    assert.notEqual(second.accepted, first.accepted);
    assert.equal((await problemOf(await prove(first.accepted, theirs))).code, 'accepted.notFound', 'the other number files nothing');
    const filed = await filedBy(await prove(second.accepted, await desk.otpOf(right)));
    const record = (await (await desk.record(filed.code, filed.token)).json()) as { answers: Answers; files: unknown[] };
    assert.equal(record.answers['mobile'], right);
    assert.equal(record.files.length, 1);
  });

  it('is not asked again of a number that was proven a moment ago, and files once all the same', async () => {
    const mobile = newMobile();
    const { accepted } = await accept({ mobile });
    const { token, code } = await filedBy(await prove(accepted, await desk.otpOf(mobile)));
    const key = newKey();
    const send = (number: string, bearer?: string) => desk.fetch('/v1/requests', {
      json: { offering: desk.offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile: number } },
      headers: { 'idempotency-key': key, ...(bearer && { authorization: `Bearer ${bearer}` }) },
    });
    const next = await send(mobile, token);
    assert.equal(next.status, 201);
    const filed = (await next.json()) as Filed;
    assert.notEqual(filed.code, code);
    const again = await send(mobile);
    assert.equal(again.status, 201);
    assert.equal(((await again.json()) as Filed).code, filed.code, 'the same filing, with or without the token');
    const other = await desk.fetch('/v1/requests', {
      json: { offering: desk.offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile: newMobile() } }, headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(other.status, 202, 'it proves no other number');
    desk.setNow(later(16 * 60));
    const late = await desk.fetch('/v1/requests', {
      json: { offering: desk.offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile } }, headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(late.status, 202, 'nor for ever');
  });

  it('is erased when nobody proves it in time, and its files when they have waited as long as a filing may', async () => {
    const mobile = newMobile();
    const deed = (await (await desk.upload(pdf, 'سند.pdf')).json()) as { id: string };
    const { accepted } = await accept({ mobile, owner: true, deed: [deed] } as never);
    const otp = await desk.otpOf(mobile);
    desk.setNow(later(24 * 3600 - 1));
    await sweep(desk.ports);
    await collectOrphans(desk.ports);
    const held = () => desk.db.selectFrom('accepted').select('id').where('id', '=', accepted).executeTakeFirst();
    const file = () => desk.db.selectFrom('attachment').select('id').where('id', '=', deed.id).executeTakeFirst();
    assert.ok(await held(), 'not a second before');
    desk.setNow(later(24 * 3600 + 1));
    await sweep(desk.ports);
    await collectOrphans(desk.ports);
    assert.equal(await held(), undefined);
    assert.ok(await file(), 'it may still be sent anew from the device');
    desk.setNow(later(8 * 24 * 3600 + 1));
    await collectOrphans(desk.ports);
    assert.equal(await file(), undefined);
    assert.equal((await problemOf(await prove(accepted, otp))).code, 'accepted.notFound');
  });

  it('keeps nothing readable in the database, and no code', async () => {
    const mobile = '09129997766';
    const { accepted } = await accept({ name: 'نشانه‌پنهان', mobile });
    const otp = await desk.otpOf(mobile);
    const seen = async (): Promise<string> => {
      let all = '';
      for (const table of ['accepted', 'one_time_code', 'outbox', 'idempotency'] as const) {
        for (const row of await desk.db.selectFrom(table).selectAll().execute()) {
          all += Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value))).join('\n');
        }
      }
      return all;
    };
    const before = await seen();
    for (const secret of ['نشانه‌پنهان', mobile, `"${otp}"`]) assert.ok(!before.includes(secret), secret);
    const { code } = await filedBy(await prove(accepted, otp));
    assert.ok(!(await seen()).includes(code));
    const row = await desk.db.selectFrom('accepted').select('content').where('id', '=', accepted).executeTakeFirstOrThrow();
    assert.equal(row.content, null, 'what was sent lies with the request alone');
  });

  it('is refused at once when something is wrong with it', async () => {
    const before = await count('accepted');
    assert.equal((await desk.send({ mobile: newMobile() })).status, 422);
    assert.equal(await count('accepted'), before);
  });

  it('is filed as it was accepted, though its form has changed since', async () => {
    const other = await startDesk({ settings: { mobileProof: 'required' } });
    try {
      const mobile = newMobile();
      const { accepted } = (await (await other.send({ name: 'آزمون', mobile })).json()) as Accepted;
      await publishTestDesk(other.ports, { ...testForm, version: 2, title: { fa: 'درخواست تازه' } });
      const answer = await other.fetch(`/v1/accepted/${accepted}/proof`, { json: { otp: await other.otpOf(mobile) } });
      const filed = await filedBy(answer);
      const record = (await (await other.record(filed.code, filed.token)).json()) as { form: { version: number } };
      assert.equal(record.form.version, 1);
    } finally {
      await other.stop();
    }
  });
});

describe('a stranger who writes the number of somebody else', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk({ settings: { mobileProof: 'required', limitFactor: 1 } }); });
  after(() => desk.stop());

  const send = (mobile: string, address: string) => desk.fetch('/v1/requests', {
    json: { offering: desk.offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile } }, address,
  });

  it('causes a handful of messages, each further one for work, and then none', async () => {
    const mobile = newMobile();
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await send(mobile, `203.0.113.${n}`)).status);
    assert.deepEqual(statuses, [202, 202, 202, 202, 202, 428, 428]);
    assert.equal((await desk.inbox(mobile)).length, 5);
    assert.equal((await send(newMobile(), '203.0.113.99')).status, 202, 'others are not kept waiting');
  });

  it('guesses once a message after twenty wrong tries for one number, and the owner still files', async () => {
    const mobile = newMobile();
    for (let n = 0; n < 4; n++) {
      const { accepted } = (await (await send(mobile, `203.0.113.${100 + n}`)).json()) as Accepted;
      const otp = await desk.otpOf(mobile);
      for (let tried = 0; tried < 5; tried++) await desk.fetch(`/v1/accepted/${accepted}/proof`, { json: { otp: wrongFor(otp) }, address: '203.0.113.100' });
    }
    const { accepted } = (await (await send(mobile, '198.51.100.1')).json()) as Accepted;
    const otp = await desk.otpOf(mobile);
    assert.equal((await desk.fetch(`/v1/accepted/${accepted}/proof`, { json: { otp } })).status, 200);
  });
});
