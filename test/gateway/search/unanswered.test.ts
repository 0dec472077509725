import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { UnansweredQueries } from '../../../src/contract/unanswered.ts';
import { sweep } from '../../../src/gateway/housekeeping.ts';
import { looksPersonal } from '../../../src/persian/personal.ts';
import { startTestGateway, testNow, type TestGateway } from '../../support/gateway.ts';

const query = 'مجوز پرورش بلدرچین';
const tables = ['unanswered_salt', 'unanswered_sender', 'unanswered_day', 'unanswered_text'] as const;
const dayMs = 86_400_000;

describe('searches that found nothing', () => {
  let gateway: TestGateway;
  const lines: string[] = [];
  before(async () => {
    const log = (event: string, fields?: object) => void lines.push(JSON.stringify({ event, ...fields }));
    gateway = await startTestGateway({ log: { info: log, error: log }, agencies: ['sabt-ahval'] });
    await gateway.db.insertInto('province').values({ id: 'isfahan', name: JSON.stringify({ fa: 'اصفهان' }), calendar_version: 0, catalogue_version: null }).execute();
  });
  after(() => gateway.stop());

  const tell = async (text: string, address: string, more: { province?: string; headers?: Record<string, string> } = {}) => {
    const answer = await gateway.fetch('/v1/search/unanswered', {
      json: { query: text, ...(more.province && { province: more.province }) }, address, headers: more.headers ?? {},
    });
    assert.equal(answer.status, 204, await answer.clone().text());
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  };
  const address = (number: number): string => `198.51.100.${number}`;
  // Signed in anew each time: sessions do not last as long as this test's days.
  const seen = async (role: 'officer' | 'supervisor' | 'admin' = 'officer'): Promise<UnansweredQueries> => {
    const cookie = await gateway.signIn({ role });
    const answer = await gateway.fetch('/v1/staff/unanswered', { headers: { cookie } });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as UnansweredQueries;
  };
  const everything = async (): Promise<string> =>
    JSON.stringify(await Promise.all(tables.map((table) => gateway.db.selectFrom(table).selectAll().execute())));

  it('are not kept as text, and nobody sees them, while fewer than five people asked', async () => {
    for (let at = 1; at <= 4; at++) await tell(query, address(at));
    // The same four again, in other spellings: no new sender.
    for (let at = 1; at <= 4; at++) await tell('  مجوز  پرورش بلدرچين؟', address(at));
    // One subscriber has all addresses of such a network.
    for (let at = 1; at <= 9; at++) await tell('پرورش قارچ', `2001:db8:1:2::${at}`);
    assert.deepEqual((await seen()).items, []);
    assert.doesNotMatch(await everything(), /بلدرچین|قارچ|198\.51|2001:db8/);
  });

  it('are seen with their count from the fifth on, in folded letters', async () => {
    await tell('مجوزِ پرورش بلدرچین', address(5));
    await tell(query, address(6));
    assert.deepEqual(await seen(), { since: '2026-08-27', atLeast: 5, items: [{ text: query, count: 6, lastDay: '2026-11-24' }] });
  });

  it('count a sender once when many calls come at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => tell('کارت شکار کبک', address(1 + (at % 4)))));
    assert.equal((await seen()).items.length, 1);
    await Promise.all([5, 6].map((at) => tell('کارت شکار کبک', address(at))));
    assert.deepEqual((await seen()).items.map(({ count }) => count), [6, 6]);
  });

  it('leave no trace where they look personal', async () => {
    const personal = ['کد ملی 0012345679', 'پیگیری ۱۲۳۴ ۵۶۷۸', 'شماره ۰۹۱۲-۳۴۵-۶۷۸۹', 'ali@example.ir کجاست', 'اینجانب درخواست بلدرچین', 'خانم بلدرچینی کجاست', 'بلدرچین '.repeat(20)];
    const before = await everything();
    for (const text of personal) {
      assert.equal(looksPersonal(text), true, text);
      for (let at = 1; at <= 6; at++) await tell(text, address(at));
    }
    assert.equal(await everything(), before);
    for (const text of [query, 'فرم ۱۴۰۵', 'وام ۱۰۰ میلیونی', 'بند ۵ ماده ۱۲', 'آدرس اداره']) assert.equal(looksPersonal(text), false, text);
  });

  it('belong to a province, and to those who answer for it', async () => {
    for (let at = 1; at <= 5; at++) await tell('باغ پسته', address(at), { province: 'isfahan' });
    assert.ok(!(await seen()).items.some(({ text }) => text === 'باغ پسته'));
    const elsewhere = await gateway.fetch('/v1/search/unanswered', { json: { query, province: 'nowhere' } });
    assert.equal(((await elsewhere.json()) as { code: string }).code, 'province.notFound');
    for (const role of ['supervisor', 'admin'] as const) assert.equal((await seen(role)).items.length, 2);
    for (const role of ['expert', 'head'] as const) {
      const cookie = await gateway.signIn({ agency: 'sabt-ahval', role });
      assert.equal((await gateway.fetch('/v1/staff/unanswered', { headers: { cookie } })).status, 403);
    }
    assert.equal((await gateway.fetch('/v1/staff/unanswered')).status, 401);
    for (const wrong of ['', 'x'.repeat(401)]) assert.equal((await gateway.fetch('/v1/search/unanswered', { json: { query: wrong } })).status, 422);
  });

  it('stand in no log, and leave no fingerprint under an idempotency key', async () => {
    await tell(query, address(7), { headers: { 'idempotency-key': 'a-key-of-the-client' } });
    assert.deepEqual(await gateway.db.selectFrom('idempotency').select('route').where('route', '=', 'tellUnanswered').execute(), []);
    assert.ok(lines.some((line) => line.includes('tellUnanswered')));
    assert.doesNotMatch(lines.join('\n'), /بلدرچین|%D8|198\.51/);
  });

  it('know nothing of the senders of past days, so that one who asks every day never counts as many', async () => {
    const text = 'گواهی زنبورداری';
    for (let day = 0; day < 7; day++) {
      gateway.setNow(new Date(Date.parse(testNow) + day * dayMs));
      await tell(text, address(1));
      const senders = await gateway.db.selectFrom('unanswered_sender').select('day').distinct().execute();
      assert.equal(senders.length, 1, 'senders of two days');
      assert.equal((await gateway.db.selectFrom('unanswered_salt').select('day').execute()).length, 1);
    }
    assert.ok(!(await seen()).items.some((item) => item.text === text));
    gateway.setNow(new Date(Date.parse(testNow) + 8 * dayMs));
    await sweep(gateway.ports);
    assert.deepEqual(await gateway.db.selectFrom('unanswered_sender').selectAll().execute(), []);
    assert.equal((await seen()).items.length, 2, 'counts stay when senders are forgotten');
  });

  it('are forgotten after ninety days', async () => {
    gateway.setNow(new Date(Date.parse(testNow) + 95 * dayMs));
    assert.deepEqual((await seen()).items, []);
    await tell(query, address(1));
    assert.deepEqual((await seen()).items, []);
    await sweep(gateway.ports);
    assert.deepEqual(await gateway.db.selectFrom('unanswered_text').selectAll().execute(), []);
    assert.equal((await gateway.db.selectFrom('unanswered_day').selectAll().where('senders', '>', 1).execute()).length, 0);
  });
});

describe('a flood of searches that found nothing', () => {
  it('is stopped', async () => {
    const gateway = await startTestGateway({ agencies: ['sabt-ahval'], settings: { limitFactor: 0.05 } });
    try {
      const statuses: number[] = [];
      for (let at = 0; at < 8; at++) statuses.push((await gateway.fetch('/v1/search/unanswered', { json: { query: `آزمون ${at}` } })).status);
      assert.deepEqual(statuses, [204, 204, 204, 204, 204, 204, 429, 429]);
    } finally {
      await gateway.stop();
    }
  });
});
