import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Problem } from '../../../src/contract/problem.ts';
import type { StaffSession } from '../../../src/contract/staff.ts';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { sourceOf, tally } from '../../../src/gateway/http/rate-limit.ts';
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

  describe('is tried in vain', () => {
    let strict: ReturnType<typeof createGateway>;
    const owner = 'owner';
    before(async () => {
      strict = createGateway({ ...gateway.ports, settings: { ...gateway.ports.settings, limitFactor: 1 } });
      await createStaff(gateway.ports, { username: owner, name: 'کارشناس آزمون', password: testPassword, role: 'expert', province: 'alborz', agency: 'sabt-ahval' });
    });
    beforeEach(() => gateway.db.deleteFrom('rate_limit').execute());
    const attempt = (address: string, { username = owner, password = 'گمان', cookie = '' } = {}) =>
      strict.fetch(new Request('http://gateway.test/v1/staff/session', {
        method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ username, password }),
      }), { address });
    const statuses = async (count: number, address: (n: number) => string, more = {}): Promise<Set<number>> => {
      const found = new Set<number>();
      for (let n = 0; n < count; n++) found.add((await attempt(address(n), more)).status);
      return found;
    };

    it('ten times from one address, and then no more there, not even with the right password', async () => {
      assert.deepEqual(await statuses(10, () => '203.0.113.1'), new Set([401]));
      const refused = await attempt('203.0.113.1', { password: testPassword });
      assert.equal(refused.status, 429);
      const seconds = Number(refused.headers.get('retry-after'));
      assert.ok(seconds > 0 && seconds <= 600, String(seconds));
      assert.equal((await attempt('203.0.113.1', { username: 'sabt', password: testPassword })).status, 200, 'others at that address go on');
    });

    it('by a stranger, while the expert signs in from elsewhere', async () => {
      await statuses(40, () => '203.0.113.2');
      assert.equal((await attempt('198.51.100.7', { password: testPassword })).status, 200);
    });

    it('from one network of IPv6, whatever address of it', async () => {
      assert.deepEqual(await statuses(10, (n) => `2001:db8:1:2::${(n + 1).toString(16)}`), new Set([401]));
      assert.equal((await attempt('2001:db8:1:2:ffff::9')).status, 429);
      assert.equal((await attempt('2001:db8:1:3::9')).status, 401);
    });

    it('from ever new addresses until the name is full, and the browser that is known goes on', async () => {
      const signedIn = await attempt('198.51.100.8', { password: testPassword });
      const cookie = signedIn.headers.getSetCookie().find((one) => one.includes('known'))!;
      assert.match(cookie, /HttpOnly; SameSite=Strict/);
      assert.ok(!cookie.includes(owner));
      await tally(gateway.ports, `signIn name ${owner}`, 3600, 99);
      assert.equal((await attempt('203.0.113.90')).status, 401);
      assert.equal((await attempt('203.0.113.91')).status, 429);
      const known = cookie.split(';')[0]!;
      assert.equal((await attempt('203.0.113.92', { password: testPassword, cookie: known })).status, 200);

      // Its own tries are counted like those of anybody.
      assert.deepEqual(await statuses(10, (n) => `203.0.113.${n + 100}`, { cookie: known }), new Set([401]));
      assert.equal((await attempt('203.0.113.120', { password: testPassword, cookie: known })).status, 429);
    });

    it('with a forged cookie, or one of another name, as by a stranger', async () => {
      const signedIn = await attempt('198.51.100.9', { username: 'sabt', password: testPassword });
      const cookie = signedIn.headers.getSetCookie().find((one) => one.includes('known'))!.split(';')[0]!;
      const own = (await attempt('198.51.100.9', { password: testPassword })).headers.getSetCookie().find((one) => one.includes('known'))!.split(';')[0]!;
      await tally(gateway.ports, `signIn name ${owner}`, 3600, 100);
      const moved = `${own.split('=')[0]}=${cookie.split('=')[1]}`;
      for (const forged of [cookie, moved, `${own}0`, own.replace(/.$/, (letter) => (letter === 'a' ? 'b' : 'a'))]) {
        assert.equal((await attempt('198.51.100.9', { password: testPassword, cookie: forged })).status, 429, forged);
      }
    });

    it('and right passwords count for nothing', async () => {
      for (let n = 0; n < 25; n++) assert.equal((await attempt('198.51.100.10', { password: testPassword })).status, 200);
    });

    it('by one address for many names until it is full', async () => {
      const all: number[] = [];
      for (let n = 0; n < 61; n++) all.push((await attempt('203.0.113.3', { username: `nobody-${n}` })).status);
      assert.deepEqual(all, [...Array<number>(60).fill(401), 429]);
    });
  });

  it('is needed on every staff route', async () => {
    for (const path of ['/v1/staff/requests', '/v1/staff/units', '/v1/staff/requests/x', '/v1/staff/session']) {
      const answer = await gateway.fetch(path, { headers: { cookie: 'mizban-session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } });
      assert.equal(((await answer.json()) as Problem).code, 'staff.signInNeeded', path);
    }
  });
});

describe('the source of a call', () => {
  it('is the address, or the network of one subscriber in IPv6', () => {
    const sources = {
      '192.0.2.7': '192.0.2.7', '::ffff:192.0.2.7': '192.0.2.7', unknown: 'unknown', '::1': '0:0:0:0::/64',
      '2001:db8:0:1:2:3:4:5': '2001:db8:0:1::/64', '2001:0DB8::1:2:3:4:5': '2001:db8:0:1::/64', '2001:db8::5': '2001:db8:0:0::/64', 'fe80::1%eth0': 'fe80:0:0:0::/64',
    };
    for (const [address, source] of Object.entries(sources)) assert.equal(sourceOf(address), source, address);
  });
});
