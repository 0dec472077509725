import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { MadeToken, TokenList } from '../../../src/contract/token.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { csvOf, officer, problemOf, tableOf } from '../intake/officer.ts';
import { systemOfAgency } from './system.ts';

describe('tokens of agencies’ own systems', () => {
  let gateway: TestGateway;
  const lines: string[] = [];
  const log = { info: (event: string, fields?: object) => void lines.push(`${event} ${JSON.stringify(fields)}`), error: (event: string, fields?: object) => void lines.push(`${event} ${JSON.stringify(fields)}`) };
  before(async () => { gateway = await startTestGateway({ agencies: ['gaz', 'post'], log }); });
  after(() => gateway.stop());
  const tokens = async (cookie: string) => officer(gateway, cookie).good<TokenList>(officer(gateway, cookie).get('/v1/staff/tokens'));
  const detailOf = async (answer: Promise<Response>) => ((await (await answer).json()) as Problem).detail ?? '';

  it('are told once, kept as a digest only, listed without the secret, and stand in no log', async () => {
    const { made, declare, staff } = await systemOfAgency(gateway, 'post');
    assert.match(made.secret, /^mizban_[\w-]{43}$/);
    await declare(tableOf('post'), '?dry-run=true');
    const { items, agencies } = await staff.good<TokenList>(staff.get('/v1/staff/tokens'));
    assert.deepEqual(agencies.map(({ id }) => id), ['post']);
    const [listed] = items;
    assert.deepEqual([listed!.name, listed!.state, listed!.usedOn, listed!.madeBy?.name], ['سامانه post', 'valid', '2026-11-24', 'کارشناس آزمون']);
    assert.equal(listed!.expiresAt, '2027-11-24T06:30:00.000Z');
    const kept = JSON.stringify([await gateway.db.selectFrom('agency_token').selectAll().execute(), await gateway.db.selectFrom('idempotency').selectAll().execute(), items]);
    assert.ok(lines.some((line) => line.includes('"route":"declare"')));
    for (const text of [kept, ...lines]) assert.ok(!text.includes(made.secret.slice(7)));
  });

  it('are used on the day of Iran, which begins before that of UTC', async () => {
    const { declare, staff } = await systemOfAgency(gateway, 'post');
    gateway.setNow('2026-11-24T23:00:00Z');
    await declare(tableOf('post'), '?dry-run=true');
    gateway.setNow('2026-11-24T10:00:00+03:30');
    const { items } = await staff.good<TokenList>(staff.get('/v1/staff/tokens'));
    assert.ok(items.some(({ usedOn }) => usedOn === '2026-11-25'));
  });

  it('open nothing when there is none, when it is wrong, revoked or expired, and say what to do', async () => {
    const { made, put, staff, path } = await systemOfAgency(gateway, 'post');
    const file = csvOf(tableOf('post'));
    const without = await gateway.fetch(path, { method: 'PUT', body: file as Uint8Array<ArrayBuffer> });
    assert.equal(without.headers.get('www-authenticate'), 'Bearer');
    assert.deepEqual(await problemOf(without), [401, 'token.needed']);
    assert.deepEqual(await problemOf(put(file, '', { authorization: `Bearer ${made.secret}x` })), [401, 'token.invalid']);
    assert.deepEqual(await problemOf(put(file, '', { authorization: 'Basic eDp5' })), [401, 'token.needed']);
    const cookie = await gateway.signIn({ agency: 'post', role: 'officer' });
    assert.deepEqual(await problemOf(gateway.fetch(path, { method: 'PUT', headers: { cookie }, body: file as Uint8Array<ArrayBuffer> })), [401, 'token.needed']);

    gateway.setNow('2027-11-25T10:00:00+03:30');
    assert.match(await detailOf(put(file)), /expired since 2027-11-24T06:30.*desk#\/tokens/);
    gateway.setNow('2026-11-24T10:00:00+03:30');
    assert.equal((await staff.remove(`/v1/staff/tokens/${made.token.id}`)).status, 204);
    assert.equal((await staff.remove(`/v1/staff/tokens/${made.token.id}`)).status, 204, 'a double click');
    assert.match(await detailOf(put(file)), /revoked since 2026-11-24/);
    assert.equal(await gateway.db.selectFrom('intake_draft').select('id').execute().then((all) => all.length), 2, 'only the dry runs of before');
  });

  it('open one agency of one province', async () => {
    const { put } = await systemOfAgency(gateway, 'post');
    const file = csvOf(tableOf('gaz'));
    assert.deepEqual(await problemOf(put(file, '', {}, '/v1/provinces/alborz/declarations/gaz')), [403, 'token.otherAgency']);
    assert.deepEqual(await problemOf(put(file, '', {}, '/v1/provinces/isfahan/declarations/post')), [403, 'token.otherAgency']);
    assert.match(await detailOf(put(file, '', {}, '/v1/provinces/alborz/declarations/gaz')), /\/v1\/provinces\/alborz\/declarations\/post only/);
  });

  it('are made by officers and heads of the agency and of the province, not by experts or neighbours', async () => {
    const post = { agency: 'post', name: 'سامانه', days: 30 };
    const as = async (role: 'expert' | 'head' | 'officer' | 'supervisor', agency?: string) => officer(gateway, await gateway.signIn({ role, agency }));
    for (const [role, agency] of [['head', 'post'], ['officer', undefined], ['supervisor', undefined]] as const) {
      assert.equal((await (await as(role, agency)).post('/v1/staff/tokens', post)).status, 201, role);
    }
    assert.deepEqual(await problemOf((await as('expert', 'post')).post('/v1/staff/tokens', post)), [403, 'staff.forbidden']);
    assert.deepEqual(await problemOf((await as('expert', 'post')).get('/v1/staff/tokens')), [403, 'staff.forbidden']);
    const neighbour = await as('officer', 'gaz');
    assert.deepEqual(await problemOf(neighbour.post('/v1/staff/tokens', post)), [403, 'staff.forbidden']);
    const { items } = await tokens(await gateway.signIn({ role: 'supervisor' }));
    assert.deepEqual(await problemOf(neighbour.remove(`/v1/staff/tokens/${items[0]!.id}`)), [404, 'token.notFound']);
    assert.deepEqual((await tokens(await gateway.signIn({ role: 'officer', agency: 'gaz' }))).items, []);
    const whole = await as('supervisor');
    assert.deepEqual(await problemOf(whole.post('/v1/staff/tokens', { ...post, agency: 'nobody' })), [404, 'agency.notFound']);
    for (const bad of [{ ...post, name: ' ' }, { ...post, days: 0 }, { ...post, days: 731 }]) assert.deepEqual(await problemOf(whole.post('/v1/staff/tokens', bad)), [422, 'input.invalid']);
  });

  it('keep no answer of making one for a repeated call: two calls, two tokens', async () => {
    const headers = { cookie: await gateway.signIn({ role: 'supervisor' }), 'sec-fetch-site': 'same-origin', 'idempotency-key': 'one-key-two-tokens' };
    const make = async () => ((await (await gateway.fetch('/v1/staff/tokens', { headers, json: { agency: 'gaz', name: 'سامانه', days: 1 } })).json()) as MadeToken).secret;
    const [first, second] = [await make(), await make()];
    assert.notEqual(first, second);
    assert.deepEqual(await gateway.db.selectFrom('idempotency').selectAll().where('route', '=', 'makeToken').execute(), []);
  });

  it('may be used some times an hour', async () => {
    const strict = await startTestGateway({ agencies: ['post'], settings: { limitFactor: 1 } });
    try {
      const { put, made } = await systemOfAgency(strict, 'post');
      const statuses: number[] = [];
      for (let at = 0; at < 61; at++) statuses.push((await put('', '', {})).status);
      assert.deepEqual([...new Set(statuses.slice(0, 60))], [422]);
      assert.equal(statuses[60], 429);
      strict.setNow('2026-11-24T11:00:00+03:30');
      assert.equal((await put('')).status, 422);
      assert.ok(made.secret);
    } finally {
      await strict.stop();
    }
  });
});
