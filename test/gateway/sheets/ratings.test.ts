import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { solve } from '../../../src/core/outbox/work.ts';
import { tehranDay } from '../../../src/gateway/tehran-day.ts';
import { testNow } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

describe('what anybody says about a service', () => {
  let desk: TestDesk;
  before(async () => {
    desk = await startDesk({ settings: { limitFactor: 1 } });
  });
  after(() => desk.stop());

  const rate = (json: object, { offering = desk.offering, headers = {}, address = '192.0.2.1' }: { offering?: string; headers?: Record<string, string>; address?: string } = {}) =>
    desk.fetch(`/v1/offerings/${offering}/ratings`, { json, headers, address });
  const rows = () => desk.db.selectFrom('service_rating').selectAll().orderBy('id').execute();
  const body = { answers: { satisfied: 2, stepsTold: 3 }, reasons: ['late', 'late'] };

  it('is kept by service and day, with nothing of the sender and no event of a request; sent again it is the same', async () => {
    const before = await desk.db.selectFrom('request_event').select('seq').execute();
    const headers = { 'idempotency-key': 'one-wish-to-rate' };
    for (let time = 0; time < 2; time++) assert.equal((await rate(body, { headers })).status, 204);
    assert.deepEqual((await rows()).map(({ id: _, ...row }) => row), [
      { offering: desk.offering, form: 'long', answers: body.answers, reasons: ['late'], day: tehranDay(Date.parse(testNow)) },
    ]);
    assert.deepEqual(await desk.db.selectFrom('request_event').select('seq').execute(), before);
  });

  it('refuses a service that is not there, nothing answered and an objection, which belongs to a request', async () => {
    assert.equal((await problemOf(await rate(body, { offering: 'alborz.abfa.none' }))).code, 'offering.notFound');
    for (const wrong of [{ answers: {}, reasons: [] }, { answers: { satisfied: 6 }, reasons: [] }, { answers: { satisfied: 1 }, reasons: ['any'] }]) {
      assert.equal((await rate(wrong)).status, 422, JSON.stringify(wrong));
    }
    const known = (await rows()).length;
    await rate({ ...body, objection: 'نه' });
    assert.ok((await rows()).slice(known).every((row) => !JSON.stringify(row).includes('نه')));
  });

  it('costs a proof of work once many came from one address, and each proof is good for one', async () => {
    const address = '198.51.100.7';
    for (let time = 0; time < 5; time++) assert.equal((await rate(body, { address })).status, 204);
    const { code, challenge } = await problemOf(await rate(body, { address }));
    assert.equal(code, 'work.needed');
    const headers = await solve(challenge!, new AbortController().signal);
    assert.equal((await rate(body, { address, headers })).status, 204);
    assert.equal((await problemOf(await rate(body, { address, headers }))).code, 'work.needed');
    assert.equal((await rate(body, { address: '198.51.100.8' })).status, 204);
  });
});
