import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Problem } from '../../../src/contract/problem.ts';
import type { StaffSession } from '../../../src/contract/staff.ts';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { startTestGateway, testNow, testPassword, type TestGateway } from '../../support/gateway.ts';

describe('signing in', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['sabt-ahval'] });
    await createStaff(gateway.ports, { username: 'Sabt', name: 'کارشناس آزمون', password: testPassword, role: 'expert', province: 'alborz', agency: 'sabt-ahval', unit: 'sabt-ahval-a' });
  });
  after(() => gateway.stop());
  const signIn = (username: string, password = testPassword) => gateway.fetch('/v1/staff/session', { json: { username, password } });
  const session = (cookie: string) => gateway.fetch('/v1/staff/session', { headers: { cookie } });

  it('gives a cookie that scripts and other sites never see', async () => {
    const answer = await signIn(' SABT ');
    assert.equal(answer.status, 200);
    const { staff } = (await answer.json()) as StaffSession;
    assert.deepEqual([staff.username, staff.role, staff.agency?.id, staff.unit?.id], ['sabt', 'expert', 'sabt-ahval', 'sabt-ahval-a']);
    const [cookie] = answer.headers.getSetCookie();
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) assert.ok(cookie!.includes(part), part);
    const token = cookie!.split(';')[0]!.split('=')[1]!;
    const stored = JSON.stringify(await gateway.db.selectFrom('staff_session').selectAll().execute());
    assert.ok(!stored.includes(token), 'only a hash is stored');
    assert.equal((await session(cookie!.split(';')[0]!)).status, 200);
  });

  it('marks the cookie Secure and bound to the host in production', async () => {
    const production = createGateway({ ...gateway.ports, settings: { ...gateway.ports.settings, production: true } });
    const answer = await production.fetch(new Request('https://desk.test/v1/staff/session', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'sabt', password: testPassword }),
    }));
    assert.match(answer.headers.getSetCookie()[0]!, /^__Host-mizban=.*; Secure/);
    assert.ok(answer.headers.has('strict-transport-security'));
    assert.equal((await production.fetch(new Request('https://desk.test/dev/inbox'))).status, 404);
  });

  it('answers alike for a wrong password and a name that does not exist', async () => {
    const [wrong, unknown] = [await signIn('sabt', 'نادرست'), await signIn('nobody', 'نادرست')];
    assert.deepEqual([wrong.status, unknown.status], [401, 401]);
    assert.equal(await wrong.text(), await unknown.text());
    assert.deepEqual([wrong.headers.getSetCookie(), unknown.headers.getSetCookie()], [[], []]);
  });

  it('stores passwords with argon2id only', async () => {
    const { password_hash: hash } = await gateway.db.selectFrom('staff').select('password_hash').where('username', '=', 'sabt').executeTakeFirstOrThrow();
    assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('ends with signing out, with time, and with the account', async () => {
    const fresh = async () => (await signIn('sabt')).headers.getSetCookie()[0]!.split(';')[0]!;
    const left = await fresh();
    const out = await gateway.fetch('/v1/staff/session', { method: 'DELETE', headers: { cookie: left } });
    assert.equal(out.status, 204);
    assert.match(out.headers.getSetCookie()[0]!, /Max-Age=0/);
    assert.equal(((await (await session(left)).json()) as Problem).code, 'staff.signInNeeded');

    const old = await fresh();
    gateway.setNow('2026-11-24T22:00:01+03:30');
    assert.equal((await session(old)).status, 401);
    gateway.setNow(testNow);

    const closed = await fresh();
    await gateway.db.updateTable('staff').set({ active: false }).where('username', '=', 'sabt').execute();
    assert.equal((await session(closed)).status, 401);
    assert.equal((await signIn('sabt')).status, 401);
    await gateway.db.updateTable('staff').set({ active: true }).where('username', '=', 'sabt').execute();
  });

  it('with a new password closes what was open under the old one', async () => {
    const cookie = await gateway.signIn({ agency: 'sabt-ahval', username: 'changed' });
    await createStaff(gateway.ports, { username: 'changed', name: 'کارشناس آزمون', password: 'رمز دیگر ۱', role: 'expert', province: 'alborz', agency: 'sabt-ahval' });
    assert.equal((await session(cookie)).status, 401);
  });

  it('is refused after ten tries on one account, from wherever they come', async () => {
    const strict = createGateway({ ...gateway.ports, settings: { ...gateway.ports.settings, limitFactor: 1 } });
    const attempt = async (n: number, username = 'guessed') => (await strict.fetch(new Request('http://gateway.test/v1/staff/session', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: `گمان ${n}` }),
    }), { address: `203.0.113.${n}` })).status;
    const statuses: number[] = [];
    for (let n = 1; n <= 11; n++) statuses.push(await attempt(n));
    assert.deepEqual(statuses, [...Array<number>(10).fill(401), 429]);
    assert.equal(await attempt(12, 'someone-else'), 401);
  });

  it('is needed on every staff route', async () => {
    for (const path of ['/v1/staff/requests', '/v1/staff/units', '/v1/staff/requests/x', '/v1/staff/session']) {
      const answer = await gateway.fetch(path, { headers: { cookie: 'mizban-session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } });
      assert.equal(((await answer.json()) as Problem).code, 'staff.signInNeeded', path);
    }
  });
});
