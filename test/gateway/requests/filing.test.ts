import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Filed, RequestStatus } from '../../../src/contract/request.ts';
import { readTrackingCode } from '../../../src/rules/tracking-code.ts';
import { verifyReceipt } from '../../../src/rules/receipt.ts';
import { solve } from '../../../src/core/outbox/work.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { newMobile, pdf, problemOf, publishTestDesk, startDesk, testForm, type TestDesk } from './desk.ts';

describe('filing a request', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());

  it('gives a code, a due time and a receipt that proves both', async () => {
    const filed = await desk.file();
    assert.deepEqual(readTrackingCode(filed.code), { ok: true, code: filed.code });
    assert.equal(filed.agency.id, 'abfa');
    assert.equal(filed.holder?.agency, 'abfa');
    assert.equal(filed.clock.state, 'running');
    assert.ok(filed.clock.explanation.length > 1);

    const { keys } = (await (await desk.fetch('/v1/receipt-keys')).json()) as { keys: JsonWebKey[] };
    const claims = await verifyReceipt(filed.receipt, keys as never);
    assert.equal(new Date(claims.dueAt).getTime(), new Date(filed.clock.dueAt).getTime());
    assert.equal(claims.offering, desk.offering);
    assert.ok(!keys.some((key) => 'd' in key), 'the private key is never published');
    assert.ok(!filed.receipt.includes(filed.code));
  });

  it('is seen by the code alone, without anything personal', async () => {
    const filed = await desk.file({ name: 'نام‌ویژه' });
    const answer = await desk.fetch(`/v1/requests/${filed.code}`);
    assert.equal(answer.status, 200);
    const text = await answer.text();
    const status = JSON.parse(text) as RequestStatus;
    assert.equal(status.state, 'submitted');
    assert.equal(status.hops, 0);
    assert.deepEqual(status.timeline.map(({ type, by }) => [type, by]), [['filed', 'citizen']]);
    assert.ok(!text.includes('نام‌ویژه') && !text.includes(filed.mobile));
  });

  it('tells the citizen by a message with the code', async () => {
    const filed = await desk.file();
    const messages = await desk.inbox(filed.mobile);
    assert.equal(messages.length, 1);
    assert.ok(messages[0]!.text.includes(filed.code.replace(/(\d{4})(?=\d)/g, '$1-')));
  });

  it('keeps no code and no personal word readable in the database', async () => {
    const filed = await desk.file({ name: 'نشانه‌پنهان', mobile: '۰۹۱۲ ۹۹۹ ۸۸۷۷' });
    for (const table of ['request', 'request_code', 'request_private', 'request_event', 'log_entry', 'outbox', 'idempotency', 'attachment'] as const) {
      const rows = await desk.db.selectFrom(table).selectAll().execute();
      const all = rows.map((row) => Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value))).join('\n')).join('\n');
      for (const secret of [filed.code, 'نشانه‌پنهان', '09129998877']) assert.ok(!all.includes(secret), `${secret} in ${table}`);
    }
  });

  it('refuses wrong answers with their places and codes, and stores nothing', async () => {
    const before = await countRequests();
    const answer = await desk.send({ mobile: '0912', people: [{ photo: [] }], extra: 'x' });
    assert.equal(answer.status, 422);
    const problem = await problemOf(answer);
    assert.equal(problem.code, 'input.invalid');
    const paths = problem.errors!.map(({ path }) => path);
    for (const path of ['name', 'mobile', 'people.0.who', 'extra']) assert.ok(paths.includes(path), path);
    assert.equal(await countRequests(), before);
  });

  it('accepts a number as people type it', async () => {
    const filed = await desk.file({ mobile: '+۹۸ ۹۱۲-۵۵۵۰۱۰۱' });
    assert.equal((await desk.inbox('09125550101')).length, 1);
    assert.ok(filed.code);
  });

  it('says what is not there', async () => {
    assert.equal((await problemOf(await desk.send({}, { offering: 'abfa.nothing' }))).code, 'offering.notFound');
    const offline = await desk.db.selectFrom('offering_version').select('offering')
      .where(({ eb, ref }) => eb(ref('sheet', '->>').key('form'), 'is', null as never)).executeTakeFirst();
    if (offline) assert.equal((await problemOf(await desk.send({}, { offering: offline.offering }))).code, 'offering.notOnline');
  });

  it('refuses an older form and names both versions', async () => {
    const other = await startDesk();
    try {
      await publishTestDesk(other.ports, { ...testForm, version: 2, title: { fa: 'درخواست تازه' } });
      const answer = await other.send({ name: 'آزمون', mobile: newMobile() });
      assert.equal(answer.status, 409);
      const problem = await problemOf(answer);
      assert.equal(problem.code, 'form.changed');
      assert.match(problem.detail!, /version 2.*version 1/);
    } finally {
      await other.stop();
    }
  });

  describe('the same submit again', () => {
    it('gets the same answer and files once', async () => {
      const before = await countRequests();
      const answers = { name: 'آزمون', mobile: newMobile() };
      const first = (await (await desk.send(answers, { key: 'key-twice-0001' })).json()) as Filed;
      const second = await desk.send(answers, { key: 'key-twice-0001' });
      assert.equal(second.status, 201);
      assert.deepEqual(await second.json(), first);
      assert.equal(second.headers.get('idempotency-replayed'), 'true');
      assert.equal(await countRequests(), before + 1);
      assert.equal((await desk.inbox(answers.mobile)).length, 1);
    });

    it('ten times at once files once', async () => {
      const before = await countRequests();
      const answers = { name: 'آزمون', mobile: newMobile() };
      const all = await Promise.all(Array.from({ length: 10 }, () => desk.send(answers, { key: 'key-tenfold-0001' })));
      const codes = new Set(await Promise.all(all.map(async (answer) => ((await answer.json()) as Filed).code)));
      assert.deepEqual(all.map(({ status }) => status), Array(10).fill(201));
      assert.equal(codes.size, 1);
      assert.equal(await countRequests(), before + 1);
    });

    it('with files answers the same again, though the files are bound by then', async () => {
      const deed = await (await desk.upload(pdf, 'سند.pdf')).json();
      const answers = { name: 'آزمون', mobile: newMobile(), owner: true, deed: [deed] };
      const first = await (await desk.send(answers as never, { key: 'key-files-0001' })).json();
      assert.deepEqual(await (await desk.send(answers as never, { key: 'key-files-0001' })).json(), first);
    });

    it('with another body is refused', async () => {
      await desk.send({ name: 'آزمون', mobile: newMobile() }, { key: 'key-other-0001' });
      const answer = await desk.send({ name: 'دیگری', mobile: newMobile() }, { key: 'key-other-0001' });
      assert.equal((await problemOf(answer)).code, 'idempotency.mismatch');
    });

    it('after a refusal may be mended under the same key', async () => {
      const mobile = newMobile();
      assert.equal((await desk.send({ mobile }, { key: 'key-mended-0001' })).status, 422);
      assert.equal((await desk.send({ name: 'آزمون', mobile }, { key: 'key-mended-0001' })).status, 201);
    });
  });

  it('200 at once are 200 requests, none lost, none alike', async () => {
    const before = await countRequests();
    const filed = await Promise.all(Array.from({ length: 200 }, () => desk.file()));
    assert.equal(new Set(filed.map(({ code }) => code)).size, 200);
    assert.equal(await countRequests(), before + 200);
    const statuses = await Promise.all(filed.map(async ({ code }) => (await desk.fetch(`/v1/requests/${code}`)).status));
    assert.ok(statuses.every((status) => status === 200));
    const report = await verifyLog(desk.db, desk.ports.secrets);
    assert.deepEqual(report.faults, []);
  });

  async function countRequests(): Promise<number> {
    const { count } = await desk.db.selectFrom('request').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    return Number(count);
  }
});

describe('limits of filing', () => {
  it('hold for one mobile number, whoever files for it', async () => {
    const desk = await startDesk({ settings: { limitFactor: 0.1 } });
    try {
      const mobile = newMobile();
      const statuses: number[] = [];
      for (let index = 0; index < 5; index++) {
        const send = (headers = {}) => desk.fetch('/v1/requests', {
          json: { offering: desk.offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile } }, address: `192.0.2.${index + 10}`, headers,
        });
        let answer = await send();
        if (answer.status === 428) answer = await send(await solve((await problemOf(answer)).challenge!, new AbortController().signal));
        statuses.push(answer.status);
        if (answer.status === 429) assert.ok(Number(answer.headers.get('retry-after')) > 0);
      }
      assert.deepEqual(statuses, [201, 201, 201, 429, 429]);
    } finally {
      await desk.stop();
    }
  });
});
